"""Numbers in a claim's words: how many of what, and how long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from vedette.grounding.numbers import Quantity, quantity_at
from vedette.linking.apart import OWNED
from vedette.linking.known_by import Voices
from vedette.model import Claim
from vedette.model.gist import Amount
from vedette.reading import Token
from vedette.reading.actor_nouns import load_actor_nouns

_UNIT_HOURS = MappingProxyType({"H": 1.0, "D": 24.0, "W": 168.0, "M": 730.0, "Y": 8766.0})
_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([HDWMY])")


def hours_of(value: str) -> float | None:
    """Return the hours of a TIMEX3 duration; None where it counts nothing ("PXD")."""
    match = _LENGTH.fullmatch(value)
    if match is None or (match[1] and match[3] != "H"):
        return None
    return float(match[2]) * _UNIT_HOURS[match[3]]


def amounts_of(tokens: Sequence[Token], claim: Claim, voices: Voices) -> Iterator[Amount]:
    """Yield the quantities told in a claim's content, with what they count; dates and ordinals are none.

    Whose the counted are ("its soldiers") stands among their qualities, as "of:" and an id.
    """
    read_until = -1
    inside = {token.i for token in tokens}
    for token in tokens:
        is_dated = token.ent in ("DATE", "TIME") and (token.head is token or token.head.ent in ("DATE", "TIME"))
        if token.i <= read_until or is_dated or token.ent == "ORDINAL":
            continue
        quantity = quantity_at(token)
        if quantity is None or quantity.last.i not in inside:
            continue
        read_until = quantity.last.i
        if _is_no_amount(quantity.first, quantity.last):
            continue
        is_money = _is_money(quantity.first, quantity.last)
        counted = _counted(quantity.last)
        words = {child.lower for child in counted.children if child.dep == "amod"} if counted is not None else set()
        owner = counted.child("poss") if counted is not None else None
        words |= {f"{OWNED}{key}" for key in voices.ids(owner)} if owner is not None else set()
        of = "money" if is_money else counted.lemma.lower() if counted is not None else ""
        of = "percent" if _is_share(quantity.last) else of
        is_people = not of or of in _ANYBODY or (counted is not None and not is_money and _is_somebody(counted))
        at = quantity.first.start
        kind = next((f.kind for f in claim.figures if f.span.start <= at < f.span.end and f.kind != "other"), "")
        yield Amount(of, kind, is_people, frozenset(words), *_bounds(quantity), quantity.first.start, quantity.last.end)


_ROUGHLY = 0.8
"""Share of "about 120" that it may be at least, and that it may be of what it is at most."""


def _bounds(quantity: Quantity) -> tuple[float | None, float | None]:
    """Return the least and the most that a quantity may be; "about 120" is neither 75 nor 200."""
    is_open = quantity.low is None and quantity.high is None
    if not is_open or quantity.best is None:
        return quantity.low, quantity.high
    return quantity.best * _ROUGHLY, quantity.best / _ROUGHLY


_MEASURES = frozenset(
    """percent cent ton tonne kilo kilogram kilogramme litre liter barrel sack crate bag truckload load pair dozen group
    share""".split()
)
"""Units whose "of" tells what is counted ("forty *tons of flour*")."""
_ANYBODY = frozenset({"people", "person", "life", "body", "man", "woman", "victim", "dead", "other", "casualty"})


_CURRENCIES = ("$", "€", "£", "¥", "₹")


def _is_money(first: Token, last: Token) -> bool:
    tokens, base = first.sent.tokens, first.sent.tokens[0].i
    before = tokens[first.i - base - 1].text if first.i > base else ""
    return before.endswith(_CURRENCIES) or ("MONEY" in (first.ent, last.ent) and not _is_share(last))


def _is_share(last: Token) -> bool:
    """Tell whether a number that ends there is a share: "six *per cent*", "6%"."""
    tokens = last.sent.tokens
    behind = [token.lower for token in tokens[last.i - tokens[0].i + 1 :][:2]]
    return behind[:1] in (["%"], ["percent"], ["pc"]) or behind == ["per", "cent"]


_AT = frozenset({"at", "around", "about", "by", "until", "from", "since", "before", "after", "to"})
_HOURS = frozenset({"a.m.", "p.m.", "am", "pm", "a.m", "p.m", "o'clock", "o’clock"})
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d")


def _is_no_amount(first: Token, last: Token) -> bool:
    """Tell whether a number counts nothing: "2.6 *times* more lethal", "*in 2016*", "*at 7.40*"."""
    tokens, base = first.sent.tokens, first.sent.tokens[0].i
    at, end = first.i - base, last.i - base
    before, behind = (tokens[at - 1].lower if at else ""), (tokens[end + 1].lower if end + 1 < len(tokens) else "")
    is_year = is_year_like(first.text) and first is last and not counts_people(last)
    if behind in ("times", "-", "fold") and end + 2 < len(tokens) and tokens[end + 2].tag in ("JJR", "RBR"):
        return True
    if first.lower == "one" and before in ("not", "no"):
        return True
    is_clock = _CLOCK.fullmatch(first.text) is not None or _is_of_day(tokens[end + 1 : end + 4])
    if before in _AT and (behind in _HOURS or (first is last and is_clock)):
        return True
    return is_year and before in ("in", "since", "by", "of", "until", "from", "and", "the")


def _is_of_day(behind: Sequence[Token]) -> bool:
    """Tell whether the words behind a number make it an hour: "at two *in the morning*", "by four *this afternoon*"."""
    words = [token.lower for token in behind]
    return words[:1] in (["this"], ["in"]) and not _PARTS_OF_DAY.isdisjoint(words[1:])


_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening"})


def is_year_like(words: str) -> bool:
    """Tell whether a number may be a year by its digits."""
    return len(words) == 4 and words.isdigit() and words[:2] in ("18", "19", "20")


def counts_people(number: Token) -> bool:
    """Tell whether a number stands before those it counts: "the 2000 *prisoners*", not "the 2000 *election*"."""
    counted = number.head if number.dep == "nummod" else None
    is_many = counted is not None and counted.tag == "NNS"
    return counted is not None and is_many and (counted.lemma.lower() in _ANYBODY or _is_somebody(counted))


def _is_somebody(counted: Token) -> bool:
    noun = load_actor_nouns().at(counted)
    return noun is not None and noun.kind in ("person", "people", "military", "police", "armed_group")


def _counted(number: Token) -> Token | None:
    """Return what a number counts; None where it stands alone ("raised the toll to nine")."""
    head = number
    while head.pos == "NUM" and head.head is not head and head.head.pos in ("NUM", "NOUN", "PROPN"):
        head = head.head
    if head.pos in ("NOUN", "PROPN"):
        measured = head.prep("of") if head.lemma.lower() in _MEASURES else None
        return measured if measured is not None and measured.pos in ("NOUN", "PROPN") else head
    below = number.prep("of") or number.prep("among")
    return below if below is not None and below.pos in ("NOUN", "PROPN") else None
