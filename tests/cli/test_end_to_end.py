"""The whole way with the real parser: the bundled samples into a store and out of it again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vedette import Coder
from vedette.cli.app import run
from vedette.store import EventFilter, open_store

pytestmark = pytest.mark.model


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, coder: Coder) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VEDETTE_STORE", raising=False)
    monkeypatch.setattr("vedette.cli.coders.load_coder", lambda *_, **__: coder)
    assert run(["samples", "--to", "reports"]) == 0
    return tmp_path / "reports"


def test_samples_go_in_once_and_come_out_word_for_word(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (reports / "99-undated.txt").write_text("Nobody dated this.")
    assert run(["add", "reports"]) == 4
    assert run(["add", "reports"]) == 4
    first, second = capsys.readouterr().out.splitlines()[-2:]
    assert (first.split(",")[0], second.split(",")[0]) == ("16 added", "0 added")
    with open_store("vedette.db") as store:
        for stored in store.events(EventFilter(statuses=())):
            text = store.report(stored.report.id).report.text
            for span in (stored.event.trigger, stored.event.evidence):
                assert text[span.start : span.end] == span.exact
        assert [one.error for one in store.failures()] == ["DateMissing"]
    capsys.readouterr()
    assert run(["brief"]) == 0
    page = capsys.readouterr().out
    for title in ("What happened", "What is claimed", "What is disputed", "### Feared", "Corrections", "DateMissing"):
        assert title in page
    assert run(["events", "--status", "all", "--format", "jsonl"]) == 0
    for line in capsys.readouterr().out.splitlines()[:5]:
        assert run(["explain", json.loads(line)["id"]]) == 0
