"""The learned part of linking: weighs whether two claims can both be true where their words alone do not tell.

Both claims are read together by a small encoder (`linking/encoder`), trained on the cases of `training/links` by
`tools/train_links.py`. It only weighs what may be of one thing; which pairs those are, and what the answer makes of
them, stands in `claims` and `comparing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

from vedette.encoders import load_encoder, padded, softmax

_MAX_PIECES = 96
_BATCH = 16
_LABELS = ("none", "same", "conflict")


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the encoder makes of two claims; the three add up to one."""

    none: float
    same: float
    conflict: float


class ClaimWeigher:
    """Holds the model; the same two claims always get the same answer, whatever they are weighed with."""

    def __init__(self, folder: Traversable | None = None) -> None:
        """Load the model of a folder; the shipped one by default. Raises DataFileInvalid where it is incomplete."""
        self._encoder = load_encoder(folder or resources.files("vedette.linking") / "encoder", "links.onnx")
        self._order = [tuple(self._encoder.card["labels"]).index(name) for name in _LABELS]
        self.name = f"links-encoder-{self._encoder.card['version']}"

    def weigh(self, pairs: Sequence[tuple[str, str]]) -> list[Weighed]:
        """Return what the encoder makes of each pair of claims, put as `linking.gists` puts them."""
        found: list[Weighed | None] = [None] * len(pairs)
        rows = [self._encoder.tokenizer.encode(first, second) for first, second in pairs]
        for batch in _batches(sorted(range(len(rows)), key=lambda k: len(rows[k].ids))):
            ids, mask = padded([rows[k].ids[:_MAX_PIECES] for k in batch])
            kinds, _ = padded([rows[k].type_ids[:_MAX_PIECES] for k in batch])
            (logits,) = self._encoder.run({"ids": ids, "mask": mask, "kinds": kinds})
            for k, shares in zip(batch, softmax(logits), strict=True):
                found[k] = Weighed(*(float(shares[at]) for at in self._order))
        return [one for one in found if one is not None]


def _batches(order: Sequence[int]) -> Iterator[Sequence[int]]:
    for k in range(0, len(order), _BATCH):
        yield order[k : k + _BATCH]
