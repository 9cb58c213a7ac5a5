"""Which row a user means: by its id, however short, and a report by its file or title too."""

from __future__ import annotations

from sqlalchemy import Connection, Table, select

from vedette.errors import QueryError
from vedette.store import schema

_PREFIXES = {"report": "r:", "event": "m:", "claim": "c:"}
ESCAPE = "\\"
_SHOWN = 5
_PAGE = 500


def find_id(connection: Connection, table: Table, asked: str) -> str:
    """Return the one id that is `asked` or begins with it; raise QueryError where none or several do."""
    ids = _ids(connection, table, asked.strip())
    if not ids:
        raise QueryError(f"no {table.name} has the id '{asked}'.\nList them: vedette {table.name}s")
    if len(ids) > 1:
        raise QueryError(
            f"the id '{asked}' is short for several {table.name}s: {', '.join(ids[:_SHOWN])}.\nGive more of it."
        )
    return ids[0]


def find_report(connection: Connection, asked: str) -> str:
    """Return the id of the one report that is meant; raise QueryError where none or several are.

    asked: in this order its whole id, the file it was read from (with or without folders and suffix), the first
    characters of its id, or part of its title. What is found one way is not looked for another way.
    """
    short = asked.strip()
    if short and _ids(connection, schema.REPORT, short) == [short]:
        return short
    named = _of_file(connection, short)
    if not named and not _ids(connection, schema.REPORT, short):
        named = _titled(connection, short)
        if not named:
            raise QueryError(
                f"no report has the id '{asked}', and none was read from a file of that name or has it in its title.\n"
                "List them: vedette reports"
            )
    if len(named) > 1:
        told = "; ".join(f"{identity} ({name})" for identity, name in named[:_SHOWN])
        raise QueryError(f"'{asked}' names several reports: {told}.\nGive more of it, or the id.")
    return named[0][0] if named else find_id(connection, schema.REPORT, short)


def is_file(read_from: str, asked: str) -> bool:
    """Tell whether a file, or a line of it ("reports.jsonl:12"), is the one asked for."""
    place, wanted = (name.replace("\\", "/").casefold() for name in (read_from, asked))
    file, _, line = place.rpartition(":")
    if not line.isdigit():
        file = place
    return any(
        name == wanted or name.endswith(f"/{wanted}")
        for path in dict.fromkeys((place, file))
        for name in (path, path.removesuffix(".gz"), _without_suffix(path))
    )


def _without_suffix(path: str) -> str:
    folder, slash, name = path.removesuffix(".gz").rpartition("/")
    stem, _, suffix = name.rpartition(".")
    return f"{folder}{slash}{stem if stem and suffix else name}"


def _ids(connection: Connection, table: Table, short: str) -> list[str]:
    """Return the whole id `short`, or else the first ids that begin with it, one more than is shown."""
    found = connection.execute(select(table.c.id).where(table.c.id == short)).scalar()
    if found is not None or not short:
        return [str(found)] if found is not None else []
    start = short if ":" in short else _PREFIXES[table.name] + short
    # A range and not LIKE: it runs along the index.
    query = select(table.c.id).where(table.c.id >= start, table.c.id < start + "\U0010ffff").order_by(table.c.id)
    return [str(one) for one in connection.execute(query.limit(_SHOWN + 1)).scalars()]


def _of_file(connection: Connection, short: str) -> list[tuple[str, str]]:
    """Return ids and files of the reports read from a file of that name."""
    return [(identity, name) for identity, name in _holding(connection, "input", short) if is_file(name, short)]


def _titled(connection: Connection, short: str) -> list[tuple[str, str]]:
    return _holding(connection, "title", short)


def _holding(connection: Connection, column: str, short: str) -> list[tuple[str, str]]:
    """Return ids of reports, with the column's words, where these hold what is asked for."""
    if not short:
        return []
    report = schema.REPORT
    value = report.c[column]
    # The numbers first: they are found along the column's index, without reading the texts.
    query = select(report.c.n).where(value.like(containing(short), escape=ESCAPE)).order_by(report.c.n)
    numbers = list(connection.execute(query).scalars())
    return [
        (str(row.id), str(row[1]))
        for at in range(0, len(numbers), _PAGE)
        for row in connection.execute(select(report.c.id, value).where(report.c.n.in_(numbers[at : at + _PAGE])))
    ]


def containing(words: str) -> str:
    """Return the pattern for LIKE of what holds some words; its escape is the backslash."""
    escaped = words.replace(ESCAPE, ESCAPE * 2).replace("%", f"{ESCAPE}%").replace("_", f"{ESCAPE}_")
    return f"%{escaped}%"
