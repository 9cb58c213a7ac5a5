"""The learned part of linking: weighs whether two claims can both be true where their words alone do not tell.

Both claims are read together by a small encoder (`linking/encoder`), trained on the cases of `training/links` by
`tools/train_links.py`. It only weighs what may be of one thing; which pairs those are, and what the answer makes of
them, stands in `asking` and `settling`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

from vedette.encoders import load_encoder, padded, softmax

_MAX_PIECES = 96
_LABELS = ("none", "same", "conflict")


@dataclass(frozen=True, slots=True)
class ClashWeight:
    """What the encoder makes of two claims; the three add up to one."""

    none: float
    same: float
    conflict: float


class ClaimWeigher:
    """Holds the model; the same two claims always get the same answer, whatever they are weighed with."""

    def __init__(self, folder: Traversable | None = None) -> None:
        """Load the model of a folder; the shipped one by default. Raises DataFileInvalid where it is incomplete."""
        self._encoder = load_encoder(
            folder or resources.files("vedette.linking") / "encoder", "links.onnx", unpacks=True
        )
        # Of a pair that is too long, the longer claim is cut first, so that neither is pushed out.
        self._encoder.tokenizer.enable_truncation(_MAX_PIECES, strategy="longest_first")
        self._order = [tuple(self._encoder.card["labels"]).index(name) for name in _LABELS]
        self.name = f"links-encoder-{self._encoder.card['version']}"

    def weigh(self, pairs: Sequence[tuple[str, str]]) -> list[ClashWeight]:
        """Return what the encoder makes of each pair of claims, put as `linking.telling` puts them."""
        return [self._weight_of(*pair) for pair in pairs]

    def _weight_of(self, first: str, second: str) -> ClashWeight:
        # One pair a run: how long its neighbours are would change the last digits, and with them, at the bar, a store's
        # links by the order in which reports were added.
        encoded = self._encoder.tokenizer.encode(first, second)
        ids, mask = padded([encoded.ids])
        kinds, _ = padded([encoded.type_ids])
        (logits,) = self._encoder.run({"ids": ids, "mask": mask, "kinds": kinds})
        shares = softmax(logits[0])
        return ClashWeight(*(float(shares[at]) for at in self._order))
