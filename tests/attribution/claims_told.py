"""What a text tells of who said what, in the short form that tests compare."""

from __future__ import annotations

from vedette import Coder
from vedette.attribution import attribute
from vedette.grounding import ground
from vedette.model import Report


def told(coder: Coder, text: str) -> list[tuple[str, str, str]]:
    """Return the words of the first speaker, the stance and the content of each claim ("" for nobody)."""
    found = attribute(ground(coder.reader.read(Report.make(text, "2024-05-15")), coder.knowledge))
    return [
        (claim.speakers[0].party.span.exact if claim.speakers else "", claim.stance, claim.content.exact)
        for claim in found
    ]


def contents(coder: Coder, text: str) -> list[str]:
    """Return the content of each claim."""
    return [content for _, _, content in told(coder, text)]
