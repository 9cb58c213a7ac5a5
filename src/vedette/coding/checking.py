"""What is wrong with a user's own triggers: names the codebook does not know, examples that are not coded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from vedette.codebook import Codebook
from vedette.coding.triggers import Trigger


@dataclass(frozen=True, slots=True)
class TriggerFault:
    """One thing that does not fit."""

    where: str
    """File and line of the trigger."""
    rule: str
    problem: str


def check_triggers(
    triggers: Iterable[Trigger], codebook: Codebook, coded_types: Callable[[str], set[str]]
) -> Iterator[TriggerFault]:
    """Tell what does not fit; `coded_types` gives the event types coded for a sentence."""
    seen: dict[str, str] = {}
    for trigger in triggers:
        for problem in _problems(trigger, codebook, coded_types):
            yield TriggerFault(trigger.where, trigger.rule, problem)
        if trigger.rule in seen:
            yield TriggerFault(trigger.where, trigger.rule, f"has the rule's name that {seen[trigger.rule]} has")
        seen.setdefault(trigger.rule, trigger.where)


def _problems(trigger: Trigger, codebook: Codebook, coded_types: Callable[[str], set[str]]) -> Iterator[str]:
    modes = codebook.modes[trigger.event_type]
    for mode in trigger.mode:
        if mode not in modes:
            yield f"{trigger.event_type} has no mode '{mode}'; it has {', '.join(modes) or 'none'}"
    for context in trigger.contexts:
        if context not in codebook.contexts:
            yield f"no context is named '{context}'; there are {', '.join(codebook.contexts)}"
    found = coded_types(trigger.example)
    if trigger.event_type not in found:
        told = "as nothing" if not found else f"as {', '.join(sorted(found))}"
        yield f"its example is coded {told}, not as {trigger.event_type}: “{trigger.example}”"
