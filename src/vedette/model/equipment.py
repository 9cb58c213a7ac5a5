"""Equipment and counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vedette.model.actor import Party
from vedette.model.span import Span

CountKind = Literal["killed", "injured", "arrested", "displaced", "captured", "missing", "other"]
TransferStatus = Literal[
    "happened", "ongoing", "planned", "demanded", "hypothetical", "denied", "not_happened", "unknown"
]
"""A part of the statuses of events, with the same meaning."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """Weapons or materiel changing hands, as one word tells it."""

    suppliers: tuple[Party, ...]
    """Who gives; empty where not told."""
    recipients: tuple[Party, ...]
    """Who gets; empty where not told."""
    status: TransferStatus
    """As far as the clause itself tells; the event coded from it has the fuller status."""
    trigger: Span
    """The word that tells it: "delivered", "shipment"."""


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
    """None where the text gives no number, or only bounds ("dozens", "20 to 30")."""
    low: float | None = None
    high: float | None = None
    """Bounds of the quantity; None where open ("up to 20" has no low)."""
    unit: str | None = None
    """What the quantity counts, where that is not pieces: "tonne", "battery", "battalion", "rocket"; else None."""
    maker: str | None = None
    """Manufacturer or design bureau of a known item; None where unknown."""
    origin: str | None = None
    """ISO 3166 alpha-3 of where it was made, by the text ("Turkish-made"), else where the item was designed."""
    transfer: Transfer | None = None
    """Who supplied it to whom; None where nothing is told of that."""


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
