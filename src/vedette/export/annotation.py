"""Claims as W3C Web Annotations: each run of words with its quote and its position in the report's text.

Model: Web Annotation Data Model (W3C Recommendation, 23 February 2017). Positions count code points from 0, the end
excluded; prefix and suffix are the words around, so that a text that moved can still be anchored.
"""

from __future__ import annotations

from collections.abc import Iterator

from vedette.model import Claim, Span
from vedette.model.record import Record
from vedette.store import ReportHead

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
TERMS = "urn:vedette:terms:"
"""What the standard has no word for (speaker, stance, links) stands under this prefix."""
_AROUND = 32
"""Characters of prefix and suffix."""


def annotation_of(claim: Claim, head: ReportHead, text: str) -> Record:
    """Return one claim as an annotation of its report's words. `text` is the report's, as kept."""
    targets = [
        {"source": source_of(head), "selector": _selectors(text, start, end)} for start, end in claim.content.runs
    ]
    return {
        "@context": [CONTEXT, {"vedette": TERMS}],
        "id": f"urn:vedette:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "created": _when(head.published_at),
        "body": [_body(claim), *_links(claim)],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def source_of(head: ReportHead) -> str:
    """Return the address of a report: its own where it has one that can be followed, else a name."""
    is_web = head.url is not None and head.url.startswith(("http://", "https://"))
    return head.url if is_web and head.url is not None else f"urn:vedette:{head.id}"


def _selectors(text: str, start: int, end: int) -> list[Record]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - _AROUND) : start],
            "suffix": text[end : end + _AROUND],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def _body(claim: Claim) -> Record:
    speakers = [
        {
            "vedette:id": speaker.party.actor.id,
            "vedette:name": speaker.party.actor.name,
            "vedette:kind": speaker.speaker_kind,
            **({"vedette:onBehalfOf": speaker.on_behalf_of.actor.name} if speaker.on_behalf_of is not None else {}),
        }
        for speaker in claim.speakers
    ]
    return {
        "type": "TextualBody",
        "purpose": "describing",
        "format": "text/plain",
        "value": _sentence(claim),
        "vedette:speakers": speakers,
        "vedette:stance": claim.stance,
        "vedette:attitude": claim.attitude,
        "vedette:quotation": claim.kind,
        "vedette:hedges": [hedge.exact for hedge in claim.hedges],
        "vedette:cue": claim.cue.exact if claim.cue is not None else None,
    }


def _sentence(claim: Claim) -> str:
    who = ", ".join(speaker.party.actor.name for speaker in claim.speakers) or "Somebody who is not named"
    return f"{who} {claim.stance} this."


def _links(claim: Claim) -> Iterator[Record]:
    for link in claim.links:
        yield {
            "type": "SpecificResource",
            "purpose": "linking",
            "source": f"urn:vedette:{link.claim_id}",
            "vedette:relation": link.relation,
            "vedette:rule": link.rule,
        }


def _when(published_at: str) -> str:
    """Return a date-time as the standard asks; midnight of Greenwich where the report states a day alone."""
    return published_at if "T" in published_at else f"{published_at}T00:00:00Z"


def span_selectors(text: str, span: Span) -> list[Record]:
    """Return the selectors of any span, its first run where it has several."""
    start, end = span.parts[0] if span.parts else (span.start, span.end)
    return _selectors(text, start, end)
