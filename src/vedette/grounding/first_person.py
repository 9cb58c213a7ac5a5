"""Who "I" and "we" are outside quotation marks: the author of a signed statement or speech."""

from __future__ import annotations

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
    name = " ".join((reading.report.author or "").split())
    if not name:
        return None
    known = knowledge.actors.named(name)
    return knowledge.actors.as_of(known[0], on) if known else Actor(f"x:{slug(name)}", name, "person", None, ())


def speaks_as_author(token: Token, reading: Reading) -> bool:
    """Tell whether a word is a first person of the report's own voice, not of somebody it quotes."""
    is_first = token.lower in I or token.lower in WE
    return is_first and reading.report.author is not None and not is_quoted(token, reading.report.text)
