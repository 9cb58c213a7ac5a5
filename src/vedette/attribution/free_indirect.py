"""Free indirect speech: sentences told as past before the past that go on with what was said, without a cue."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from vedette.attribution.attributions import Draft
from vedette.attribution.clause_forms import asks
from vedette.attribution.colon_answers import leads_on, thinks_so
from vedette.attribution.cues import BY_MARK, CueLexicon
from vedette.attribution.quotes import QUOTE_MARKS
from vedette.attribution.speakers import SUBJECTS, names_somebody, phrase_tokens
from vedette.reading import Reading, Sentence, Token
from vedette.reading.pronouns import SAYING


def gone_on(reading: Reading, sentence: Sentence, lexicon: CueLexicon) -> Draft | None:
    """Find what somebody's short answer leads into behind its full stop ("The mayor disagreed. *The hall had …*").

    Only what is told as past before the past or with a "not", as reported speech is, and without a cue of its own.
    """
    above = reading.sentences[sentence.index - 1] if sentence.index else None
    if above is None or above.paragraph != sentence.paragraph or len(above.tokens) > _LONGEST_LEAD:
        return None
    if any(token.text in _QUOTES_AND_COLONS for token in (*above.tokens, *sentence.tokens)):
        return None
    verb = next((t for t in above.tokens if t.dep == "ROOT"), None)
    subject = verb.child("nsubj") if verb is not None else None
    if verb is None or subject is None or not (leads_on(verb) or _tells_what(verb)):
        return None
    main = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
    is_somebody = names_somebody(subject) or subject.lower in ("he", "she", "they")
    if not is_somebody or main is None or not _is_backshifted(main, lexicon):
        return None
    draft = Draft("layout.lead@1", None, BY_MARK, "clause", main, {t.i for t in sentence.tokens}, subject)
    draft.speaker_phrase = phrase_tokens(subject, {verb.i})
    return draft


def _is_backshifted(main: Token, lexicon: CueLexicon) -> bool:
    """Tell whether a whole sentence is told as past before the past or with a "not", and hands nothing over itself."""
    tokens = main.sent.tokens
    if main.child(*SUBJECTS) is None or asks(main) or tokens[-1].text == "?" or tokens[0].tag == "CC":
        return False
    subjects = ((t, t.child("nsubj")) for t in tokens if t.pos == "VERB")
    verbs = (t for t, who in subjects if who is not None and (who.pos == "PRON" or names_somebody(who)))
    if any(t.lemma in SAYING or (t.child("ccomp") is not None and lexicon.verb(t) is not None) for t in verbs):
        return False
    return main.child("neg") is not None or any(c.lower in ("had", "would") and c.dep == "aux" for c in main.children)


_QUOTES_AND_COLONS = frozenset({*QUOTE_MARKS, ":"})
_LONGEST_LEAD = 30
"""Words of a sentence that leads into the next, at most."""


def _tells_what(verb: Token) -> bool:
    """Tell whether a verb says that something is told without telling it ("explained *what had happened*")."""
    clause = verb.child("ccomp")
    if verb.lemma in ("explain", "describe", "recount", "relate", "recall") and clause is not None:
        return asks(clause)
    return thinks_so(verb)


def going_on(reading: Reading, drafts: Sequence[Draft], spoken: Collection[int], lexicon: CueLexicon) -> list[Draft]:
    """Return the attributions of sentences that go on with what was said in the one before, without a cue.

    "No bid had been taken, she said. *The council had not opened the envelope.*" Both must be told as past before the
    past, as reported speech is.
    """
    said: dict[int, Draft] = {}
    held = set(spoken)
    for draft in drafts:
        held |= draft.inside
        if draft.parent is None and _is_reported(draft):
            said[draft.main.sent.index] = draft
    made = []
    for sentence in reading.sentences[1:]:
        before = said.get(sentence.index - 1)
        above = reading.sentences[sentence.index - 1]
        if before is None or above.paragraph != sentence.paragraph or any(t.i in held for t in sentence.tokens):
            continue
        main = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
        if main is None or any(t.text in _QUOTES_AND_COLONS for t in sentence.tokens):
            continue
        if _is_perfect(main) and _is_backshifted(main, lexicon) and before.speaker is not None:
            draft = Draft("layout.on@1", None, BY_MARK, "clause", main, {t.i for t in sentence.tokens}, before.speaker)
            draft.speaker_phrase = list(before.speaker_phrase)
            made.append(draft)
            said[sentence.index] = draft
    return made


def _is_reported(draft: Draft) -> bool:
    """Tell whether a main cue in the past hands over a quotation, or a clause in the past before it."""
    cue = draft.cue
    if cue is None or cue.tag != "VBD" or cue.pos != "VERB" or draft.entry.attitude != "says":
        return False
    return bool(draft.quoted) or (draft.frame == "clause" and _is_perfect(draft.main))


def _is_perfect(main: Token) -> bool:
    return any(child.lower == "had" and child.dep == "aux" for child in main.children)
