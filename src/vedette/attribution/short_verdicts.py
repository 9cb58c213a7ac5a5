"""Verdicts without a verb before a cue: "Cheap propaganda, he said.", "A lie, said the mayor."."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from vedette.attribution.attributions import Draft
from vedette.attribution.cues import CueLexicon
from vedette.attribution.quotes import QUOTE_MARKS
from vedette.attribution.said_things import REJECTING
from vedette.attribution.speakers import FINITE, phrase_tokens
from vedette.reading import Reading, Token

_LONGEST = 8
"""Words of a verdict, at most."""
_MOST_BEHIND = 12
"""Words of the cue, its speaker and what tells when or to whom, at most."""


def short_verdicts(
    reading: Reading, drafts: Sequence[Draft], spoken: Collection[int], lexicon: CueLexicon
) -> list[Draft]:
    """Return the attributions of verdicts that are the whole of what is said in their sentence.

    A parse may end a sentence at the comma behind them. Only words that reject something count: others as short
    mostly tell when or where something was said ("*A year later*, the army said …").
    """
    cued = {draft.cue.i for draft in drafts if draft.cue is not None}
    made = []
    for sentence in reading.sentences:
        tokens = sentence.tokens
        if tokens[0].text == "," and sentence.index and reading.sentences[sentence.index - 1].tokens[-1].pos != "PUNCT":
            tokens = (*reading.sentences[sentence.index - 1].tokens, *tokens)
        draft = _verdict(tokens, lexicon)
        if draft is not None and draft.cue is not None and draft.cue.i not in cued and tokens[0].i not in spoken:
            made.append(draft)
    return made


def _verdict(tokens: Sequence[Token], lexicon: CueLexicon) -> Draft | None:
    """Return the draft of a sentence that is a verdict, a comma, a speaker and a cue; None for any other."""
    comma = next((k for k, token in enumerate(tokens) if token.text == ","), 0)
    said, behind = tokens[:comma], tokens[comma + 1 :]
    behind = behind[: next((k for k, token in enumerate(behind) if token.text in (",", ";")), len(behind))]
    if not 1 <= len(said) <= _LONGEST or not 2 <= len(behind) <= _MOST_BEHIND:
        return None
    if any(t.tag in FINITE or (t.tag == "IN" and t is said[0]) or t.text in QUOTE_MARKS for t in said):
        return None
    main = next((t for t in said if t.lower in REJECTING and t.dep not in ("amod", "compound")), None)
    cue = next((t for t in behind if t.tag in ("VBD", "VBZ") and t.pos == "VERB"), None)
    entry = lexicon.verb(cue) if cue is not None else None
    row = entry.frames.get("clause") if entry is not None else None
    if main is None or cue is None or row is None or row.attitude != "says":
        return None
    speaker = next((t for t in cue.kids("nsubj") if t in behind and t.pos in ("NOUN", "PROPN", "PRON")), None)
    if speaker is None or any(t.pos in ("AUX", "SCONJ") or t.dep == "ccomp" for t in behind):
        return None
    draft = Draft("cue.verdict@1", cue, row, "clause", main, {t.i for t in said}, speaker)
    draft.speaker_phrase = phrase_tokens(speaker, {cue.i, *draft.inside})
    return draft
