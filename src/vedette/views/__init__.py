"""Views: questions answered from a store."""

from vedette.views.brief import Brief, BriefFilter, SpeakerClaims, build_brief
from vedette.views.explain import Explanation, MarkedText, Reason, explain_claim, explain_event, mark

__all__ = [
    "Brief",
    "BriefFilter",
    "Explanation",
    "MarkedText",
    "Reason",
    "SpeakerClaims",
    "build_brief",
    "explain_claim",
    "explain_event",
    "mark",
]
