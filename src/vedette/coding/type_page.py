"""A page on one event type, in Markdown: its meaning, modes, and every trigger with frame and example."""

from __future__ import annotations

from collections.abc import Iterator

from vedette.codebook import Codebook
from vedette.coding.triggers import Lexicon, Trigger
from vedette.model import EventType

_FRAME = ("subject", "object", "prep_object", "complement", "modifier")
_BARRED = ("unless_subject", "unless_object", "unless_prep_object", "unless_complement", "unless_modifier")


def type_page(event_type: EventType, codebook: Codebook, lexicon: Lexicon) -> str:
    """Return the page of a type, ending in a newline; triggers stand by mode and then by the alphabet."""
    entry = codebook.types[event_type]
    own = [trigger for trigger in lexicon.triggers if trigger.event_type == event_type]
    lines = [
        f"# {event_type}",
        "",
        entry.meaning,
        "",
        f"Quad class {entry.quad_class}, score {entry.score:g}, {len(own)} triggers. "
        f"{'A recipient is needed.' if entry.recipient_required else 'A recipient may be missing.'}"
        f"{' A speech act: its status is that of the speech.' if entry.is_verbal else ''}"
        f"{' All parties may stand among the actors.' if entry.is_mutual else ''}",
        "",
    ]
    for mode in ("", *codebook.modes[event_type]):
        of_mode = [trigger for trigger in own if (trigger.mode[0] if trigger.mode else "") == mode]
        if of_mode:
            lines += [f"## {mode or 'No mode of its own'}", ""]
            lines += [line for t in sorted(of_mode, key=lambda t: (t.lemma, t.rule)) for line in _told(t)]
            lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _told(trigger: Trigger) -> Iterator[str]:
    words = " ".join(word for word in (*trigger.before, trigger.lemma, trigger.particle, trigger.preposition) if word)
    frame = [f"{name.replace('_', ' ')} {_either(trigger, name)}" for name in _FRAME if getattr(trigger, name)]
    frame += [f"unless {n[7:].replace('_', ' ')} {_either(trigger, n)}" for n in _BARRED if getattr(trigger, n)]
    frame += [f"{side} from {_either(trigger, side)}" for side in ("actor", "recipient") if getattr(trigger, side)]
    frame += [f"status {trigger.status}"] if trigger.status else []
    frame += [f"needs {trigger.requires}"] if trigger.requires else []
    yield f"- **{words}** ({trigger.word_class}, {trigger.weight:g}): {'; '.join(frame) or 'no frame'}"
    yield f"  *{trigger.example}*"


def _either(trigger: Trigger, name: str) -> str:
    return " / ".join(f"`{value}`" for value in getattr(trigger, name))
