"""The `vedette` command."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import Annotated, cast

import typer

from vedette._version import __version__
from vedette.cli import asking, claiming, codebooking, coding, explaining, exporting, extras, knowing, tabling
from vedette.cli.outcome import Exit, exit_for, told
from vedette.cli.screen import note
from vedette.errors import VedetteError

app = typer.Typer(
    name="vedette",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Read dated news reports and keep the evidence: who did what to whom, where, when, and according to whom.",
    epilog="Exit codes: 0 done, 1 nothing matched, 2 usage, 3 configuration or store, 4 done with failures.",
)
# The class of all misuse, wherever this version of typer keeps it.
_Misuse = cast("type[typer.BadParameter]", typer.BadParameter.__bases__[0])


def _hush() -> int:
    """Send what is left to print to nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.BROKEN_PIPE


def _quiet_when_unread(command: Callable[..., None]) -> Callable[..., None]:
    """Return the command, ending without a word where the reader of its output has gone, as `head` does."""

    @wraps(command)
    def guarded(**options: object) -> None:
        try:
            command(**options)
            sys.stdout.flush()
        except BrokenPipeError:
            raise typer.Exit(_hush()) from None

    return guarded


_COMMANDS: tuple[tuple[str, Callable[..., None]], ...] = (
    ("code", coding.code),
    ("add", coding.add),
    ("events", asking.events),
    ("claims", asking.claims),
    ("disputes", claiming.disputes),
    ("speakers", claiming.speakers),
    ("reports", asking.reports),
    ("report", asking.report),
    ("explain", explaining.explain),
    ("brief", explaining.brief),
    ("who", knowing.who),
    ("where", knowing.where),
    ("samples", extras.samples),
    ("eval", extras.evaluate),
)
_KNOWLEDGE_COMMANDS: tuple[tuple[str, Callable[..., None]], ...] = (
    ("add", tabling.add),
    ("list", tabling.listed),
    ("remove", tabling.remove),
    ("check", tabling.check),
)
knowledge_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Keep tables of your own beside a store; check all tables."
)
_CODEBOOK_COMMANDS: tuple[tuple[str, Callable[..., None]], ...] = (
    ("list", codebooking.listed),
    ("show", codebooking.show),
    ("pages", codebooking.pages),
    ("check", codebooking.check),
)
codebook_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="See the event types and their triggers; check your own."
)
_EXPORT_COMMANDS: tuple[tuple[str, Callable[..., None]], ...] = (
    ("annotation", exporting.annotation),
    ("claims", exporting.claims),
    ("claimreview", exporting.claimreview),
)
export_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Write claims in forms other tools read.")
for _app, _commands in (
    (app, _COMMANDS),
    (export_app, _EXPORT_COMMANDS),
    (knowledge_app, _KNOWLEDGE_COMMANDS),
    (codebook_app, _CODEBOOK_COMMANDS),
):
    for _name, _command in _commands:
        _app.command(_name)(_quiet_when_unread(_command))
app.add_typer(knowledge_app, name="knowledge")
app.add_typer(codebook_app, name="codebook")
app.add_typer(export_app, name="export")


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"vedette {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Read dated news reports and keep the evidence."""


def main() -> None:
    """Run the command line and end the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code; errors are told on stderr, without a trace."""
    try:
        result = app(arguments, standalone_mode=False)
    except VedetteError as error:
        sys.stderr.write(told(error) + "\n")
        return exit_for(error)
    except _Misuse as error:
        error.show(sys.stderr)
        return Exit.USAGE
    except (KeyboardInterrupt, typer.Abort):
        note("Stopped. What was kept is kept; run the same command again to go on.")
        return Exit.STOPPED
    return result if isinstance(result, int) else Exit.DONE
