"""Tables of fitted weights: log odds that signs add up to, read from a TOML file beside the code that weighs them."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vedette.errors import DataFileInvalid


@dataclass(frozen=True, slots=True)
class Table:
    """What one file holds."""

    start: float
    """Log odds before any sign."""
    weights: Mapping[str, float]
    bars: Mapping[str, float]
    """Every key that begins with "bar"."""


def parse_table(text: str, name: str, signs: Iterable[str]) -> Table:
    """Read a table given as text. Raises DataFileInvalid unless `[weights]` names each of `signs` once.

    name: the file's name in the error.
    """
    data = tomllib.loads(text)
    weights = data.get("weights", {})
    odd = sorted(set(weights) ^ set(signs))
    if odd:
        raise DataFileInvalid(f"coding/{name}: [weights] must name each sign once; missing or unknown: {odd}")
    bars = {key: float(value) for key, value in data.items() if key.startswith("bar")}
    return Table(float(data["start"]), {key: float(value) for key, value in weights.items()}, bars)


def log_odds(share: float) -> float:
    """Return the log odds of a share in [0, 1], at most some 6.2 either way."""
    held = min(max(share, 0.002), 0.998)
    return math.log(held / (1 - held))


def share_of(odds: float) -> float:
    """Return the share in (0, 1) that log odds stand for."""
    return 1 / (1 + math.exp(-odds))
