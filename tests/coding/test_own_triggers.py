"""Triggers of a user's own: tried first, checked, shown on their type's page."""

from __future__ import annotations

from pathlib import Path

import pytest

from vedette import Coder, Report
from vedette.cli.app import run
from vedette.codebook import load_codebook
from vedette.coding import check_triggers, load_lexicon, read_triggers, type_page
from vedette.errors import DataFileInvalid

_OWN = """type = "PROTEST"
mode = "demo"

[[trigger]]
verb = "banner"
actor = "subject"
recipient = ["against"]
weight = 0.4
example = "Hundreds of students bannered against the Hungarian government in Budapest on Friday."

[[trigger]]
verb = "bomb"
actor = "subject"
weight = 0.1
example = "Students bombed the ministry with paper planes."
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(_OWN, encoding="utf-8")
    return path


def test_own_triggers_come_before_shipped_ones_of_the_same_frame(own: Path) -> None:
    lexicon = load_lexicon(own=[own])
    first = next(t for t in lexicon.by_lemma["verb", "bomb"] if t.specificity == 0)
    assert first.event_type == "PROTEST"
    assert first.where == f"{own}:11"
    assert lexicon.version != load_lexicon().version


def test_a_missing_file_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(DataFileInvalid, match=r"gone\.toml"):
        load_lexicon(own=[tmp_path / "gone.toml"])


def test_faults_are_told_with_file_and_line(own: Path) -> None:
    own.write_text(_OWN.replace('mode = "demo"', 'mode = "dance"', 1), encoding="utf-8")
    found = list(check_triggers(read_triggers(own), load_codebook(), lambda sentence: {"ASSAULT"}))
    assert {fault.where for fault in found} == {f"{own}:4", f"{own}:11"}
    assert any("no mode 'dance'" in fault.problem for fault in found)
    assert any("coded as ASSAULT, not as PROTEST" in fault.problem for fault in found)


def test_a_type_s_page_tells_meaning_modes_and_examples() -> None:
    page = type_page("PROTEST", load_codebook(), load_lexicon())
    assert page.startswith("# PROTEST\n")
    assert "## hunger" in page
    assert "*Thousands of Georgians protested against the government outside parliament in Tbilisi.*" in page


def test_codebook_show_names_the_types_where_none_fits(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["codebook", "show", "WAR"]) == 2
    assert "ASSAULT" in capsys.readouterr().err


@pytest.mark.model
def test_own_triggers_are_used_and_checked(own: Path, coder: Coder, capsys: pytest.CaptureFixture[str]) -> None:
    sentence = "Hundreds of students bannered against the Hungarian government in Budapest on Friday."
    report = Report.make(sentence, "2024-05-03")
    assert "PROTEST" not in {event.event_type for event in coder.code(report).events}
    assert run(["codebook", "check", str(own)]) in (0, 3)
    assert "2 triggers checked" in capsys.readouterr().out
    (event,) = Coder(triggers=[own]).code(report).events
    assert (event.event_type, event.why.rule) == ("PROTEST", "protest.demo.verb.banner@1")
