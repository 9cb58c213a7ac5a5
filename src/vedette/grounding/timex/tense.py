"""Which way a time expression looks: back, ahead or neither, from the verb that governs it."""

from __future__ import annotations

from vedette.reading import Token

_AHEAD_MODALS = frozenset(
    {"will", "shall", "'ll", "’ll", "wo", "would", "could", "may", "might", "must", "should", "can"}
)
# Words after which a time lies ahead, whatever the tense around them.
_AHEAD_WORDS = frozenset({
    "due", "schedule", "expect", "plan", "slate", "likely", "aim", "hope", "intend", "deadline", "upcoming",
    "forthcoming", "forecast", "effective", "promise", "propose", "expire", "postpone",
})  # fmt: skip
_SURE_MODALS = frozenset({"will", "shall", "'ll", "’ll", "wo"})
# Verbs whose infinitive tells of the same time as they do themselves.
_SAME_TIME = frozenset({"begin", "start", "continue", "fail", "manage", "try", "help", "use", "come", "go", "return",
                        "appear", "seem", "cease", "stop", "rush", "have"})  # fmt: skip
_PRESENT_AUX = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re"})
_PAST_AUX = frozenset({"was", "were", "had", "did", "has", "have", "'ve", "'d"})
NEAREST = 2
# Verbs whose infinitive lies ahead of them for sure, and nouns like them ("a decision to leave on Friday").
_AHEAD_OF = _AHEAD_WORDS | frozenset({
    "agree", "arrange", "ask", "call", "decide", "demand", "invite", "offer", "order", "pledge", "prepare", "request",
    "set", "summon", "tell", "threaten", "urge", "vow", "want", "wish", "be", "decision", "deal", "threat",
    "invitation", "intention", "bid", "ready",
})  # fmt: skip
_MAX_STEPS = 12


def direction(token: Token) -> int:
    """Return -1 where the words at `token` look back, 1 where they look ahead, 0 where nothing tells.

    `NEAREST` where something lies ahead of a deed that is itself told as past ("moved to join on Friday",
    "stayed until Monday"): the nearer of the two days is meant.
    """
    # A time inside a noun phrase ("Friday's ruling", "the March offensive") does not share the verb's tense.
    is_inside = token.dep in ("poss", "compound", "nmod", "amod", "nummod") and token.head.pos not in ("VERB", "AUX")
    through_noun = is_inside
    for _ in range(_MAX_STEPS):
        if token.lower in _PREPOSITIONS:
            return _of_preposition(token)
        if token.pos in ("VERB", "AUX"):
            found = _of_verb(token, through_noun)
            if found is not None:
                return min(found, 0) if is_inside and found != NEAREST and not _is_sure(token) else found
        elif token.lemma in _AHEAD_WORDS:
            return 1
        elif token.pos in ("NOUN", "PROPN") and token.dep not in ("npadvmod", "pobj"):
            through_noun = True
        if token.head is token:
            return 0
        token = token.head
    return 0


_PREPOSITIONS = frozenset({"until", "till", "through", "since"})


def _of_preposition(token: Token) -> int:
    if token.lower == "since":
        return -1
    # "They had not met until Thursday" tells of a Thursday that is over.
    verb = token.head
    if verb.pos != "VERB" or verb.tag not in ("VBD", "VBN"):
        return 1
    if verb.child("neg") is not None:
        return -1
    if verb.lemma in _AHEAD_OF:
        return 1
    helpers = [child.lower for child in verb.children if child.dep in ("aux", "auxpass")]
    return 1 if "to" in helpers or not _AHEAD_MODALS.isdisjoint(helpers) else NEAREST


def _is_sure(verb: Token) -> bool:
    return any(child.lower in _SURE_MODALS for child in verb.children if child.dep == "aux")


def _of_verb(verb: Token, through_noun: bool) -> int | None:
    """Return the direction a verb gives, or None where its own head must tell.

    through_noun: the time hangs on a noun below the verb ("planned a rally for Saturday").
    """
    helpers = [child.lower for child in verb.children if child.dep in ("aux", "auxpass")]
    is_perfect = "have" in helpers and verb.tag in ("VBN", "VBD")
    if "could" in helpers and verb.child("neg") is not None:
        return -1
    if verb.tag == "MD" or any(helper in _AHEAD_MODALS for helper in helpers):
        return -1 if is_perfect else 1
    if verb.lemma in _AHEAD_WORDS and (verb.tag == "VBN" or through_noun):
        return 1
    if verb.lemma == "set" and verb.tag == "VBN" and verb.dep in ("acl", "ROOT", "relcl", "conj"):
        return 1
    if "to" in helpers and not is_perfect:
        if verb.head.lemma in _SAME_TIME:
            return None
        return 1 if verb.head.lemma in _AHEAD_OF or verb.head is verb else NEAREST
    return _of_form(verb, helpers)


def _of_form(verb: Token, helpers: list[str]) -> int | None:
    is_present = not _PRESENT_AUX.isdisjoint(helpers) and _PAST_AUX.isdisjoint(helpers)
    if any(helper in _PAST_AUX for helper in helpers) or (verb.tag in ("VBD", "VBN") and not is_present):
        is_going = verb.tag == "VBG" and verb.lemma == "go"
        return 1 if is_going else -1
    if verb.tag == "VBG":
        return 1 if helpers else None
    return None if verb.dep in ("ccomp", "relcl", "advcl") and verb.head is not verb else 0
