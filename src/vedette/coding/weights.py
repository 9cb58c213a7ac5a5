"""Tables of fitted weights: log odds that signs add up to, read from a TOML file beside the code that weighs them."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from vedette.errors import DataFileInvalid


@dataclass(frozen=True, slots=True)
class Credibility:
    """How far something is believed."""

    score: float
    """In (0, 1); not a probability."""
    shares: tuple[tuple[str, float], ...]
    """What each factor adds to the score's log odds, the greatest first; factors that add nothing are left out."""
    signs: tuple[tuple[str, float], ...]
    """The factors themselves, in the order of their table."""


@dataclass(frozen=True, slots=True)
class Table:
    """What one file holds."""

    start: float
    """Log odds before any sign."""
    weights: Mapping[str, float]
    bars: Mapping[str, float]
    """Every key that begins with "bar"."""

    def weigh(self, signs: Mapping[str, float]) -> Credibility:
        """Add up what each sign is worth."""
        shares = [(name, weight * signs[name]) for name, weight in self.weights.items()]
        felt = [(name, round(share, 2)) for name, share in shares if abs(share) >= 0.01]
        ordered = tuple(sorted(felt, key=lambda share: -abs(share[1])))
        told = tuple((name, signs[name]) for name in self.weights)
        return Credibility(share_of(self.start + sum(share for _, share in shares)), ordered, told)


@cache
def load_table(name: str, signs: tuple[str, ...]) -> Table:
    """Read a shipped table by its file's name. Raises DataFileInvalid unless it weighs each of `signs` once."""
    return parse_table((resources.files("vedette.coding") / name).read_text(encoding="utf-8"), name, signs)


def parse_table(text: str, name: str, signs: Collection[str]) -> Table:
    """Read a table given as text. Raises DataFileInvalid unless `[weights]` names each of `signs` once.

    name: the file's name in the error.
    """
    data = tomllib.loads(text)
    weights = data.get("weights", {})
    odd = sorted(set(weights) ^ set(signs))
    if odd:
        raise DataFileInvalid(f"coding/{name}: [weights] must name each sign once; missing or unknown: {odd}")
    bars = {key: float(value) for key, value in data.items() if key.startswith("bar")}
    return Table(float(data["start"]), {name: float(weights[name]) for name in signs}, bars)


def log_odds(share: float) -> float:
    """Return the log odds of a share in [0, 1], at most some 6.2 either way."""
    held = min(max(share, 0.002), 0.998)
    return math.log(held / (1 - held))


def share_of(odds: float) -> float:
    """Return the share in (0, 1) that log odds stand for."""
    return 1 / (1 + math.exp(-odds))
