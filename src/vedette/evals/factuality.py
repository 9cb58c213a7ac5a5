"""From status to factuality: how sure a reader is that a predicate happened."""

from __future__ import annotations

from functools import cache

from vedette.coding.embedding import Embedding, load_embedding
from vedette.coding.status import status_of
from vedette.model import Status
from vedette.reading import Token

_SCORES: dict[Status, float] = {
    "happened": 2.8, "ongoing": 2.8, "attempted": -0.5, "planned": 1.2, "demanded": 0.4, "threatened": 0.6,
    "feared": 0.3, "hypothetical": 0.5, "denied": -1.5, "not_happened": -2.4, "unknown": 1.0,
}  # fmt: skip
_POSSIBLE: frozenset[Status] = frozenset({"hypothetical", "feared", "unknown", "threatened"})
_OPEN_RULES = ("status.condition", "status.question", "status.modal.demanded")
"""What these tell may be so or not: neither certain nor uncertain, neither positive nor negative."""


@cache
def _embedding() -> Embedding:
    return load_embedding()


def judge(token: Token | None) -> tuple[float, str, str]:
    """Return score (-3 certainly not … 3 certainly), certainty and polarity of one predicate."""
    if token is None:
        return _SCORES["happened"], "CERTAIN", "POS"
    verdict = status_of(token, _embedding())
    if verdict.status == "attempted" or verdict.rule.startswith(_OPEN_RULES):
        return _SCORES[verdict.status], "UNDERSPECIFIED", "UNDERSPECIFIED"
    # A future told flatly ("will close", "plans to close") counts as certain: it is the teller who is sure.
    certainty = "POSSIBLE" if verdict.status in _POSSIBLE else "CERTAIN"
    if verdict.status == "hypothetical":
        return _SCORES[verdict.status], certainty, "UNDERSPECIFIED"
    polarity = "NEG" if verdict.status in ("not_happened", "denied") else "POS"
    return _SCORES[verdict.status], certainty, polarity
