"""Gists into JSON and back: what a store keeps of a claim to hold claims of other reports against it."""

from __future__ import annotations

import json

from vedette.model.gist import Amount, Answer, Gist


def gist_text(gist: Gist) -> str:
    """Return a gist as JSON."""
    answer = gist.answer
    record = {
        "predicate": gist.predicate,
        **{name: sorted(getattr(gist, name)) for name in _SETS},
        "kinds": sorted(gist.kinds),
        "amounts": [
            [a.of, a.kind, a.is_people, sorted(a.qualities), a.low, a.high, a.start, a.end] for a in gist.amounts
        ],
        "is_negative": gist.is_negative,
        "mood": gist.mood,
        "answer": None
        if answer is None
        else [answer.thing, answer.is_saying, sorted(answer.owners), sorted(answer.topic)],
        "circumstances": sorted(gist.circumstances),
        "is_nameless": gist.is_nameless,
        "told": gist.told,
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def gist_from(text: str) -> Gist:
    """Return the gist that `gist_text` wrote."""
    record = json.loads(text)
    answer = record["answer"]
    return Gist(
        predicate=record["predicate"],
        **{name: frozenset(record[name]) for name in _SETS},
        kinds=frozenset((thing, kind) for thing, kind in record["kinds"]),
        amounts=tuple(
            Amount(of, kind, is_people, frozenset(qualities), low, high, start, end)
            for of, kind, is_people, qualities, low, high, start, end in record["amounts"]
        ),
        is_negative=record["is_negative"],
        mood=record["mood"],
        answer=None if answer is None else Answer(answer[0], answer[1], frozenset(answer[2]), frozenset(answer[3])),
        circumstances=frozenset(record.get("circumstances", ())),  # stores of an earlier version have none
        is_nameless=record["is_nameless"],
        told=record.get("told", ""),
    )


_SETS = ("focus", "words", "doers", "things", "names", "sites", "days", "qualities", "voices")
"""Fields that are sets of words or ids."""
