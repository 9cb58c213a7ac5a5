"""The probe of 200 names: what the tables should know, drawn up before they were extended."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from math import acos, cos, radians, sin
from pathlib import Path

import pytest

from vedette.knowledge import Knowledge, load_knowledge
from vedette.knowledge.where import where
from vedette.knowledge.who import who

PROBE = Path(__file__).with_name("probe.tsv")
SECOND = Path(__file__).with_name("probe_second_answers.tsv")
ANY_DAY = "2024-01-01"
NEAR_KM = 161.0
CATEGORIES = {
    "heavy machine gun": "machine_gun",
    "machine gun": "machine_gun",
    "anti-tank weapon": "anti_tank",
    "grenade launcher": "grenade_launcher",
    "rocket artillery": "rocket_artillery",
    "armoured vehicle": "armoured_vehicle",
    "air defence system": "air_defence",
    "combat aircraft": "combat_aircraft",
    "ballistic missile": "ballistic_missile",
    "cruise missile": "cruise_missile",
}
"""Our categories in the probe's words, where those differ."""


@dataclass(frozen=True)
class Asked:
    n: int
    kind: str
    name: str
    on: str
    country: frozenset[str]
    what: frozenset[str]
    point: tuple[float, float] | None


def read_probe() -> list[Asked]:
    rows = [line.split("\t") for line in PROBE.read_text("utf-8").splitlines() if not line.startswith("#")][1:]
    return [
        Asked(
            int(n), kind, name, on or ANY_DAY, frozenset(country.split("|")), frozenset(filter(None, what.split("|"))),
            (float(lat), float(lon)) if lat else None,
        )
        for n, kind, name, on, country, what, lat, lon, _note in rows
    ]  # fmt: skip


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def judged(asked: Asked, knowledge: Knowledge) -> bool | None:
    """Whether what is known of a name is right; None where it is not known."""
    if asked.kind == "place":
        found = where(knowledge, asked.name)
        if not found or asked.point is None:
            return None
        return km(asked.point, (found[0].lat, found[0].lon)) <= max(NEAR_KM, found[0].radius_km)
    if asked.kind == "equipment":
        weapon = knowledge.equipment.named(asked.name)
        if weapon is None:
            return None
        return CATEGORIES.get(weapon.category, weapon.category) in asked.what and weapon.origin in asked.country
    candidates = who(knowledge.actors, knowledge.countries, asked.name, date.fromisoformat(asked.on))
    if not candidates or candidates[0].how == "part of the name":
        return None
    known, then = candidates[0].known, candidates[0].then
    is_what = known.ownership in asked.what if asked.kind == "media" else bool(asked.what & set(then.sectors))
    return then.country in asked.country and (is_what or not asked.what)


def km(one: tuple[float, float], other: tuple[float, float]) -> float:
    (a, b), (c, d) = (map(radians, point) for point in (one, other))
    return 6371 * acos(min(1.0, sin(a) * sin(c) + cos(a) * cos(c) * cos(b - d)))


def test_there_are_two_hundred_names_of_every_kind() -> None:
    kinds = Counter(asked.kind for asked in read_probe())
    assert kinds == {"person": 50, "place": 40, "armed_group": 30, "equipment": 30, "organisation": 25, "media": 25}


def test_nine_in_ten_are_known_and_nearly_all_of_those_right(knowledge: Knowledge) -> None:
    answers = [(asked, judged(asked, knowledge)) for asked in read_probe()]
    known = [(asked, right) for asked, right in answers if right is not None]
    wrong = [asked.name for asked, right in known if not right]
    assert len(known) >= 0.9 * len(answers), [asked.name for asked, right in answers if right is None]
    assert len(wrong) <= 0.03 * len(known), wrong


def test_a_fifth_was_answered_twice_alike() -> None:
    """Forty names, drawn by seed, answered again without sight of the first answers."""
    asked = {row.n: row for row in read_probe()}
    lines = [line for line in SECOND.read_text("utf-8").splitlines() if not line.startswith("#")]
    second = [(*line.split("\t"), "", "", "", "")[:5] for line in lines[1:]]
    assert len(second) == 40
    unlike = []
    for n, country, what, lat, lon in second:
        first = asked[int(n)]
        same = set(country.split("|")) <= first.country | {""} and (
            first.kind == "place" or not first.what or what in first.what
        )
        near = first.point is None or not lat or km(first.point, (float(lat), float(lon))) <= NEAR_KM
        if not (same and near):
            unlike.append(first.name)
    assert not unlike
