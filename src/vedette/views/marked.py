"""Report text made safe for terminals and Markdown, and sentences with their parts marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from vedette.model import Span

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_SPACES = re.compile(r"\s+")


def plain(text: str) -> str:
    """Return text on one line without control characters, so that no report can steer a terminal."""
    spaced = _SPACES.sub(" ", text)
    return "".join(c for c in spaced if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))


def markdown(text: str) -> str:
    """Return text on one line with every character escaped that Markdown or HTML would read."""
    return _MARKDOWN.sub(r"\\\1", plain(text).replace("&", "&amp;"))


def marked(evidence: Span, marks: Iterable[tuple[Span, str]]) -> str:
    """Return a sentence with each span in brackets after its name: "[actor: Russia] «delivered» …".

    Spans outside the sentence are left out; where two overlap, the one that starts first, then the longer, stays.
    """
    inside = sorted(
        ((span, name) for span, name in marks if evidence.covers(span)), key=lambda m: (m[0].start, -m[0].end)
    )
    pieces, at = [], evidence.start
    for span, name in inside:
        if span.start < at:
            continue
        pieces.append(plain(evidence.exact[at - evidence.start : span.start - evidence.start]))
        words = plain(span.exact)
        pieces.append(f"«{words}»" if name == "trigger" else f"[{name}: {words}]")
        at = span.end
    pieces.append(plain(evidence.exact[at - evidence.start :]))
    return "".join(pieces)
