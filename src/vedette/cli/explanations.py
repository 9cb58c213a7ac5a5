"""How an explanation looks in a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from vedette.export import terminal_safe
from vedette.views import Explanation

_MARK_STYLE = {
    "trigger": "bold yellow",
    "cue": "bold yellow",
    "actor": "cyan",
    "speaker": "cyan",
    "recipient": "magenta",
}


def print_explanation(console: Console, told: Explanation) -> None:
    """Print the sentence with its parts marked, the rule, what lost to it, and a reason for each field."""
    head = told.report
    console.print(Text(f"{told.id}  {terminal_safe(told.title)}", style="bold"))
    details = (head.publisher or "unnamed publisher", head.published_at, head.title or "(no title)", head.id)
    console.print(Text(terminal_safe(", ".join(details)), style="dim"))
    console.print()
    console.print(_sentence(told))
    console.print()
    score = f", score {told.score:.2f} (not a probability)" if told.score is not None else ""
    model = f", model {told.model}" if told.model else ""
    console.print(Text(terminal_safe(f"rule {told.rule}{model}{score}")))
    for rival in told.rivals:
        by = f" by {rival.rule}" if rival.rule else ""
        console.print(Text(terminal_safe(f"  weighed and lost: {rival.event_type}, score {rival.score:.2f}{by}")))
    console.print(_reasons(told))


def _sentence(told: Explanation) -> Text:
    """Return the sentence with each part marked: «trigger», [actor: …]."""
    line = Text()
    for run in told.sentence:
        words = _one_line(run.text)
        style = next((_MARK_STYLE[name] for name in run.marks if name in _MARK_STYLE), "green" if run.marks else "")
        others = [name for name in run.marks if name not in ("trigger", "cue")]
        if {"trigger", "cue"} & set(run.marks):
            words = f"«{words}»"
        line.append(f"[{'+'.join(others)}: {words}]" if others else words, style=style)
    return line


def _one_line(words: str) -> str:
    """Return words on one line with the blanks at their ends kept, so that marked runs do not run together."""
    before, after = words[:1].isspace(), words[-1:].isspace()
    return " " * before + terminal_safe(words) + " " * (after and bool(words.strip()))


def _reasons(told: Explanation) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    for _ in range(4):
        table.add_column(overflow="fold")
    for reason in told.reasons:
        words = f"“{terminal_safe(reason.words)}”" if reason.words else ""
        cells = (reason.field, reason.value, words, reason.rule)
        table.add_row(*(Text(terminal_safe(cell)) for cell in cells))
    return table
