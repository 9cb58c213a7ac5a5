"""A sentence's colon, and what stands on either side of it."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.attribution.clause_forms import asks
from vedette.attribution.quotes import QUOTE_MARKS
from vedette.attribution.said_things import VERSIONS
from vedette.attribution.speakers import SUBJECTS
from vedette.reading import Sentence, Token

LABELS = frozenset(
    """update news alert advisory watch live video photos breaking exclusive note analysis opinion related read
    more text abstract correction image photo factbox timeline explainer source summary latest fact here tags
    share date title by""".split()
)
"""What stands before a colon without having said anything."""
VERBS = frozenset({"VERB", "AUX"})
"""Parts of speech of what may be the verb of a clause."""
MOST_LEADING = 14
"""Words of a speaker's phrase before a colon, at most."""
GIVEN_OUT = VERSIONS | frozenset(
    {"result", "number", "figure", "count", "toll", "news", "reason", "cause", "finding", "case"}
)
"""What somebody gives or brings before the colon, and tells behind it ("gave two *reasons*: …")."""


def colon_of(sentence: Sentence) -> int | None:
    """Return the place of a sentence's first colon; None without one, or where it holds quotation marks."""
    at = next((k for k, token in enumerate(sentence.tokens) if token.text == ":"), None)
    return at if at is not None and not any(token.text in QUOTE_MARKS for token in sentence.tokens) else None


def subject_of(verb: Token) -> Token | None:
    """Return a verb's subject, or that of the verb it is joined to ("brought out a sheet and *read*: …")."""
    own = verb.child("nsubj")
    return own if own is not None or verb.dep != "conj" else verb.head.child("nsubj")


def whole_clause(said: Sequence[Token]) -> Token | None:
    """Return the main verb of words that state something by themselves, or None."""
    if not said or said[0].tag in ("WP", "WDT", "WRB", "VB", "VBG") or said[0].text in (":", "("):
        return None
    return next((t for t in said if t.pos in VERBS and t.child(*SUBJECTS) is not None and not asks(t)), None)
