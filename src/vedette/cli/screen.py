"""Where things are printed: stdout for data, stderr for people."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from vedette.export import terminal_safe

_WIDE = 160
"""Columns of a table that goes to a file or a pipe."""

Advance = Callable[[], None]


def data_console() -> Console:
    """Return the console of stdout; it takes nothing that reports say for markup."""
    width = None if sys.stdout.isatty() else _WIDE
    return Console(file=sys.stdout, markup=False, highlight=False, emoji=False, width=width)


def write(line: str) -> None:
    """Print one line of data."""
    sys.stdout.write(line + "\n")


def note(line: str) -> None:
    """Print something for people."""
    sys.stderr.write("\n".join(map(terminal_safe, line.splitlines())) + "\n")


@contextmanager
def progress(what: str, total: int | None = None) -> Iterator[Advance]:
    """Show a bar on stderr, only where that is a terminal; yields the function that moves it by one."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)
