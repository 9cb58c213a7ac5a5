"""Who "I" and "we" are outside quotation marks: the author of a signed statement or speech."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from vedette.grounding.phrases import slug
from vedette.model import Actor
from vedette.reading import Reading, Token
from vedette.reading.pronouns import WE, I

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge

_OPEN, _CLOSE, _STRAIGHT = "“„«", "”»", '"'
_REACH = 4_000
"""Characters back that an open quotation mark is looked for; a paragraph rarely has as many."""


def is_quoted(token: Token, text: str) -> bool:
    """Tell whether a word stands inside quotation marks that opened in its own paragraph."""
    paragraph = text[max(0, text.rfind("\n", 0, token.start) + 1, token.start - _REACH) : token.start]
    curly = max(paragraph.rfind(mark) for mark in _OPEN) > max(paragraph.rfind(mark) for mark in _CLOSE)
    return curly or paragraph.count(_STRAIGHT) % 2 == 1


def author_of(reading: Reading, knowledge: Knowledge, on: date) -> Actor | None:
    """Return whoever signed the report, as the actor stood on a day; None where it names no author."""
    name = _SUFFIX.sub("", " ".join((reading.report.author or "").split()))
    if not name:
        return None
    known = knowledge.actors.named(name)
    return knowledge.actors.as_of(known[0], on) if known else Actor(f"x:{slug(name)}", name, "person", None, ())


_SUFFIX = re.compile(r",? (?:Jr|Sr)\.?$")
_JOINT = re.compile(r"\bjoint\b|\bleaders['’]|\bcommuniqu[eé]\b", re.IGNORECASE)
_WE_THE = re.compile(r"\s*(?:\w+,\s+)?we,?\s+the\b", re.IGNORECASE)
_SIGNED = re.compile(
    r"\b(?:by|of) (.+?)(?:\s(?:on|about|regarding|concerning|announcing|at|following|after)\s|\s?[—–:]|$)",
    re.IGNORECASE,
)
"""The part of a title that says by whom ("Joint Statement *by X and Y* on …")."""
_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")
_TITLED = frozenset({"president", "minister", "chancellor", "king", "queen", "premier", "secretary", "prince"})
_MAX_SIGNED = 6


def is_joint(reading: Reading) -> bool:
    """Tell whether several sign a text, so that its "we" is more than one author's government."""
    report = reading.report
    return bool(_JOINT.search(report.title or "") or _WE_THE.match(report.text))


def signatories(reading: Reading, knowledge: Knowledge, on: date) -> tuple[Actor, ...]:
    """Return who signs a joint text, as far as its title names them; nothing where it does not."""
    signed = _SIGNED.search(reading.report.title or "")
    words = _WORD.findall(signed[1]) if signed is not None else []
    found: dict[str, Actor] = {}
    at = 0
    while at < len(words):
        length, actor = _named_at(words, at, knowledge, on)
        if actor is not None:
            found.setdefault(actor.id, actor)
        at += length
    # "President X of Ruritania" signs for the state that his title names already.
    bodies = {actor.acts_for for actor in found.values() if actor.acts_for is not None}
    return tuple(actor for actor in found.values() if actor.id not in bodies)[:_MAX_SIGNED]


def _named_at(words: list[str], at: int, knowledge: Knowledge, on: date) -> tuple[int, Actor | None]:
    actors, countries = knowledge.actors, knowledge.countries
    if not words[at][:1].isupper():
        return 1, None
    hit = actors.longest(words, at)
    known = actors.get(hit[1][0]) if hit is not None else None
    if hit is not None and known is not None and (hit[0] > 1 or words[at] not in known.doubtful):
        return hit[0], actors.as_of(known, on)
    if at > 0 and words[at - 1].lower() in _TITLED:
        serving = [one for person in actors.surname(words[at], on) if (one := actors.as_of(person, on)).acts_for]
        if len(serving) == 1:
            return 1, serving[0]
    named = countries.longest(words, at)
    if named is not None:
        length, country, is_demonym = named
        government = actors.government(country.iso3) if not is_demonym else None
        return length, actors.as_of(government, on) if government is not None else None
    return 1, None


def speaks_as_author(token: Token, reading: Reading) -> bool:
    """Tell whether a word is a first person of the report's own voice, not of somebody it quotes."""
    is_first = token.lower in I or token.lower in WE
    return is_first and reading.report.author is not None and not is_quoted(token, reading.report.text)
