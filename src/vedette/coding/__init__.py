"""Coding: a grounded report → event mentions."""

from vedette.coding.coder import EventCoder
from vedette.coding.triggers import Lexicon, Trigger, load_lexicon

__all__ = ["EventCoder", "Lexicon", "Trigger", "load_lexicon"]
