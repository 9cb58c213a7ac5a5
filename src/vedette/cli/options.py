"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from vedette.cli.countries import country_code


class Format(StrEnum):
    """How data is printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


class Rows(StrEnum):
    """How answers that have no flat form are printed."""

    TABLE = "table"
    JSONL = "jsonl"


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE…",
        help="Texts, JSONL, CSV or Parquet (also .gz), folders, patterns, or - for the standard input.",
        show_default=False,
    ),
]
StorePath = Annotated[
    Path | None,
    typer.Option(
        "--store", metavar="PATH", help="The store; else $VEDETTE_STORE, else ./vedette.db.", show_default=False
    ),
]
OutputFormat = Annotated[Format, typer.Option("--format", help="How to print.")]
RowsFormat = Annotated[Rows, typer.Option("--format", help="How to print.")]
Date = Annotated[
    str | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help="Date of reports that state none.", show_default=False),
]
Publisher = Annotated[
    str | None, typer.Option("--publisher", help="Publisher of reports that name none.", show_default=False)
]
Encoding = Annotated[
    str | None,
    typer.Option("--encoding", help="Encoding of the inputs, such as cp1252; else UTF-8.", show_default=False),
]
Jobs = Annotated[int, typer.Option("--jobs", min=1, help="Processes that code at once; each takes about 500 MB.")]
Fast = Annotated[
    bool,
    typer.Option("--fast", help="Leave both encoders out: lexicon and rules alone choose. About twice as fast."),
]
WideClaims = Annotated[
    bool,
    typer.Option("--wide-claims", help="Take bare support, criticism and mention for claims too (praised the troops)."),
]
OwnTables = Annotated[
    list[Path] | None,
    typer.Option(
        "--knowledge",
        metavar="FILE.csv",
        help="A table of your own of actors, places or equipment, used before the shipped ones; may be repeated.",
        show_default=False,
    ),
]
OwnTriggers = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon",
        metavar="FILE.toml",
        help="Triggers of your own, a file or folder, tried before the shipped ones; may be repeated.",
        show_default=False,
    ),
]
ParserName = Annotated[str, typer.Option("--parser", help="Name of the installed spaCy pipeline to parse with.")]
_WHO = "id, country code, or part of the name."
Actor = Annotated[str | None, typer.Option("--actor", metavar="WHO", help=f"Who did it: {_WHO}", show_default=False)]
Recipient = Annotated[
    str | None, typer.Option("--recipient", metavar="WHO", help=f"Whom it was done to: {_WHO}", show_default=False)
]
Speaker = Annotated[
    str | None, typer.Option("--speaker", metavar="WHO", help=f"Who says so: {_WHO}", show_default=False)
]
Addressee = Annotated[
    str | None, typer.Option("--addressee", metavar="WHO", help=f"Who is spoken to: {_WHO}", show_default=False)
]
About = Annotated[
    str | None,
    typer.Option(
        "--about",
        metavar="WHAT",
        help="What is spoken of: id, country code, part of a name, or words of the content.",
        show_default=False,
    ),
]
Types = Annotated[
    list[str] | None,
    typer.Option("--type", metavar="TYPE", help="PLOVER type, such as ASSAULT; may be repeated.", show_default=False),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        help="Such as feared, planned or denied; `all` for any; may be repeated. Else happened and ongoing.",
        show_default=False,
    ),
]
Stances = Annotated[
    list[str] | None,
    typer.Option("--stance", metavar="STANCE", help="Such as denies or fears; may be repeated.", show_default=False),
]
Within = Annotated[
    bool | None,
    typer.Option(
        "--within/--no-within",
        help="Whether to list acts that are only the content of a speech act (a demanded withdrawal). "
        "Else only with a --status other than happened and ongoing.",
    ),
]
Background = Annotated[
    bool | None,
    typer.Option("--background/--no-background", help="Only history told to explain the news, or none of it."),
]
Disputed = Annotated[bool, typer.Option("--disputed", help="Only claims that dispute or deny another, and those.")]
Country = Annotated[
    str | None,
    typer.Option(
        "--country",
        metavar="COUNTRY",
        help="Country of a party, speaker or place: code or name, such as TJK or Tajikistan.",
        show_default=False,
        callback=country_code,
    ),
]
Since = Annotated[str | None, typer.Option("--since", metavar="YYYY-MM-DD", help="First day.", show_default=False)]
Until = Annotated[str | None, typer.Option("--until", metavar="YYYY-MM-DD", help="Last day.", show_default=False)]
Words = Annotated[
    str | None, typer.Option("--words", help="Words the report must hold, all of them.", show_default=False)
]
OfReport = Annotated[
    str | None,
    typer.Option(
        "--report", metavar="WHICH", help="Of this report: id, file name, or part of the title.", show_default=False
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", min=1, help="Most rows; without it a table has 50, jsonl and csv have all.", show_default=False
    ),
]
DisputeLimit = Annotated[
    int | None,
    typer.Option(
        "--limit", min=1, help="Most disputes; without it a table has 10, jsonl and csv have all.", show_default=False
    ),
]
Offset = Annotated[int, typer.Option("--offset", min=0, help="Rows to pass over first.")]
