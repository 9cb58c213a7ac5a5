"""`vedette samples` and `vedette eval`."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated

import typer

from vedette.cli import coders
from vedette.cli.options import Fast, ParserName
from vedette.cli.screen import data_console, progress, write
from vedette.errors import InputError, InputMissing

_SUFFIXES = (".txt", ".jsonl")


def samples(
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FOLDER", help="Write them there.", show_default=False)
    ] = None,
) -> None:
    """List the bundled sample reports, or write them to a folder.

    Example: vedette samples --to reports
    """
    found = sorted((one for one in files("vedette.samples").iterdir() if one.name.endswith(_SUFFIXES)), key=_name)
    if to is None:
        for one in found:
            write(f"{one.name}  {_title(one)}")
        return
    if to.exists() and not to.is_dir():
        raise InputError(f"'{to}' is a file. Name a folder to write the samples to.")
    to.mkdir(parents=True, exist_ok=True)
    for one in found:
        path, content = to / one.name, one.read_bytes()
        if path.exists() and path.read_bytes() != content:
            raise InputError(f"'{path}' is there already and differs. Nothing of it was changed; name another folder.")
        path.write_bytes(content)
    write(f"{len(found)} sample reports in {to}")


def evaluate(
    task: Annotated[str, typer.Argument(metavar="TASK", help="Such as events, quotes, times, places, names, status.")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Rows to predict, with gold fields or without.")],
    predictions: Annotated[
        Path, typer.Option("--predictions", metavar="OUT.jsonl", help="Where to write one row an input row.")
    ],
    parser: ParserName = coders.DEFAULT_PARSER,
    fast: Fast = False,
) -> None:
    """Predict every row of a file, and print scores where its gold is there.

    Example: vedette eval quotes gold.jsonl --predictions out.jsonl
    """
    from vedette.evals import run_task  # noqa: PLC0415 - it loads the parser's library; other commands do without
    from vedette.pipeline import Coder  # noqa: PLC0415

    if not gold.is_file():
        raise InputMissing(f"there is no file '{gold}'.")
    with progress(f"eval {task}") as advance:
        coder = Coder(parser=parser, fast=fast)
        told = run_task(task, gold, predictions, coder=coder, progress=lambda done, total: advance())
    data_console().print(told, soft_wrap=True)


def _name(one: Traversable) -> str:
    return one.name


def _title(one: Traversable) -> str:
    first = one.read_text(encoding="utf-8").partition("\n")[0]
    return first.removeprefix("Title:").strip()
