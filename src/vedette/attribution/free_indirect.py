"""Free indirect speech: sentences told as past before the past that go on with what was said, without a cue."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from vedette.attribution.attributions import Draft
from vedette.attribution.clause_forms import asks
from vedette.attribution.colon_answers import leads_on, thinks_so
from vedette.attribution.cues import BY_MARK, CueLexicon
from vedette.attribution.quotes import QUOTE_MARKS
from vedette.attribution.said_things import SAID_THINGS
from vedette.attribution.speakers import SUBJECTS, names_somebody, phrase_tokens
from vedette.attribution.taken_up import DENYING_WORDS
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
    if _denies_all(verb) and not _takes_up(main, above):
        return None  # "The general denied the capture of the airfield. *Shops had closed by then.*"
    draft = Draft("layout.lead@2", None, BY_MARK, "clause", main, {t.i for t in sentence.tokens}, subject)
    draft.speaker_phrase = phrase_tokens(subject, {verb.i})
    return draft


def _denies_all(verb: Token) -> bool:
    """Tell whether a denial already says what is not so, unlike "denied it", "denied the charge" or "disagreed"."""
    if verb.lemma not in DENYING_WORDS:
        return False
    thing = verb.child("dobj")
    is_thing = thing is not None and thing.pos != "PRON" and thing.lemma.lower() not in SAID_THINGS
    return is_thing or verb.child("ccomp", "xcomp") is not None


def _takes_up(main: Token, above: Sentence) -> bool:
    """Tell whether a sentence is about what the one before tells of: by a pronoun, or by a word of its subject."""
    subject = main.child(*SUBJECTS)
    if subject is None:
        return False
    before = {token.lemma.lower() for token in above.tokens if token.pos in ("NOUN", "PROPN", "VERB")}
    words = [token for token in subject.subtree() if token.pos in ("NOUN", "PROPN", "PRON", "DET")]
    return any(token.lower in _TAKING_UP or token.lemma.lower() in before for token in words)


_TAKING_UP = frozenset(
    """he she it they this that these those his her its their him them such there nobody nothing everything
    everybody""".split()
)
"""Words that take up what was told before."""


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
        if before.entry.stance == "denies" and not _takes_up(main, above):
            continue
        if _is_perfect(main) and _is_backshifted(main, lexicon) and before.speaker is not None:
            draft = Draft("layout.on@2", None, BY_MARK, "clause", main, {t.i for t in sentence.tokens}, before.speaker)
            draft.speaker_phrase = list(before.speaker_phrase)
            made.append(draft)
            said[sentence.index] = draft
    return made


def gone_on_behind(drafts: Sequence[Draft], lexicon: CueLexicon) -> list[Draft]:
    """Return what goes on behind a semicolon with words told before it: "It is not over, she said; *she had erred*".

    The words behind the semicolon are left out of those before it.
    """
    made: list[Draft] = []
    for draft in drafts:
        cue, speaker = draft.cue, draft.speaker
        if cue is None or speaker is None or not _tells_before(draft) or draft.quoted:
            continue
        tokens = cue.sent.tokens
        mark = next((k for k, t in enumerate(tokens) if t.text == ";" and t.i > cue.i), None)
        if mark is None or any(t.text in _QUOTES_AND_COLONS for t in tokens[mark:]):
            continue
        rest = tokens[mark + 1 :]
        draft.inside -= {t.i for t in tokens[mark:]}
        main = next((t for t in rest if t.child(*SUBJECTS) is not None and t.pos in ("VERB", "AUX")), None)
        if main is None or any(t.text == ";" for t in rest) or _hands_over(main, rest, lexicon):
            continue
        if not _goes_on_so(draft.main, main):
            continue
        more = Draft("layout.behind@1", None, BY_MARK, "clause", main, {t.i for t in rest}, speaker)
        more.speaker_phrase = list(draft.speaker_phrase)
        made.append(more)
    return made


def _tells_before(draft: Draft) -> bool:
    """Tell whether a main cue hands over words that begin before it."""
    cue = draft.cue
    if cue is None or cue.pos != "VERB" or cue.tag not in ("VBD", "VBZ") or draft.parent is not None:
        return False
    is_saying = draft.frame == "clause" and draft.entry.attitude == "says"
    return is_saying and min(draft.inside, default=cue.i) < cue.i


def _hands_over(main: Token, rest: Sequence[Token], lexicon: CueLexicon) -> bool:
    """Tell whether words behind a semicolon ask something or have a speaker of their own."""
    subjects = ((t, t.child("nsubj")) for t in rest if t.pos == "VERB")
    voiced = (t for t, who in subjects if who is not None and (who.pos == "PRON" or names_somebody(who)))
    return asks(main) or any(t.lemma in SAYING or lexicon.verb(t) is not None for t in voiced)


def _goes_on_so(before: Token, main: Token) -> bool:
    """Tell whether a clause is told as said, or in the present or future where the words before it are too."""
    helpers = {child.lower for child in main.children if child.dep in ("aux", "auxpass")}
    subject = main.child(*SUBJECTS)
    is_own = subject is not None and subject.lower in ("i", "we")
    return is_own or bool(helpers & _BACKSHIFTED) or (_is_present(before) and _is_present(main))


def _is_present(main: Token) -> bool:
    tags = {main.tag, *(child.tag for child in main.children if child.dep in ("aux", "auxpass"))}
    return bool(tags & {"VBZ", "VBP"}) or any(child.lower in ("will", "can") for child in main.kids("aux"))


_BACKSHIFTED = frozenset({"had", "would", "could", "might", "must"})
"""Helpers of what is told as said."""


def _is_reported(draft: Draft) -> bool:
    """Tell whether a main cue in the past hands over a quotation, or a clause in the past before it."""
    cue = draft.cue
    if cue is None or cue.tag != "VBD" or cue.pos != "VERB" or draft.entry.attitude != "says":
        return False
    return bool(draft.quoted) or (draft.frame == "clause" and _is_perfect(draft.main))


def _is_perfect(main: Token) -> bool:
    return any(child.lower == "had" and child.dep == "aux" for child in main.children)
