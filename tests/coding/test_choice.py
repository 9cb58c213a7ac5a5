"""The choice between readings: what the encoder adds to the lexicon, and what it may not take."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vedette import Coder, Report
from vedette.cli.app import run
from vedette.coding import EventCoder, PredicateTyper
from vedette.coding.typer import NONE, Weighed
from vedette.errors import DataFileInvalid
from vedette.reading import Sentence, Token

pytestmark = pytest.mark.model


class FixedTyper(PredicateTyper):
    """Says of each word what it is told to, and NONE of all others."""

    def __init__(self, told: dict[str, Weighed]) -> None:
        self.told = told
        self.nouns = frozenset()
        self.name = "fixed"

    def weigh(self, asked: object) -> dict[int, Weighed]:
        rows: list[tuple[Sentence, list[Token]]] = list(asked)  # type: ignore[call-overload]
        nothing = weighed(NONE, 0.99)
        return {token.i: self.told.get(token.text, nothing) for _, tokens in rows for token in tokens}


def weighed(event_type: str, probability: float, *others: tuple[str, float]) -> Weighed:
    return Weighed(((event_type, probability), *others), None, "happened", 0.9)


def types(coder: Coder, text: str, told: dict[str, Weighed]) -> list[str]:
    grounded = coder_grounded(coder, text)
    return [event.event_type for event in EventCoder(typer=FixedTyper(told))(grounded)]


def coder_grounded(coder: Coder, text: str):  # type: ignore[no-untyped-def]
    from vedette.grounding import ground

    return ground(coder.reader.read(Report.make(text, "2024-03-02")), coder.knowledge)


def test_what_the_lexicon_does_not_know_is_coded_where_the_encoder_is_sure(coder: Coder) -> None:
    text = "Uganda gazumped Kenya on Monday."
    assert types(coder, text, {}) == []
    assert types(coder, text, {"gazumped": weighed("ASSAULT", 0.95)}) == ["ASSAULT"]


def test_what_is_coded_alone_needs_a_party(coder: Coder) -> None:
    assert types(coder, "It gazumped.", {"gazumped": weighed("ASSAULT", 0.95)}) == []


def test_a_learned_reading_names_itself_and_its_model(coder: Coder) -> None:
    grounded = coder_grounded(coder, "Uganda gazumped Kenya on Monday.")
    (event,) = EventCoder(typer=FixedTyper({"gazumped": weighed("ASSAULT", 0.95)}))(grounded)
    assert event.why.rule.startswith("learned.assault.")
    assert event.why.model == "fixed ASSAULT 0.95"


def test_ships_that_collide_strike_nobody_whatever_the_encoder_reads(coder: Coder) -> None:
    said = {"collided": weighed("ASSAULT", 0.95), "gazumped": weighed("ASSAULT", 0.95)}
    assert types(coder, "A Chinese trawler collided with a Kenyan ferry.", said) == []
    assert types(coder, "A Chinese trawler gazumped a Kenyan ferry.", said) == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [("Uganda gazumped Kenya on Monday.", ()), ("Uganda gazumped Kenya with warplanes on Monday.", ("aerial",))],
)
def test_the_encoders_means_need_a_word(coder: Coder, text: str, mode: tuple[str, ...]) -> None:
    said = Weighed((("ASSAULT", 0.95),), "aerial", "happened", 0.9)
    (event,) = EventCoder(typer=FixedTyper({"gazumped": said}))(coder_grounded(coder, text))
    assert event.event_mode == mode


def test_where_the_encoder_doubts_the_lexicon_the_doubt_is_shown(coder: Coder) -> None:
    grounded = coder_grounded(coder, "Uganda attacked Kenya on Monday.")
    sure, doubtful = weighed("ASSAULT", 0.9), weighed("ASSAULT", 0.5, ("COERCE", 0.4))
    (one,) = EventCoder(typer=FixedTyper({"attacked": sure}))(grounded)
    (other,) = EventCoder(typer=FixedTyper({"attacked": doubtful}))(grounded)
    assert "choice.in-doubt@1" not in {reason.rule for reason in one.why.fields}
    assert "choice.in-doubt@1" in {reason.rule for reason in other.why.fields}
    assert (other.why.rivals[0].event_type, other.why.rivals[0].rule) == ("COERCE", "encoder")


def test_the_shipped_encoder_always_answers_alike(coder: Coder) -> None:
    typer = PredicateTyper()
    grounded = coder_grounded(coder, "Uganda attacked Kenya on Monday after talks in Nairobi failed. Sudan fumed.")
    rows = [(s, [t for t in s.tokens if t.pos == "VERB"]) for s in grounded.reading.sentences]
    assert typer.weigh(rows) == typer.weigh(rows)
    assert typer.weigh(rows) == {i: told for row in rows for i, told in typer.weigh([row]).items()}
    assert typer.weigh([]) == {}


def test_an_incomplete_encoder_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataFileInvalid, match="--fast"):
        PredicateTyper(tmp_path)


def test_each_word_weighed_tells_what_became_of_it() -> None:
    coder = Coder()
    report = Report.make("Uganda attacked Kenya. The shop opened. There was rain.", "2024-03-02")
    coded, found = coder.consider(report)
    told = {one.word.exact: one for one in found}
    assert told["attacked"].outcome == "coded"
    assert told["attacked"].event_id == coded.events[0].id
    assert told["attacked"].lexicon[0].event_type == "ASSAULT"
    assert told["opened"].outcome in ("nothing", "unsure")
    assert told["opened"].encoder


def test_explain_text_prints_what_was_considered(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "--text", "Uganda attacked Kenya. The shop opened.", "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["word"]["exact"] for row in rows] == ["attacked", "opened"]
    assert rows[0]["event"]["event_type"] == "ASSAULT"
    assert run(["explain", "--text", "Uganda attacked Kenya. The shop opened.", "--fast"]) == 0
    shown = capsys.readouterr().out
    assert "not asked" in shown
    assert "assault.verb.attack@1" in shown


def test_fast_leaves_the_encoder_out() -> None:
    fast = Coder(fast=True)
    assert fast.events.typer is None
    assert "encoder" not in fast.version.model
    assert fast.code(Report.make("Uganda attacked Kenya.", "2024-03-02")).events[0].why.model is None
