"""Split a report into paragraphs and crossheads, and make the shadow text the parser sees."""

from __future__ import annotations

import re
from itertools import pairwise

from vedette.reading.reading import Paragraph

# The parser was trained on straight quotes; one character for one, so that offsets hold.
_STRAIGHT = str.maketrans("“”„‟«»‘’‚‛`´\n\r\t\u00a0\u2009\u202f\u200b", "\"\"\"\"\"\"''''''       ")
_LONE = re.compile("[\ud800-\udfff]")
_BLANK = re.compile(r"\n[ \t\r\u00a0]*\n\s*")
_LINE = re.compile(r"\n\s*")
_TERMINAL = re.compile(r"[.!?:;,…][\"'”’)\]]*$")
_DATE_HEADER = re.compile(r"\s*date[ \t]+\d{4}-\d{2}-\d{2}\b[ \t]*", re.IGNORECASE)
_MAX_CROSSHEAD_WORDS = 12
_MAX_PARAGRAPH = 20_000
"""Code points. Longer runs are cut at white space: one parse of them would need gigabytes."""


_DATELINE = re.compile(
    r"""(?: [A-Z][A-Z'’.\- ]{2,30} (?:,\s[^()\n:;]{2,40}?)? [ ]{0,3} (?:\([^()\n]{2,30}\))?      # OSLO, 19 January (AP)
          | [A-Z][\w'’.-]{1,30} (?:[ ,]{1,3}[\w'’.-]{1,30}){0,5} [ ]{0,3} \([A-Z][A-Za-z]{1,11}\)   # Oslo, Norway (AFP)
        ) [ ]{0,3} (?: -- | [—–-] ) [ ]{1,3} (?=["'(]{0,3}[A-Z0-9])""",
    re.VERBOSE,
)
"""Every run is bounded, so that no text takes long."""


def dateline_end(text: str) -> int:
    """Return where a paragraph goes on behind its dateline ("OSLO, 19 January (AP) - "); 0 where it has none."""
    match = _DATELINE.match(text)
    return match.end() if match is not None else 0


def shadow(text: str) -> str:
    """Return text of equal length with straight quotes and plain spaces."""
    # Half a surrogate pair, as broken JSON escapes give, cannot be encoded, and the parser encodes.
    return _LONE.sub("\ufffd", text.translate(_STRAIGHT))


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Split on blank lines, and on single line ends where lines are not hard-wrapped.

    A leading `date YYYY-MM-DD` is left out. A short unpunctuated paragraph between others is a
    crosshead, so that it is never parsed as part of the next sentence.
    """
    header = _DATE_HEADER.match(text)
    begin = header.end() if header else 0
    pieces = _cut(text, begin, len(text), _BLANK)
    if not _is_wrapped(text[begin:]):
        pieces = [line for start, end in pieces for line in _cut(text, start, end, _LINE)]
    pieces = [part for start, end in pieces for part in _limit(text, start, end)]
    found: list[Paragraph] = []
    for start, end in pieces:
        kind = "crosshead" if len(pieces) > 1 and _looks_like_crosshead(text[start:end]) else "body"
        found.append(Paragraph(len(found), start, end, kind))  # type: ignore[arg-type]
    return tuple(found)


def _cut(text: str, start: int, end: int, border: re.Pattern[str]) -> list[tuple[int, int]]:
    pieces, at = [], start
    for match in border.finditer(text, start, end):
        pieces.append((at, match.start()))
        at = match.end()
    pieces.append((at, end))
    return [trimmed for piece in pieces if (trimmed := _trim(text, *piece)) is not None]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _limit(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > _MAX_PARAGRAPH:
        cut = text.rfind(" ", start, start + _MAX_PARAGRAPH)
        cut = cut if cut > start else start + _MAX_PARAGRAPH
        pieces.append((start, cut))
        start = cut
    pieces.append((start, end))
    return [trimmed for piece in pieces if (trimmed := _trim(text, *piece)) is not None]


def _is_wrapped(text: str) -> bool:
    """Tell whether lines break in mid-sentence, as in text wrapped at a fixed width, whatever the width."""
    lines = [line.strip() for line in text.split("\n")]
    broken = carried_on = total = 0
    for line, after in pairwise(lines):
        if len(line) > 40 and after:
            is_open = not _TERMINAL.search(line)
            total += 1
            carried_on += is_open and after[0].islower()
            broken += is_open and (len(line) <= 100 or after[0].islower())
    # A single break tells enough where the next line carries the sentence on.
    return (total >= 2 or carried_on > 0) and broken * 2 > total


def _looks_like_crosshead(piece: str) -> bool:
    words = piece.split()
    return 0 < len(words) <= _MAX_CROSSHEAD_WORDS and len(piece) <= 100 and not _TERMINAL.search(piece)
