"""Readings built by hand, for tests of places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vedette.knowledge.actors import Actors
from vedette.knowledge.countries import Countries
from vedette.knowledge.gazetteer import Gazetteer
from vedette.model import PlaceMention, Report
from vedette.reading import Paragraph, Reading, Sentence, Token

WORD = re.compile(r"[A-Z][a-z]?\.(?:[A-Z]\.)*|\w+|[^\w\s]")
_ENDS = frozenset(".!?")


@dataclass(frozen=True)
class Tables:
    """As much of the knowledge as places need."""

    countries: Countries
    actors: Actors
    gazetteer: Gazetteer


def load_tables() -> Tables:
    """Read the shipped tables."""
    countries = Countries.load()
    return Tables(countries, Actors.load(countries), Gazetteer.load())


def read(text: str, publisher: str | None = None, **labels: str) -> Reading:
    """Build a reading by hand: flat trees, capitalised words as proper nouns, names labelled as given.

    A label's words are joined by underscores: `New_York="GPE"`.
    """
    report = Report.make(text, "2021-12-29", publisher=publisher)
    cut = [(m.group(), m.start()) for m in WORD.finditer(text)]
    words = [word for word, _ in cut]
    ents: dict[int, tuple[str, bool]] = {}
    for name, label in labels.items():
        parts = name.split("_")
        for at in range(len(words) - len(parts) + 1):
            if words[at : at + len(parts)] == parts:
                ents.update({at + k: (label, k == 0) for k in range(len(parts))})
    tokens = []
    for at, (word, start) in enumerate(cut):
        label, begins = ents.get(at, ("", False))
        pos = "PROPN" if word[:1].isupper() else "NOUN" if word.isalpha() else "PUNCT"
        tokens.append(Token(at, word, word.lower(), pos, "", "dep", start, ent=label, ent_start=begins))
    sentences, first = [], 0
    for at, word in enumerate(words):
        if word in _ENDS or at == len(words) - 1:
            part = tokens[first : at + 1]
            sentences.append(Sentence.build(len(sentences), 0, text, part, [0] * len(part)))
            first = at + 1
    paragraph = Paragraph(0, 0, len(text), "body")
    return Reading(report, (paragraph,), tuple(sentences), tuple(tokens))


def named(mentions: tuple[PlaceMention, ...]) -> dict[str, PlaceMention]:
    return {mention.span.exact: mention for mention in mentions}
