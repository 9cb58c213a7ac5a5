"""Find every attribution of a report, from grammar, quotation marks and layout."""

from __future__ import annotations

from vedette.attribution.attributions import Attribution, Draft, finish
from vedette.attribution.boundaries import settle
from vedette.attribution.clauses import clause_drafts
from vedette.attribution.cues import CueLexicon, cue_lexicon
from vedette.attribution.free_indirect import going_on, gone_on_behind
from vedette.attribution.layout import layout_drafts
from vedette.attribution.quoted import quote_drafts
from vedette.attribution.quotes import find_quotations
from vedette.attribution.short_verdicts import short_verdicts
from vedette.attribution.torn_sentences import torn_sentences
from vedette.attribution.utterances import is_speech
from vedette.reading import Reading


def find_attributions(reading: Reading, lexicon: CueLexicon | None = None) -> tuple[Attribution, ...]:
    """Return who is said to have said what, in text order, nested attributions with their parent.

    lexicon: the words that count as cues; None takes the shipped table.
    """
    lexicon = lexicon if lexicon is not None else cue_lexicon()
    laid_out = layout_drafts(reading, lexicon)
    taken = {i: draft for draft in laid_out for i in draft.inside}
    quotations = []
    for quotation in find_quotations(reading):
        around = taken.get(quotation.first)
        if around is None:
            quotations.append(quotation)
        else:
            around.quoted.update(around.inside.intersection(range(quotation.first, quotation.last + 1)))
    spoken = set(taken)
    for quotation in quotations:
        if is_speech(reading, quotation):
            spoken.update(range(quotation.first, quotation.last + 1))
    drafts: list[Draft] = []
    for sentence in reading.sentences:
        found = clause_drafts(sentence, lexicon, spoken)
        settle(sentence, found)
        drafts += found
    drafts += quote_drafts(reading, quotations, [draft for draft in drafts if draft.parent is None], lexicon)
    drafts += gone_on_behind(drafts, lexicon)
    drafts += short_verdicts(reading, drafts, spoken, lexicon)
    drafts += torn_sentences(reading, drafts, spoken, lexicon)
    drafts += going_on(reading, drafts, spoken, lexicon)
    return finish(reading, laid_out + [draft for draft in drafts if draft.frame != "quote" or draft.quoted])
