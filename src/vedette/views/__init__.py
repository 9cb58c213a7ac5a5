"""Views: questions answered from a store."""

from vedette.views.brief import Brief, BriefFilter, SpeakerClaims, build_brief
from vedette.views.disputes import Dispute, Figure, Stand, build_disputes, side_name
from vedette.views.explain import Explanation, MarkedText, Reason, explain_claim, explain_event, mark

__all__ = [
    "Brief",
    "BriefFilter",
    "Dispute",
    "Explanation",
    "Figure",
    "MarkedText",
    "Reason",
    "SpeakerClaims",
    "Stand",
    "build_brief",
    "build_disputes",
    "explain_claim",
    "explain_event",
    "mark",
    "side_name",
]
