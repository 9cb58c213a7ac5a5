"""Cues that a parse takes for a sentence of their own: "One voter in five came | *, its leader, Lia Venn, said.*"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from vedette.attribution.attributions import Draft
from vedette.attribution.cues import CueLexicon
from vedette.attribution.quotes import QUOTE_MARKS
from vedette.attribution.speakers import FINITE, phrase_tokens
from vedette.reading import Reading, Sentence, Token

_MOST_BEHIND = 20
"""Words of the cue, its speaker and what tells when or to whom, at most."""
_SHORTEST = 4
"""Words that may be what is said, at least."""


def torn_sentences(
    reading: Reading, drafts: Sequence[Draft], spoken: Collection[int], lexicon: CueLexicon
) -> list[Draft]:
    """Return the attributions of sentences that a parse ends at the comma before who said them."""
    cued = {draft.cue.i for draft in drafts if draft.cue is not None and draft.inside}
    made = []
    for sentence in reading.sentences:
        if sentence.tokens[0].text != "," or not sentence.index:
            continue
        draft = _rejoined(reading.sentences[sentence.index - 1], sentence, lexicon)
        if draft is None or draft.cue is None or draft.cue.i in cued or draft.main.i in spoken:
            continue
        made.append(draft)
    return made


def _rejoined(before: Sentence, behind: Sentence, lexicon: CueLexicon) -> Draft | None:
    said, tokens = before.tokens, behind.tokens
    if said[-1].pos == "PUNCT" or before.paragraph != behind.paragraph or len(tokens) > _MOST_BEHIND:
        return None
    cue = next((t for t in tokens if t.tag in ("VBD", "VBZ") and t.pos == "VERB" and t.head is t), None)
    entry = lexicon.verb(cue) if cue is not None else None
    row = entry.frames.get("clause") if entry is not None else None
    speaker = cue.child("nsubj") if cue is not None else None
    if cue is None or row is None or row.attitude != "says" or speaker is None or speaker.i > cue.i:
        return None
    if cue.child("ccomp", "xcomp", "dobj") is not None or not _states(said):
        return None
    main = next(t for t in said if t.tag in FINITE)
    draft = Draft("cue.set-off@1", cue, row, "clause", main, {t.i for t in said}, speaker)
    draft.speaker_phrase = phrase_tokens(speaker, {cue.i, *draft.inside})
    return draft


def _states(said: Sequence[Token]) -> bool:
    """Tell whether words state something by themselves."""
    if len(said) < _SHORTEST or said[0].tag in ("IN", "WRB", "VBG", "VBN", "WP", "WDT"):
        return False
    return any(t.tag in FINITE for t in said) and not any(t.text in QUOTE_MARKS for t in said)
