"""The commands, with a coder that needs no parser."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from coded_reports import TEXT, StubCoder, code, make_report
from vedette import __version__
from vedette.cli.app import app, run
from vedette.store import open_store

GOOD = f"Title: A bridge\nDate: 2021-07-08\nPublisher: Panj Post\n\n{TEXT}\n"
LISTS = ("events", "claims", "reports")


@pytest.fixture(autouse=True)
def _stub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("vedette.cli.coders.load_coder", lambda *_, **__: StubCoder())
    monkeypatch.delenv("VEDETTE_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(GOOD)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "vedette.db"
    with open_store(path) as opened, opened.writer() as writer:
        writer.add(code(make_report(1)))
        writer.add(code(make_report(2, published_at="2021-08-01")))
    return path


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"vedette {__version__}\n"
    assert run(["--help"]) == 0
    assert "Exit codes: 0 done" in capsys.readouterr().out


def test_every_command_has_help_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    for command in app.registered_commands:
        assert run([str(command.name), "--help"]) == 0
        assert f"Example: vedette {command.name}" in capsys.readouterr().out.replace("cat reports.jsonl | ", "")


def test_code_prints_tables_with_the_trigger_marked(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["code", "good.txt"]) == 0
    out = capsys.readouterr().out
    assert "Panj Post, 2021-07-08, r:" in out
    assert "«attacked»" in out
    assert "Rows are mentions of events, not events" in out


def test_code_prints_one_json_line_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.txt").write_text("No date.")
    assert run(["code", "good.txt", "bad.txt", "gone.txt", "--format", "jsonl", "--no-text"]) == 4
    captured = capsys.readouterr()
    good, bad, gone = map(json.loads, captured.out.splitlines())
    assert "text" not in good["report"]
    assert [event["event_type"] for event in good["events"]] == ["ASSAULT", "THREATEN", "ASSAULT", "CONSULT"]
    assert bad["failure"]["error"] == "DateMissing"
    assert gone["failure"] | {"message": ""} == {
        "input": "gone.txt", "stage": "ingest", "error": "InputMissing", "message": "", "report": None,
    }  # fmt: skip
    assert "bad.txt: DateMissing: the report states no date" in captured.err


def test_code_prints_flat_rows(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["code", "good.txt", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["status"] for row in rows] == ["happened", "feared", "happened", "happened"]


def test_code_reads_the_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert run(["code", "-", "--date", "2021-07-08", "--publisher", "Me", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["report"]["publisher"] == "Me"


def test_fast_leaves_the_encoder_out(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def load(*_: object, fast: bool = False, **__: object) -> StubCoder:
        asked.append(fast)
        return StubCoder()

    monkeypatch.setattr("vedette.cli.coders.load_coder", load)
    assert run(["code", "good.txt", "--fast"]) == 0
    assert run(["add", "good.txt", "--store", "a.db"]) == 0
    assert asked == [True, False]


def test_explain_takes_an_id_or_a_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == 2
    assert "--text" in capsys.readouterr().err
    assert run(["explain", "m:1", "--text", "Rain fell."]) == 2


def test_add_keeps_and_passes_over_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["add", "good.txt", "--store", "a.db"]) == 0
    assert run(["add", "good.txt", "--store", "a.db"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1 added, 0 there already, 0 failed: a.db",
        "0 added, 1 there already, 0 failed: a.db",
    ]


def test_add_loads_no_parser_where_nothing_is_new(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(["add", "good.txt"]) == 0
    monkeypatch.setattr("vedette.cli.coders.load_coder", lambda *_, **__: pytest.fail("loaded"))
    assert run(["add", "good.txt"]) == 0


def test_add_keeps_the_rest_beside_failures(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.jsonl").write_text(
        json.dumps({"text": TEXT, "date": "2021-07-08"})
        + "\n{broken\n"
        + json.dumps({"text": TEXT + " BREAK", "date": "2021-07-08", "title": "Breaks"})
        + "\n"
        + json.dumps({"text": TEXT, "date": "2021-07-09"})
    )
    assert run(["add", "a.jsonl"]) == 4
    captured = capsys.readouterr()
    assert captured.out == "2 added, 0 there already, 2 failed: vedette.db\n"
    assert "a.jsonl:2: InputMalformed: broken JSON at column 2" in captured.err
    with open_store("vedette.db") as opened:
        assert [(one.input, one.error) for one in opened.failures()] == [
            ("a.jsonl:2", "InputMalformed"),
            ("Breaks", "ValueError"),
        ]


def test_store_may_be_named_in_the_environment(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VEDETTE_STORE", "named.db")
    assert run(["add", "good.txt"]) == 0
    assert Path("named.db").exists()
    assert run(["events"]) == 0
    assert "ASSAULT" in capsys.readouterr().out


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["events"], 4),
        (["events", "--actor", "taliban", "--recipient", "AFG", "--type", "assault", "--country", "afg"], 2),
        (["events", "--status", "feared"], 2),
        (["events", "--status", "all"], 8),
        (["events", "--within"], 6),
        (["events", "--no-background"], 2),
        (["events", "--since", "2021-07-07", "--until", "2021-07-07", "--speaker", "taliban"], 2),
        (["events", "--words", "attack 2", "--limit", "1", "--offset", "1"], 1),
        (["claims"], 4),
        (["claims", "--speaker", "putin", "--stance", "fears"], 2),
        (["claims", "--disputed", "--since", "2021-08-01"], 2),
        (["reports", "--until", "2021-07-31"], 1),
    ],
)
def test_lists_filter_in_every_format(arguments: list[str], count: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*arguments, "--format", "jsonl"]) == 0
    assert len([json.loads(line) for line in capsys.readouterr().out.splitlines()]) == count
    assert run([*arguments, "--format", "csv"]) == 0
    assert len(list(csv.DictReader(io.StringIO(capsys.readouterr().out)))) == count
    assert run(arguments) == 0
    assert ("Rows are mentions of events" in capsys.readouterr().out) == (arguments[0] == "events")


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["events", "--limit", "1"], "The first 1 of 4 are shown. More: --limit N or --offset 1."),
        (["events", "--limit", "2", "--offset", "1", "--status", "all"], "2 to 3 of 8 are shown. More: --limit N or"),
        (["claims", "--limit", "3"], "The first 3 of 4 are shown."),
        (["claims", "--limit", "1", "--speaker", "putin"], "The first 1 of 2 are shown."),
        (["reports", "--limit", "1"], "The first 1 of 2 are shown."),
        (["speakers", "--limit", "1"], "The first 1 of 3 are shown."),
        (["disputes", "--limit", "1"], "The first 1 of 2 are shown."),
    ],
)
def test_a_table_that_is_cut_says_of_how_many_rows(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 0
    shown = capsys.readouterr()
    assert told in shown.out
    assert shown.err == ""
    assert run([*arguments, "--format", "csv"]) == 0
    assert "are shown" not in capsys.readouterr().out


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("command", ["events", "claims", "reports", "speakers", "disputes"])
def test_a_table_that_is_whole_says_nothing_of_more(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command]) == 0
    assert "are shown" not in capsys.readouterr().out


@pytest.mark.usefixtures("store")
def test_a_country_may_be_named_or_given_by_its_code(capsys: pytest.CaptureFixture[str]) -> None:
    printed = []
    for named in ("AFG", "afg", "Afghanistan", "afghanistan", "AF"):
        assert run(["events", "--country", named, "--format", "jsonl"]) == 0
        printed.append(capsys.readouterr().out)
    assert printed[0]
    assert set(printed) == {printed[0]}
    assert run(["events", "--country", "Afghanistand", "--format", "jsonl"]) == 2
    assert "no country is called" in capsys.readouterr().err


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
@pytest.mark.parametrize("command", LISTS)
def test_nothing_matched_ends_with_one(command: str, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--since", "2030-01-01", "--format", form]) == 1
    assert "Nothing matched." in capsys.readouterr().err


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_nothing_of_a_status_names_it_and_the_others(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["events", "--status", "planned", "--format", form]) == 1
    told = capsys.readouterr().err
    assert "Nothing matched with status planned; with another status: " in told
    assert "2 feared" in told
    assert "or --status all." in told
    assert run(["events", "--status", "all", "--since", "2030-01-01", "--format", form]) == 1
    assert capsys.readouterr().err == "Nothing matched.\n"


def test_report_shows_events_claims_and_text(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    identity = make_report(1).id
    assert run(["report", identity[:9]]) == 0
    out = capsys.readouterr().out
    assert "The Taliban denied it." in out
    assert "ASSAULT" in out
    assert run(["report", identity, "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["report"]["id"] == identity


@pytest.mark.usefixtures("store")
def test_explain_marks_the_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    key = make_report(1).id[2:]
    assert run(["explain", f"m:{key}01"]) == 0
    out = capsys.readouterr().out
    assert "[actor: Taliban fighters] «attacked» [recipient: soldiers] in [place: Qalai Naw]" in out
    assert "rule assault.attack@1, score 0.90" in out
    assert "weighed and lost: MOBILIZE, score 0.20 by mobilize.move@1" in out
    assert run(["explain", f"c:{key}01"]) == 0
    assert "[speaker: President Vladimir Putin] «said» [content: the attack was a concern]." in capsys.readouterr().out
    assert run(["explain", f"c:{key}01", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == f"c:{key}01"


@pytest.mark.usefixtures("store")
def test_brief_is_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brief", "--country", "AFG"]) == 0
    assert capsys.readouterr().out.startswith("# Situation brief\n")
    assert run(["brief", "--since", "2030-01-01"]) == 1


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("arguments", "exit_code", "words"),
    [
        (["events", "--type", "FIGHT"], 2, "QueryError: there is no event type 'FIGHT'.\nKnown: AGREE"),
        (["events", "--since", "July"], 2, "'July' is no day"),
        (["events", "--nonsense"], 2, "No such option"),
        (["explain", "m:zz"], 2, "no event has the id 'm:zz'"),
        (["explain", "r:zz"], 2, "For reports: vedette report ID"),
        (["code", "good.txt", "--date", "2021-02-30"], 2, "DateInvalid: the date '2021-02-30'"),
        (["code", "good.txt", "--encoding", "klingon"], 3, "ConfigError: unknown encoding 'klingon'"),
        (["events", "--store", "gone.db"], 3, "StoreMissing: there is no store at 'gone.db'.\nMake one: vedette add"),
        (["events", "--store", "good.txt"], 3, "NotAStore: 'good.txt' is no store of Vedette"),
        (
            ["eval", "events", "gone.jsonl", "--predictions", "out.jsonl"],
            2,
            "InputMissing: there is no file 'gone.jsonl'",
        ),
    ],
)
def test_errors_are_told_without_a_trace(
    arguments: list[str], exit_code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == exit_code
    captured = capsys.readouterr()
    assert words in captured.err
    assert "Traceback" not in captured.err
    assert captured.out == ""


def test_samples_are_listed_and_written_but_never_over_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["samples"]) == 0
    assert len(capsys.readouterr().out.splitlines()) >= 12
    assert run(["samples", "--to", "reports"]) == 0
    assert run(["samples", "--to", "reports"]) == 0
    first = min(Path("reports").iterdir())
    first.write_text("mine")
    assert run(["samples", "--to", "reports"]) == 2
    assert first.read_text() == "mine"


def test_hostile_report_cannot_move_the_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    Path("evil.txt").write_text(
        "Title: \x1b[2J\x1b[1;1H[bold red]gone[/]\nDate: 2021-07-08\n\n"
        + TEXT.replace("mortars", "\x9b31m mortars \u202e")
    )
    for form in ("table", "csv", "jsonl"):
        assert run(["code", "evil.txt", "--format", form]) == 0
        out = capsys.readouterr().out
        assert not set(out) & {"\x1b", "\x9b", "\u202e"}
        assert "[bold red]gone[/]" in out
    assert run(["add", "evil.txt"]) == 0
    capsys.readouterr()
    assert run(["report", make_id()]) == 0
    assert not set(capsys.readouterr().out) & {"\x1b", "\x9b", "\u202e"}


def make_id() -> str:
    with open_store("vedette.db") as opened:
        return next(iter(opened.reports())).id


@pytest.mark.usefixtures("store")
def test_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    with open_store(tmp_path / "vedette.db") as opened, opened.writer() as writer:
        for number in range(100):
            writer.add(code(make_report(100 + number)))
    command = f"{sys.executable} -c 'from vedette.cli import main; main()' events --format jsonl | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


def test_lists_do_not_load_the_parser(store: Path) -> None:
    code_text = (
        "import sys; from vedette.cli.app import run; run(['events']); run(['samples']); "
        "sys.exit(any(name in sys.modules for name in ('spacy', 'numpy', 'pyarrow')))"
    )
    done = subprocess.run([sys.executable, "-c", code_text], capture_output=True, cwd=store.parent, check=False)
    assert done.returncode == 0, done.stderr
