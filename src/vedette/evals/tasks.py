"""One predictor a task. A predictor sees only what its task may read, never a gold field.

Rows are what the gold files hold: one JSON object a line. What each task reads and writes stands in docs/evaluation.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from vedette.attribution.predict import predict_quotes as attributions_of
from vedette.evals.factuality import judge
from vedette.evals.links import linked
from vedette.grounding import Grounded, ground
from vedette.grounding.places import toponyms
from vedette.knowledge.titles import PageTitles
from vedette.model import Report
from vedette.model.record import event_record
from vedette.pipeline import Coder
from vedette.reading import Reading, Token
from vedette.reading.clusters import cluster_spans

Row = dict[str, Any]
Predictor = Callable[[Sequence[Row], Coder], Iterator[Row]]

_NO_DATE = "2000-01-01"
"""Anchor for rows without a date, far from any a text is likely to mean; no row's value depends on today."""


def _reports(rows: Sequence[Row]) -> Iterator[Report]:
    for row in rows:
        dated = _iso(str(row.get("dct") or row.get("date") or _NO_DATE))
        yield Report.make(str(row.get("text") or ""), dated, title=row.get("title"), publisher=row.get("publisher"))


def _iso(dated: str) -> str:
    """Return an ISO day; some corpora write it day first ("03-02-2009")."""
    day_first = re.fullmatch(r"(\d{2})-(\d{2})-(\d{4})", dated)
    return "-".join(reversed(day_first.groups())) if day_first else dated


def _readings(rows: Sequence[Row], coder: Coder) -> Iterator[tuple[Row, Reading]]:
    yield from zip(rows, coder.reader.read_many(_reports(rows)), strict=True)


def _grounded(rows: Sequence[Row], coder: Coder) -> Iterator[tuple[Row, Grounded]]:
    for row, reading in _readings(rows, coder):
        yield row, ground(reading, coder.knowledge)


def predict_events(rows: Sequence[Row], coder: Coder) -> Iterator[Row]:
    """Write the events that lists count; for a text without any, all that stand alone (plans, fears, refusals)."""
    for row, coded in zip(rows, coder.code_many(_reports(rows)), strict=True):
        alone = [event for event in getattr(coded, "events", ()) if event.within is None]
        counted = [event for event in alone if event.status in ("happened", "ongoing")]
        yield {"id": row["id"], "events": [event_record(event) for event in counted or alone]}


def predict_quotes(rows: Sequence[Row], coder: Coder) -> Iterator[Row]:
    """Write content, speaker and cue of every attribution."""
    for row, reading in _readings(rows, coder):
        yield {"id": row["id"], "attributions": attributions_of(reading)}


def predict_times(rows: Sequence[Row], coder: Coder) -> Iterator[Row]:
    """Write TIMEX3 spans, types and values."""
    for row, grounded in _grounded(rows, coder):
        yield {
            "id": row["id"],
            "timexes": [
                {"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in grounded.times
            ],
        }


def predict_places(rows: Sequence[Row], coder: Coder) -> Iterator[Row]:
    """Write toponyms with coordinates."""
    for row, reading in _readings(rows, coder):
        found = [
            {"start": start, "end": end, "lat": lat, "lon": lon}
            for start, end, lat, lon in toponyms(reading, coder.knowledge)
        ]
        yield {"id": row["id"], "toponyms": found}


_NAME_TYPES = {
    "person": "person",
    "organisation": "organization",
    "country": "place",
    "place": "place",
    "group": "organization",
}


def predict_names(rows: Sequence[Row], coder: Coder) -> Iterator[Row]:
    """Write names with their kind."""
    for row, reading in _readings(rows, coder):
        found = [
            {"start": m.span.start, "end": m.span.end, "type": _NAME_TYPES[m.kind]}
            for m in reading.mentions
            if m.kind in _NAME_TYPES
        ]
        yield {"id": row["id"], "entities": found}


def predict_status(rows: Sequence[Row], coder: Coder) -> Iterator[Row]:
    """Write how sure it is that each given predicate happened, from its status in the tree."""
    for row, reading in _readings(rows, coder):
        by_start = {token.start: token for token in reading.tokens}
        found = []
        for event in row["events"]:
            token = by_start.get(event["start"]) or _token_at(reading, event["start"], event["end"])
            score, certainty, polarity = judge(token)
            found.append(
                {
                    "start": event["start"],
                    "end": event["end"],
                    "score": score,
                    "certainty": certainty,
                    "polarity": polarity,
                }
            )
        yield {"id": row["id"], "events": found}


def _token_at(reading: Reading, start: int, end: int) -> Token | None:
    return next((token for token in reading.tokens if token.start < end and start < token.end), None)


def predict_coreference(rows: Sequence[Row], coder: Coder) -> Iterator[Row]:
    """Write a cluster for every given span."""
    for row, reading in _readings(rows, coder):
        spans = [(entity["start"], entity["end"]) for entity in row["entities"]]
        clusters = cluster_spans(reading, spans, coder.knowledge)
        found = [
            {"start": start, "end": end, "cluster": cluster}
            for (start, end), cluster in zip(spans, clusters, strict=True)
        ]
        yield {"id": row["id"], "entities": found}


def predict_links(rows: Sequence[Row], coder: Coder) -> Iterator[Row]:
    """Write the page of each mention that the knowledge tables know."""
    titles = PageTitles.load(coder.knowledge.countries)
    for row, grounded in _grounded(rows, coder):
        yield {"id": row["id"], "mentions": list(linked(grounded, titles))}


def predict_same_event(rows: Sequence[Row], coder: Coder) -> Iterator[Row]:
    """Baseline: predicates with one lemma are one event, across all rows."""
    for row, reading in _readings(rows, coder):
        field = "events" if "events" in row else "mentions"
        found = []
        for item in row[field]:
            token = _token_at(reading, item["start"], item["end"])
            lemma = token.lemma.lower() if token is not None else ""
            found.append({"start": item["start"], "end": item["end"], "cluster": lemma})
        yield {"id": row["id"], field: found}


def predict_same_story(rows: Sequence[Row], coder: Coder) -> Iterator[Row]:
    """Baseline: reports that share most of their names and nouns, joined pair by pair."""
    bags: list[frozenset[str]] = []
    for row, reading in _readings(rows, coder):
        words = frozenset(
            t.lemma.lower() for t in reading.tokens if t.pos in ("NOUN", "PROPN", "VERB") and len(t.text) > 3
        )
        cluster = next(
            (k for k, bag in enumerate(bags) if bag and len(words & bag) >= 0.3 * min(len(words), len(bag))), len(bags)
        )
        bags.append(words)
        yield {"id": row["id"], "cluster": cluster}


_DENIAL = frozenset(
    "deny denies denied denying false hoax debunk debunked fake untrue not no isn't didn't refute refutes rumor".split()
)
_REPORTING = frozenset(
    "report reports reported reportedly say says said claim claims claimed rumor rumors rumour may might could alleged "
    "allegedly according unconfirmed possibly ?".split()
)


def predict_stance(rows: Sequence[Row], coder: Coder) -> Iterator[Row]:
    """Baseline: words of denial stand against, words of report observe, the rest is for."""
    for row in rows:
        words = set(str(row["headline"]).lower().replace("?", " ? ").replace("’", "'").split())
        known = set(str(row["claim"]).lower().replace("’", "'").split())
        stance = "for"
        if (words - known) & _DENIAL:
            stance = "against"
        elif words & _REPORTING:
            stance = "observing"
        yield {"id": row["id"], "stance": stance}
