"""Whether a delivery happened, as far as its own clause tells, and who its subject is."""

from __future__ import annotations

from collections.abc import Iterator

from vedette.knowledge.transfers import TransferWords
from vedette.model.equipment import TransferStatus
from vedette.reading import Token

_MODALS: dict[str, TransferStatus] = {
    "will": "planned", "shall": "planned", "would": "planned", "'ll": "planned", "wo": "planned",
    "could": "hypothetical", "may": "hypothetical", "might": "hypothetical", "can": "hypothetical",
    "ca": "hypothetical", "should": "demanded", "must": "demanded",
}  # fmt: skip
_CONDITIONS = frozenset({"if", "unless", "whether"})
_MAX_STEPS = 4
_CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl"})
_OBJECT_CONTROL = frozenset(
    {
        "ask",
        "urge",
        "press",
        "accuse",
        "suspect",
        "prevent",
        "stop",
        "allow",
        "force",
        "beg",
        "direct",
        "instruct",
        "enable",
        "permit",
        "order",
    }
)


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb: its own, that of the verb it is joined to, or of the one above it."""
    token = verb
    for _ in range(_MAX_STEPS):
        own = token.child("nsubj", "nsubjpass")
        if own is not None:
            return own
        above = _above(token)
        if above is None:
            return None
        if token.dep != "conj" and above.lemma.lower() in _OBJECT_CONTROL:
            controlled = above.child("dobj", "nsubjpass")
            if controlled is not None:
                return controlled
        if above.pos == "NOUN":
            return above.child("poss")
        token = above
    return None


def delivery_status(trigger: Token, words: TransferWords) -> TransferStatus:
    """Return what the clause makes of a delivery; a noun without a verb that tells is unknown."""
    verb = trigger
    if trigger.pos == "NOUN":
        if trigger.dep not in ("dobj", "nsubjpass", "nsubj", "pobj") or trigger.head.pos != "VERB":
            return "unknown"
        verb = trigger.head
        if verb.lemma.lower() in words.status:
            return "not_happened" if _is_negated(verb) else words.status[verb.lemma.lower()]
        if trigger.dep == "dobj" and verb.lemma.lower() not in (words.get | words.give | words.light | {"take"}):
            return "unknown"
    for token in _upwards(verb):
        if _is_negated(token):
            return "unknown" if _own(token) == "demanded" else "not_happened"
        if token is not verb and token.lemma.lower() in words.status:
            return words.status[token.lemma.lower()]
        own = _own(token)
        if own is not None:
            return own
    is_running = verb.tag == "VBG" and any(c.dep == "aux" and c.lemma == "be" for c in verb.children)
    return "ongoing" if is_running else "happened"


def _own(verb: Token) -> TransferStatus | None:
    for child in verb.children:
        if child.dep == "aux" and child.lower in _MODALS:
            return _MODALS[child.lower]
        if child.dep == "mark" and child.lower in _CONDITIONS:
            return "hypothetical"
    return None


def _is_negated(verb: Token) -> bool:
    return any(c.dep == "neg" or (c.dep == "advmod" and c.lower == "never") for c in verb.children)


def _upwards(verb: Token) -> Iterator[Token]:
    """Yield a verb and those it is the content of."""
    token: Token | None = verb
    for _ in range(_MAX_STEPS):
        if token is None:
            return
        yield token
        token = _above(token)


def _above(token: Token) -> Token | None:
    """Return the verb (or noun) whose content or fellow `token` is, or None."""
    if token.dep == "conj" and token.head.pos in ("VERB", "AUX") and token.child("nsubj", "nsubjpass") is None:
        return token.head
    if token.dep == "pcomp":
        return token.head.head
    if token.dep in _CLAUSES and not (token.dep == "acl" and token.tag == "VBN"):
        return token.head if token.head is not token else None
    return None
