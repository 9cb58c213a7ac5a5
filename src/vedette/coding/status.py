"""Status: whether an act happened, is planned, demanded, feared, denied …

Read from the predicate outwards: its own negation and modals, then each word above whose complement it is.
The first word that takes the act out of the world decides; a negated one turns it into something that did not happen.
"""

from __future__ import annotations

from vedette.coding.aspect import aspect_of
from vedette.coding.embedding import Embedding
from vedette.coding.governors import by_carrier, step_up
from vedette.coding.negation import has_own_tense, is_negated, is_of_object, waits
from vedette.coding.slots import carrier
from vedette.coding.verdict import Verdict
from vedette.coding.vouching import alleging
from vedette.reading import Token

_MAX_STEPS = 15
_TELLING = frozenset({"feared", "threatened", "denied"})


def status_of(predicate: Token, embedding: Embedding) -> Verdict:
    """Return the status of the act a predicate names."""
    token = predicate
    if predicate.pos in ("NOUN", "PROPN"):
        own = _on_noun(predicate, embedding)
        if own is not None:
            return own
        verb = carrier(predicate, embedding.grammar)
        if verb is not None and verb.pos in ("VERB", "AUX"):
            told = by_carrier(predicate, verb, embedding)
            if told is not None:
                return told
            token = verb
    possible: Verdict | None = None
    is_beside = False
    for _ in range(_MAX_STEPS):
        own = _on_verb(token, embedding, is_predicate=token is predicate)
        if is_beside and own is not None and own.word is not None and is_of_object(own.word, token):
            own = None
        if own is not None and own.rule != "status.modal.hypothetical@1":
            return possible or own
        possible = possible or own
        above, verdict = step_up(token, embedding)
        if verdict is not None:
            # "fears that rebels could attack": the fear tells more than the "could".
            return verdict if possible is None or verdict.status in _TELLING else possible
        if above is None:
            break
        is_beside = token.dep == "conj" and above is token.head
        token = above
    return possible or aspect_of(predicate, embedding)


def _on_noun(noun: Token, embedding: Embedding) -> Verdict | None:
    negation = is_negated(noun)
    if negation is not None:
        return Verdict("not_happened", "status.negated@2", negation)
    for child in noun.children:
        if child.dep in ("amod", "compound") and child.lower in embedding.modifiers:
            return Verdict(embedding.modifiers[child.lower], "status.modifier@1", child)
    return None


def _on_verb(verb: Token, embedding: Embedding, *, is_predicate: bool) -> Verdict | None:
    """Judge a verb's own negation, modals and conjunction."""
    if verb.pos not in ("VERB", "AUX", "ADJ"):
        return None
    holder = verb
    if verb.pos == "ADJ" and verb.head.lemma == "be" and verb.dep in ("acomp", "attr"):
        holder = verb.head
    negation = is_negated(holder)
    auxiliaries = holder.kids("aux")
    is_apart = holder.dep != "conj" or holder.child("nsubj", "nsubjpass") is not None or has_own_tense(holder)
    if not auxiliaries and not is_apart:
        auxiliaries = [a for a in holder.head.kids("aux") if a.tag == "MD"]
    modal = next((a for a in auxiliaries if a.tag == "MD" or a.lower in embedding.modals), None)
    mark = _condition(holder, verb, embedding)
    if mark is not None:
        return Verdict("hypothetical", "status.condition@1", mark)
    if negation is not None and modal is None and waits(holder):
        return None  # "did not endorse her until July": then he did
    if negation is not None:
        # "will not" refuses; "cannot" only says what is not possible.
        refuses = (modal is not None and embedding.modals.get(modal.lower) == "planned") or _is_would(modal)
        return Verdict("not_happened", "status.negated@2", negation, is_modal=refuses)
    if modal is not None:
        status = embedding.modals.get(modal.lower, "hypothetical")
        if modal.lower in ("would", "'d") and _is_reported(holder, embedding):
            status = "planned"  # "said it would withdraw": the future of the past
        return Verdict(status, f"status.modal.{status}@1", modal, is_modal=is_predicate)
    going = _going_to(holder)
    if going is not None:
        return Verdict("planned", "status.going-to@1", going, is_modal=is_predicate)
    adverb = alleging(verb)
    return Verdict("unknown", "status.alleged@1", adverb) if adverb is not None else None


def _condition(holder: Token, verb: Token, embedding: Embedding) -> Token | None:
    """Return the word that makes a clause a condition or the end of a wait ("until the sanctions force him out")."""
    if holder.dep not in ("advcl", "ccomp", "pcomp", "xcomp", "ROOT"):
        return None
    for child in holder.children:
        if child.dep in ("mark", "advmod") and child.lower in embedding.marks:
            return child
    if verb.tag in ("VBZ", "VBP") and holder.dep in ("advcl", "ROOT"):
        return next((child for child in holder.kids("mark") if child.lower == "until"), None)
    return None


def _is_would(modal: Token | None) -> bool:
    return modal is not None and modal.lower in ("would", "'d")


def _is_reported(verb: Token, embedding: Embedding) -> bool:
    while verb.dep == "conj" and verb.head.lemma not in embedding.grammar.reporting_verbs:
        verb = verb.head
    return verb.dep in ("ccomp", "conj", "acomp") and verb.head.lemma in embedding.grammar.reporting_verbs


def _going_to(verb: Token) -> Token | None:
    """Return "to" of "is to visit", or "going" of "is going to visit"."""
    if verb.dep == "xcomp" and verb.head.lower == "going" and verb.head.child("aux") is not None:
        return verb.head
    if verb.dep == "xcomp" and verb.head.lemma == "be" and any(c.lower == "to" for c in verb.kids("aux")):
        return verb.head
    return None
