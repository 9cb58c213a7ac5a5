"""The learned part: types each predicate where it stands, "no event" included.

A small sentence encoder reads a sentence once; the state at each predicate and the sentence's mean feed three
heads (type, mode, status), and a fourth tells which words of the sentence name the predicate's doer and whom it is done
to. It was trained on the labelled sentences of `training/events` and `training/roles`, by `tools/train_events.py`.
It only weighs: what it says is held against the lexicon in `choice`, and against the slots in `heard_parties`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np

from vedette.encoders import load_encoder, padded, softmax
from vedette.reading import Sentence, Token

NONE = "NONE"
_MAX_PIECES = 256
_SURELY_NOBODY = 0.98
"""From this probability on a word is not kept as a party."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the encoder makes of one predicate."""

    types: tuple[tuple[str, float], ...]
    """Event types, or NONE, with their probabilities; likeliest first."""
    mode: str | None
    """Likeliest mode of the likeliest type; None where that has none or it is in doubt."""
    status: str
    status_probability: float
    parties: tuple[tuple[int, float, float], ...] = ()
    """Words that may name a party: index, probability of the doer and of the one it is done to, in text order."""

    @property
    def best(self) -> str:
        """The likeliest type, or NONE."""
        return self.types[0][0]

    @property
    def probability(self) -> float:
        """That of the likeliest type."""
        return self.types[0][1]

    def role_of(self, words: Iterable[int]) -> tuple[float, float]:
        """Return the probabilities that some words, by index, name the doer and the one it is done to."""
        wanted = frozenset(words)
        told = [(a, r) for i, a, r in self.parties if i in wanted]
        return max((a for a, _ in told), default=0.0), max((r for _, r in told), default=0.0)

    def of(self, event_type: str) -> float:
        """Return the probability of one type."""
        return next((p for name, p in self.types if name == event_type), 0.0)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One sentence as word pieces, and the piece of each predicate asked about."""

    pieces: list[int]
    at: list[int]
    tokens: list[int]
    words: list[tuple[int, int]]
    """Every word of the sentence: its index, and its first piece."""


class PredicateTyper:
    """Holds the model; the same sentence always gives the same answer, whatever it stands beside."""

    def __init__(self, folder: Traversable | None = None) -> None:
        """Load the model of a folder; the shipped one by default. Raises DataFileInvalid where it is incomplete."""
        self._encoder = load_encoder(folder or resources.files("vedette.coding") / "encoder", "events.onnx")
        card = self._encoder.card
        self._types: tuple[str, ...] = tuple(card["types"])
        self._modes: tuple[str, ...] = tuple(card["modes"])
        self._statuses: tuple[str, ...] = tuple(card["statuses"])
        self.nouns = frozenset(card["nouns"])
        """Lemmas of nouns that told a doing in the training sentences."""
        self.name = f"events-encoder-{card['version']}"

    def weigh(self, asked: Iterable[tuple[Sentence, Sequence[Token]]]) -> dict[int, Weighed]:
        """Return what the encoder makes of predicates, by token index; those beyond its reach are left out."""
        rows = (row for sentence, tokens in asked if tokens and (row := self._row(sentence, tokens)).at)
        return dict(weighed for row in rows for weighed in self._run(row))

    def _row(self, sentence: Sentence, tokens: Sequence[Token]) -> _Asked:
        encoded = self._encoder.tokenizer.encode(sentence.text)
        starts = [start for start, end in encoded.offsets[1:-1]]
        at, kept = [], []
        for token in tokens:
            piece = bisect_right(starts, token.start - sentence.start)
            if 0 < piece < _MAX_PIECES:
                at.append(piece)
                kept.append(token.i)
        words = ((word.i, bisect_right(starts, word.start - sentence.start)) for word in sentence.tokens)
        within = [(i, piece) for i, piece in words if 0 < piece < _MAX_PIECES]
        return _Asked(encoded.ids[:_MAX_PIECES], at, kept, within)

    def _run(self, row: _Asked) -> Iterator[tuple[int, Weighed]]:
        # One sentence a run: filling up shorter ones took nearly half the time, and what a sentence stands beside would
        # change its last digits.
        ids, mask = padded([row.pieces])
        given = {"ids": ids, "mask": mask, "rows": np.zeros(len(row.at), np.int64), "at": np.array(row.at, np.int64)}
        types, modes, statuses, roles = self._encoder.run(given)
        for token, t, m, s, r in zip(row.tokens, types, modes, statuses, roles, strict=True):
            yield token, self._weighed(softmax(t), m, softmax(s), _parties(row, r))

    def _weighed(self, types: Any, modes: Any, statuses: Any, parties: tuple[tuple[int, float, float], ...]) -> Weighed:
        order = np.argsort(-types)[:4]
        best = self._types[order[0]]
        own = [k for k, name in enumerate(self._modes) if name.startswith(best + "/")]
        mode = None
        if own:
            shares = softmax(modes[own])
            top = int(shares.argmax())
            mode = self._modes[own[top]].partition("/")[2] if shares[top] >= 0.6 else None
        status = int(statuses.argmax())
        return Weighed(
            tuple((self._types[k], float(types[k])) for k in order),
            mode,
            self._statuses[status],
            float(statuses[status]),
            parties,
        )


def _parties(row: _Asked, logits: Any) -> tuple[tuple[int, float, float], ...]:
    """Return the words of a sentence that may be parties, from the logits of all its pieces (none, doer, done to)."""
    shifted = np.exp(logits - logits.max(-1, keepdims=True))
    shares = shifted / shifted.sum(-1, keepdims=True)
    found = ((i, shares[piece]) for i, piece in row.words if shares[piece][0] < _SURELY_NOBODY)
    return tuple((i, round(float(share[1]), 4), round(float(share[2]), 4)) for i, share in found)
