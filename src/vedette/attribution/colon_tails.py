"""Who is told behind a colon for what stands before it: a name, or "thus the verdict of …"."""

from __future__ import annotations

from vedette.attribution.attributions import Draft
from vedette.attribution.colons import LABELS, VERBS, colon_of, whole_clause
from vedette.attribution.cues import BY_MARK
from vedette.attribution.said_things import DOCUMENTS, SAID_THINGS, VERSIONS
from vedette.attribution.speakers import names_somebody, phrase_tokens
from vedette.reading import Sentence, Token
from vedette.reading.pronouns import SAYING


def ended_by_name(sentence: Sentence) -> Draft | None:
    """Find "Freight train derailed by extremists: police." within a text, as in titles."""
    tokens, at = sentence.tokens, colon_of(sentence)
    if at is None or at < _SHORTEST_SAID:
        return None
    said, phrase = tokens[:at], [token for token in tokens[at + 1 :] if token.pos != "PUNCT"]
    head = next((token for token in phrase if token.head not in phrase), None)
    if head is None or len(phrase) > _MOST_ENDING or not names_somebody(head) or head.lower in LABELS:
        return None
    main = next((t for t in said if t.pos in VERBS and t.child("nsubj", "nsubjpass", "expl") is not None), None)
    if main is None or any(t.pos in VERBS or t.tag == "CC" or t.dep == "det" for t in phrase):
        return None  # "They were three: the mayor and a clerk"
    if any(t.lemma in SAYING for t in said) or said[-1].lower in LABELS:
        return None
    draft = Draft("layout.end@1", None, BY_MARK, "clause", main, {t.i for t in said}, head, marks=[tokens[at]])
    draft.speaker_phrase = phrase
    return draft


_SHORTEST_SAID = 4
"""Words before a colon that somebody may have said, at least."""
_MOST_ENDING = 4
"""Words of the name behind a colon, at most."""
_SUMMING = frozenset({"thus", "so", "such", "this", "that", "these", "those"})
_TOLD_THINGS = SAID_THINGS | DOCUMENTS | VERSIONS | frozenset({"assurance", "construction", "count", "toll"})


def summed_up(sentence: Sentence) -> Draft | None:
    """Find "The planks were rotten: *thus the verdict of the lodge*" and "…: so ran the bill put up by the chiefs"."""
    tokens, at = sentence.tokens, colon_of(sentence)
    if at is None or not _SHORTEST_SAID <= at < len(tokens) - 2:
        return None
    said, tail = tokens[:at], [token for token in tokens[at + 1 :] if token.pos != "PUNCT"]
    if not tail or tail[0].lower not in _SUMMING or not 2 <= len(tail) <= _LONGEST_TAIL:
        return None
    main = whole_clause(said)
    noun = next((token for token in tail if token.lemma.lower() in _TOLD_THINGS and token.pos == "NOUN"), None)
    if main is None or (noun is None and not (tail[0].lower == "this" and tail[1].lower == "from")):
        return None
    if noun is None:
        speaker = next((token for token in tail[2:] if token.pos in ("NOUN", "PROPN") and names_somebody(token)), None)
    else:
        speaker = noun.child("poss") or noun.prep("of", "from", "by") or _teller(noun) or noun
    if speaker is None:
        return None
    draft = Draft("layout.version@1", noun, BY_MARK, "clause", main, {t.i for t in said}, speaker, marks=[tokens[at]])
    draft.speaker_phrase = phrase_tokens(speaker, {noun.i} if noun is not None and noun is not speaker else set())
    return draft


def _teller(noun: Token) -> Token | None:
    """Return who gave what a clause behind it tells ("the assurance *which the spokesman offered*"), or None."""
    for clause in noun.kids("relcl", "acl"):
        found = next((c for c in clause.kids("nsubj") if c.tag not in ("WDT", "WP")), None) or clause.prep("by")
        if found is not None:
            return found
    return None


_LONGEST_TAIL = 25
"""Words behind a colon that may tell whose words stand before it, at most."""
