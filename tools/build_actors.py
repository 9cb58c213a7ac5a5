"""Build the derived tables of actors, and report what does not agree.

    python tools/build_actors.py ENTITIES.tsv.xz

ENTITIES.tsv.xz is a tab-separated list of entities with the columns id, kind, name, aliases, country
(alpha-2), roles, parent, codes, src, lat, lon. It draws on the World Factbook (heads of state and
government, CC0) and the Phoenix dictionaries (cabinets up to 2014, groups, organisations, MIT). Written
are leaders.tsv, armed_groups_listed.tsv and organisations_listed.tsv in src/vedette/knowledge/data. What
the tables written by hand say wins: a derived holder of an office is dropped from the day on which the
curated succession of that office begins, and a body that is known already is left out.
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from vedette.knowledge.actor_tables import (
    BODY_COLUMNS,
    BODY_TABLES,
    PERSON_COLUMNS,
    SECTORS,
    load_bodies,
    read_bodies,
    read_persons,
)
from vedette.knowledge.countries import Countries
from vedette.knowledge.naming import name_atoms
from vedette.knowledge.spelling import sound
from vedette.knowledge.tables import DATA
from vedette.knowledge.types import KnownActor

OUT = Path(__file__).parents[1] / "src" / "vedette" / "knowledge" / "data" / "leaders.tsv"
OFFICES = {"chief_of_state": "head of state", "head_of_government": "head of government"}
NO_HOLDER = re.compile(r"\b(vice|deputy|second|minister of state|queen of|council|assembly)\b|deputy/other", re.I)
NO_NAME = re.compile(
    r"represented by|^(?:and|for) |\b(government|council|vacant|committee|co-?prince|junta|party)\b", re.I
)
PREFIX = re.compile(
    r"^(?:of the presidency|of the republic|elect|aka|crown|caretaker|acting|interim|prime minister|president|governor|"
    r"general|gen\.?|dr\.?|sir|prince|sultan|archbishop|sheikh|col\.?|maj\.?|lt\.?|king|queen|mr\.?|mrs\.?|ms\.?|"
    r"capt\.?|adm\.?|brig\.?|ret\.?|cdre\.?|sr\.?|the|hon\.?)\s+",
    re.I,
)
NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")
GROUP_WORD = re.compile(
    r"\b(Army|Front|Movement|Liberation|Brigades?|Forces?|Party|Organi[sz]ation|Militia|Rebels|Resistance|Guerrillas?|"
    r"Revolutionary|Command|Alliance|Jihad|Battalion|Commandos?|Rally|Patriots)\b"
)
NGO_WORD = re.compile(
    r"\b(Association|Federation|Institute|Committee|Foundation|Union|Council|Society|Centre|Center|Network|Alliance|"
    r"Organi[sz]ation|League|Commission|Confederation|Conference|Coalition|Campaign|Watch|Forum|Fund|Trust|Church)\b"
)
SMALL_WORDS = frozenset("of the for and in on to against de la du des et a an at by with del y".split())
AS_OF = "2026-01-21"
SAME_START = timedelta(days=60)
PHOENIX_END = "2014-01-30"
CABINET_SINCE = "2008-01-01"
LEADERS_ONLY_BEFORE = "2003-01-01"
"""Until then the list holds national leaders, from then on whole cabinets."""
LONG_SERVICE = timedelta(days=4 * 365)
CAMEO_SECTORS = {"HLH": "MED", "MED": "JRN", "ENV": "", "DEV": "", "HRI": "", "MUS": "REL", "EEC": "", "TMP": ""}


@dataclass(frozen=True)
class Tenure:
    """One stretch of one person's life."""

    country: str
    office: str
    title: str
    sectors: tuple[str, ...]
    first: str
    last: str
    as_of: str


@dataclass
class Person:
    """A person gathered from one or more rows of the input."""

    name: str
    aliases: list[str] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)
    src: str = ""


def main() -> None:
    """Read the entities, write the table, print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("entities", type=Path, help="the list of entities (tsv.xz)")
    entities = parser.parse_args().entities
    countries = Countries.load()
    curated = list(read_persons(DATA / "leaders_curated.tsv"))
    entity_rows = list(read_entities(entities))
    rows = [row for row in entity_rows if row["kind"] == "person"]
    leaders = factbook_leaders(rows, countries, Curated(curated))
    cabinets = phoenix_persons(rows, countries)
    taken = {sound(name) for actor in curated for name in (actor.name, *actor.aliases)}
    persons = joined(leaders, cabinets, taken)
    write(persons)
    print(f"{len(curated)} curated persons, {len(leaders)} leaders and {len(persons)} persons in all derived")
    known = {fold(name) for actor in curated_bodies() for name in (actor.name, *actor.aliases)}
    write_bodies("armed_groups_listed.tsv", listed_groups(entity_rows, countries, known))
    write_bodies("organisations_listed.tsv", listed_organisations(entity_rows, known))
    report([*curated, *read_persons(DATA / "leaders.tsv")])


def read_entities(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of the input as dictionaries; JSON columns may be encoded twice."""
    with lzma.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")


def loaded(cell: str) -> list[list[str | None]]:
    """Return a JSON list cell."""
    value = json.loads(cell or "[]")
    rows: list[list[str | None]] = json.loads(value) if isinstance(value, str) else value
    return rows


class Curated:
    """What the curated table already says, so that nothing is said twice."""

    def __init__(self, persons: Iterable[KnownActor]) -> None:
        self._since: dict[tuple[str, str], str] = {}
        self._starts: dict[str, list[date]] = defaultdict(list)
        self._seen: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for person in persons:
            for span in person.spans:
                key = (span.country or "", span.office or "")
                if span.office in OFFICES.values():
                    self._starts[key[0]].append(date.fromisoformat(span.first or "1900-01-01"))
                self._since[key] = min(self._since.get(key, "9999-12-31"), span.first or "")
                for name in (person.name, *person.aliases, *person.surnames):
                    words = fold(name).split()
                    self._seen[span.country or "", words[-1]].append((span.first or "", span.last or "9999-12-31"))

    def since(self, country: str, office: str) -> str:
        """Return the day from which the succession of an office is curated."""
        return self._since.get((country, office), "9999-12-31")

    def knows(self, name: str, tenure: Tenure) -> bool:
        """Tell whether the holder is curated: by a name at that time, or by taking office that month as president."""
        began = date.fromisoformat(tenure.first)
        if "president" in tenure.title.lower():
            return any(abs(began - start) <= SAME_START for start in self._starts[tenure.country])
        return any(
            first <= (tenure.last or "9999-12-31") and tenure.first <= last
            for word in fold(name).split()[1:]
            for first, last in self._seen.get((tenure.country, word), ())
        )


def factbook_leaders(
    rows: list[dict[str, str]], countries: Countries, curated: Curated
) -> dict[tuple[str, str], Person]:
    """Return heads of state and government outside the curated successions, each clamped by the next."""
    successions: dict[tuple[str, str], list[tuple[str, Tenure]]] = defaultdict(list)
    for row in rows:
        country = countries.by_iso2(row["country"])
        name = clean_name(row["name"])
        if country is None or country.part_of or name is None:
            continue
        for title, kind, first, last in loaded(row["roles"]):
            office = OFFICES.get(kind or "")
            if not office or not title or NO_HOLDER.search(title) or not is_day(first):
                continue
            is_titled = title not in {"chief of state", "Head of Government"}
            tenure = Tenure(country.iso3, office, title if is_titled else "", ("GOV",), first or "", last or "", "")
            if tenure.first < curated.since(country.iso3, office) and not curated.knows(name, tenure):
                successions[country.iso3, office].append((name, tenure))
    persons: dict[tuple[str, str], Person] = {}
    for (iso3, office), tenures in successions.items():
        for name, tenure in clamped(tenures, curated.since(iso3, office)):
            person = persons.setdefault((iso3, fold(name)), Person(name, src="CC0 Factbook"))
            person.tenures.append(tenure)
    return persons


def clamped(tenures: list[tuple[str, Tenure]], until: str) -> list[tuple[str, Tenure]]:
    """Merge doubles of one holder from several snapshots and end each tenure where the next begins.

    until: day on which the curated succession takes over.
    """
    merged: list[tuple[str, Tenure]] = []
    for name, tenure in sorted(tenures, key=lambda pair: pair[1].first):
        if merged and is_same_holder(merged[-1], (name, tenure)):
            kept_name, kept = merged[-1]
            last = "" if not (kept.last and tenure.last) else max(kept.last, tenure.last)
            merged[-1] = (kept_name, replace(kept, last=last, title=kept.title or tenure.title))
        else:
            merged.append((name, tenure))
    closed: list[tuple[str, Tenure]] = []
    for (name, tenure), following in zip(merged, [*(t.first for _, t in merged[1:]), until], strict=True):
        if following < "9999":
            end = (date.fromisoformat(following) - timedelta(days=1)).isoformat()
            closed.append((name, replace(tenure, last=max(end, tenure.first))))
        else:
            seen = min(tenure.last or AS_OF, AS_OF)
            closed.append((name, replace(tenure, last="", as_of=seen)))
    return closed


def is_same_holder(one: tuple[str, Tenure], other: tuple[str, Tenure]) -> bool:
    """Tell whether two snapshot rows are one holder: same start, or same last name."""
    gap = date.fromisoformat(other[1].first) - date.fromisoformat(one[1].first)
    first, second = fold(one[0]).split(), fold(other[0]).split()
    return (gap <= SAME_START and bool(set(first) & set(second))) or first[-1] == second[-1]


def phoenix_persons(rows: list[dict[str, str]], countries: Countries) -> dict[tuple[str, str], Person]:
    """Return national leaders, and members of cabinets since 2008 who served four years and more."""
    persons: dict[tuple[str, str], Person] = {}
    for row in rows:
        country = countries.by_iso2(row["country"])
        name = clean_name(row["name"])
        cameo = [role for role in loaded(row["roles"]) if role[1] == "cameo" and role[0] and role[2]]
        if country is None or country.part_of or name is None or not cameo:
            continue
        tenures = [tenure for role in cameo if (tenure := cameo_tenure(role, country.iso3)) is not None]
        if tenures and is_worth_keeping(tenures):
            person = persons.setdefault((country.iso3, fold(name)), Person(name, src="MIT Phoenix"))
            person.tenures.extend(squeezed(tenures))
    return persons


def cameo_tenure(role: list[str | None], iso3: str) -> Tenure | None:
    """Turn a dated CAMEO role into a tenure; time out of office is left to the rule of the reader."""
    code, first, last = role[0] or "", role[2] or "", role[3] or ""
    parts = [CAMEO_SECTORS.get(part, part) for part in re.findall("...", code[3:])]
    sectors = tuple(dict.fromkeys(part for part in parts if part in SECTORS))
    is_open = last.endswith("?") or not last
    last = last.rstrip("?")
    if code[:3] != iso3 or not sectors or sectors == ("ELI",) or not is_day(first) or (last and not is_day(last)):
        return None
    return Tenure(iso3, "", "", sectors, first, "" if is_open else last, PHOENIX_END if is_open else "")


def is_worth_keeping(tenures: list[Tenure]) -> bool:
    """Tell whether a cabinet member is likely to be met again."""
    days = sum(
        ((date.fromisoformat(t.last or PHOENIX_END) - date.fromisoformat(t.first)) for t in tenures), timedelta()
    )
    newest = max(t.last or "9999" for t in tenures)
    is_leader = min(t.first for t in tenures) < LEADERS_ONLY_BEFORE
    return is_leader or (days >= LONG_SERVICE and newest >= CABINET_SINCE)


def squeezed(tenures: list[Tenure]) -> list[Tenure]:
    """Join stretches that follow each other in the same sectors."""
    joined_up: list[Tenure] = []
    for tenure in sorted(tenures, key=lambda t: t.first):
        before = joined_up[-1] if joined_up else None
        if before is not None and before.sectors == tenure.sectors:
            last = "" if not (before.last and tenure.last) else max(before.last, tenure.last)
            joined_up[-1] = replace(before, last=last, as_of="" if last else before.as_of or tenure.as_of)
        else:
            joined_up.append(tenure)
    return joined_up


def joined(
    leaders: dict[tuple[str, str], Person], cabinets: dict[tuple[str, str], Person], taken: set[str]
) -> list[Person]:
    """Put both lists together; who is curated, in whatever spelling, or bears a name with others, is left out."""
    both = {**cabinets, **leaders}
    spelled: dict[tuple[str, str], tuple[str, str]] = {}
    for key in (*leaders, *cabinets):
        spelled.setdefault((key[0], sound(both[key].name)), key)
    kept = set(spelled.values())
    persons = {key: person for key, person in both.items() if key in kept and sound(person.name) not in taken}
    bearers: dict[str, int] = defaultdict(int)
    for _, name in persons:
        bearers[name] += 1
    return [person for key, person in sorted(persons.items()) if key in leaders or bearers[key[1]] == 1]


def clean_name(raw: str) -> str | None:
    """Return a name fit to be looked up, or None: no titles, brackets, doubles or shouting."""
    if NO_NAME.search(raw) or not raw.isprintable():
        return None
    name = re.sub(r"\s*\(.*?\)|,.*$|\s+(?:and|since|as)\s.*$", "", raw).strip()
    while PREFIX.match(name):
        name = PREFIX.sub("", name)
    words = [lowered(word) for word in name.split()]
    name = " ".join(words)
    return name if NAME.fullmatch(name) else None


def lowered(word: str) -> str:
    """Return "al-Bashir" for "al-BASHIR"."""
    if re.fullmatch(r"[IVX][ivx]+", word):
        return word.upper()
    return "-".join(p.capitalize() if len(p) > 3 and p.isupper() else p for p in word.split("-"))


def fold(name: str) -> str:
    """Return a key under which spellings of one name that differ in accents and case meet."""
    return " ".join(name_atoms(name)).lower()


def is_day(value: str | None) -> bool:
    """Tell whether a cell is a full ISO day."""
    return bool(value and re.fullmatch(r"\d{4}-\d\d-\d\d", value))


def slug(name: str) -> str:
    """Return the part of an id that comes from a name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def write(persons: list[Person]) -> None:
    """Write the derived table."""
    lines = [
        "# Written by tools/build_actors.py; mend leaders_curated.tsv instead, which wins over this file.",
        "\t".join(PERSON_COLUMNS),
    ]
    for person in persons:
        country = person.tenures[0].country
        for t in sorted(person.tenures, key=lambda t: t.first):
            surnames = "" if t.office else "-"
            acts_for = f"gov:{country}" if t.office or t.sectors[0] == "GOV" else ""
            cells = (
                f"p:{slug(person.name)}-{country.lower()}", person.name, surnames, "; ".join(person.aliases), country,
                t.office, t.title, "; ".join(t.sectors), acts_for, t.first, t.last, t.as_of, person.src,
            )  # fmt: skip
            lines.append("\t".join(cells))
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def curated_bodies() -> list[KnownActor]:
    """Return the bodies written by hand."""
    return [actor for name in BODY_TABLES if "_listed" not in name for actor in read_bodies(DATA / name)]


def listed_groups(rows: list[dict[str, str]], countries: Countries, known: set[str]) -> Iterator[tuple[str, ...]]:
    """Yield armed groups of one country, by name and sort plainly a group and not yet known."""
    for row in rows:
        country = countries.by_iso2(row["country"])
        code = json_object(row["codes"]).get("cameo", "")
        if row["kind"] != "armed_group" or country is None or code != f"{country.iso3}REB":
            continue
        name = body_name(row["name"], GROUP_WORD, known)
        if name is not None:
            known.add(fold(name))
            yield f"g:{slug(name)}-{country.iso3.lower()}", name, "armed_group", country.iso3, "REB", PHOENIX_END


def listed_organisations(rows: list[dict[str, str]], known: set[str]) -> Iterator[tuple[str, ...]]:
    """Yield non-governmental organisations whose name says that they are one."""
    for row in rows:
        code = json_object(row["codes"]).get("cameo", "")
        if row["kind"] != "org" or not code.startswith("NGO"):
            continue
        name = body_name(row["name"], NGO_WORD, known)
        if name is not None:
            parts = [CAMEO_SECTORS.get(part, part) for part in re.findall("...", code[3:])]
            sector = next((part for part in parts if part in SECTORS), "")
            known.add(fold(name))
            yield f"o:{slug(name)}", name, "ngo", "NGO", sector, PHOENIX_END


def body_name(raw: str, needed: re.Pattern[str], known: set[str]) -> str | None:
    """Return a body's name in usual capitals, or None where it is doubtful or already known."""
    name = " ".join(w.lower() if w.lower() in SMALL_WORDS and i else w for i, w in enumerate(raw.split()))
    name = name.removeprefix("The ")
    is_clean = re.fullmatch(r"[^\W\d_][\w.'’ -]*", name) and len(name.split()) > 2
    return name if is_clean and needed.search(name) and fold(name) not in known else None


def json_object(cell: str) -> dict[str, str]:
    """Return a JSON object cell, which may be encoded twice."""
    value = json.loads(cell or "{}")
    mapping: dict[str, str] = json.loads(value) if isinstance(value, str) else value
    return mapping


def write_bodies(file: str, bodies: Iterable[tuple[str, ...]]) -> None:
    """Write a derived table of bodies."""
    lines = ["# Written by tools/build_actors.py; mend the table without _listed instead.", "\t".join(BODY_COLUMNS)]
    for id_, name, kind, country, sector, as_of in sorted(bodies):
        lines.append("\t".join((id_, name, kind, "", country, sector, "", "", as_of, "", "MIT Phoenix")))
    (OUT.parent / file).write_text("\n".join(lines) + "\n", encoding="utf-8")


def report(persons: list[KnownActor]) -> None:
    """Print offices with two holders at a time, and names that several actors share."""
    holders: dict[tuple[str, str, str], list[tuple[str, str, str]]] = defaultdict(list)
    names: dict[str, set[str]] = defaultdict(set)
    for actor in [*load_bodies(), *persons]:
        for name in (actor.name, *actor.aliases):
            names[fold(name)].add(actor.id)
        for span in actor.spans:
            if span.office in OFFICES.values():
                key = (span.country or "", span.office or "", span.acts_for or "")
                holders[key].append((span.first or "", span.last or "9999", actor.id))
    for key, spans in sorted(holders.items()):
        spans.sort()
        for one, other in pairwise(spans):
            if other[0] <= one[1]:
                print("two holders:", *key[:2], one, other)
    for name, ids in sorted(names.items()):
        if len(ids) > 1:
            print("shared name:", name, *sorted(ids))


if __name__ == "__main__":
    main()
