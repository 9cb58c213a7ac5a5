"""The report on the tables: how large each is, where its rows come from, and what does not fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from vedette.knowledge.actors import Actors
from vedette.knowledge.countries import Countries
from vedette.knowledge.findings import Finding, findings
from vedette.knowledge.tables import DATA
from vedette.knowledge.user_tables import UserTable, own_knowledge, read_user_table

_SILENT = "not told"
_KNOWN_SRC = {
    "gazetteer_abbreviations.tsv": "curated",
    "gazetteer_borders.tsv": "CC0 Factbook",
    "gazetteer_countries.tsv": "CC BY GeoNames",
    "regions.tsv": "curated",
}
"""Origin of shipped tables that tell it once, in their first line, for all rows."""


@dataclass(frozen=True, slots=True)
class TableSummary:
    """One table in figures."""

    name: str
    rows: int
    things: int
    """How many different things they tell of: rows of one id are stretches of one life."""
    open_ends: int
    """Rows without a last day."""
    undated: int
    """Those of them without a day of their last check either."""
    shares: tuple[tuple[str, int], ...]
    """Rows by origin, most first."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """All tables together."""

    tables: tuple[TableSummary, ...]
    findings: tuple[Finding, ...]
    counts: tuple[tuple[str, int], ...]
    """Findings by kind."""


def build_report(own: Sequence[Path] = ()) -> BuildReport:
    """Read the shipped tables and the user's `own`, and return the report; raises DataFileInvalid as loading does."""
    tables = [read_user_table(path) for path in own]
    found = tuple(findings(Actors.load(Countries.load(), own_knowledge(tables).actors if tables else ())))
    counts = Counter(one.kind for one in found)
    return BuildReport(
        tables=(*(_own(table) for table in tables), *_shipped()),
        findings=found,
        counts=tuple(counts.items()),
    )


def _shipped() -> Iterator[TableSummary]:
    for path in sorted(DATA.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".tsv"):
            yield _summary(path.name, _cells(path))
    yield _gazetteer()


def _gazetteer() -> TableSummary:
    """Summarise the packed gazetteer by its lines alone; every row is GeoNames'."""
    import lzma  # noqa: PLC0415 - of use only here

    lines = lzma.decompress((DATA / "gazetteer.tsv.xz").read_bytes()).decode("utf-8").split("\n")[1:-1]
    places = sum("\t=\t" not in line for line in lines)
    return TableSummary("gazetteer.tsv.xz", len(lines), places, 0, 0, (("CC BY GeoNames", len(lines)),))


def _own(table: UserTable) -> TableSummary:
    return _summary(table.path.name, [row.cells for row in table.rows])


def _cells(path: Traversable) -> list[dict[str, str]]:
    """Return the rows of a shipped table as they stand; their form is checked where they are loaded."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [dict(zip(rows[0], row, strict=False)) for row in rows[1:]]


def _summary(name: str, rows: Sequence[dict[str, str]]) -> TableSummary:
    shares = Counter(row.get("src") or _KNOWN_SRC.get(name, _SILENT) for row in rows)
    is_open = [row for row in rows if "last" in row and not row["last"]]
    return TableSummary(
        name=name,
        rows=len(rows),
        things=len({row.get("id") or str(index) for index, row in enumerate(rows)}),
        open_ends=len(is_open),
        undated=sum(not row["as_of"] for row in is_open),
        shares=tuple(shares.most_common()),
    )
