"""Claims as schema.org: `Claim` for each, and an unrated `ClaimReview` shell for what is disputed.

Vedette says who says what and who says otherwise; it rates nobody. A review therefore has no rating: a fact-checker
adds `reviewRating` and `author`. Terms: schema.org Claim (appearance, firstAppearance) and ClaimReview.
"""

from __future__ import annotations

from collections.abc import Sequence

from vedette.export.annotation import TERMS, source_of
from vedette.model import Claim, Speaker
from vedette.model.record import Record
from vedette.store import ReportHead, StoredClaim
from vedette.views import Dispute

CONTEXT = "https://schema.org"
_ORGANISATIONS = frozenset(
    {
        "state",
        "government",
        "military",
        "police",
        "armed_group",
        "party",
        "igo",
        "ngo",
        "media",
        "company",
        "organisation",
    }
)


def claim_of(one: StoredClaim) -> Record:
    """Return one claim as a schema.org Claim."""
    return {"@context": [CONTEXT, {"vedette": TERMS}], **_claim(one.claim, one.report)}


def claim_review_of(dispute: Dispute) -> Record:
    """Return a dispute as a ClaimReview of its earliest claim, not rated, with what others say beside it."""
    first, *others = dispute.claims
    return {
        "@context": [CONTEXT, {"vedette": TERMS}],
        "@type": "ClaimReview",
        "@id": f"urn:vedette:{dispute.id}",
        "datePublished": dispute.days[1],
        "claimReviewed": " ".join(first.claim.content.exact.split()),
        "itemReviewed": {**_claim(first.claim, first.report), "appearance": _appearances(dispute.sides[0])},
        "vedette:against": [_claim(one.claim, one.report) for one in others if one in _across(dispute)],
        "vedette:stands": [
            {
                "vedette:later": f"urn:vedette:{stand.later}",
                "vedette:relation": stand.link.relation,
                "vedette:earlier": f"urn:vedette:{stand.link.claim_id}",
                "vedette:rule": stand.link.rule,
            }
            for stand in dispute.stands
        ],
    }


def _across(dispute: Dispute) -> list[StoredClaim]:
    return [one for side in dispute.sides[1:] for one in side]


def _claim(claim: Claim, head: ReportHead) -> Record:
    record: Record = {
        "@type": "Claim",
        "@id": f"urn:vedette:{claim.id}",
        "text": " ".join(claim.content.exact.split()),
        "datePublished": (claim.moment.first or head.published_at)[:10],
        "firstAppearance": _appearance(head),
        "vedette:stance": claim.stance,
    }
    makers = [_maker(speaker) for speaker in claim.speakers]
    if makers:
        record["author"] = makers[0] if len(makers) == 1 else makers
    return record


def _maker(speaker: Speaker) -> Record:
    actor = speaker.party.actor
    is_body = actor.kind in _ORGANISATIONS
    record: Record = {"@type": "Organization" if is_body else "Person", "name": actor.name}
    if speaker.on_behalf_of is not None and not is_body:
        record["affiliation"] = {"@type": "Organization", "name": speaker.on_behalf_of.actor.name}
    return record


def _appearance(head: ReportHead) -> Record:
    record: Record = {"@type": "NewsArticle", "@id": source_of(head), "datePublished": head.published_at}
    if head.title:
        record["headline"] = head.title
    if head.publisher:
        record["publisher"] = {"@type": "Organization", "name": head.publisher}
    if head.url and source_of(head) == head.url:
        record["url"] = head.url
    return record


def _appearances(side: Sequence[StoredClaim]) -> list[Record]:
    return [_appearance(one.report) for one in side]
