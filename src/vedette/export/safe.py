"""Text of reports is hostile: make it harmless for the place it is shown in."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_REPLACEMENT = "\ufffd"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARKDOWN = re.compile(r"([\\`*_\[\]|~$])")
_BEGINS_BLOCK = re.compile(r"(#|[-+=]|\d{1,9}(?=[.)]))")


def terminal_safe(text: str) -> str:
    """Return one line without control characters, so that no report can move the cursor or reverse the line.

    Control and direction characters become U+FFFD; line ends and tabs become blanks.
    """
    return _CONTROL.sub(_REPLACEMENT, " ".join(text.split()))


def csv_safe(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe goes before = + - @.

    Other control characters than line ends and tabs become U+FFFD.
    """
    harmless = _CONTROL.sub(_REPLACEMENT, text.replace("\r\n", "\n"))
    return "'" + harmless if harmless.startswith(_FORMULA) else harmless


def markdown_safe(text: str) -> str:
    """Return one line in which neither Markdown nor HTML means anything."""
    line = terminal_safe(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _MARKDOWN.sub(r"\\\1", line)
    begins = _BEGINS_BLOCK.match(line)
    if begins is None:
        return line
    # A number is kept from beginning a list by escaping what follows it.
    at = begins.end() if line[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"
