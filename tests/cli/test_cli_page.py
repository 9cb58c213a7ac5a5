"""docs/cli.md names every command and every option; the SQL and the tables of docs/store.md are right."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import typer

from coded_reports import code, make_report
from vedette.cli.app import app
from vedette.cli.outcome import Exit
from vedette.store import open_store

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_every_command_option_and_exit_code_is_documented() -> None:
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    root = typer.main.get_command(app)
    commands = root.commands  # type: ignore[attr-defined]
    for name, command in commands.items():
        assert f"`vedette {name}" in page
        for option in command.params:
            for flag in (*option.opts, *option.secondary_opts):
                assert not flag.startswith("--") or flag == "--help" or flag in page, f"{name} {flag}"
    for outcome in Exit:
        assert f"| {outcome.value} |" in page


def test_every_table_is_documented_and_the_example_runs(tmp_path: Path) -> None:
    page = (DOCS / "store.md").read_text(encoding="utf-8")
    with open_store(tmp_path / "a.db") as store, store.writer() as writer:
        writer.add(code(make_report()))
    connection = sqlite3.connect(tmp_path / "a.db")
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    (query,) = re.findall(r"```sql\n(.+?)```", page, re.DOTALL)
    rows = connection.execute(query).fetchall()
    connection.close()
    assert rows == [("Taliban", "Afghan National Army", 1)]
    for name in tables:
        assert f"`{name}`" in page or name.startswith(("report_words_", "claim_words_", "sqlite_"))
