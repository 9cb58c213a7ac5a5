"""Find quotations: which words stand between quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from vedette.reading import Reading

# „ and ‚ open; “ opens unless „ is open; ’ and ' are apostrophes unless they stand as marks.
_MARK = re.compile(r"``|''|[\"“”„«»‹›‘’‚'‛]")
_CLOSERS = MappingProxyType({
    "“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’'", "‚": "‘’", "‛": "’", "``": "''", "”": "”",
    '"': '"', "'": "'", "’": "’", "''": "''",
})  # fmt: skip
_ALWAYS_OPEN = frozenset(["“", "„", "«", "‹", "‘", "‚", "‛", "``"])
_SINGLE = "'’‘‚‛‹"
QUOTE_MARKS = frozenset({'"', "“", "”", "„", "``", "''", "«", "»"})
"""Double marks, as a token may hold them."""
_MAX_STRAY = 20
"""Unpaired marks a paragraph may hold before the rest of it is given up."""
_BEFORE_OPENING = " \t\n\r\u00a0([{—–-/\"“'‘`"
_AFTER_CLOSING = " \t\n\r\u00a0)]}—–-.,;:!?…\"”'’"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks, the marks counted in; several runs where it goes on over paragraphs."""

    runs: tuple[tuple[int, int], ...]
    """Code point offsets, one run a paragraph."""
    first: int
    """Index of the first token inside, an opening mark counted in."""
    last: int
    """Index of the last token inside, a closing mark counted in."""
    single: bool
    """True for single marks, which headlines use and which may be mere emphasis."""

    @property
    def start(self) -> int:
        """Offset of the opening mark."""
        return self.runs[0][0]

    @property
    def end(self) -> int:
        """Offset just past the last closing mark."""
        return self.runs[-1][1]


def find_quotations(reading: Reading) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a report, in order; nested ones belong to the outer.

    A mark left open at the end of a paragraph goes on if the next paragraph opens with a mark, as
    long quotations do in print, or closes it without one; else it counts only if it opened its paragraph.
    """
    text = reading.report.text
    starts = [token.start for token in reading.tokens]
    found: list[Quotation] = []
    pending: list[tuple[int, int]] = []
    begin = 0
    for index, paragraph in enumerate(reading.paragraphs):
        following = reading.paragraphs[index + 1] if index + 1 < len(reading.paragraphs) else None
        follows = following.start if following is not None else len(text)
        closed, left_open = _pairs(text, max(begin, paragraph.start), paragraph.end)
        goes_on = left_open is not None and _is_opening_mark(text, follows)
        if (
            pending
            and (not closed or closed[0][0] != paragraph.start)
            and not (left_open is not None and left_open == paragraph.start)
        ):
            found.append(_quotation(text, pending, starts))
            pending = []
        for start, end in closed:
            if start == paragraph.start and pending:
                found.append(_quotation(text, [*pending, (start, end)], starts))
                pending = []
            else:
                found.append(_quotation(text, [(start, end)], starts))
        if left_open is not None:
            close = _closing_mark(text, following.start, following.end) if following is not None else None
            if close is not None and not goes_on and not pending and following is not None:
                found.append(_quotation(text, [(left_open, paragraph.end), (following.start, close)], starts))
                begin = close
                continue
            if goes_on or left_open == paragraph.start:
                pending.append((left_open, paragraph.end))
            if not goes_on and pending:
                found.append(_quotation(text, pending, starts))
                pending = []
    if pending:
        found.append(_quotation(text, pending, starts))
    return tuple(quotation for quotation in found if quotation.first <= quotation.last)


def _quotation(text: str, runs: Sequence[tuple[int, int]], starts: Sequence[int]) -> Quotation:
    first = bisect_left(starts, runs[0][0])
    last = bisect_left(starts, runs[-1][1]) - 1
    return Quotation(tuple(runs), first, last, text[runs[0][0]] in _SINGLE and not text.startswith("''", runs[0][0]))


def _pairs(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], int | None]:
    """Return closed outermost pairs of a paragraph and the start of one left open, if any."""
    marks = [(match.start(), match.group()) for match in _MARK.finditer(text, start, end)]
    closed: list[tuple[int, int]] = []
    for _ in range(_MAX_STRAY):
        more, stack = _scan(text, marks, start, end)
        closed += more
        double = [at for at, mark in stack if mark not in _SINGLE]
        if not stack or (double and double[0] == start):
            return closed, double[0] if double else None
        # A stray mark in mid-paragraph, or an apostrophe: what it swallowed is read again.
        stray = double[0] if double else stack[0][0]
        marks = [(at, mark) for at, mark in marks if at > stray]
        more, stack = _scan(text, marks, start, end)
        if double and not more and not stack:
            return closed, stray
    return closed, None


def _scan(
    text: str, marks: Sequence[tuple[int, str]], start: int, end: int
) -> tuple[list[tuple[int, int]], list[tuple[int, str]]]:
    """Match marks like brackets; return the closed outermost pairs and the marks left open."""
    closed: list[tuple[int, int]] = []
    stack: list[tuple[int, str]] = []
    for at, mark in marks:
        stop = at + len(mark)
        opens, closes = _may_open(text, mark, at, stop, start, end), _may_close(text, mark, at, stop, start, end)
        depth = next((k for k in range(len(stack) - 1, -1, -1) if mark in _CLOSERS[stack[k][1]]), None)
        if closes and depth is not None and not (opens and (at == start or text[at - 1].isspace())):
            opened = stack[depth][0]
            del stack[depth:]
            if not stack:
                closed.append((opened, stop))
        elif opens and len(stack) < 4:
            stack.append((at, mark))
    return closed, stack


def _may_open(text: str, mark: str, at: int, stop: int, start: int, end: int) -> bool:
    if mark in _ALWAYS_OPEN:
        return True
    if mark in "”»›":
        return mark == "”" and (at == start or text[at - 1].isspace()) and stop < end and text[stop].isalnum()
    before = at == start or text[at - 1] in _BEFORE_OPENING
    return before and stop < end and not text[stop].isspace()


def _may_close(text: str, mark: str, at: int, stop: int, start: int, end: int) -> bool:
    if mark in "”»›":
        return True
    if mark in "“‘":
        return True
    if mark in ("``", "„", "«", "‹", "‚", "‛"):
        return False
    after = stop >= end or text[stop] in _AFTER_CLOSING or not text[stop].isalnum()
    if mark == '"':
        return after or at > start
    return after and at > start and not text[at - 1].isspace()


def _is_opening_mark(text: str, at: int) -> bool:
    return at < len(text) and (text[at] in '"“„«‘' or text.startswith(("``", "''"), at))


def _closing_mark(text: str, start: int, end: int) -> int | None:
    """Return the end of a paragraph's first double mark, where it can only close what an earlier one left open."""
    match = next((m for m in _MARK.finditer(text, start, end) if m.group() not in _SINGLE), None)
    if match is None or match.start() == start or text[match.start() - 1].isspace():
        return None
    after = text[match.end() : match.end() + 1]
    return match.end() if match.group() in ('"', "”", "''", "»") and (not after or after in _AFTER_CLOSING) else None
