"""Which way a time expression looks: back, ahead or neither, from the verb that governs it."""

from __future__ import annotations

from vedette.reading import Token

_AHEAD_MODALS = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "could", "may", "might", "must", "should", "can"})
# Words after which a time lies ahead, whatever the tense around them.
_AHEAD_WORDS = frozenset({"due", "schedule", "expect", "set", "plan", "slate", "likely", "aim", "hope", "intend", "deadline",
                          "upcoming", "forthcoming", "forecast", "promise", "propose", "expire", "postpone"})  # fmt: skip
_AHEAD_PREPOSITIONS = frozenset({"until", "till"})
# Verbs whose infinitive tells of the same time as they do themselves.
_SAME_TIME = frozenset({"begin", "start", "continue", "fail", "manage", "try", "help", "use", "come", "go", "return",
                        "appear", "seem", "cease", "stop", "rush", "have"})  # fmt: skip
_PAST_AUX = frozenset({"was", "were", "had", "did", "has", "have", "'ve", "'d"})
_MAX_STEPS = 12


def direction(token: Token) -> int:
    """Return -1 where the words at `token` look back, 1 where they look ahead, 0 where nothing tells."""
    for _ in range(_MAX_STEPS):
        if token.lower in _AHEAD_PREPOSITIONS:
            return 1
        if token.pos in ("VERB", "AUX"):
            found = _of_verb(token)
            if found is not None:
                return found
        elif token.lemma in _AHEAD_WORDS:
            return 1
        if token.head is token:
            return 0
        token = token.head
    return 0


def _of_verb(verb: Token) -> int | None:
    """Return the direction a verb gives, or None where its own head must tell."""
    helpers = [child.lower for child in verb.children if child.dep in ("aux", "auxpass")]
    is_perfect = "have" in helpers and verb.tag in ("VBN", "VBD")
    if verb.tag == "MD" or any(helper in _AHEAD_MODALS for helper in helpers):
        return -1 if is_perfect else 1
    if verb.tag == "VBN" and verb.lemma in _AHEAD_WORDS:
        return 1
    if "to" in helpers and not is_perfect:
        return None if verb.head.lemma in _SAME_TIME else 1
    return _of_form(verb, helpers)


def _of_form(verb: Token, helpers: list[str]) -> int | None:
    if any(helper in _PAST_AUX for helper in helpers) or verb.tag in ("VBD", "VBN"):
        is_going = verb.tag == "VBG" and verb.lemma == "go"
        return 1 if is_going else -1
    if verb.tag == "VBG":
        return 1 if helpers else None
    return None if verb.dep in ("ccomp", "relcl", "advcl") and verb.head is not verb else 0
