"""Places: every place a report names, with its point on the map.

Each name has one sense in a report, except where the words beside one mention say otherwise ("Paris, Texas").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vedette.grounding.borders import find_borders
from vedette.grounding.place_lookup import PlaceKnowledge
from vedette.grounding.place_senses import MIN_UNSUPPORTED, MIN_UNSUPPORTED_ALIAS, Name, settle
from vedette.grounding.place_words import NEAR_TOWN, RANK_KINDS
from vedette.grounding.toponyms import Toponym, find_toponyms
from vedette.knowledge.gazetteer import GazetteerEntry
from vedette.knowledge.placenames import fold_place
from vedette.model import Place, PlaceMention
from vedette.reading import Reading

_UNKNOWN_SCORE = 0.2
_TELLING = 7
"""Letters of a name that one small place alone bears and that is hardly anything else."""
_BESIDE_KM = 25.0
"""How far from its town a feature may lie that bears the town's name."""
_LARGE = 100_000
"""People of a town whose airport or square is believed to lie there whatever else the report names."""
_BORNE_OUT = 3.0
"""Points of score from the report's other places that put a river or street where a town of its name lies."""
_GREAT = 500_000
"""People of a city that is named without its province."""


def find_places(reading: Reading, knowledge: PlaceKnowledge) -> tuple[PlaceMention, ...]:
    """Return every place a report names, in text order; demonyms and borders are among them.

    A name in a clear place context that no table knows gets a provisional place without a point.
    Towns inside newspapers' names are left out.
    """
    found, senses = _resolved(reading, knowledge)
    kept = []
    for toponym, sense in zip(found, senses, strict=True):
        mention = _mention(reading, toponym, sense)
        if mention is not None and toponym.role != "outlet":
            kept.append(mention)
    countries = {
        toponym.first: (toponym, sense[0].country)
        for toponym, sense in zip(found, senses, strict=True)
        if sense is not None and sense[0].kind == "country" and sense[0].country
    }
    kept += find_borders(reading, countries, knowledge)
    kept.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    return tuple(kept)


def toponyms(reading: Reading, knowledge: PlaceKnowledge) -> list[tuple[int, int, float | None, float | None]]:
    """Return start, end, lat, lon of every toponym, demonyms and parts of names included, without overlaps."""
    rows = []
    for toponym, sense in zip(*_resolved(reading, knowledge), strict=True):
        mention = _mention(reading, toponym, sense)
        if mention is not None:
            rows.append((mention.span.start, mention.span.end, mention.place.lat, mention.place.lon))
    return rows


_LISTING = (["and"], ["or"], [",", "and"], [",", "or"], [","])
_Key = tuple[str, str, str]
"""Folded name, code of what is said to contain it, and the kind that a word of rank gives it."""
_Sense = tuple[GazetteerEntry, float] | None


def _resolved(reading: Reading, knowledge: PlaceKnowledge) -> tuple[tuple[Toponym, ...], list[_Sense]]:
    """Return the toponyms and the sense of each; None where no sense can be believed."""
    found = find_toponyms(reading, knowledge)
    holders = _holders(reading, found)
    names: dict[_Key, Name] = {}
    keys = []
    for toponym in found:
        offered, kind = _ranked(reading, toponym, knowledge)
        key = _name_of(offered, holders.get(toponym.first), names, kind)
        names[key].mentions += toponym.role != "feature"
        keys.append(key)
    for word, inside, _ in names:
        if inside:
            plain = names.get((word, "", ""))
            if plain is not None:
                plain.said = plain.said | {inside}
    for one, other in _neighbours(reading, found):
        mine, theirs = names[keys[one]], names[keys[other]]
        if mine is not theirs and mine.entries and theirs.entries:
            mine.listed.append(theirs)
            theirs.listed.append(mine)
    settle(names.values(), _home(reading, knowledge))
    senses = [_choose(names[key], toponym) for key, toponym in zip(keys, found, strict=True)]
    for at, toponym in enumerate(found):
        if toponym.role == "feature" and not _is_beside(reading, toponym, names[keys[at]]):
            senses[at] = None
    return found, _as_holders(found, senses, holders)


def _home(reading: Reading, knowledge: PlaceKnowledge) -> str | None:
    """Return the country a report's publisher works from, or None for a publisher no table knows."""
    publisher = reading.report.publisher
    known = knowledge.actors.named(publisher) if publisher else ()
    countries = {span.country for actor in known if actor.kind == "media" for span in actor.spans}
    return next(iter(countries)) if len(countries) == 1 else None


def _holders(reading: Reading, found: Sequence[Toponym]) -> dict[int, Toponym]:
    """Return, by first token, the place that stands right behind a place ("X, Y", "X (Y", "X Y")."""
    at = {toponym.first: toponym for toponym in found}
    held = {}
    for toponym in found:
        following = toponym.last + 1
        if following < len(reading.tokens) and reading.tokens[following].text in (",", "("):
            following += 1
        holder = at.get(following)
        if holder is not None and holder.role == "place" and holder.key != toponym.key:
            held[toponym.first] = holder
    return held


def _ranked(reading: Reading, toponym: Toponym, knowledge: PlaceKnowledge) -> tuple[Toponym, str]:
    """Return the toponym with what its word of rank adds ("Kunduz province"), and the kind that word tells if any."""
    rank = _rank_beside(reading, toponym) if toponym.role == "place" else ""
    kind = RANK_KINDS.get(rank, "")
    if not kind or (toponym.entries and toponym.entries[0].kind in ("country", "region")):
        return toponym, ""
    if kind != "city" and not any(entry.kind == kind for entry in toponym.entries):
        words = reading.span(reading.tokens[toponym.first], reading.tokens[toponym.last]).exact
        ranked = (entry for entry in knowledge.gazetteer.find(f"{words} {rank}") if entry.kind == kind)
        return replace(toponym, entries=(*toponym.entries, *ranked)), kind
    return toponym, kind


def _rank_beside(reading: Reading, toponym: Toponym) -> str:
    """Return the word of rank right behind a name or before it ("the district of Imam Sahib"), or nothing."""
    tokens = reading.tokens
    behind = [token.text for token in tokens[toponym.last + 1 : toponym.last + 3]]
    if behind and behind[0].lower() in RANK_KINDS:
        # "the Hunan city of Yueyang": the city is another; "the Imam Sahib district of Kunduz" is that district.
        other = behind[1:] == ["of"] and RANK_KINDS[behind[0].lower()] != "district"
        return "" if other else behind[0].lower()
    if toponym.first > 1 and tokens[toponym.first - 1].text == "of":
        return tokens[toponym.first - 2].text
    return ""


def _neighbours(reading: Reading, found: Sequence[Toponym]) -> Iterator[tuple[int, int]]:
    """Yield the positions of places that stand beside each other in a list ("X, Y and Z", "X or Y")."""
    for at in range(1, len(found)):
        one, other = found[at - 1], found[at]
        between = [token.lower for token in reading.tokens[one.last + 1 : other.first]]
        if one.role == other.role == "place" and between in _LISTING:
            yield at - 1, at


def _name_of(toponym: Toponym, holder: Toponym | None, names: dict[_Key, Name], kind: str) -> _Key:
    """Return the key of the name a mention belongs to: its word, what is said to contain it, and its rank."""
    if holder is not None and toponym.role != "demonym":
        for outer in holder.entries:
            if outer.kind in ("country", "province", "district"):
                inside = tuple(e for e in toponym.entries if e.code.startswith(outer.code + "."))
                if inside and not _is_list(toponym, inside, holder):
                    key = (toponym.key, outer.code, kind)
                    names.setdefault(key, Name(inside, said=frozenset({outer.code}), kind=kind))
                    return key
    key = (toponym.key, "", kind)
    name = names.setdefault(key, Name(toponym.entries, kind=kind))
    if len(toponym.entries) > len(name.entries):
        name.entries = toponym.entries
    return key


def _is_list(toponym: Toponym, inside: Sequence[GazetteerEntry], holder: Toponym) -> bool:
    """Tell whether "Washington, New York" is rather a list of two great cities than one within the other."""
    great = any(e.kind == "city" and e.population >= _GREAT for e in holder.entries)
    largest = max(e.population for e in toponym.entries)
    return great and largest >= _GREAT and max(e.population for e in inside) * 20 < largest


def _choose(name: Name, toponym: Toponym) -> _Sense:
    """Return the best sense and its score, or None where no sense can be believed."""
    if not name.entries:
        return None
    best = name.best
    entry = name.entries[best]
    doubtful = MIN_UNSUPPORTED_ALIAS if entry.by_alias else MIN_UNSUPPORTED
    only = len(name.entries) == 1 and toponym.is_sure and not entry.by_alias and len(toponym.key) >= _TELLING
    if entry.kind == "city" and entry.population < doubtful and name.gains[best] < 0.5 and not only:
        return None
    return entry, name.shares()[best]


def _as_holders(found: Sequence[Toponym], senses: list[_Sense], holders: dict[int, Toponym]) -> list[_Sense]:
    """Read the second place of "X, Y" as the one that contains the first ("Buffalo, New York" is the state)."""
    index = {toponym.first: at for at, toponym in enumerate(found)}
    mended = list(senses)
    for at, toponym in enumerate(found):
        holder, sense = holders.get(toponym.first), senses[at]
        if holder is None or sense is None:
            continue
        outer = next((e for e in holder.entries if e.code and sense[0].code.startswith(e.code + ".")), None)
        if outer is not None:
            mended[index[holder.first]] = (outer, 1.0)
    return mended


def _mention(reading: Reading, toponym: Toponym, sense: _Sense) -> PlaceMention | None:
    if sense is None and not toponym.is_sure:
        return None
    span = reading.span(reading.tokens[toponym.first], reading.tokens[toponym.last])
    if sense is None:
        name = " ".join(span.exact.split())
        place = Place("x:" + fold_place(name).replace(" ", "-"), name, None, None, None, "none")
        return PlaceMention(span, place, _UNKNOWN_SCORE)
    place = _beside(toponym, span.exact, sense[0]) if toponym.role == "feature" else sense[0].place()
    return PlaceMention(span, place, round(sense[1], 3), toponym.role == "demonym")


def _is_beside(reading: Reading, toponym: Toponym, name: Name) -> bool:
    """Tell whether a feature lies by the town whose name it bears: by its kind, or as the report bears out."""
    if not name.entries:
        return True
    best = name.entries[name.best]
    near = reading.tokens[toponym.last].lower in NEAR_TOWN and (best.population >= _LARGE or best.kind == "region")
    return near or name.gains[name.best] >= _BORNE_OUT


def _beside(toponym: Toponym, words: str, town: GazetteerEntry) -> Place:
    """Return a feature as a provisional place where the town lies whose name it bears."""
    name, id_ = " ".join(words.split()), "x:" + fold_place(words).replace(" ", "-")
    radius = max(_BESIDE_KM, town.radius_km)
    return Place(id_, name, town.country, town.lat, town.lon, "district", radius, town.admin1, town.admin2)
