"""`vedette codebook`: the event types and their triggers, yours included."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vedette.cli.coders import DEFAULT_PARSER
from vedette.cli.options import OwnTriggers, ParserName
from vedette.cli.outcome import Exit
from vedette.cli.screen import data_console, write
from vedette.cli.tables import plain_table
from vedette.errors import QueryError
from vedette.export import terminal_safe
from vedette.settings import Settings

if TYPE_CHECKING:
    from vedette.codebook import Codebook
    from vedette.coding import Lexicon

_DAY = "2021-12-29"
"""Examples are coded as of this day; their types do not hang on it."""


def listed(lexicon: OwnTriggers = None) -> None:
    """List the event types with their modes and how many triggers each has.

    Example: vedette codebook list
    """
    codebook, triggers = _tables(lexicon)
    rows = [
        (name, entry.meaning, ", ".join(codebook.modes[name]) or "–",
         str(sum(trigger.event_type == name for trigger in triggers.triggers)))
        for name, entry in codebook.types.items()
    ]  # fmt: skip
    data_console().print(plain_table(("type", "meaning", "modes", "triggers"), rows))


def show(
    event_type: Annotated[str, typer.Argument(metavar="TYPE", help="Event type, such as ASSAULT.")],
    lexicon: OwnTriggers = None,
) -> None:
    """Print the page of one type in Markdown: meaning, modes, and every trigger with frame and example.

    Example: vedette codebook show PROTEST > protest.md
    """
    from vedette.coding import type_page  # noqa: PLC0415

    codebook, triggers = _tables(lexicon)
    name = next((one for one in codebook.types if one == event_type.upper()), None)
    if name is None:
        raise QueryError(f"'{event_type}' is no event type; there are {', '.join(codebook.types)}")
    write(_terminal_safe_lines(type_page(name, codebook, triggers)))


def pages(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the pages are written; made where missing.")],
    lexicon: OwnTriggers = None,
) -> None:
    """Write a page for every type into a folder.

    Example: vedette codebook pages docs/codebook
    """
    from vedette.coding import type_page  # noqa: PLC0415

    codebook, triggers = _tables(lexicon)
    folder.mkdir(parents=True, exist_ok=True)
    for name in codebook.types:
        (folder / f"{name.lower()}.md").write_text(type_page(name, codebook, triggers), encoding="utf-8")
    write(f"{len(codebook.types)} pages written: {folder}")


def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE.toml…]", help="Files or folders of triggers; else those of the settings."),
    ] = None,
    parser: ParserName = DEFAULT_PARSER,
) -> None:
    """Check triggers of your own: form, names of modes and contexts, and that each example is coded as it says.

    Faults are told with file and line; exit code 3 where there are any.

    Example: vedette codebook check my_triggers.toml
    """
    from vedette import Coder, Report  # noqa: PLC0415 - loading the parser takes seconds
    from vedette.coding import check_triggers, read_triggers  # noqa: PLC0415

    asked = tuple(files or ()) or Settings.from_environment().lexicon
    own = [trigger for path in asked for trigger in read_triggers(path)]
    if not own:
        write('No triggers of your own are named: give files, or `lexicon = ["FILE.toml"]` in vedette.toml.')
        raise typer.Exit(Exit.NOTHING)
    coder = Coder(parser=parser, triggers=asked)

    def coded_types(sentence: str) -> set[str]:
        return {str(event.event_type) for event in coder.code(Report.make(sentence, _DAY)).events}

    faults = list(check_triggers(own, coder.events.codebook, coded_types))
    for fault in faults:
        write(terminal_safe(f"{fault.where}: {fault.rule}: {fault.problem}"))
    write(f"{len(own)} triggers checked, {len(faults)} faults")
    raise typer.Exit(Exit.SETUP if faults else Exit.DONE)


def _terminal_safe_lines(page: str) -> str:
    """Return a page that a terminal may print, its line breaks kept."""
    return "\n".join(terminal_safe(line) for line in page.rstrip("\n").split("\n"))


def _tables(lexicon: list[Path] | None) -> tuple[Codebook, Lexicon]:
    from vedette.codebook import load_codebook  # noqa: PLC0415
    from vedette.coding import load_lexicon  # noqa: PLC0415

    own = (*(lexicon or ()), *Settings.from_environment().lexicon)
    return load_codebook(), load_lexicon(own=own)
