"""Attributions by quotation marks: which cue beside a quotation names its speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vedette.attribution.attributions import Draft
from vedette.attribution.cues import Cue, CueLexicon
from vedette.attribution.quotes import Quotation
from vedette.attribution.speakers import phrase_tokens, speaker_of
from vedette.reading import Reading, Token

_STOPS = frozenset(".?!")
_ENDS = (",", "?", "!", ".", "…", "—", "–", "-", ";", ":")
_DASHES = frozenset({"―", "—", "–", "--", "-"})
_SKIPPED = frozenset({"relcl", "acl", "amod", "compound", "aux", "auxpass", "xcomp", "pcomp"})
_REACH = 40
"""Tokens to look along on either side of a quotation."""
_BY_MARK = Cue("verb", "", "says", "asserts", ("quote",))


@dataclass(frozen=True, slots=True)
class _Beside:
    cue: Token | None
    speaker: Token | None
    form: str


def is_speech(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether a quotation is somebody's utterance rather than a title, a name or a scare quote."""
    tokens = reading.tokens[quotation.first : quotation.last + 1]
    words = [token for token in tokens if token.pos not in ("PUNCT", "SPACE", "SYM")]
    if len(words) < 2 or (quotation.single and len(words) < 4):
        return False
    if len(quotation.runs) > 1 or len(words) >= 12:
        return True
    closed = any(token.text in (",", ".", "?", "!", "…", "—", "–", "-") for token in tokens[-3:])
    finite = any(token.tag in ("VBD", "VBZ", "VBP", "MD", "VB") for token in words)
    return (closed and (finite or words[0].text[:1].isupper())) or (finite and words[0].text[:1].isupper())


def quote_drafts(
    reading: Reading, quotations: Sequence[Quotation], drafts: list[Draft], lexicon: CueLexicon
) -> list[Draft]:
    """Widen drafts by the quotations they touch and add those of quotations that none touches."""
    made: list[Draft] = []
    by_cue = {draft.cue.i: draft for draft in drafts if draft.cue is not None}
    last: Draft | None = None
    last_paragraph = -2
    for quotation in quotations:
        here = reading.tokens[quotation.first].sent.paragraph
        draft = _touching(quotation, drafts)
        speech = is_speech(reading, quotation)
        if draft is not None:
            _widen(reading, draft, quotation, speech)
        elif speech:
            beside = _after(reading, quotation, lexicon) or _before(reading, quotation, lexicon)
            if beside is not None:
                draft = by_cue.get(beside.cue.i) if beside.cue is not None else None
                draft = _join(reading, draft, beside, quotation, made, by_cue, lexicon)
            elif last is not None and (here == last_paragraph or _opens(reading, quotation, here, last_paragraph)):
                draft = last
                _add(draft, quotation)
        if draft is not None and speech:
            last = draft
        if last is not None and draft is last:
            last_paragraph = reading.tokens[quotation.last].sent.paragraph
    return made


def _touching(quotation: Quotation, drafts: Sequence[Draft]) -> Draft | None:
    """Return the draft whose content overlaps the quotation most, its cue outside; or None."""
    span = range(quotation.first, quotation.last + 1)
    best, most = None, 0
    for draft in drafts:
        if draft.cue is not None and draft.cue.i in span:
            continue
        shared = sum(1 for i in span if i in draft.inside)
        if shared > most:
            best, most = draft, shared
    return best


def _add(draft: Draft, quotation: Quotation) -> None:
    span = range(quotation.first, quotation.last + 1)
    draft.inside.update(span)
    draft.quoted.update(span)


def _widen(reading: Reading, draft: Draft, quotation: Quotation, speech: bool) -> None:
    tokens = reading.tokens
    before = tokens[quotation.first - 1] if quotation.first else None
    opens = (
        before is None
        or before.text in (",", ":")
        or before.text in _STOPS
        or (before.sent.paragraph != tokens[quotation.first].sent.paragraph)
    )
    ends = any(token.text in _ENDS for token in tokens[max(quotation.first, quotation.last - 1) : quotation.last + 1])
    if speech and opens and ends and draft.frame in ("clause", "quote", "person-clause"):
        outside = {i for i in draft.inside - draft.quoted if tokens[i].pos not in ("PUNCT", "CCONJ")}
        outside -= set(range(quotation.first, quotation.last + 1))
        ahead = [i for i in outside if i < quotation.first]
        if not ahead or len(ahead) < 3:
            draft.inside = set(draft.quoted)
            draft.form = "quote.clause@1"
    _add(draft, quotation)


def _join(
    reading: Reading, draft: Draft | None, beside: _Beside, quotation: Quotation,
    made: list[Draft], by_cue: dict[int, Draft], lexicon: CueLexicon,
) -> Draft:  # fmt: skip
    if draft is None or draft.frame not in ("clause", "quote", "person-clause", "small", "object"):
        cue = beside.cue
        entry = (lexicon.verb(cue) if cue is not None and cue.pos == "VERB" else None) if cue is not None else None
        row = entry.first if entry is not None else _BY_MARK
        draft = Draft(beside.form, cue, row, "quote", reading.tokens[quotation.first], set(), beside.speaker)
        draft.main = _main(reading, quotation)
        if cue is None and beside.speaker is not None:
            draft.marks = [reading.tokens[quotation.last + 1]] if beside.form == "quote.dash@1" else []
        if beside.speaker is not None:
            outside = set(range(quotation.first, quotation.last + 1)) | ({cue.i} if cue is not None else set())
            draft.speaker_phrase = phrase_tokens(beside.speaker, outside)
        made.append(draft)
        if cue is not None:
            by_cue[cue.i] = draft
    _add(draft, quotation)
    return draft


def _main(reading: Reading, quotation: Quotation) -> Token:
    """Return the highest word of a quotation's first sentence."""
    for token in reading.tokens[quotation.first : quotation.last + 1]:
        if token.pos in ("VERB", "AUX") and not quotation.first <= token.head.i <= quotation.last:
            return token
        if token.head is token and token.pos in ("VERB", "AUX"):
            return token
    return next(
        (t for t in reading.tokens[quotation.first : quotation.last + 1] if t.pos != "PUNCT"),
        reading.tokens[quotation.first],
    )


def _after(reading: Reading, quotation: Quotation, lexicon: CueLexicon) -> _Beside | None:
    """Find `"…," the minister said` and `"…" — Name`."""
    tokens = reading.tokens
    paragraph = tokens[quotation.last].sent.paragraph
    following = []
    for token in tokens[quotation.last + 1 : quotation.last + 1 + _REACH]:
        if token.sent.paragraph != paragraph or (token.text in _STOPS and token.pos == "PUNCT"):
            break
        if token.text in ('"', "“", "``"):
            break
        following.append(token)
    if not following:
        return None
    if following[0].text in _DASHES and len(following) > 1 and following[1].pos == "PROPN":
        head = following[1]
        while head.head.i > head.i and head.head.pos == "PROPN" and head.head.i <= following[-1].i:
            head = head.head
        return _Beside(None, head, "quote.dash@1")
    inner = [token.text for token in tokens[max(quotation.first, quotation.last - 2) : quotation.last + 1]]
    if "." in inner and following[0].text not in (",",):
        return None
    if not ({",", "?", "!", "—", "–", "-", "…"} & set(inner)) and following[0].text != ",":
        return None
    return _cue_among(following, lexicon, "quote.after@1")


def _before(reading: Reading, quotation: Quotation, lexicon: CueLexicon) -> _Beside | None:
    """Find `The minister said: "…"`, in the same sentence or at the end of the paragraph before."""
    tokens = reading.tokens
    if not quotation.first:
        return None
    previous = tokens[quotation.first - 1]
    paragraph = tokens[quotation.first].sent.paragraph
    if previous.sent.paragraph != paragraph and previous.text != ":":
        return None
    if previous.text not in (",", ":", "that", "—", "–", "--") and lexicon.verb(previous) is None:
        return None
    preceding = []
    for i in range(quotation.first - 1, max(-1, quotation.first - 1 - _REACH), -1):
        token = tokens[i]
        if token.text in _STOPS or token.text in ('"', "”", "''") or token.sent.paragraph != previous.sent.paragraph:
            break
        preceding.append(token)
    return _cue_among(preceding, lexicon, "quote.before@1")


def _cue_among(tokens: Sequence[Token], lexicon: CueLexicon, form: str) -> _Beside | None:
    for k, token in enumerate(tokens):
        if token.lower == "according":
            link = token.child("prep")
            return _Beside(token, link.child("pobj") if link is not None else None, form)
        if token.pos != "VERB" or (token.dep in _SKIPPED and token.child("nsubj") is None):
            continue
        entry = lexicon.verb(token)
        if entry is None or not {"quote", "clause"} & entry.frames.keys():
            if token.dep in ("relcl", "acl", "advcl"):
                continue
            return None
        speaker = speaker_of(token) or _nearest(tokens, k)
        return _Beside(token, speaker, form)
    return None


def _nearest(tokens: Sequence[Token], at: int) -> Token | None:
    """Return the name or pronoun beside a cue that the parse left without a subject."""
    for token in (*reversed(tokens[:at]), *tokens[at + 1 : at + 4]):
        if token.pos in ("PROPN", "PRON"):
            return token
    return None


def _opens(reading: Reading, quotation: Quotation, here: int, last_paragraph: int) -> bool:
    """Tell whether a quotation makes up the paragraph right after that of the quotation before."""
    if here != last_paragraph + 1:
        return False
    paragraph = reading.paragraphs[here]
    return quotation.start == paragraph.start and quotation.end - quotation.start > 0.8 * (
        paragraph.end - paragraph.start
    )
