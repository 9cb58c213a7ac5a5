"""Find every attribution of a report, from grammar, quotation marks and layout."""

from __future__ import annotations

from vedette.attribution.attributions import Attribution, Draft, finish
from vedette.attribution.clauses import clause_drafts
from vedette.attribution.cues import CueLexicon, cue_lexicon
from vedette.attribution.quoted import is_speech, quote_drafts
from vedette.attribution.quotes import find_quotations
from vedette.reading import Reading


def find_attributions(reading: Reading, lexicon: CueLexicon | None = None) -> tuple[Attribution, ...]:
    """Return who is said to have said what, in text order, nested attributions with their parent.

    lexicon: the words that count as cues; None takes the shipped table.
    """
    lexicon = lexicon if lexicon is not None else cue_lexicon()
    quotations = find_quotations(reading)
    spoken: set[int] = set()
    for quotation in quotations:
        if is_speech(reading, quotation):
            spoken.update(range(quotation.first, quotation.last + 1))
    drafts: list[Draft] = []
    for sentence in reading.sentences:
        found = clause_drafts(sentence, lexicon, spoken)
        _nest(found)
        drafts += found
    drafts += quote_drafts(reading, quotations, [d for d in drafts if d.parent is None], lexicon)
    return finish(reading, drafts)


def _nest(drafts: list[Draft]) -> None:
    """Tell each draft whose cue lies in another's content which one that is: the smallest."""
    for draft in drafts:
        if draft.cue is None:
            continue
        around = [other for other in drafts if other is not draft and draft.cue.i in other.inside]
        if around:
            draft.parent = min(around, key=lambda other: len(other.inside))
