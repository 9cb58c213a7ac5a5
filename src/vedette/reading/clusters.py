"""Clusters: to which chain each of some given spans belongs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vedette.reading.named_things import SMALL_WORDS
from vedette.reading.reading import Reading
from vedette.reading.tree import Token

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge


def cluster_spans(reading: Reading, spans: Sequence[tuple[int, int]], knowledge: Knowledge) -> list[int]:
    """Return a cluster number for each given span of a reading whose chains are found.

    A span takes the chain of the mention at its head word; others join where their words are the same.
    """
    starts = [token.start for token in reading.tokens]
    called = {
        _plain(reading, mention.span.start, mention.span.end): reading.chain_of[mention.index].index
        for mention in reversed(reading.mentions)
        if mention.kind != "pronoun"
    }
    numbers: dict[object, int] = {}
    found: list[int] = []
    for start, end in spans:
        head = _head_of(reading, starts, start, end)
        mention = reading.mention_of.get(head.i) if head is not None else None
        words = _plain(reading, start, end)
        key: object = reading.chain_of[mention.index].index if mention is not None else called.get(words, words)
        found.append(numbers.setdefault(key, len(numbers)))
    return found


def _head_of(reading: Reading, starts: list[int], start: int, end: int) -> Token | None:
    tokens = reading.tokens[bisect_left(starts, start) : bisect_left(starts, end)]
    inside = {token.i for token in tokens}
    for token in tokens:
        if token.dep not in ("punct", "det", "case") and (token.head is token or token.head.i not in inside):
            return token
    return tokens[-1] if tokens else None


def _plain(reading: Reading, start: int, end: int) -> str:
    words = reading.report.text[start:end].lower().split()
    return " ".join(word for word in words if word not in SMALL_WORDS)
