"""A status and what gave it."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model import Status
from vedette.reading import Token


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with the rule and the word that gave it."""

    status: Status
    rule: str
    word: Token | None = None
    """None where nothing marks the act, which then happened."""
    is_modal: bool = False
    """True where a modal on the predicate itself decided ("will meet")."""
