"""Crowded copies of labelled sentences: two in one, or one told by somebody, as newspapers write them.

A labelled sentence tells of few people, and nearly all of them take part. In news a second clause, a speaker and his
office stand in the same sentence and take no part. A crowded copy keeps every label; none of those added is a party.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from rename_parties import Named, Names

_SMALL = re.compile(
    r"(?:The|An?|In|On|At|After|Before|Its|Their|His|Her|Two|Three|Four|Five|Six|Some|Several|Dozens|Hundreds|Thousands|"
    r"Police|Rebels|Protesters|Workers|Officials|Soldiers|Troops|Gunmen|Residents|Lawyers|Farmers|Students)\b"
)
"""Words at the head of a sentence that are written small inside one."""
_JOINTS = (", while ", ", and ", "; ", " _ ", " as ", ", even though ", ", but ")
_OFFICES = (
    "a spokesman for the ministry", "a lawyer in the capital", "the deputy governor", "who heads the regional office",
    "a neighbour", "a union official", "the party's spokeswoman", "an analyst at the university", "a police captain",
    "who was not there", "a former diplomat", "the committee's chairman", "his brother", "a resident of the district",
)  # fmt: skip
_SAID = ("said", "said on Tuesday", "said in an interview", "wrote", "recalled", "explained")


def crowded(one: Named, other: Named, names: Names, dice: random.Random) -> Named:
    """Return a copy of `one` with `other` beside it, or told by somebody invented."""
    match dice.randrange(4):
        case 0:
            told = f", {dice.choice(_SAID)} {names.draw()}, {dice.choice(_OFFICES)}."
            return _joined(one, [], f"{_stem(one)}{told}", lambda at: at)
        case 1:
            head = f"{names.draw()}, {dice.choice(_OFFICES)}, {dice.choice(_SAID)} that "
            text = head + _small(one.sentence.text)
            return _joined(one, [], text, lambda at: at + len(head))
    first = _stem(one) + dice.choice(_JOINTS)
    text = first + _small(other.sentence.text)
    return _joined(one, [(other, len(first))], text, lambda at: at)


def _stem(one: Named) -> str:
    text: str = one.sentence.text
    return text[:-1] if text.endswith((".", "!")) else text


def _small(text: str) -> str:
    return text[0].lower() + text[1:] if _SMALL.match(text) else text


def _joined(one: Named, beside: Sequence[tuple[Named, int]], text: str, moved: Callable[[int], int]) -> Named:
    """Put sentences into one text, each with its own shift."""
    predicates, parties = [], {}
    for part, shift in [(one, moved), *((other, _shift(by)) for other, by in beside)]:
        predicates += [replace(p, start=shift(p.start), end=shift(p.end)) for p in part.sentence.predicates]
        parties |= {shift(at): _shifted(told, shift) for at, told in part.parties.items()}
    sentence = replace(one.sentence, text=text, predicates=tuple(predicates), id=f"{one.sentence.id}+")
    return Named(sentence, parties)


def _shift(by: int) -> Callable[[int], int]:
    return lambda at: at + by


def _shifted(told: Any, shift: Callable[[int], int]) -> Any:
    def spans(cell: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        return tuple((shift(a), shift(b)) for a, b in cell)

    return replace(told, actors=spans(told.actors), recipients=spans(told.recipients))
