"""Equipment and counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vedette.model.span import Span

CountKind = Literal["killed", "injured", "arrested", "displaced", "captured", "missing", "other"]


@dataclass(frozen=True, slots=True)
class EquipmentMention:
    """Weapons or materiel as one span names them."""

    span: Span
    id: str | None = None
    """Known item (`eq:…`); None for a mere category."""
    name: str | None = None
    category: str | None = None
    """From knowledge/equipment, e.g. "heavy machine gun"."""
    calibre_mm: float | None = None
    quantity: float | None = None
    """None where the text gives no number."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many were killed, injured, arrested or displaced."""

    span: Span
    kind: CountKind
    of: str | None
    """Who was counted, in the text's words ("civilians"); None where not told."""
    low: int | None
    best: int | None
    high: int | None
    """None where the bound is open ("at least 43" has no high)."""
