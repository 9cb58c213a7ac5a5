"""`vedette knowledge`: tables of the user's own beside a store, and a report on all tables."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vedette.cli.options import StorePath
from vedette.cli.outcome import Exit
from vedette.cli.screen import data_console, note, write
from vedette.cli.tables import plain_table
from vedette.errors import DataFileInvalid
from vedette.export import to_json_line
from vedette.knowledge.user_tables import UserTable, keep_beside, kept_table, read_user_table, tables_beside
from vedette.settings import Settings

if TYPE_CHECKING:
    from vedette.knowledge.build_report import BuildReport

Table = Annotated[
    Path,
    typer.Argument(metavar="FILE.csv", help="Columns id, name, kind, src and more: see docs/knowledge.md."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")]


class ReportForm(StrEnum):
    """How the report on the tables is printed."""

    TABLE = "table"
    JSONL = "jsonl"
    MARKDOWN = "markdown"


def add(
    file: Table,
    store: StorePath = None,
    replace: Annotated[bool, typer.Option("--replace", help="In place of another table of that name.")] = False,
    dry_run: DryRun = False,
) -> None:
    """Check a table of your own and keep a copy beside the store, where `add`, `who` and `where` use it.

    Its rows come before the shipped ones. What was coded before stays as it is. The copy is a plain CSV file in the
    folder STORE.knowledge and may be mended there.

    Example: vedette knowledge add units.csv --store border.db
    """
    from vedette.knowledge import load_knowledge  # noqa: PLC0415 - reading the tables takes a moment
    from vedette.knowledge.namesakes import remarks  # noqa: PLC0415

    table = read_user_table(file)
    path = _store(store)
    others = [one for one in tables_beside(path) if one.stem != table.name]
    for remark in remarks(table, load_knowledge(others)):
        note(remark)
    if dry_run:
        write(f"{_size(table)} in {file}, without an error; nothing was kept")
        return
    write(f"{_size(table)} kept in {keep_beside(path, table, replacing=replace)}")


def listed(store: StorePath = None) -> None:
    """List the tables of your own that are kept beside the store.

    Example: vedette knowledge list --store border.db
    """
    path = _store(store)
    tables = tables_beside(path)
    if not tables:
        note(f"No table of your own is kept beside {path}. Add one: vedette knowledge add FILE.csv")
        raise typer.Exit(Exit.NOTHING)
    for one in tables:
        try:
            told = _size(read_user_table(one))
        except DataFileInvalid as error:
            told = "has errors"
            note(str(error))
        write(f"{one.stem}  {told}  {one}")


def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As `vedette knowledge list` shows it.")],
    store: StorePath = None,
    dry_run: DryRun = False,
) -> None:
    """Remove a table of your own from beside the store. What was coded with it stays as it is.

    Example: vedette knowledge remove units --store border.db
    """
    kept = kept_table(_store(store), name)
    if dry_run:
        write(f"{kept} would be removed")
        return
    kept.unlink()
    write(f"{kept} removed")


def check(
    store: StorePath = None,
    form: Annotated[ReportForm, typer.Option("--format", help="How to print.")] = ReportForm.TABLE,
) -> None:
    """Report on the tables, yours beside the store included: sizes, origins, and what does not fit together.

    Told are two holders of one office at a time, what curated and derived rows say differently, names that several
    actors of different countries share, and stretches without an end or a day of their last check.

    Example: vedette knowledge check --format jsonl
    """
    from vedette.export.knowledge_report import report_lines, report_page  # noqa: PLC0415
    from vedette.knowledge.build_report import build_report  # noqa: PLC0415 - reading the tables takes a moment

    report = build_report(tables_beside(_store(store)))
    if form is ReportForm.MARKDOWN:
        write(report_page(report))
    elif form is ReportForm.JSONL:
        for line in report_lines(report):
            write(to_json_line(line))
    else:
        _print_report(report)


def _print_report(report: BuildReport) -> None:
    from vedette.export.knowledge_report import table_cells  # noqa: PLC0415

    console = data_console()
    columns = ("table", "rows", "things", "open", "undated", "from")
    console.print(plain_table(columns, map(table_cells, report.tables)))
    rows = [(one.kind, one.subject, ", ".join(one.ids), one.detail) for one in report.findings]
    if rows:
        console.print(plain_table(("finding", "of", "ids", "detail"), rows))
    write(", ".join(f"{kind}: {number}" for kind, number in report.counts) or "Nothing was found.")


def _store(store: Path | None) -> Path:
    return store or Settings.from_environment().store


def _size(table: UserTable) -> str:
    return "1 row" if len(table.rows) == 1 else f"{len(table.rows)} rows"
