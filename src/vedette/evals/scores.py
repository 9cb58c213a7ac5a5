"""Scores of each task, in the terms its field uses; each function returns lines to print."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

Row = dict[str, Any]
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_EMPTY_WORDS = frozenset(
    "a an the and or of for in on at to by with from as that this these those his her its their s".split()
)
_MAX_PARTY_WORDS = 12
_MAX_EVENTS = 6
_NEAR_KM = 161.0
"""100 miles: what the field counts as the right place."""


def prf(right: float, predicted: float, gold: float) -> tuple[float, float, float]:
    """Return precision, recall and F1; zero where there is nothing to divide by."""
    p, r = (right / predicted if predicted else 0.0), (right / gold if gold else 0.0)
    return p, r, (2 * p * r / (p + r) if p + r else 0.0)


def _line(name: str, right: float, predicted: float, gold: float) -> str:
    return f"{name}: P {{:.3f}} R {{:.3f}} F1 {{:.3f}}".format(*prf(right, predicted, gold))


def _by_id(rows: Iterable[Row]) -> dict[str, Row]:
    return {str(row["id"]): row for row in rows}


def events(gold: Sequence[Row], found: Sequence[Row]) -> list[str]:
    """Score coded events: silence, one type a row, and the set of types a text."""
    coded = {str(row["id"]): row["events"][:_MAX_EVENTS] for row in found}
    silent = right = pairs = 0
    sets: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for row in gold:
        mentions = coded[str(row["id"])]
        fold = _folded if "source" in row else str
        silent += not mentions
        sets[row["text"]][0].add(fold(row["label"]))
        sets[row["text"]][1].update(fold(e["event_type"]) for e in mentions)
        best = _best_event(row, mentions)
        if best is not None and fold(best["event_type"]) == fold(row["label"]):
            right += 1
            pairs += "source" in row and _fit(best, row) == 2
    n = len(gold)
    both = sum(len(a & b) for a, b in sets.values())
    lines = [f"rows {n}  silent {silent / n:.3f}", f"type accuracy {right / n:.3f}"]
    if gold and "source" in gold[0]:
        lines.append(f"pair accuracy {pairs / n:.3f}")
    return [
        *lines,
        _line("set of types", both, sum(len(b) for _, b in sets.values()), sum(len(a) for a, _ in sets.values())),
    ]


def _folded(kind: str) -> str:
    return "YIELD" if kind in ("CONCEDE", "RETREAT") else kind


def _best_event(row: Row, mentions: Sequence[Row]) -> Row | None:
    if not mentions:
        return None
    if "source" in row:
        return min(enumerate(mentions), key=lambda ie: (-_fit(ie[1], row), -(ie[1].get("score") or 0), ie[0]))[1]
    return min(enumerate(mentions), key=lambda ie: (ie[1]["event_type"] != row["label"], ie[0]))[1]


def _fit(event: Row, row: Row) -> int:
    actors, recipients = _party_words(event["actors"]), _party_words(event["recipients"])
    doer, done_to = _words(row["source"]), _words(row["target"])
    straight = bool(actors & doer) + bool(recipients & done_to)
    if event["event_type"] in _MUTUAL:
        both = actors | recipients
        return max(straight, bool(both & doer) + bool(both & done_to))
    return straight


def _words(text: str) -> set[str]:
    found = set(re.findall(r"\w+", text.lower()))
    return found - _EMPTY_WORDS or found


def _party_words(parties: Sequence[Row]) -> set[str]:
    return {w for p in parties if len(p["exact"].split()) <= _MAX_PARTY_WORDS for w in _words(p["exact"])}


_WORD = re.compile(r"\w+(?:['’\-]\w+)*")


def quotes(gold: Sequence[Row], found: Sequence[Row]) -> list[str]:
    """Score attributions by the words inside any content, and by contents that share half their words."""
    predicted = _by_id(found)
    words, spans = [0, 0, 0], [0, 0, 0]
    for row in gold:
        at = [m.span() for m in _WORD.finditer(row["text"])]
        wanted = [w for a in row["attributions"] if (w := _inside(at, a["content"]))]
        got = [w for a in predicted[str(row["id"])]["attributions"] if (w := _inside(at, a["content"]))]
        all_wanted, all_got = set().union(*wanted), set().union(*got)
        _add(words, len(all_wanted & all_got), len(all_got), len(all_wanted))
        _add(spans, _pairs(wanted, got), len(got), len(wanted))
    return [_line("content tokens", *words), _line("content spans (half shared)", *spans)]


def _inside(words: Sequence[tuple[int, int]], runs: Sequence[Sequence[int]]) -> set[int]:
    return {k for k, (s, e) in enumerate(words) for a, b in runs if s >= a and e <= b}


def _add(total: list[int], right: int, predicted: int, gold: int) -> None:
    total[0] += right
    total[1] += predicted
    total[2] += gold


def _pairs(wanted: Sequence[set[int]], got: Sequence[set[int]]) -> int:
    ranked = sorted((-len(a & b) / len(a | b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(got) if a & b)
    used_a: set[int] = set()
    used_b: set[int] = set()
    for negative, i, j in ranked:
        if -negative >= 0.5 and i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
    return len(used_a)


def times(gold: Sequence[Row], found: Sequence[Row]) -> list[str]:
    """Score time expressions as TempEval-3 does: same span, and overlapping span with the same value."""
    predicted = _by_id(found)
    strict, value = [0, 0, 0], [0, 0, 0]
    for row in gold:
        text, wanted = row["text"], row["timexes"]
        got = predicted[str(row["id"])]["timexes"]
        matched = _match_spans([_trimmed(text, w) for w in wanted], [_trimmed(text, g) for g in got], lambda i, j: True)
        _add(strict, sum(same for *_, same in matched), len(got), len(wanted))
        right = sum(_value(wanted[i]) == _value(got[j]) for i, j, _ in matched)
        _add(value, right, len(got), len(wanted))
    return [_line("strict span", *strict), _line("value", *value)]


def _trimmed(text: str, item: Row) -> tuple[int, int]:
    start, end = item["start"], item["end"]
    while start < end and text[start] in " \n\t.,;:\"'()":
        start += 1
    while end > start and text[end - 1] in " \n\t.,;:\"'()":
        end -= 1
    return start, end


def _value(item: Row) -> str:
    return re.sub(r"T00:00(:00)?Z?$", "", str(item.get("value") or "").upper().strip())


def _match_spans(
    wanted: Sequence[tuple[int, int]], got: Sequence[tuple[int, int]], allowed: Callable[[int, int], bool]
) -> list[tuple[int, int, bool]]:
    """Pair overlapping spans one to one: equal ones first, then by length of overlap."""
    ranked = sorted(
        (a != b, -(min(a[1], b[1]) - max(a[0], b[0])), a[0], i, j)
        for i, a in enumerate(wanted)
        for j, b in enumerate(got)
        if min(a[1], b[1]) > max(a[0], b[0]) and allowed(i, j)
    )
    used_i: set[int] = set()
    used_j: set[int] = set()
    pairs = []
    for differ, _, _, i, j in ranked:
        if i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
            pairs.append((i, j, not differ))
    return pairs


def _spans(items: Sequence[Row]) -> list[tuple[int, int]]:
    return [(item["start"], item["end"]) for item in items]


def places(gold: Sequence[Row], found: Sequence[Row]) -> list[str]:
    """Score toponyms: exact spans, and the share of all located gold placed within 161 km."""
    predicted = _by_id(found)
    exact, near, located = [0, 0, 0], 0, 0
    for row in gold:
        wanted = list({(t["start"], t["end"]): t for t in row["toponyms"]}.values())
        got = predicted[str(row["id"])]["toponyms"]
        matched = _match_spans(_spans(wanted), _spans(got), lambda i, j: True)
        _add(exact, sum(same for *_, same in matched), len(got), len(wanted))
        located += sum(t.get("lat") is not None for t in wanted)
        near += sum(_is_near(wanted[i], got[j]) for i, j, _ in matched)
    return [_line("exact spans", *exact), f"within 161 km, of all located gold: {near / located if located else 0:.3f}"]


def _is_near(one: Row, other: Row) -> bool:
    if None in (one.get("lat"), one.get("lon"), other.get("lat"), other.get("lon")):
        return False
    a, b, c, d = map(math.radians, (one["lat"], one["lon"], other["lat"], other["lon"]))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(h))) <= _NEAR_KM


def names(gold: Sequence[Row], found: Sequence[Row]) -> list[str]:
    """Score persons, organisations and places: equal span and kind."""
    kinds = {"person", "organization", "place"}
    predicted = _by_id(found)
    total = [0, 0, 0]
    for row in gold:
        wanted = {(e["start"], e["end"], e["type"]) for e in row["entities"] if e["type"] in kinds}
        got = {(e["start"], e["end"], e["type"]) for e in predicted[str(row["id"])]["entities"] if e["type"] in kinds}
        _add(total, len(wanted & got), len(got), len(wanted))
    return [_line("names and kinds", *total)]


def status(gold: Sequence[Row], found: Sequence[Row]) -> list[str]:
    """Score factuality: mean absolute error and correlation, or certainty and polarity."""
    predicted = _by_id(found)
    pairs: list[tuple[Row, Row]] = []
    for row in gold:
        got = {(e["start"], e["end"]): e for e in predicted[str(row["id"])]["events"]}
        pairs.extend((e, got[e["start"], e["end"]]) for e in row["events"])
    if pairs and "score" in pairs[0][0]:
        x, y = [float(a["score"]) for a, _ in pairs], [float(b["score"]) for _, b in pairs]
        return [
            f"mean absolute error {sum(abs(a - b) for a, b in zip(x, y, strict=True)) / len(x):.3f}  r {_r(x, y):.3f}"
        ]
    return [
        f"{field} accuracy {sum(a[field] == b[field] for a, b in known) / len(known):.3f}"
        for field in ("certainty", "polarity")
        if (known := [(a, b) for a, b in pairs if a.get(field) is not None])
    ]


def _r(x: Sequence[float], y: Sequence[float]) -> float:
    mx, my = sum(x) / len(x), sum(y) / len(y)
    covariance = sum((a - mx) * (b - my) for a, b in zip(x, y, strict=True))
    spread = math.sqrt(sum((a - mx) ** 2 for a in x) * sum((b - my) ** 2 for b in y))
    return covariance / spread if spread else 0.0


def coreference(gold: Sequence[Row], found: Sequence[Row]) -> list[str]:
    """Score clusters of persons, organisations and places within each report (B-cubed)."""
    kinds = {"person", "organization", "place"}
    predicted = _by_id(found)
    wanted: dict[Hashable, Hashable] = {}
    got: dict[Hashable, Hashable] = {}
    for row in gold:
        name = str(row["id"])
        clusters = {(e["start"], e["end"]): e["cluster"] for e in predicted[name]["entities"]}
        for entity in row["entities"]:
            if entity["type"] in kinds:
                key = (name, entity["start"], entity["end"])
                wanted[key] = (name, entity["cluster"])
                got[key] = (name, clusters.get((entity["start"], entity["end"]), key))
    return [_bcubed(wanted, got)]


def _bcubed(wanted: Mapping[Hashable, Hashable], got: Mapping[Hashable, Hashable]) -> str:
    """B-cubed precision, recall and F1, after Bagga and Baldwin (1998)."""
    both = Counter((got[k], wanted[k]) for k in wanted)
    sizes, golds = Counter(got[k] for k in wanted), Counter(wanted.values())
    n = len(wanted) or 1
    p = sum(both[got[k], wanted[k]] / sizes[got[k]] for k in wanted) / n
    r = sum(both[got[k], wanted[k]] / golds[wanted[k]] for k in wanted) / n
    return f"B-cubed: P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r) if p + r else 0:.3f}"


def links(gold: Sequence[Row], found: Sequence[Row]) -> list[str]:
    """Score links to encyclopedia pages over the gold that has one: overlapping span and equal title."""
    predicted = _by_id(found)
    total = [0, 0, 0]
    for row in gold:
        wanted = [m for m in row["mentions"] if _title(m)]
        got = predicted[str(row["id"])]["mentions"]
        matched = _match_spans(_spans(wanted), _spans(got), lambda i, j, w=wanted, g=got: _title(w[i]) == _title(g[j]))  # type: ignore[misc]
        _add(total, len(matched), len(got), len(wanted))
    return [_line("links", *total)]


def _title(mention: Row) -> str:
    words = str(mention.get("wiki") or mention.get("uri") or "").rsplit("/", 1)[-1].replace(" ", "_").strip("_")
    return words[:1].upper() + words[1:]


def same_event(gold: Sequence[Row], found: Sequence[Row]) -> list[str]:
    """Score clusters of event mentions across all rows (B-cubed)."""
    field = "events" if gold and "events" in gold[0] else "mentions"
    if not gold or not all("cluster" in item for row in gold for item in row[field]):
        return []
    predicted = _by_id(found)
    wanted: dict[Hashable, Hashable] = {}
    got: dict[Hashable, Hashable] = {}
    for row in gold:
        name = str(row["id"])
        clusters = {(e["start"], e["end"]): e["cluster"] for e in predicted[name][field]}
        for item in row[field]:
            wanted[name, item["start"], item["end"]] = item["cluster"]
            got[name, item["start"], item["end"]] = clusters[item["start"], item["end"]]
    return [_bcubed(wanted, got)]


def same_story(gold: Sequence[Row], found: Sequence[Row]) -> list[str]:
    """Score clusters of reports (B-cubed)."""
    if not gold or "subtopic" not in gold[0]:
        return []
    predicted = _by_id(found)
    wanted: dict[Hashable, Hashable] = {str(row["id"]): row["subtopic"] for row in gold}
    return [_bcubed(wanted, {str(name): predicted[str(name)]["cluster"] for name in wanted})]


def stance(gold: Sequence[Row], found: Sequence[Row]) -> list[str]:
    """Score stance: accuracy."""
    predicted = _by_id(found)
    right = sum(row["stance"] == predicted[str(row["id"])]["stance"] for row in gold)
    return [f"accuracy {right / len(gold) if gold else 0:.3f}"]


def kappa(firsts: Sequence[str], seconds: Sequence[str]) -> float:
    """Return Cohen's kappa of two labellings (Cohen 1960): agreement beyond what their shares alone would give."""
    n = len(firsts)
    one, two = Counter(firsts), Counter(seconds)
    seen = sum(a == b for a, b in zip(firsts, seconds, strict=True)) / n
    chance = sum(one[name] * two[name] for name in one) / n**2
    return 1.0 if chance == 1.0 else (seen - chance) / (1 - chance)
