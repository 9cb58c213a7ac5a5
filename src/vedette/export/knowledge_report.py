"""The report on the knowledge tables, as plain values and as a page."""

from __future__ import annotations

from collections.abc import Iterator

from vedette.export.safe import markdown_safe
from vedette.knowledge.build_report import BuildReport, TableSummary
from vedette.knowledge.findings import Finding
from vedette.model.record import Record

_MEANS = {
    "overlap of office": "two holders of one country's office on the same days, for more than a month",
    "derived against curated": "a person whom a table written by hand and a derived one tell of under two ids",
    "same person twice": "persons of like names in office for one country, under two ids of one sort of table",
    "name of several": "a name that actors of different countries bear",
    "open end": "an office or a group's status without a last day and without a day of its last check",
}


def report_lines(report: BuildReport) -> Iterator[Record]:
    """Yield one object a table, then one a finding."""
    for table in report.tables:
        yield {
            "table": table.name,
            "rows": table.rows,
            "things": table.things,
            "open_ends": table.open_ends,
            "undated": table.undated,
            "src": dict(table.shares),
        }
    for one in report.findings:
        yield {"finding": one.kind, "subject": one.subject, "ids": list(one.ids), "detail": one.detail}


def table_cells(table: TableSummary) -> tuple[str, ...]:
    """Return a table's figures as cells: name, rows, things, open ends, undated, origins."""
    shares = ", ".join(f"{src} {number / table.rows:.0%}" for src, number in table.shares)
    return (table.name, *(f"{n:,}" for n in (table.rows, table.things, table.open_ends, table.undated)), shares)


def report_page(report: BuildReport) -> str:
    """Return the report in Markdown, without a line end."""
    lines = [
        "# Report on the knowledge tables",
        "",
        "Written by `make knowledge` (`vedette knowledge check --format markdown`); see [knowledge.md](knowledge.md).",
        "Rows that share an id are stretches of one life. Open: without a last day. Undated: open, and without a day",
        "on which that was last checked.",
        "",
        "| table | rows | things | open | undated | origin of rows |",
        "|---|---:|---:|---:|---:|---|",
        *("| " + " | ".join(map(markdown_safe, table_cells(table))) + " |" for table in report.tables),
    ]
    for kind, number in report.counts:
        lines += ["", f"## {kind.capitalize()}: {number}", "", f"{_MEANS.get(kind, kind).capitalize()}.", ""]
        lines += ["| of | ids | detail |", "|---|---|---|"]
        lines += [_finding_line(one) for one in report.findings if one.kind == kind]
    if not report.counts:
        lines += ["", "Nothing was found that does not fit together."]
    return "\n".join(lines)


def _finding_line(one: Finding) -> str:
    ids = " ".join(f"`{id_}`" for id_ in one.ids)
    return f"| {markdown_safe(one.subject)} | {ids} | {markdown_safe(one.detail)} |"
