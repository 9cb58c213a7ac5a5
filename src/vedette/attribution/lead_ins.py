"""What leads into words without a cue: a name, a caption, an answer or a short clause before a colon or full stop.

"Coastguard: thirty passengers drowned." "The navy's version: no vessel left port." "The union's lawyer disagreed: the
gates were open." "Page four: an overloaded cable started the blaze." "The mayor had a different account. The hall had
been empty."
"""

from __future__ import annotations

from vedette.attribution.attributions import Draft
from vedette.attribution.colon_answers import answered
from vedette.attribution.colon_names import led_by_name, told_version
from vedette.attribution.colon_presentations import presented
from vedette.attribution.colon_tails import ended_by_name, summed_up
from vedette.attribution.cues import CueLexicon
from vedette.attribution.free_indirect import gone_on
from vedette.reading import Reading


def lead_in_drafts(reading: Reading, lexicon: CueLexicon, taken: frozenset[int]) -> list[Draft]:
    """Return the attributions whose words some lead-in hands over.

    taken: indices of tokens that a report's layout hands over already.
    """
    made: list[Draft] = []
    for sentence in reading.sentences:
        draft = answered(sentence, lexicon) or told_version(sentence) or presented(reading, sentence, lexicon)
        draft = draft or summed_up(sentence)
        if draft is None and sentence.tokens[-1].i not in taken:
            draft = led_by_name(sentence) or ended_by_name(sentence) or gone_on(reading, sentence, lexicon)
        if draft is not None:
            made.append(draft)
    return made
