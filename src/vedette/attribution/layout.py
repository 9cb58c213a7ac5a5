"""Attributions by layout: transcripts ("NAME: …"), colon headlines, and blocks set off after a colon."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from vedette.attribution.attributions import Draft
from vedette.attribution.cues import CueLexicon
from vedette.attribution.idioms import VERSIONS
from vedette.attribution.quoted import BY_MARK
from vedette.attribution.quotes import QUOTE_MARKS
from vedette.attribution.speakers import names_somebody, phrase_tokens, speaker_of
from vedette.reading import Reading, Sentence, Token
from vedette.reading.pronouns import SAYING
from vedette.reading.reading import Paragraph

_TURN = re.compile(r"[\"“]?((?:[A-Z][A-Z.'’-]*[ ]){0,3}[A-Z][A-Z.'’-]+)\s?:\s+(?=\S)")
_TITLE = re.compile(r"((?:[A-Z][\w.'’-]*\s){0,4}[A-Z][\w.'’-]*)\s?:\s+(?=\S)")
_TITLE_END = re.compile(r":\s+((?:[\w.'’-]+\s){0,3}[\w.'’-]+)\.?\s*$")
# What stands before a colon without having said anything.
_LABELS = frozenset(
    """update news alert advisory watch live video photos breaking exclusive note analysis opinion related read
    more text abstract correction image photo factbox timeline explainer source summary latest fact here tags
    share date title by""".split()
)
_TITLE_LENGTH = 180
_VERBS = frozenset({"VERB", "AUX"})


def layout_drafts(reading: Reading, lexicon: CueLexicon) -> list[Draft]:
    """Return the attributions that stand in a report's layout rather than in its sentences."""
    starts = [token.start for token in reading.tokens]
    made: list[Draft] = []
    for paragraph in reading.paragraphs:
        draft = _turn(reading, paragraph, starts)
        if draft is None and (paragraph.index == 0 or paragraph.kind == "crosshead"):
            draft = _title(reading, paragraph, starts)
        if draft is None and paragraph.index:
            draft = _block(reading, paragraph, starts, lexicon)
        if draft is not None:
            made.append(draft)
    taken = {i for draft in made for i in draft.inside}
    for sentence in reading.sentences:
        draft = _answer(sentence, lexicon) or _told_version(sentence)
        if draft is None and sentence.tokens[-1].i not in taken:
            draft = _led_by_name(sentence) or _ended_by_name(sentence)
        if draft is not None:
            made.append(draft)
    return made


_MOST_LEADING = 14
"""Words of a speaker's phrase before a colon, at most."""


def _led_by_name(sentence: Sentence) -> Draft | None:
    """Find "Coastguard: thirty passengers drowned." and "17:20 Two officials: the charge was laid by divers.".

    What stands before the colon is nothing but somebody's name or what he gave out, behind it stands a whole clause.
    """
    tokens = sentence.tokens
    first = next((k for k, t in enumerate(tokens) if t.pos not in ("NUM", "PUNCT", "SYM") and t.lower != "am"), 0)
    at = next((k for k, token in enumerate(tokens) if token.text == ":" and k > first), None)
    if at is None or not 0 < at - first <= _MOST_LEADING or at > len(tokens) - 4:
        return None
    phrase, said = tokens[first:at], tokens[at + 1 :]
    if any(t.pos == "AUX" or t.tag in _FINITE or t.text in QUOTE_MARKS for t in phrase):
        return None
    nouns = [t for t in phrase if t.pos in ("NOUN", "PROPN")]
    head = next((t for t in nouns if t.head not in phrase), nouns[0] if nouns else None)
    if head is None or not (names_somebody(head) or head.lemma.lower() in _ISSUED):
        return None
    if phrase[0].tag in ("IN", "RB", "UH") or head.lower in _LABELS:
        return None
    main = next((t for t in said if t.pos in _VERBS and t.child("nsubj", "nsubjpass", "expl") is not None), None)
    if main is None or said[0].text in (":", "(") or said[0].tag in ("WP", "WDT"):
        return None
    opens = next((k for k, t in enumerate(said) if t.text in QUOTE_MARKS), len(said))
    if any(t.lemma in SAYING and t.pos == "VERB" for t in said[:opens]):
        return None  # "The Center for the Sea: Research and Education *said* …"
    draft = Draft("layout.lead@1", None, BY_MARK, "clause", main, {t.i for t in said}, head, marks=[tokens[at]])
    draft.speaker_phrase = list(phrase)
    return draft


def _ended_by_name(sentence: Sentence) -> Draft | None:
    """Find "Freight train derailed by extremists: police." within a text, as in titles."""
    tokens = sentence.tokens
    at = next((k for k, token in enumerate(tokens) if token.text == ":"), None)
    if at is None or at < _SHORTEST_SAID or any(token.text in QUOTE_MARKS for token in tokens):
        return None
    said, phrase = tokens[:at], [token for token in tokens[at + 1 :] if token.pos != "PUNCT"]
    head = next((token for token in phrase if token.head not in phrase), None)
    if head is None or len(phrase) > _MOST_ENDING or not names_somebody(head) or head.lower in _LABELS:
        return None
    main = next((t for t in said if t.pos in _VERBS and t.child("nsubj", "nsubjpass", "expl") is not None), None)
    if main is None or any(t.pos in _VERBS or t.tag == "CC" or t.dep == "det" for t in phrase):
        return None  # "They were three: the mayor and a clerk"
    if any(t.lemma in SAYING for t in said):
        return None
    draft = Draft("layout.end@1", None, BY_MARK, "clause", main, {t.i for t in said}, head, marks=[tokens[at]])
    draft.speaker_phrase = phrase
    return draft


_SHORTEST_SAID, _MOST_ENDING = 4, 4
"""Words before a colon at least that somebody may have said, and of the name behind it at most."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


_ISSUED = frozenset({"bulletin", "statement", "communique", "communiqué", "message", "tweet", "post", "telegram"})
"""What is given out, and may stand before its own words ("Late on Sunday, a short *bulletin*: …")."""


def _told_version(sentence: Sentence) -> Draft | None:
    """Find "The navy's version: no vessel left port." and "Then a bulletin: …" without quotation marks."""
    tokens = sentence.tokens
    at = next((k for k, token in enumerate(tokens) if token.text == ":"), None)
    if at is None or not 3 <= at < len(tokens) - 3 or any(token.text in QUOTE_MARKS for token in tokens):
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
    tokens = sentence.tokens
    at = next((k for k, token in enumerate(tokens) if token.text == ":"), None)
    if at is None or not 2 <= at < len(tokens) - 3 or any(token.text in QUOTE_MARKS for token in tokens):
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
    is_somebody = subject is not None and (names_somebody(subject) or subject.lower in ("he", "she", "it", "they"))
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
    if verb.lemma in ("think", "say", "believe") and any(c.lower == "so" and c.i == verb.i + 1 for c in verb.children):
        return is_main  # "The go-between thinks so: an official had bargained"
    thing = verb.child("dobj")
    is_open = is_main and verb.child("ccomp", "xcomp", "neg") is None and (thing is None or thing.lemma in _GIVEN_OUT)
    is_saying = verb.lemma in SAYING or verb.lemma in ("speak", "complain", "protest", "object", "give")
    return is_open and is_saying and entry is not None and any(row.attitude == "says" for row in entry.frames.values())


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


def _tokens(reading: Reading, starts: Sequence[int], start: int, end: int) -> tuple[Token, ...]:
    return reading.tokens[bisect_left(starts, start) : bisect_left(starts, end)]


def _turn(reading: Reading, paragraph: Paragraph, starts: Sequence[int]) -> Draft | None:
    """Find one turn of a transcript: "SMITH: We shall see."."""
    match = _TURN.match(reading.report.text, paragraph.start, paragraph.end)
    if match is None or match.group(1).split()[-1].lower() in _LABELS:
        return None
    said = next((one for one in reading.sentences if one.start <= match.end() < one.end), None)
    if said is not None and said.end < paragraph.end and reading.report.text[match.end() : said.end].isupper():
        return None  # "ARMY: HILL 40 IN OUR HANDS. The message came at dawn …"
    return _colon(reading, starts, match.span(1), (match.end(), paragraph.end), "layout.turn@1")


def _title(reading: Reading, paragraph: Paragraph, starts: Sequence[int]) -> Draft | None:
    """Find "Minister: Talks to go on" and "Three hurt in blast: police" in titles and crossheads."""
    text = reading.report.text
    if paragraph.end - paragraph.start > _TITLE_LENGTH:
        return None
    match = _TITLE.match(text, paragraph.start, paragraph.end)
    if match is not None and not {word.lower() for word in match.group(1).split()} & _LABELS:
        speaker = _tokens(reading, starts, *match.span(1))
        if not any(token.pos in _VERBS for token in speaker):
            return _colon(reading, starts, match.span(1), (match.end(), paragraph.end), "layout.title@1")
        return None
    last = _TITLE_END.search(text, paragraph.start, paragraph.end)
    if last is not None:
        speaker = _tokens(reading, starts, *last.span(1))
        if speaker and speaker[-1].pos in ("NOUN", "PROPN") and not any(token.pos in _VERBS for token in speaker):
            return _colon(reading, starts, last.span(1), (paragraph.start, last.start()), "layout.title@1")
    return None


def _colon(
    reading: Reading, starts: Sequence[int], name: tuple[int, int], said: tuple[int, int], form: str
) -> Draft | None:
    speaker, content = _tokens(reading, starts, *name), _tokens(reading, starts, *said)
    if not speaker or sum(1 for token in content if token.pos not in ("PUNCT", "SYM", "SPACE")) < 2:
        return None
    head = next((token for token in speaker if token.head not in speaker), speaker[-1])
    mark = _tokens(reading, starts, min(name[1], said[1]), max(name[0], said[0]))
    main = next((token for token in content if token.head is token), content[0])
    inside = {token.i for token in content}
    colon = [token for token in mark if token.text == ":"]
    return Draft(form, None, BY_MARK, "clause", main, inside, head, list(speaker), marks=colon)


def _block(reading: Reading, paragraph: Paragraph, starts: Sequence[int], lexicon: CueLexicon) -> Draft | None:
    """Find an unmarked paragraph after "… added:" or "… wrote:"."""
    text = reading.report.text
    above = reading.paragraphs[paragraph.index - 1]
    if not text.startswith(":", above.end - 1) or text[paragraph.start] in "\"“«„'‘`-–•*":
        return None
    tokens = _tokens(reading, starts, above.start, above.end)
    for token in reversed(tokens[-14:]):
        if token.text in (".", "?", "!"):
            return None
        entry = lexicon.verb(token) if token.pos == "VERB" else None
        if entry is None or "quote" not in entry.frames or entry.frames["quote"].attitude != "says":
            continue
        speaker = speaker_of(token)
        content = _tokens(reading, starts, paragraph.start, paragraph.end)
        if speaker is None or len(content) < 4:
            return None
        inside = {below.i for below in content}
        main = next((below for below in content if below.head is below), content[0])
        draft = Draft("layout.block@1", token, entry.frames["quote"], "quote", main, inside, speaker)
        draft.speaker_phrase = phrase_tokens(speaker, {token.i})
        return draft
    return None
