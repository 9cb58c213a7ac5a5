"""Coding: a grounded report → event mentions."""

from vedette.coding.checking import TriggerFault, check_triggers
from vedette.coding.coder import EventCoder
from vedette.coding.considered import Considered, Doubt
from vedette.coding.triggers import Lexicon, Trigger, load_lexicon, read_triggers
from vedette.coding.type_page import type_page
from vedette.coding.typer import PredicateTyper

__all__ = [
    "Considered",
    "Doubt",
    "EventCoder",
    "Lexicon",
    "PredicateTyper",
    "Trigger",
    "TriggerFault",
    "check_triggers",
    "load_lexicon",
    "read_triggers",
    "type_page",
]
