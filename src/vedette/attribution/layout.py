"""Attributions by layout: transcripts ("NAME: …"), colon headlines, and blocks set off after a colon."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence

from vedette.attribution.attributions import TURN, Draft
from vedette.attribution.colons import LABELS
from vedette.attribution.cues import BY_MARK, CueLexicon
from vedette.attribution.lead_ins import lead_in_drafts
from vedette.attribution.speakers import phrase_tokens, speaker_of
from vedette.attribution.title_tails import title_tail
from vedette.reading import Reading, Token
from vedette.reading.reading import Paragraph

_TURN = re.compile(r"[\"“]?((?:[A-Z][A-Z.'’-]*[ ]){0,3}[A-Z][A-Z.'’-]+)\s?:\s+(?=\S)")
_TITLE = re.compile(r"((?:[A-Z][\w.'’-]*\s){0,4}[A-Z][\w.'’-]*)\s?:\s+(?=\S)")
_TITLE_END = re.compile(r":\s+((?:[\w.'’-]+\s){0,3}[\w.'’-]+)\.?\s*$")
_TITLE_LENGTH = 180
_OF_ONESELF = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou)\b")
_VERBS = frozenset({"VERB", "AUX"})


def layout_drafts(reading: Reading, lexicon: CueLexicon) -> list[Draft]:
    """Return the attributions that stand in a report's layout rather than in its sentences."""
    starts = [token.start for token in reading.tokens]
    made: list[Draft] = []
    labels = _turn_labels(reading)
    named = _interviewed(reading)
    for paragraph in reading.paragraphs:
        is_dated = _opens_with_dateline(reading, paragraph, labels)
        draft = _turn(reading, paragraph, starts) if not is_dated else None
        draft = draft or _named_turn(reading, paragraph, starts, named)
        if draft is None and not is_dated and (paragraph.index == 0 or paragraph.kind == "crosshead"):
            draft = _title(reading, paragraph, starts) or _title_tail(reading, paragraph, starts, lexicon)
        if draft is None and paragraph.index:
            draft = _block(reading, paragraph, starts, lexicon)
        if draft is not None:
            made.append(draft)
    taken = frozenset(i for draft in made for i in draft.inside)
    made += lead_in_drafts(reading, lexicon, taken)
    return made


def _tokens(reading: Reading, starts: Sequence[int], start: int, end: int) -> tuple[Token, ...]:
    return reading.tokens[bisect_left(starts, start) : bisect_left(starts, end)]


def _turn_labels(reading: Reading) -> set[str]:
    """Return the words in capitals that open paragraphs before a colon."""
    text = reading.report.text
    found = (_TURN.match(text, paragraph.start, paragraph.end) for paragraph in reading.paragraphs)
    return {match.group(1) for match in found if match is not None}


def _opens_with_dateline(reading: Reading, paragraph: Paragraph, labels: Collection[str]) -> bool:
    """Tell whether a paragraph goes on behind a place ("KABUL: The Taliban said …") rather than in somebody's words.

    A transcript has turns of several, and they speak of themselves; a headline ends without a full stop.
    """
    text = reading.report.text
    match = _TURN.match(text, paragraph.start, paragraph.end)
    if match is None or len(labels) > 1 or match.group(1).split()[-1].lower() in LABELS:
        return False
    said = text[match.end() : paragraph.end].rstrip()
    return said.endswith((".", "”", '"')) and not _OF_ONESELF.search(said)


def _turn(reading: Reading, paragraph: Paragraph, starts: Sequence[int]) -> Draft | None:
    """Find one turn of a transcript: "SMITH: We shall see."."""
    match = _TURN.match(reading.report.text, paragraph.start, paragraph.end)
    if match is None or match.group(1).split()[-1].lower() in LABELS:
        return None
    said = reading.sentence_at(match.end())
    if said is not None and said.end < paragraph.end and reading.report.text[match.end() : said.end].isupper():
        return None  # "ARMY: HILL 40 IN OUR HANDS. The message came at dawn …"
    return _colon(reading, starts, match.span(1), (match.end(), paragraph.end), TURN)


def _interviewed(reading: Reading) -> frozenset[str]:
    """Return the names that open several paragraphs before a colon, as the turns of an interview are told.

    Two such names speak to each other; one alone, whose questioner stands unnamed, has to come more often. Where nobody
    asks anything the words are those of a form ("Location: …", "Deaths: …").
    """
    text = reading.report.text
    if not any(text[paragraph.end - 1] == "?" for paragraph in reading.paragraphs):
        return frozenset()
    found = (_TITLE.match(text, paragraph.start, paragraph.end) for paragraph in reading.paragraphs)
    counts = Counter(match.group(1) for match in found if match is not None and len(match.group(1)) > 1)
    named = {name for name in counts if not {word.lower() for word in name.split()} & LABELS}
    often = {name for name in named if counts[name] >= _FEWEST_TURNS}
    return frozenset(often if len(often) > 1 else (name for name in often if counts[name] > _FEWEST_TURNS))


_FEWEST_TURNS = 2
"""Turns of whoever is interviewed, at least."""


def _named_turn(reading: Reading, paragraph: Paragraph, starts: Sequence[int], named: Collection[str]) -> Draft | None:
    """Find one turn of an interview: "Restrepo: That is not true."."""
    match = _TITLE.match(reading.report.text, paragraph.start, paragraph.end) if named else None
    if match is None or match.group(1) not in named:
        return None
    if any(token.pos in _VERBS for token in _tokens(reading, starts, *match.span(1))):
        return None
    return _colon(reading, starts, match.span(1), (match.end(), paragraph.end), TURN)


def _title(reading: Reading, paragraph: Paragraph, starts: Sequence[int]) -> Draft | None:
    """Find "Minister: Talks to go on" and "Three hurt in blast: police" in titles and crossheads."""
    text = reading.report.text
    if paragraph.end - paragraph.start > _TITLE_LENGTH:
        return None
    match = _TITLE.match(text, paragraph.start, paragraph.end)
    if match is not None and not {word.lower() for word in match.group(1).split()} & LABELS:
        speaker = _tokens(reading, starts, *match.span(1))
        if not any(token.pos in _VERBS or token.ent in ("DATE", "TIME") for token in speaker):
            return _colon(reading, starts, match.span(1), (match.end(), paragraph.end), "layout.title@1")
        return None
    last = _TITLE_END.search(text, paragraph.start, paragraph.end)
    if last is not None:
        speaker = _tokens(reading, starts, *last.span(1))
        if speaker and speaker[-1].pos in ("NOUN", "PROPN") and not any(token.pos in _VERBS for token in speaker):
            return _colon(reading, starts, last.span(1), (paragraph.start, last.start()), "layout.title@1")
    return None


def _title_tail(reading: Reading, paragraph: Paragraph, starts: Sequence[int], lexicon: CueLexicon) -> Draft | None:
    """Find "Talks collapsed – minister" in titles and crossheads."""
    if paragraph.end - paragraph.start > _TITLE_LENGTH:
        return None
    return title_tail(_tokens(reading, starts, paragraph.start, paragraph.end), lexicon)


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
