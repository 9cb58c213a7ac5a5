"""What leads into words without a cue: a name, a caption, an answer or a short clause before a colon or full stop.

"Coastguard: thirty passengers drowned." "The navy's version: no vessel left port." "The union's lawyer disagreed: the
gates were open." "Page four: an overloaded cable started the blaze." "The mayor had a different account. The hall had
been empty."
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from vedette.attribution.attributions import Draft
from vedette.attribution.clause_forms import asks
from vedette.attribution.cues import CueLexicon
from vedette.attribution.idioms import VERSIONS
from vedette.attribution.quoted import BY_MARK
from vedette.attribution.quotes import QUOTE_MARKS
from vedette.attribution.said_things import DOCUMENTS, PARTS, SAID_THINGS
from vedette.attribution.speakers import FINITE, SUBJECTS, names_somebody, phrase_tokens
from vedette.reading import Reading, Sentence, Token
from vedette.reading.pronouns import SAYING

LABELS = frozenset(
    """update news alert advisory watch live video photos breaking exclusive note analysis opinion related read
    more text abstract correction image photo factbox timeline explainer source summary latest fact here tags
    share date title by""".split()
)
"""What stands before a colon without having said anything."""
_VERBS = frozenset({"VERB", "AUX"})


def lead_in_drafts(reading: Reading, lexicon: CueLexicon, taken: frozenset[int]) -> list[Draft]:
    """Return the attributions whose words some lead-in hands over.

    taken: indices of tokens that a report's layout hands over already.
    """
    made: list[Draft] = []
    for sentence in reading.sentences:
        draft = _answer(sentence, lexicon) or _told_version(sentence) or _presented(reading, sentence, lexicon)
        draft = draft or _summed_up(sentence)
        if draft is None and sentence.tokens[-1].i not in taken:
            draft = _led_by_name(sentence) or _ended_by_name(sentence) or _gone_on(reading, sentence, lexicon)
        if draft is not None:
            made.append(draft)
    return made


def _colon(sentence: Sentence) -> int | None:
    """Return the place of a sentence's first colon; None without one, or where it holds quotation marks."""
    at = next((k for k, token in enumerate(sentence.tokens) if token.text == ":"), None)
    return at if at is not None and not any(token.text in QUOTE_MARKS for token in sentence.tokens) else None


_MOST_LEADING = 14
"""Words of a speaker's phrase before a colon, at most."""


def _led_by_name(sentence: Sentence) -> Draft | None:
    """Find "Coastguard: thirty passengers drowned." and "17:20 Two officials: the charge was laid by divers.".

    What stands before the colon is nothing but somebody's name or what he gave out, behind it stands a whole clause or,
    as in flashes, a number with what it counts ("Harbour police: *nine drowned in the dock*").
    """
    tokens = sentence.tokens
    first = next((k for k, t in enumerate(tokens) if t.pos not in ("NUM", "PUNCT", "SYM") and t.lower != "am"), 0)
    at = next((k for k, token in enumerate(tokens) if token.text == ":" and k > first), None)
    if at is None or not 0 < at - first <= _MOST_LEADING or at > len(tokens) - 4:
        return None
    phrase, said = tokens[first:at], tokens[at + 1 :]
    if any(t.pos == "AUX" or t.tag in FINITE or t.text in QUOTE_MARKS for t in phrase):
        return None
    nouns = [t for t in phrase if t.pos in ("NOUN", "PROPN")]
    head = next((t for t in nouns if t.head not in phrase), nouns[0] if nouns else None)
    if head is not None and head.lower in LABELS:
        head = head.prep("from")  # "UPDATE *from the rescue services*: …"
    if head is None or not (names_somebody(head) or head.lemma.lower() in _ISSUED):
        return None
    if phrase[0].tag in ("IN", "RB", "UH") or head.lower in LABELS:
        return None
    main = next((t for t in said if t.pos in _VERBS and t.child("nsubj", "nsubjpass", "expl") is not None), None)
    main = main or _counted(said)
    if main is None or said[0].text in (":", "(") or said[0].tag in ("WP", "WDT"):
        return None
    opens = next((k for k, t in enumerate(said) if t.text in QUOTE_MARKS), len(said))
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


def _ended_by_name(sentence: Sentence) -> Draft | None:
    """Find "Freight train derailed by extremists: police." within a text, as in titles."""
    tokens, at = sentence.tokens, _colon(sentence)
    if at is None or at < _SHORTEST_SAID:
        return None
    said, phrase = tokens[:at], [token for token in tokens[at + 1 :] if token.pos != "PUNCT"]
    head = next((token for token in phrase if token.head not in phrase), None)
    if head is None or len(phrase) > _MOST_ENDING or not names_somebody(head) or head.lower in LABELS:
        return None
    main = next((t for t in said if t.pos in _VERBS and t.child("nsubj", "nsubjpass", "expl") is not None), None)
    if main is None or any(t.pos in _VERBS or t.tag == "CC" or t.dep == "det" for t in phrase):
        return None  # "They were three: the mayor and a clerk"
    if any(t.lemma in SAYING for t in said) or said[-1].lower in LABELS:
        return None
    draft = Draft("layout.end@1", None, BY_MARK, "clause", main, {t.i for t in said}, head, marks=[tokens[at]])
    draft.speaker_phrase = phrase
    return draft


_SHORTEST_SAID, _MOST_ENDING = 4, 4
"""Words before a colon at least that somebody may have said, and of the name behind it at most."""


_ISSUED = frozenset({"bulletin", "statement", "communique", "communiqué", "message", "tweet", "post", "telegram"})
"""What is given out, and may stand before its own words ("Late on Sunday, a short *bulletin*: …")."""


def _told_version(sentence: Sentence) -> Draft | None:
    """Find "The navy's version: no vessel left port." and "Then a bulletin: …" without quotation marks."""
    tokens, at = sentence.tokens, _colon(sentence)
    if at is None or not 2 <= at < len(tokens) - 3:
        return None
    noun = tokens[at - 1]
    is_issued = noun.lemma.lower() in _ISSUED and noun.child("det", "poss") is not None
    owner = noun.child("poss") or noun.prep("from") or (noun if is_issued else None)
    if owner is None or not (is_issued or noun.lemma.lower() in VERSIONS):
        return None
    if any(token.pos in _VERBS for token in tokens[:at]):
        return None
    said = tokens[at + 1 :]
    inside = {token.i for token in said}
    main = next((t for t in said if t.pos in _VERBS and (t.head is t or t.head.i not in inside)), None)
    if main is None:
        return None
    draft = Draft("layout.version@1", noun, BY_MARK, "clause", main, inside, owner, marks=[tokens[at]])
    draft.speaker_phrase = phrase_tokens(owner, {noun.i})
    return draft


_ANSWERING = frozenset({"contradict", "dispute", "reject", "dismiss", "refute", "rebut", "disagree", "counter", "deny"})
"""Verbs whose clause may lead into what their subject says instead ("The ministry disagreed: no post was moved")."""


def _answer(sentence: Sentence, lexicon: CueLexicon) -> Draft | None:
    """Find what stands after a colon as somebody's answer, without quotation marks."""
    tokens, at = sentence.tokens, _colon(sentence)
    if at is None or not 2 <= at < len(tokens) - 3:
        return None
    verbs = (t for t in tokens[:at] if t.pos == "VERB" and _subject(t) is not None)
    verb, subject = next(((t, who) for t in verbs if (who := _answerer(t, lexicon)) is not None), (None, None))
    if verb is None or subject is None or not any(t.pos in _VERBS for t in tokens[at + 1 :]):
        return None
    if not _leads_on(verb) and any(t.lemma in SAYING and t.pos == "VERB" for t in tokens[at + 1 :]):
        return None  # "The agency raised its count: nine died, *it said*"
    inside = {token.i for token in tokens[at + 1 :]}
    main = next(
        (t for t in tokens[at + 1 :] if t.pos in _VERBS and (t.head is t or t.head.i not in inside)), tokens[at + 1]
    )
    draft = Draft("layout.answer@1", verb, BY_MARK, "clause", main, inside, subject, marks=[tokens[at]])
    draft.speaker_phrase = phrase_tokens(subject, {verb.i})
    return draft


_COMING = frozenset({"come", "arrive", "follow", "run", "go", "read"})
_REPLIES = VERSIONS | frozenset(
    {"denial", "retort", "rebuttal", "response", "comment", "statement", "claim", "warning"}
)


def _answerer(verb: Token, lexicon: CueLexicon) -> Token | None:
    """Return who answers by what stands behind the colon; None where nobody does."""
    subject = _subject(verb)
    if subject is not None and verb.lemma in _COMING and subject.lemma in _REPLIES:
        return verb.prep("from") or subject.prep("from") or subject.child("poss")  # "From the mayor came a denial: …"
    if _leads_on(verb):
        return subject
    is_somebody = subject is not None and (
        names_somebody(subject) or subject.lower in ("he", "she", "it", "they") or verb.lemma == "speak"
    )
    return subject if is_somebody and _speaks(verb, lexicon) else None


def _subject(verb: Token) -> Token | None:
    """Return a verb's subject, or that of the verb it is joined to ("brought out a sheet and *read*: …")."""
    own = verb.child("nsubj")
    return own if own is not None or verb.dep != "conj" else verb.head.child("nsubj")


def _speaks(verb: Token, lexicon: CueLexicon) -> bool:
    """Tell whether a sentence's verb is one of saying without words of its own ("The firm *speaks of* arson: …")."""
    entry = lexicon.verb(verb)
    is_main = verb.dep == "ROOT" or any(
        token.text == ":" for token in verb.sent.tokens[: verb.head.i - verb.sent.tokens[0].i]
    )
    if _thinks_so(verb):
        return is_main  # "The go-between thinks so: an official had bargained"
    thing = verb.child("dobj")
    is_open = is_main and verb.child("ccomp", "xcomp", "neg") is None and (thing is None or thing.lemma in _GIVEN_OUT)
    is_saying = verb.lemma in SAYING or verb.lemma in ("speak", "complain", "protest", "object", "give")
    return is_open and is_saying and entry is not None and any(row.attitude == "says" for row in entry.frames.values())


def _thinks_so(verb: Token) -> bool:
    return verb.lemma in ("think", "say", "believe") and any(
        child.lower == "so" and child.i == verb.i + 1 for child in verb.children
    )


def _leads_on(verb: Token) -> bool:
    if verb.lemma in _ANSWERING or verb.lemma in _GESTURES:
        return True
    if verb.lemma == "shake" and (thing := verb.child("dobj")) is not None and thing.lemma == "head":
        return True
    if verb.lemma in ("have", "give", "offer", "tell"):  # "The bishop has a different story: the boys were asleep"
        thing = verb.child("dobj")
        if thing is not None and thing.lemma in VERSIONS and thing.child("amod", "poss", "det") is not None:
            return True
    return verb.lemma in _TELLING and any(child.lower in ("otherwise", "differently") for child in verb.children)


_GIVEN_OUT = VERSIONS | frozenset({"result", "number", "figure", "count", "toll", "news", "reason", "cause", "finding"})
_GESTURES = frozenset({"nod", "shrug", "sigh", "laugh", "grin", "read"})
_TELLING = frozenset({"put", "tell", "remember", "recall", "see", "have"})


def _presented(reading: Reading, sentence: Sentence, lexicon: CueLexicon) -> Draft | None:
    """Find "Its caption: …", "In it: …", "Item one: …", "He put it baldly: …", "Ask the mayor and you hear this: …"."""
    tokens, at = sentence.tokens, _colon(sentence)
    if at is None or not 2 <= at < len(tokens) - 3:
        return None
    lead, said = tokens[:at], tokens[at + 1 :]
    main = _whole_clause(said)
    if main is None or _has_own_cue(said, lexicon):
        return None
    is_verbal = any(token.pos in _VERBS for token in lead)
    found = _by_gesture(lead) if is_verbal else _by_document(reading, sentence, lead)
    if found is None:
        return None
    cue, speaker = found
    draft = Draft("layout.lead@1", cue, BY_MARK, "clause", main, {t.i for t in said}, speaker, marks=[tokens[at]])
    draft.speaker_phrase = phrase_tokens(speaker, {*draft.inside, *((cue.i,) if cue is not None else ())})
    return draft


def _has_own_cue(said: Sequence[Token], lexicon: CueLexicon) -> bool:
    """Tell whether a cue behind a comma says whose words these are (": nothing was found, *its spokesman assured*")."""
    for verb in said:
        subject = verb.child("nsubj") if verb.pos == "VERB" else None
        entry = lexicon.verb(verb) if subject is not None else None
        if subject is None or not (verb.lemma in SAYING or (entry is not None and "clause" in entry.frames)):
            continue
        start = min(subject.i, *(t.i for t in subject.subtree()), verb.i) - said[0].i
        if any(t.text == "," for t in said[max(start - 2, 0) : max(start, 0)]):
            return True
    return False


def _whole_clause(said: Sequence[Token]) -> Token | None:
    """Return the main verb of words that state something by themselves, or None."""
    if not said or said[0].tag in ("WP", "WDT", "WRB", "VB", "VBG") or said[0].text in (":", "("):
        return None
    return next((t for t in said if t.pos in _VERBS and t.child(*SUBJECTS) is not None and not asks(t)), None)


def _by_gesture(lead: Sequence[Token]) -> tuple[Token | None, Token] | None:
    """Return verb and speaker of a clause by which somebody comes out with what follows, or None."""
    words = {token.lemma for token in lead}
    for verb in lead:
        speaker = _subject(verb) if verb.pos == "VERB" else None
        if speaker is None or not (names_somebody(speaker) or speaker.lower in ("he", "she", "they")):
            continue
        thing = verb.child("dobj")
        of = thing.lemma if thing is not None else ""
        is_put = verb.lemma in ("put", "have") and of == "it"
        is_finger = verb.lemma == "point" and (of == "finger" or verb.prep("at", "to") is not None)
        is_opinion = verb.lemma in ("credit", "blame") or (verb.lemma == "have" and of in _OPINIONS)
        is_this = lead[-1].lower in ("this", "these") and verb.dep in ("ROOT", "ccomp")
        is_brought = verb.lemma in _BRINGING and of in _GIVEN_OUT
        if is_put or is_finger or is_opinion or is_this or is_brought or words >= _SET_STRAIGHT:
            return verb, speaker
    leading = next((t for t in lead if t.dep in ("ROOT", "ccomp", "parataxis") and t.pos == "VERB"), None)
    first = _subject(leading) if leading is not None else None
    if leading is not None and first is not None and _is_definite(first) and not leading.kids("ccomp", "xcomp"):
        return leading, first
    asked = lead[0].child("dobj") if lead[0].lower == "ask" else None
    if asked is not None and names_somebody(asked) and any(t.lemma in ("hear", "get", "learn") for t in lead):
        return None, asked
    return None


def _is_definite(noun: Token) -> bool:
    """Tell whether a subject is one person or body whom the report knows, rather than "three candidates"."""
    if noun.lower in ("he", "she", "they"):
        return True
    det, owner = noun.child("det", "poss"), noun.child("poss")
    is_told = noun.tag == "NNP" or (det is not None and det.lower not in ("a", "an", "no", "some", "any"))
    is_owned = owner is not None and names_somebody(owner)
    return is_told and (is_owned or names_somebody(noun) or noun.lemma.lower() in DOCUMENTS)


_SET_STRAIGHT = frozenset({"set", "record", "straight"})
"""Words of "used her speech to *set the record straight*: …"."""
_OPINIONS = frozenset({"theory", "idea", "doubt", "explanation", "suspicion", "complaint", "opinion", "hunch"})
"""What somebody may have that he then tells ("Sir Godfrey *had no doubts*: …")."""
_BRINGING = frozenset(
    {"bring", "deliver", "give", "present", "publish", "release", "announce", "offer", "have", "read"}
)
"""Verbs by which somebody brings what stands behind the colon ("*brought* better word: …")."""


def _by_document(reading: Reading, sentence: Sentence, lead: Sequence[Token]) -> tuple[Token | None, Token] | None:
    """Return who speaks where a part of a document, or "in it", stands before a colon; None where nothing does."""
    words = [token for token in lead if token.pos != "PUNCT"]
    if not 1 < len(words) <= _MOST_LEADING:
        return None
    noun = next((t for t in reversed(words) if t.lemma.lower() in PARTS | DOCUMENTS), None)
    if words[0].lower in ("in", "among", "on", "under"):
        if len(words) == 2 and words[1].lower in ("it", "them"):
            return None, words[1]
        return (None, noun) if noun is not None and noun.lemma.lower() in DOCUMENTS and len(words) <= 4 else None
    if noun is None or noun.head in words:
        return None
    owner = noun.child("poss")
    if owner is not None and owner.lower not in ("my", "our", "your"):
        return noun, owner
    is_numbered = noun.child("nummod") is not None or any(t.pos == "NUM" for t in words if t is not noun)
    if noun.lemma.lower() in PARTS and is_numbered and len(words) <= 3:
        before = _document_before(reading, sentence)
        return (None, before) if before is not None else None
    return None


def _document_before(reading: Reading, sentence: Sentence) -> Token | None:
    """Return the document, or else whoever speaks, in the sentence before."""
    if not sentence.index:
        return None
    above = reading.sentences[sentence.index - 1]
    if above.paragraph != sentence.paragraph:
        return None
    found = next((t for t in above.tokens if t.pos == "NOUN" and t.lemma.lower() in DOCUMENTS), None)
    return found or next((t for t in above.tokens if t.dep == "nsubj" and names_somebody(t)), None)


def _gone_on(reading: Reading, sentence: Sentence, lexicon: CueLexicon) -> Draft | None:
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
    if verb is None or subject is None or not (_leads_on(verb) or _tells_what(verb)):
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
    return _thinks_so(verb)


_SUMMING = frozenset({"thus", "so", "such", "this", "that", "these", "those"})
_TOLD_THINGS = SAID_THINGS | DOCUMENTS | VERSIONS | frozenset({"assurance", "construction", "count", "toll"})


def _summed_up(sentence: Sentence) -> Draft | None:
    """Find "The planks were rotten: *thus the verdict of the lodge*" and "…: so ran the bill put up by the chiefs"."""
    tokens, at = sentence.tokens, _colon(sentence)
    if at is None or not _SHORTEST_SAID <= at < len(tokens) - 2:
        return None
    said, tail = tokens[:at], [token for token in tokens[at + 1 :] if token.pos != "PUNCT"]
    if not tail or tail[0].lower not in _SUMMING or not 2 <= len(tail) <= _LONGEST_TAIL:
        return None
    main = _whole_clause(said)
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
