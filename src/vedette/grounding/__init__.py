"""Grounding: mentions of a reading → known or provisional things."""

from vedette.grounding.ground import ground
from vedette.grounding.grounded import Grounded

__all__ = ["Grounded", "ground"]
