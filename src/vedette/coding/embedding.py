"""Load the word lists that decide status and slots (`embedding.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import cast, get_args

from vedette.coding.control import Grammar
from vedette.errors import DataFileInvalid
from vedette.model import Status

_MODIFIERS = "_modifiers"


@dataclass(frozen=True, slots=True)
class Embedding:
    """What the words above a predicate make of it: lemma → status; `factual` maps to "happened"."""

    verbs: Mapping[str, Status]
    nouns: Mapping[str, Status]
    adjectives: Mapping[str, Status]
    modifiers: Mapping[str, Status]
    """Adjectives right on an event noun ("a planned visit")."""
    modals: Mapping[str, Status]
    marks: frozenset[str]
    """Conjunctions that make a clause hypothetical."""
    grammar: Grammar


def load_embedding() -> Embedding:
    """Read the shipped word lists. Raises DataFileInvalid for a status that is not known."""
    text = (resources.files("vedette.coding") / "embedding.toml").read_text(encoding="utf-8")
    data: dict[str, dict[str, str]] = tomllib.loads(text)
    grammar = data["grammar"]
    adjectives = data["adjectives"]
    plain = {key: value for key, value in adjectives.items() if not key.endswith(_MODIFIERS)}
    on_nouns = {key.removesuffix(_MODIFIERS): value for key, value in adjectives.items() if key.endswith(_MODIFIERS)}
    return Embedding(
        verbs=_table("verbs", data["verbs"]),
        nouns=_table("nouns", data["nouns"]),
        adjectives=_table("adjectives", plain),
        modifiers=_table("adjectives", on_nouns),
        modals=_table("modals", data["modals"]),
        marks=frozenset(data["marks"]["hypothetical"].split()),
        grammar=Grammar(
            object_control=frozenset(grammar["object_control"].split()),
            light_verbs=frozenset(grammar["light_verbs"].split()),
            receiving_verbs=frozenset(grammar["receiving_verbs"].split()),
            light_prepositions=frozenset(
                cast("tuple[str, str]", tuple(pair.split(":"))) for pair in grammar["light_prepositions"].split()
            ),
            reporting_verbs=frozenset(grammar["reporting_verbs"].split()),
            wording_verbs=frozenset(grammar["wording_verbs"].split()),
            measures=frozenset(grammar["measures"].split()),
            place_prepositions=frozenset(grammar["place_prepositions"].split()),
            named_things=frozenset(grammar["named_things"].split()),
            done_to_subject=frozenset(grammar["done_to_subject"].split()),
            ideas=frozenset(grammar["ideas"].split()),
        ),
    )


def _table(section: str, lists: Mapping[str, str]) -> Mapping[str, Status]:
    known = (*get_args(Status), "factual")
    found: dict[str, Status] = {}
    for status, words in lists.items():
        if status not in known:
            raise DataFileInvalid(f"coding/embedding.toml: [{section}] has status {status!r}; known: {known}")
        for word in words.split():
            found.setdefault(word, cast(Status, "happened" if status == "factual" else status))
    return found
