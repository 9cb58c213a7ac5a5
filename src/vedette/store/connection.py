"""Open the SQLite file, see that it is ours, and say plainly what is wrong where it is not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError

from vedette.errors import NotAStore, StoreError, StoreLocked, StoreMissing, StoreTooNew
from vedette.store import migrations, schema

_WAIT_MILLISECONDS = 10_000


def open_engine(path: Path, *, create: bool, wait: int = _WAIT_MILLISECONDS) -> Engine:
    """Return an engine on a store that exists in this version's schema.

    Raises StoreMissing, NotAStore, StoreTooNew, StoreLocked or StoreError.
    """
    if not path.exists():
        if not create:
            raise StoreMissing(f"there is no store at '{path}'.\nMake one: vedette add FILE… --store {path}")
        if not path.parent.is_dir():
            raise StoreMissing(f"there is no folder '{path.parent}' to make the store '{path.name}' in.")
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", lambda raw, _: _prepare(raw, wait))
    with explained(path):
        _ensure_schema(engine, path, create=create)
    return engine


def _prepare(raw: Any, wait: int) -> None:
    # Without this the driver opens its own transactions, and never before a SELECT.
    raw.isolation_level = None
    raw.execute(f"PRAGMA busy_timeout = {wait}")
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA synchronous = NORMAL")


@contextmanager
def transaction(engine: Engine, *, write: bool = False) -> Iterator[Connection]:
    """Run in one transaction: kept whole, or undone whole."""
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
        try:
            yield connection
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            raise
        connection.exec_driver_sql("COMMIT")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite complains of into the errors of `vedette.errors`."""
    try:
        yield
    except DatabaseError as error:
        raise _explain(str(error.orig), path) from error
    except sqlite3.DatabaseError as error:
        raise _explain(str(error), path) from error


def _explain(complaint: str, path: Path) -> StoreError:
    if "locked" in complaint or "busy" in complaint:
        return StoreLocked(
            f"another process is writing to '{path}' and did not finish in time.\n"
            "Try again when it is done; reading goes on meanwhile."
        )
    if "not a database" in complaint:
        return NotAStore(f"'{path}' is no store of Vedette: it is not an SQLite file.")
    return StoreError(f"the store '{path}' cannot be used: {complaint}.")


def _ensure_schema(engine: Engine, path: Path, *, create: bool) -> None:
    with engine.connect() as connection:
        found = _pragma(connection, "application_id"), _pragma(connection, "user_version")
        is_empty = not connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar()
        if is_empty and found[0] != schema.APPLICATION_ID and create:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    if found == (schema.APPLICATION_ID, schema.VERSION):
        return
    if found[0] != schema.APPLICATION_ID:
        if not is_empty:
            raise NotAStore(f"'{path}' is an SQLite file, but no store of Vedette. Name another with --store.")
        if not create:
            raise NotAStore(f"'{path}' is empty.\nFill it: vedette add FILE… --store {path}")
    elif found[1] > schema.VERSION:
        raise StoreTooNew(
            f"'{path}' was written by a later Vedette (schema {found[1]}; this one knows {schema.VERSION}).\n"
            "Update: pip install --upgrade vedette"
        )
    with transaction(engine, write=True) as connection:
        bring_up_to_date(connection)


def bring_up_to_date(connection: Connection, steps: Sequence[migrations.Migration] = migrations.MIGRATIONS) -> None:
    """Make the tables, or change an older store's step by step to today's."""
    found = _pragma(connection, "user_version")
    if found == 0:
        # Another process may have made them while this one waited for its turn; then found is not 0.
        schema.METADATA.create_all(connection)
        connection.exec_driver_sql(schema.FULL_TEXT)
        connection.exec_driver_sql(schema.CLAIM_TEXT)
        connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        found = schema.VERSION
    for step in steps:
        if step.version > found:
            for statement in step.statements:
                connection.exec_driver_sql(statement)
            found = step.version
    connection.exec_driver_sql(f"PRAGMA user_version = {found}")


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())
