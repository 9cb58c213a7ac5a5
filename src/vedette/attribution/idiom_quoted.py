"""Words before whoever is quoted: "The pass was open, the agency quoted a colonel as saying"."""

from __future__ import annotations

from vedette.attribution.attributions import Draft
from vedette.attribution.content import subtree_indices
from vedette.attribution.cues import CueLexicon
from vedette.attribution.quotes import QUOTE_MARKS
from vedette.attribution.speakers import FINITE, is_passive, phrase_tokens
from vedette.reading import Token
from vedette.reading.pronouns import SAYING

_QUOTING = frozenset({"quote", "cite"})
_MOST_BETWEEN = 8
"""Words of whoever quotes, at most."""
_SHORTEST = 3
"""Words that may be what is said, at least."""


def quoted_as_saying(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find what stands before "…, the agency quoted a colonel as saying"; the colonel speaks."""
    links = (token for token in verb.kids("prep") if token.lower == "as" and verb.lemma in _QUOTING)
    saying = next((below for link in links for below in link.kids("pcomp") if below.lemma in SAYING), None)
    entry = lexicon.verbs.get(saying.lemma) if saying is not None else None
    if saying is None:
        return None
    subject, thing = verb.child("nsubj", "nsubjpass"), verb.child("dobj")
    speaker = subject if is_passive(verb) else thing
    row = entry.frames.get("clause") if entry is not None else None
    if row is None or speaker is None or saying.child("ccomp", "dobj", "xcomp") is not None:
        return None
    tokens, at = verb.sent.tokens, verb.i - verb.sent.tokens[0].i
    if subject is not None:
        at = min(subtree_indices((subject,))) - tokens[0].i
    else:  # "…, *state radio* quoted its commander as saying": which a parse joins to the words before
        at = next((k + 1 for k in range(at - 2, max(0, at - _MOST_BETWEEN), -1) if tokens[k].text == ","), 0)
    if at < _SHORTEST or tokens[at - 1].text not in (",", *QUOTE_MARKS):
        return None
    said = tokens[: at - 1] if tokens[at - 1].text == "," else tokens[:at]
    main = next((token for token in said if token.tag in FINITE), None)
    if main is None:
        return None
    main = main.head if main.dep in ("aux", "auxpass") else main
    draft = Draft("cue.quoted@1", saying, row, "clause", main, {token.i for token in said}, speaker)
    draft.speaker_phrase = phrase_tokens(speaker, draft.inside | {verb.i, saying.head.i, saying.i})
    return draft
