"""`vedette who` and `vedette where`: what the tables know of a name, from where, and the rivals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from vedette.cli.options import OwnTables, Rows, RowsFormat, StorePath
from vedette.cli.outcome import Exit
from vedette.cli.screen import data_console, note, write
from vedette.cli.tables import plain_table
from vedette.errors import QueryError
from vedette.export import terminal_safe, to_json_line
from vedette.export.knowledge import actor_line, equipment_line, place_line, standing
from vedette.knowledge.user_tables import tables_beside
from vedette.settings import Settings

if TYPE_CHECKING:
    from vedette.knowledge import KnownEquipment, StatusSpan
    from vedette.knowledge.where import PlaceCandidate
    from vedette.knowledge.who import ActorCandidate

_RIVALS = 10
_MOST_PLACES = 20
_ALIKE = 0.75
_GUESSES = frozenset({"one letter off", "part of the name"})
"""Ways of finding that are no answer, only something to ask back about."""
_Name = Annotated[str, typer.Argument(metavar="NAME", help="As a report would write it.", show_default=False)]


def who(
    name: _Name,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="YYYY-MM-DD", help="The day asked about; else today.", show_default=False),
    ] = None,
    store: StorePath = None,
    knowledge: OwnTables = None,
    form: RowsFormat = Rows.TABLE,
) -> None:
    """Show who or what a name means on a day: status, dates, where that is from, and rivals with scores.

    Understood are names, acronyms, surnames, ids, offices ("Russian defence minister"), other spellings and weapons.
    Tables of your own that are kept beside the store are asked first.

    Example: vedette who Taliban --on 2021-08-01

    Example: vedette who "president of Tajikistan" --on 2021-12-29
    """
    from vedette.knowledge import Actors, Countries, EquipmentTable  # noqa: PLC0415 - other commands do without
    from vedette.knowledge.user_tables import read_user_tables  # noqa: PLC0415
    from vedette.knowledge.who import who as candidates  # noqa: PLC0415

    day = _day(on)
    own = read_user_tables(asked_tables(store, knowledge))
    countries = Countries.load()
    equipment = EquipmentTable.load(own=own.equipment)
    found = candidates(Actors.load(countries, own.actors), countries, name, day)
    known = tuple(one for one in found if one.how not in _GUESSES)
    weapon = equipment.named(name) or equipment.get(name)
    if weapon is None and not known:
        raise _unknown(name, (*_alike(name, equipment), *(f"{one.known.name} ({one.known.id})" for one in found)))
    if form is Rows.JSONL:
        for line in (*([equipment_line(weapon)] if weapon else []), *(actor_line(one, day) for one in found)):
            write(to_json_line(line))
        return
    if on is None:
        note(f"Asked about {day}, today; --on gives another day.")
    console = data_console()
    if weapon is not None:
        _print_weapon(console, weapon)
    if known:
        _print_actor(console, known[0], day)
    rivals = [one for one in found if one not in known[:1]]
    _print_rivals(console, rivals, day)


def where(
    name: _Name,
    country: Annotated[
        str | None,
        typer.Option(
            "--country", metavar="COUNTRY", help="Name or code of the country it lies in.", show_default=False
        ),
    ] = None,
    store: StorePath = None,
    knowledge: OwnTables = None,
    form: RowsFormat = Rows.TABLE,
) -> None:
    """Show where a name may lie: coordinates, province, precision, where that is from, and rivals with scores.

    Example: vedette where Bokhtar

    Example: vedette where Paris --country USA

    Example: vedette where "the Afghan-Tajik border" --format jsonl
    """
    from vedette.knowledge import load_knowledge  # noqa: PLC0415 - reading the tables takes a moment
    from vedette.knowledge.where import where as candidates  # noqa: PLC0415

    found = candidates(load_knowledge(asked_tables(store, knowledge)), name, country)
    if not found or not any(one.score for one in found):
        elsewhere = [f"{one.name} in {', '.join(filter(None, (one.admin1, one.country)))}" for one in found]
        raise _unknown(name + (f" in {country}" if country else ""), elsewhere)
    if form is Rows.JSONL:
        for one in found:
            write(to_json_line(place_line(one)))
        return
    console = data_console()
    _print_places(console, found[:_MOST_PLACES])
    if len(found) > _MOST_PLACES:
        told = f"The first {_MOST_PLACES} of {len(found)} are shown; --country narrows the search, jsonl has all."
        _say(console, told, "dim")


def asked_tables(store: Path | None, given: Iterable[Path] | None = None) -> tuple[Path, ...]:
    """Return the user's tables that a command goes by: those given, the environment's, those beside the store."""
    settings = Settings.from_environment()
    return (*(given or ()), *settings.knowledge, *tables_beside(store or settings.store))


def _day(on: str | None) -> date:
    if on is None:
        return datetime.now().astimezone().date()
    try:
        return datetime.strptime(on, "%Y-%m-%d").date()
    except ValueError:
        raise QueryError(f"--on is {on!r}, not a day like 2021-08-15.") from None


def _unknown(name: str, alike: Sequence[str]) -> typer.Exit:
    note(f"Not known: {name}.")
    if alike:
        note(f"Did you mean: {'; '.join(alike[:5])}?")
    note("A table of your own can tell it: vedette knowledge add FILE.csv")
    return typer.Exit(Exit.NOTHING)


def _alike(name: str, equipment: Iterable[KnownEquipment]) -> list[str]:
    """Return the equipment whose names are nearly the one asked for."""
    names = {alias.lower(): item for item in equipment for alias in (item.name, *item.aliases)}
    near = [names[close] for close in get_close_matches(name.lower()[:80], names, 3, _ALIKE)]
    return list(dict.fromkeys(f"{item.name} ({item.id})" for item in near))


def _print_weapon(console: Console, item: KnownEquipment) -> None:
    calibre = f", {item.calibre_mm:g} mm" if item.calibre_mm is not None else ""
    _say(console, f"{item.name}  {item.id}", "bold")
    _say(console, f"{item.category}{calibre}, designed in {item.origin or 'a country not told'}")
    if item.aliases:
        _say(console, f"also called {', '.join(item.aliases)}")
    _say(console, f"from {item.src}", "dim")


def _print_actor(console: Console, found: ActorCandidate, day: date) -> None:
    known, then = found.known, found.then
    _say(console, f"{known.name}  {known.id}", "bold")
    _say(console, f"{known.kind}, found by {found.how}, score {found.score:g}")
    acts_for = f", acts for {then.acts_for}" if then.acts_for else ""
    _say(console, f"on {day}: {then.country or 'no country'}, {' '.join(then.sectors) or 'no sector'}{acts_for}")
    doubt = standing(found, day)
    if doubt.told:
        _say(console, doubt.told, "yellow")
    for label, value in (("stands in", known.located), ("ownership", known.ownership)):
        if value:
            _say(console, f"{label}: {value}")
    if known.aliases:
        _say(console, f"also called {', '.join(known.aliases)}")
    if known.spans:
        columns = ("", "first", "last", "as of", "country", "sectors", "office", "acts for")
        rows = [("›" if span is found.span else "", *_span_cells(span)) for span in known.spans]
        console.print(plain_table(columns, rows))
    _say(console, f"from {known.source}", "dim")


def _span_cells(span: StatusSpan) -> tuple[str, ...]:
    office = ", ".join(dict.fromkeys(part for part in (span.office, span.title) if part))
    return (
        span.first or "", span.last or "", span.as_of or "", span.country or "", " ".join(span.sectors), office,
        span.acts_for or "",
    )  # fmt: skip


def _print_rivals(console: Console, rivals: Sequence[ActorCandidate], day: date) -> None:
    if not rivals:
        return
    rows = [
        (one.known.name, one.known.id, one.known.kind, one.then.country or "", " ".join(one.then.sectors),
         standing(one, day).code, one.how, f"{one.score:g}", one.known.source)
        for one in rivals[:_RIVALS]
    ]  # fmt: skip
    columns = ("rival", "id", "kind", "country", "sectors", "then", "found by", "score", "from")
    console.print(plain_table(columns, rows))
    if len(rivals) > _RIVALS:
        _say(console, f"The first {_RIVALS} of {len(rivals)} rivals are shown; jsonl has all.", "dim")


def _print_places(console: Console, found: Sequence[PlaceCandidate]) -> None:
    rows = []
    for one in found:
        extent = f"{one.length_km:g} km long" if one.length_km is not None else f"±{one.radius_km:g} km"
        inside = " › ".join(dict.fromkeys(part for part in (one.admin1, one.admin2) if part))
        people = f"{one.population:,}" if one.population else ""
        point = f"{one.lat:.4f} {one.lon:.4f}"
        rows.append(
            (one.name, one.id, one.country or "", inside, point, f"{one.precision}, {extent}", people,
             f"{one.score:g}", one.src)
        )  # fmt: skip
    columns = ("place", "id", "country", "province › district", "lat lon", "precision", "people", "score", "from")
    console.print(plain_table(columns, rows))


def _say(console: Console, line: str, style: str = "") -> None:
    console.print(terminal_safe(line), style=style, soft_wrap=True)
