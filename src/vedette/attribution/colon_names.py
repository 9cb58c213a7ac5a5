"""Names and things given out that stand alone before the colon of what is said."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.attribution.attributions import Draft
from vedette.attribution.colons import LABELS, MOST_LEADING, VERBS, colon_of
from vedette.attribution.cues import BY_MARK
from vedette.attribution.quotes import QUOTE_MARKS
from vedette.attribution.said_things import VERSIONS
from vedette.attribution.speakers import FINITE, names_somebody, phrase_tokens
from vedette.reading import Sentence, Token
from vedette.reading.pronouns import SAYING


def led_by_name(sentence: Sentence) -> Draft | None:
    """Find "Coastguard: thirty passengers drowned." and "17:20 Two officials: the charge was laid by divers.".

    What stands before the colon is nothing but somebody's name or what he gave out, behind it stands a whole clause or,
    as in flashes, a number with what it counts ("Harbour police: *nine drowned in the dock*").
    """
    tokens = sentence.tokens
    first = next((k for k, t in enumerate(tokens) if t.pos not in ("NUM", "PUNCT", "SYM") and t.lower != "am"), 0)
    at = next((k for k, token in enumerate(tokens) if token.text == ":" and k > first), None)
    if at is None or not 0 < at - first <= MOST_LEADING or at > len(tokens) - 4:
        return None
    phrase, said = tokens[first:at], tokens[at + 1 :]
    if any(t.pos == "AUX" or t.tag in FINITE or t.text in QUOTE_MARKS for t in phrase):
        return None
    nouns = [t for t in phrase if t.pos in ("NOUN", "PROPN")]
    head = next((t for t in nouns if t.head is t or t.head not in phrase), nouns[0] if nouns else None)
    if head is not None and head.lower in LABELS:
        head = head.prep("from")  # "UPDATE *from the rescue services*: …"
    if head is None or not (names_somebody(head) or head.lemma.lower() in _ISSUED):
        return None
    if phrase[0].tag in ("IN", "RB", "UH") or head.lower in LABELS:
        return None
    main = next((t for t in said if t.pos in VERBS and t.child("nsubj", "nsubjpass", "expl") is not None), None)
    main = main or _counted(said)
    if main is None or said[0].text in (":", "(") or said[0].tag in ("WP", "WDT"):
        return None
    opens = next((k for k, t in enumerate(said) if t.text in QUOTE_MARKS), len(said))
    if opens == 0 and not any(t.text in QUOTE_MARKS for t in said[1:]):
        return None  # the quotation goes on in the next sentence
    if any(t.lemma in SAYING and t.pos == "VERB" for t in said[:opens]):
        return None  # "The Center for the Sea: Research and Education *said* …"
    draft = Draft("layout.lead@1", None, BY_MARK, "clause", main, {t.i for t in said}, head, marks=[tokens[at]])
    draft.speaker_phrase = list(phrase)
    return draft


def _counted(said: Sequence[Token]) -> Token | None:
    """Return what a flash without a verb counts: "*nine drowned* in the dock", "*turnout* 61 per cent"."""
    if not 3 <= len(said) <= _LONGEST_FLASH or not any(t.pos == "NUM" for t in said):
        return None
    tops = (t for t in said if t.pos == "NOUN" and (t.head is t or t.head not in said))
    return next((t for t in said if t.tag == "VBN"), None) or next(tops, None)


_LONGEST_FLASH = 16
"""Words of a flash without a verb, at most."""
_ISSUED = frozenset({"bulletin", "statement", "communique", "communiqué", "message", "tweet", "post", "telegram"})
"""What is given out, and may stand before its own words ("Late on Sunday, a short *bulletin*: …")."""


_RESPONSES = frozenset({"response", "denial", "retort", "rebuttal", "claim"})
"""Further nouns for what somebody says, before a colon."""


def told_version(sentence: Sentence) -> Draft | None:
    """Find "The navy's version: no vessel left port." and "Then a bulletin: …" without quotation marks."""
    tokens, at = sentence.tokens, colon_of(sentence)
    if at is None or not 2 <= at < len(tokens) - 3:
        return None
    noun = tokens[at - 1]
    is_issued = noun.lemma.lower() in _ISSUED and noun.child("det", "poss") is not None
    owner = noun.child("poss") or noun.prep("from") or (noun if is_issued else None)
    if owner is None or not (is_issued or noun.lemma.lower() in VERSIONS | _RESPONSES):
        return None
    if any(token.pos in VERBS for token in tokens[:at]):
        return None
    said = tokens[at + 1 :]
    inside = {token.i for token in said}
    main = next((t for t in said if t.pos in VERBS and (t.head is t or t.head.i not in inside)), None)
    if main is None:
        return None
    draft = Draft("layout.version@1", noun, BY_MARK, "clause", main, inside, owner, marks=[tokens[at]])
    draft.speaker_phrase = phrase_tokens(owner, {noun.i})
    return draft
