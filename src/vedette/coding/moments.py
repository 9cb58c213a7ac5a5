"""When an event took place, and whether it is history told to explain the news."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from vedette.coding.drafts import Draft
from vedette.coding.matching import Candidate
from vedette.coding.verdict import Verdict
from vedette.grounding.grounded import Grounded
from vedette.model import FieldReason, Moment
from vedette.reading import Token

_HISTORY = timedelta(days=180)
"""Older than this against publication, an event is history told to explain the news."""


def moment_of(candidate: Candidate, grounded: Grounded) -> Moment:
    """Return when a candidate took place: by its own word, else by the verb that carries it."""
    moment = grounded.moment(candidate.token)
    if moment.basis != "text" and candidate.carrier is not None:
        return grounded.moment(candidate.carrier)
    return moment


def is_to_come(moment: Moment, grounded: Grounded) -> bool:
    """Tell whether the text names a time after publication."""
    published = grounded.reading.report.published_on.isoformat()
    return moment.basis == "text" and moment.first is not None and moment.first > published


def planned(verdict: Verdict) -> Verdict:
    """Take an act told as fact of a day to come for planned ("they meet in April")."""
    if verdict.status in ("happened", "ongoing"):
        return Verdict("planned", "status.day-to-come@1", verdict.word)
    return verdict


def day_of(moment: Moment) -> date | None:
    """Return the day whose offices count for an event, None for that of publication."""
    stated = moment.first or moment.last
    if moment.basis not in ("text", "narrative") or stated is None:
        return None
    try:
        return date.fromisoformat(stated)
    except ValueError:
        return None


def background_of(candidate: Candidate, moment: Moment, grounded: Grounded) -> FieldReason | None:
    """Return what marks an event as history told to explain the news; None where nothing does."""
    reading = grounded.reading
    if moment.basis == "text" and moment.last is not None:
        try:
            if date.fromisoformat(moment.last) < reading.report.published_on - _HISTORY:
                return FieldReason("background", "background.long-ago@1", moment.span)
        except ValueError:
            pass
    verb = candidate.carrier or candidate.token
    for token in (verb, *verb.ancestors()):
        if token.dep in ("advcl", "pcomp") and (mark := _since(token)) is not None:
            return FieldReason("background", "background.since@1", reading.span(mark, mark))
        if token.dep == "prep" and token.lower == "since":
            return FieldReason("background", "background.since@1", reading.span(token, token))
        if token.pos in ("VERB", "AUX") and token is not verb and token.dep != "conj":
            break
    had = next((child for child in verb.kids("aux") if child.lower in ("had", "'d") and verb.tag == "VBN"), None)
    if had is not None and moment.basis != "text" and verb.dep != "ccomp":
        return FieldReason("background", "background.past-perfect@1", reading.span(had, had))
    return None


def _since(clause: Token) -> Token | None:
    return next((child for child in clause.children if child.lower == "since"), None)


def settled_moment(draft: Draft, grounded: Grounded) -> Moment:
    """Never date history without a time of its own to the day of the report."""
    moment = draft.moment
    if draft.background is not None and moment.basis in ("published", "none", "narrative"):
        return Moment(last=grounded.reading.report.published_on.isoformat())
    if draft.decision.status in ("happened", "ongoing") and is_to_come(moment, grounded):
        # The day is that of what is announced, not of the announcement.
        published = grounded.reading.report.published_on.isoformat()
        return Moment(published, None, published, "day", "published")
    if draft.decision.status in ("planned", "demanded", "threatened", "feared", "hypothetical") and (
        moment.basis == "published"
    ):
        return replace(moment, value=None, first=None, last=None, precision="unknown", basis="none")
    return moment
