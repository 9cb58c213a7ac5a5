"""The lexicon's form, checked on small files of our own."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from vedette.coding import Lexicon, load_lexicon
from vedette.coding.triggers import split_phrase
from vedette.errors import DataFileInvalid
from vedette.model import EventType

_GOOD = """type = "ASSAULT"
mode = "aerial"

[[trigger]]
verb = "bomb"
actor = "subject"
recipient = "object"
example = "Jets of the air force bombed the town on Friday."
"""


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def _load(folder: Path, text: str) -> Lexicon:
    (folder / "assault").mkdir()
    (folder / "assault" / "aerial.toml").write_text(text, encoding="utf-8")
    return load_lexicon(folder)


def test_a_file_gives_its_type_and_mode_to_its_triggers(tmp_path: Path) -> None:
    (trigger,) = _load(tmp_path, _GOOD).triggers
    assert (trigger.event_type, trigger.mode, trigger.actor) == ("ASSAULT", ("aerial",), ("subject",))
    assert trigger.rule == "assault.aerial.verb.bomb@1"
    assert trigger.where == "lexicon/assault/aerial.toml:4"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('verb = "bomb"', 'verb = "bomb"\nnoun = "bomb"'), "aerial.toml:4: a trigger needs exactly one of"),
        (('actor = "subject"', 'doer = "subject"'), "aerial.toml:4: key 'doer'"),
        (('type = "ASSAULT"', 'type = "FIGHT"'), "type 'FIGHT' is none of"),
        (
            ('example = "Jets of the air force bombed the town on Friday."', ""),
            "aerial.toml:4: a trigger needs an example",
        ),
        (('actor = "subject"', "weight = 7"), "aerial.toml:4: key 'weight' with value 7"),
        (('actor = "subject"', 'status = "sure"'), "aerial.toml:4: status 'sure'"),
        (('mode = "aerial"', "mode = "), "aerial.toml: "),
    ],
)
def test_a_broken_file_is_refused_with_file_and_line(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    with pytest.raises(DataFileInvalid) as caught:
        _load(tmp_path, _GOOD.replace(*change))
    assert told in str(caught.value)


def test_a_hyphened_trigger_is_split_as_the_parser_splits_it() -> None:
    assert split_phrase("cease-fire") == ["cease", "-", "fire"]


def test_the_shipped_lexicon_is_broad(lexicon: Lexicon) -> None:
    assert {trigger.event_type for trigger in lexicon.triggers} == set(get_args(EventType))
    frames = {(t.word_class, t.lemma, t.before, t.particle, t.object, t.preposition, t.prep_object, t.complement,
               t.modifier, t.subject) for t in lexicon.triggers}  # fmt: skip
    assert len(frames) >= 1000


def test_examples_are_all_different(lexicon: Lexicon) -> None:
    examples = [trigger.example for trigger in lexicon.triggers]
    twice = {example for example in examples if examples.count(example) > 1}
    assert not twice


def test_the_most_specific_trigger_comes_first(lexicon: Lexicon) -> None:
    for triggers in lexicon.by_lemma.values():
        ranks = [trigger.specificity for trigger in triggers]
        assert ranks == sorted(ranks, reverse=True)
