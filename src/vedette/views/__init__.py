"""Views: questions answered from a store."""

from vedette.views.answers import Answer, answers_to
from vedette.views.brief import Brief, BriefFilter, SpeakerClaims, build_brief
from vedette.views.disputes import AGAINST, Dispute, Figure, Stand, build_disputes, side_name
from vedette.views.explain import Explanation, MarkedText, Reason, explain_claim, explain_event, mark
from vedette.views.wording import sentence_of

__all__ = [
    "AGAINST",
    "Answer",
    "Brief",
    "BriefFilter",
    "Dispute",
    "Explanation",
    "Figure",
    "MarkedText",
    "Reason",
    "SpeakerClaims",
    "Stand",
    "answers_to",
    "build_brief",
    "build_disputes",
    "explain_claim",
    "explain_event",
    "mark",
    "sentence_of",
    "side_name",
]
