"""What is told "according to" somebody, before it or behind it."""

from __future__ import annotations

from vedette.attribution.attributions import Draft
from vedette.attribution.content import subtree_indices
from vedette.attribution.cues import Cue, CueLexicon
from vedette.attribution.said_things import DOCUMENTS, SAID_THINGS, VERSIONS
from vedette.attribution.speakers import FINITE, SUBJECTS, phrase_tokens
from vedette.reading import Token

_MEASURES = frozenset(
    {"procedure", "plan", "schedule", "custom", "need", "size", "type", "age", "ability", "rank", "script"}
)
"""What something is done according to, and nobody says."""
_CLAUSE_HEADS = frozenset({"ROOT", "ccomp", "advcl", "relcl", "parataxis", "acl"})


def according(token: Token, lexicon: CueLexicon) -> Draft | None:
    """Return the draft of what somebody says "according to" whom it is told, or None."""
    entry = lexicon.prepositions.get("according to")
    if entry is not None and (told := _according_to_which(token, entry.first)) is not None:
        return told
    link = token.child("prep")
    speaker = (link.child("pobj") if link is not None else None) or token.child("pobj")
    if entry is None or speaker is None or (speaker.lemma in _MEASURES and speaker.child("det") is None):
        return None
    if speaker.lower == "which":
        return None
    main = _clause_above(token)
    while main is not None and main.dep == "conj" and main.i < token.i and main.head.pos in ("VERB", "AUX"):
        main = main.head  # "Ten died and six were hurt, according to …" says both
    while main is not None and main.tag in ("VBN", "VBG") and main.dep in ("acl", "advcl") and _ends(token):
        main = _clause_above(main)  # "Winds reached 185 mph, tied for the strongest on record, according to …"
    about = main if main is not None and _describes(main, speaker) else None
    if about is not None:
        main = _clause_above(about)  # "He met them, according to minutes *read out in court*"
    if main is not None and main is not about and _hangs_on_noun(main, token):
        main = _clause_above(main.head)  # "Talks failed over a demand *that they disarm*, according to …"
    if main is None or main is token or (_is_first(token) and _lacks_subject(main, speaker)):
        return _according_first(token, entry.first, speaker, link)
    inside = subtree_indices((main,), (token, *((about,) if about is not None else ())))
    draft = Draft("cue.according@1", token, entry.first, "clause", main, inside, speaker, link=link)
    draft.speaker_phrase = phrase_tokens(speaker, inside)
    return draft


def _according_to_which(token: Token, cue: Cue) -> Draft | None:
    """Find "its own version, *according to which* the rebels held two streets"; its owner speaks, or the document."""
    main = token.child("pcomp", "ccomp")
    link = next((c for c in main.kids("prep") if c.lower == "to"), None) if main is not None else None
    which = link.child("pobj") if link is not None else None
    if main is None or link is None or which is None or which.lower != "which":
        return None
    before = token.sent.tokens[: token.i - token.sent.tokens[0].i]
    told = VERSIONS | DOCUMENTS | SAID_THINGS
    noun = next((t for t in reversed(before) if t.pos == "NOUN" and t.lemma.lower() in told), None)
    if noun is None:
        return None
    speaker = noun.child("poss") or noun.prep("by", "from") or noun
    inside = subtree_indices((main,), (link,))
    draft = Draft("cue.according@1", token, cue, "clause", main, inside, speaker, link=link)
    draft.speaker_phrase = phrase_tokens(speaker, inside | {token.i})
    return draft


def _describes(clause: Token, speaker: Token) -> bool:
    """Tell whether a participle right behind a document tells of it, and has no subject of its own."""
    is_bare = clause.tag in ("VBN", "VBD") and clause.child(*SUBJECTS, "aux", "auxpass") is None
    return is_bare and clause.i == speaker.i + 1 and DOCUMENTS & {speaker.lower, speaker.lemma.lower()} != set()


def _hangs_on_noun(clause: Token, token: Token) -> bool:
    """Tell whether a "that" clause belongs to a noun of the sentence that an "according" behind a comma closes."""
    tokens, at = token.sent.tokens, token.i - token.sent.tokens[0].i
    link = clause.child("mark")
    is_that = link is not None and link.lower == "that" and clause.dep in ("acl", "ccomp", "relcl")
    return is_that and clause.head.pos == "NOUN" and clause.i < token.i and tokens[at - 1].text == ","


def _is_first(token: Token) -> bool:
    return token.i == token.sent.tokens[0].i


def _lacks_subject(main: Token, speaker: Token) -> bool:
    """Tell whether a parse joins the subject of what is said to its speaker ("According to him, *most* agree")."""
    is_bare = main.tag in FINITE and main.child(*SUBJECTS, "csubj") is None
    return is_bare and speaker.child("appos", "conj") is not None


def _ends(token: Token) -> bool:
    """Tell whether a phrase stands behind a comma at the end of its sentence."""
    tokens = token.sent.tokens
    at = token.i - tokens[0].i
    rest = max(below.i for below in token.subtree())
    return at > 0 and tokens[at - 1].text == "," and rest >= tokens[-1].i - 1


def _according_first(token: Token, cue: Cue, speaker: Token, link: Token | None) -> Draft | None:
    """Take what follows the comma where a parse hangs the whole sentence on "according"."""
    tokens = token.sent.tokens
    at = token.i - tokens[0].i
    commas = [k for k in range(at + 2, len(tokens)) if tokens[k].text == ","]
    if len(commas) > 1 and all(below.pos == "PROPN" for below in tokens[commas[0] + 1 : commas[1]]):
        # "According to the mayor, Nadia Rahimi, …": the first comma opens an apposition.
        del commas[0]
    comma = commas[0] if commas else None
    if at > 1 or comma is None or comma + 2 >= len(tokens):
        return None
    rest = tokens[comma + 1 :]
    inside = {below.i for below in rest}
    main = next((below for below in rest if below.head.i not in inside), rest[0])
    draft = Draft("cue.according@1", token, cue, "clause", main, inside, speaker, link=link)
    draft.speaker_phrase = [below for below in tokens[at + 1 : comma] if below is not link]
    return draft


def _clause_above(token: Token) -> Token | None:
    """Return the head of the clause a phrase stands in."""
    above = token.head
    for _ in range(50):
        if above.dep in _CLAUSE_HEADS or above.head is above:
            return above
        if above.dep == "conj" and any(child.dep in SUBJECTS for child in above.children):
            return above
        above = above.head
    return None
