"""`vedette who`, `where` and `knowledge`: what the tables know, from where, and a user's own tables."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from vedette.cli.options import Format, StorePath
from vedette.cli.outcome import Exit
from vedette.cli.screen import data_console, note, write
from vedette.errors import ConfigError, InputError
from vedette.export import terminal_safe, to_json_line
from vedette.settings import Settings

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge, KnownActor, KnownEquipment, StatusSpan
    from vedette.knowledge.where import PlaceCandidate
    from vedette.knowledge.who import ActorCandidate

_SHOWN = 8
_Name = Annotated[str, typer.Argument(metavar="NAME", help="As a report would write it.", show_default=False)]
_ListFormat = Annotated[Format, typer.Option("--format", help="How to print: table or jsonl.")]
knowledge_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Check the tables of knowledge, and keep tables of your own."
)


def tables_beside(store: Path) -> tuple[Path, ...]:
    """Return the user's own tables kept beside a store, by name."""
    folder = _folder(store)
    return tuple(sorted(folder.glob("*.csv"))) if folder.is_dir() else ()


def who(
    name: _Name,
    on: Annotated[
        str | None, typer.Option("--on", metavar="YYYY-MM-DD", help="The day asked about; else today.")
    ] = None,
    store: StorePath = None,
    form: _ListFormat = Format.TABLE,
) -> None:
    """Show who or what a name means on a day: status, dates, where that is from, and rivals with scores.

    Understood are names, acronyms, surnames, offices ("Russian defence minister"), other spellings and weapons.

    Example: vedette who Taliban --on 2021-08-01

    Example: vedette who "president of Tajikistan" --on 2021-12-29
    """
    from vedette.knowledge.who import who as candidates_for  # noqa: PLC0415 - reading the tables takes a moment

    knowledge, day = _knowledge(store), _day(on)
    weapon = knowledge.equipment.named(name)
    found = candidates_for(knowledge.actors, knowledge.countries, name, day)
    if weapon is None and not found:
        raise _unknown(name, "No table knows")
    if form is not Format.TABLE:
        for line in ([_weapon_record(weapon)] if weapon else []) + [_actor_record(one) for one in found]:
            write(to_json_line(line))
        return
    if weapon is not None:
        _print_weapon(weapon)
    if found:
        _print_actor(found[0], day)
        _print_rivals(found[1:])


def where(
    name: _Name,
    country: Annotated[
        str | None, typer.Option("--country", metavar="COUNTRY", help="Name or code of the country it should lie in.")
    ] = None,
    store: StorePath = None,
    form: _ListFormat = Format.TABLE,
) -> None:
    """Show where a name may lie: coordinates, province, precision, where that is from, and rivals with scores.

    Example: vedette where Bokhtar

    Example: vedette where "Paris, Texas"

    Example: vedette where "the Afghan-Tajik border" --format jsonl
    """
    from vedette.knowledge.where import where as places_for  # noqa: PLC0415 - reading the tables takes a moment

    found = places_for(_knowledge(store), name, country)
    if not found:
        raise _unknown(name, "No table has a place called")
    if form is Format.TABLE:
        data_console().print(_places_table(found))
    else:
        for one in found:
            write(to_json_line(_place_record(one)))


@knowledge_app.command("add")
def add_table(
    file: Annotated[
        Path, typer.Argument(metavar="FILE.csv", help="Columns name, kind and more: see docs/knowledge.md.")
    ],
    store: StorePath = None,
) -> None:
    """Check a table of your own and keep it beside the store, where `vedette add` and `who` use it from then on.

    Its rows go before the shipped ones. What was coded before stays as it was.

    Example: vedette knowledge add groups.csv --store border.db
    """
    from vedette.knowledge.user_tables import read_user_table  # noqa: PLC0415

    knowledge, kept = _knowledge(store), _folder(_store(store))
    table = read_user_table(file, knowledge.equipment.categories)
    for actor in table.actors:
        _tell_namesakes(actor, knowledge)
    kept.mkdir(parents=True, exist_ok=True)
    target = kept / f"{file.stem}.csv"
    replaced = target.exists()
    if not replaced or not target.samefile(file):
        shutil.copyfile(file, target)
    write(f"{len(table)} {'entry' if len(table) == 1 else 'entries'} {'replaced' if replaced else 'kept'} in {target}")


@knowledge_app.command("list")
def list_tables(store: StorePath = None) -> None:
    """List the tables of your own that are kept beside the store.

    Example: vedette knowledge list --store border.db
    """
    from vedette.knowledge import EquipmentTable  # noqa: PLC0415
    from vedette.knowledge.user_tables import read_user_table  # noqa: PLC0415

    categories = EquipmentTable.load().categories
    tables = tables_beside(_store(store))
    for path in tables:
        write(f"{path.stem}  {len(read_user_table(path, categories))} entries  {path}")
    if not tables:
        note("No table of your own is kept there. Add one: vedette knowledge add FILE.csv")
        raise typer.Exit(Exit.NOTHING)


@knowledge_app.command("remove")
def remove_table(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As `vedette knowledge list` shows it.")],
    store: StorePath = None,
) -> None:
    """Remove a table of your own from beside the store. What was coded with it stays as it was.

    Example: vedette knowledge remove groups --store border.db
    """
    kept = {path.stem: path for path in tables_beside(_store(store))}
    if name not in kept:
        there = ", ".join(kept) or "none"
        raise InputError(f"No table '{terminal_safe(name)}' is kept beside the store. There are: {there}.")
    kept[name].unlink()
    write(f"removed {kept[name]}")


@knowledge_app.command("check")
def check(store: StorePath = None, form: _ListFormat = Format.TABLE) -> None:
    """Report what does not fit together in the tables: overlaps of office, names of several actors, conflicts.

    Example: vedette knowledge check --format jsonl
    """
    from vedette.knowledge.findings import findings  # noqa: PLC0415

    knowledge = _knowledge(store)
    found = list(findings(knowledge.actors))
    if form is not Format.TABLE:
        for one in found:
            write(to_json_line({"kind": one.kind, "subject": one.subject, "ids": list(one.ids), "detail": one.detail}))
        return
    write(_counts(knowledge))
    table = _table("kind", "subject", "ids", "detail")
    for one in found:
        table.add_row(*map(_cell, (one.kind, one.subject, ", ".join(one.ids), one.detail)))
    data_console().print(table)
    kinds = Counter(one.kind for one in found)
    write("  ".join(f"{kind}: {number}" for kind, number in kinds.items()) or "Nothing was found.")


def _counts(knowledge: Knowledge) -> str:
    kinds = Counter(actor.kind for actor in knowledge.actors)
    told = ", ".join(f"{number} {kind}" for kind, number in kinds.most_common())
    shares = Counter(part for actor in knowledge.actors for part in actor.source.split("; "))
    told_shares = ", ".join(f"{name} {number}" for name, number in shares.most_common())
    return (
        f"{len(knowledge.actors)} actors ({told}), {len(knowledge.equipment)} weapons.\nActors by source: {told_shares}"
    )


def _knowledge(store: Path | None) -> Knowledge:
    from vedette.knowledge import load_knowledge  # noqa: PLC0415 - reading the tables takes a moment

    return load_knowledge(tables_beside(_store(store)))


def _store(store: Path | None) -> Path:
    return store or Settings.from_environment().store


def _folder(store: Path) -> Path:
    return store.with_name(f"{store.name}.knowledge")


def _day(on: str | None) -> date:
    if on is None:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(on)
    except ValueError:
        raise ConfigError(f"--on is '{terminal_safe(on)}', not a day like 2021-08-15.") from None


def _unknown(name: str, told: str) -> typer.Exit:
    note(f"{told} '{name}'. Unknown is an answer; add a table of your own with: vedette knowledge add FILE.csv")
    return typer.Exit(Exit.NOTHING)


def _tell_namesakes(actor: KnownActor, knowledge: Knowledge) -> None:
    others = [one.id for one in knowledge.actors.named(actor.name) if one.id != actor.id]
    if others:
        note(f"{actor.name}: also the name of {', '.join(others[:3])}; yours goes first.")


def _print_actor(found: ActorCandidate, day: date) -> None:
    known, then = found.known, found.then
    write(f"{known.name}  {known.id}  ({known.kind}; found by {found.how}, score {found.score:g})")
    status = f"{then.country or '-'} {' '.join(then.sectors) or '-'}"
    acts_for = f", acts for {then.acts_for}" if then.acts_for else ""
    write(f"on {day}: {status}{acts_for}")
    if found.span is None and known.spans:
        write("  (no stretch of the table holds on that day)")
    if found.beyond is not None:
        write(f"  (last known to hold on {found.beyond}; whether it still does is not known)")
    if known.ownership:
        write(f"ownership: {known.ownership}")
    if known.located:
        write(f"stands in: {known.located}")
    if known.aliases:
        write(f"also: {', '.join(known.aliases)}")
    if known.spans:
        table = _table("from", "to", "as of", "country", "sectors", "office", "acts for")
        for span in known.spans:
            table.add_row(*map(_cell, _span_cells(span)))
        data_console().print(table)
    write(f"source: {known.source}")


def _span_cells(span: StatusSpan) -> tuple[str, ...]:
    return (
        span.first or "",
        span.last or "",
        span.as_of or "",
        span.country or "",
        " ".join(span.sectors),
        span.title or span.office or "",
        span.acts_for or "",
    )


def _print_rivals(rivals: Sequence[ActorCandidate]) -> None:
    if not rivals:
        return
    table = _table("rival", "name", "country", "sectors", "found by", "score")
    for one in rivals[:_SHOWN]:
        cells = (one.known.id, one.known.name, one.then.country or "", " ".join(one.then.sectors), one.how)
        table.add_row(*map(_cell, (*cells, f"{one.score:g}")))
    data_console().print(table)


def _print_weapon(item: KnownEquipment) -> None:
    calibre = f", {item.calibre_mm:g} mm" if item.calibre_mm is not None else ""
    write(f"{item.name}  {item.id}  ({item.category}{calibre}, of {item.origin or 'unknown origin'})")
    if item.aliases:
        write(f"also: {', '.join(item.aliases)}")
    write(f"source: {item.src}")


def _places_table(found: Sequence[PlaceCandidate]) -> Table:
    table = _table(
        "name", "id", "country", "province", "district", "lat", "lon", "precision", "people", "score", "source"
    )
    for one in found[: 2 * _SHOWN]:
        precision = f"{one.precision} ±{one.radius_km:g} km"
        if one.length_km is not None:
            precision = f"line of {one.length_km:g} km"
        cells = (one.name, one.id, one.country or "", one.admin1 or "", one.admin2 or "", f"{one.lat:.4f}")
        people = f"{one.population:,}" if one.population else ""
        table.add_row(*map(_cell, (*cells, f"{one.lon:.4f}", precision, people, f"{one.score:.3f}", one.src)))
    return table


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _cell(value: str) -> Text:
    return Text(terminal_safe(value))


def _actor_record(one: ActorCandidate) -> dict[str, Any]:
    known = one.known
    spans = [dict(zip(_SPAN_KEYS, _span_cells(span), strict=True)) for span in known.spans]
    return {
        "id": known.id, "name": known.name, "kind": known.kind, "country": one.then.country,
        "sectors": list(one.then.sectors), "acts_for": one.then.acts_for, "located": known.located,
        "ownership": known.ownership, "aliases": list(known.aliases), "spans": spans, "src": known.source,
        "found_by": one.how, "score": one.score, "known_until": one.beyond,
    }  # fmt: skip


_SPAN_KEYS = ("first", "last", "as_of", "country", "sectors", "office", "acts_for")


def _weapon_record(item: KnownEquipment) -> dict[str, Any]:
    return {
        "id": item.id, "name": item.name, "kind": "equipment", "category": item.category,
        "calibre_mm": item.calibre_mm, "country": item.origin, "aliases": list(item.aliases), "src": item.src,
        "found_by": "name", "score": 1.0,
    }  # fmt: skip


def _place_record(one: PlaceCandidate) -> dict[str, Any]:
    return {
        "id": one.id, "name": one.name, "country": one.country, "admin1": one.admin1, "admin2": one.admin2,
        "lat": one.lat, "lon": one.lon, "precision": one.precision, "radius_km": one.radius_km,
        "length_km": one.length_km, "population": one.population, "src": one.src, "score": round(one.score, 4),
    }  # fmt: skip
