"""The codebook's decisions: what tense, refusal and embedding make of a trigger's type. Each is a named rule."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.coding.matching import Candidate
from vedette.coding.roles import SPEECH_ACTS, Roles
from vedette.coding.verdict import Verdict
from vedette.model import EventType, Status

_COOPERATION = frozenset({"CONSULT", "COOPERATE", "AID", "SUPPORT"})
_YIELDING = frozenset({"AGREE", "CONCEDE", "RETREAT", "CONSULT", "COOPERATE", "AID"})
_HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST"})


@dataclass(frozen=True, slots=True)
class Decision:
    """The type and status an event ends with, and the rules that changed them."""

    event_type: EventType
    status: Status
    rule: str
    """Empty where the trigger's own type stands."""
    status_rule: str


def decide(candidate: Candidate, verdict: Verdict, roles: Roles, *, is_within: bool) -> Decision:
    """Apply the codebook's decisions to one candidate."""
    event_type = candidate.trigger.event_type
    status, word = verdict.status, verdict.word
    if rule := _done_by_saying(candidate, verdict):
        return Decision(event_type, "happened", "", rule)
    if is_within or not roles.actors:
        return Decision(event_type, status, "", verdict.rule)
    if event_type == "REQUEST" and verdict.is_modal and _is_polite(candidate, verdict):
        return Decision(event_type, "happened", "", "status.polite-modal@1")
    if status == "planned" and verdict.is_modal:
        # What is announced is a speech act that took place; what it announces is still to come.
        if event_type in _COOPERATION:
            return Decision("AGREE", "happened", "decision.future-cooperation-is-agree@1", verdict.rule)
        if event_type == "RETREAT":
            # The manual names CONCEDE here; both public gold sets of the ontology's makers code AGREE.
            return Decision("AGREE", "happened", "decision.announced-retreat-is-agree@1", verdict.rule)
        if event_type in _HOSTILE:
            return Decision("THREATEN", "happened", "decision.announced-force-is-threaten@1", verdict.rule)
    refused = status == "not_happened" and verdict.is_modal and word is not None
    if refused and event_type in _YIELDING:
        return Decision("REJECT", "happened", "decision.will-not-is-reject@1", verdict.rule)
    # "Ready to agree" says so; what is only "likely" or "about" to be opposed is not yet.
    is_attitude = verdict.rule.startswith("status.adjective") and (word is None or word.lower not in _TO_COME)
    readiness = candidate.trigger.word_class == "adjective" or is_attitude
    is_said = event_type in SPEECH_ACTS and status == "planned" and readiness
    return Decision(event_type, "happened" if is_said else status, "", verdict.rule)


_TO_COME = frozenset({"likely", "about", "due", "set", "bound", "slated", "scheduled", "poised"})


def _is_polite(candidate: Candidate, verdict: Verdict) -> bool:
    """Tell whether saying it does it ("I would urge everybody to leave")."""
    subject = candidate.token.child("nsubj")
    asks = verdict.word is not None and verdict.word.lower in ("would", "'d", "must")
    return asks and verdict.status != "not_happened" and subject is not None and subject.lower in ("i", "we")


def _done_by_saying(candidate: Candidate, verdict: Verdict) -> str:
    """Return the rule by which saying so does it; empty where none applies."""
    if _is_performed(candidate, verdict):
        return "status.performed-in-saying@2"
    return "status.announced@1" if _is_announced(candidate, verdict) else ""


def _is_announced(candidate: Candidate, verdict: Verdict) -> bool:
    """Tell whether there is a deal, an offer or a demand since it was announced; sanctions announced are to come."""
    verb = verdict.word
    if verb is None or verdict.rule != "status.verb.announce@1" or candidate.trigger.word_class == "adjective":
        return False
    is_past = verb.tag == "VBD" or any(child.lemma == "have" for child in verb.kids("aux"))
    is_told = is_past and not any(child.tag == "MD" for child in verb.kids("aux"))
    return candidate.trigger.event_type in SPEECH_ACTS and is_told


_UTTERING = frozenset({"express", "extend", "convey", "offer", "thank", "congratulate", "apologise", "apologize"})


def _is_performed(candidate: Candidate, verdict: Verdict) -> bool:
    """Tell whether saying so does it: "I want to thank", "we would like to apologise"."""
    verb = candidate.token
    if candidate.trigger.event_type not in SPEECH_ACTS or verdict.status not in ("planned", "hypothetical"):
        return False
    wish = verb.head
    if verb.dep != "xcomp" or wish.lemma not in ("want", "wish", "like"):
        return False
    subject = wish.child("nsubj")
    if subject is None:
        return False
    # "The government would like to express its condolences" says it of itself.
    auxiliaries = {child.lower for child in wish.kids("aux")}
    is_polite = wish.lemma == "like" and not auxiliaries.isdisjoint({"would", "'d"}) and "have" not in auxiliaries
    return subject.lower in ("i", "we") or (is_polite and verb.lemma in _UTTERING)
