"""Turn attributions into claims: who said what, for whom, when, and how they stand to it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from vedette.attribution.attributions import Attribution
from vedette.attribution.finder import find_attributions
from vedette.attribution.idiom_counts import COUNTED
from vedette.attribution.propositions import puts_forward
from vedette.attribution.said_things import PICTURES
from vedette.attribution.stance import Standing, hedges_in, standing_of, stands_for_speaker
from vedette.attribution.voices import shows_that, speakers_of
from vedette.grounding.grounded import Grounded
from vedette.model import Claim, Count, Moment, Party, Span, Speaker
from vedette.reading import Reading

_INNER = frozenset({"believes", "intends"})
"""Attitudes nobody can hear."""
_ANYBODY = frozenset({"x:people", "x:person", "x:man", "x:woman", "x:women", "x:men", "x:friend", "x:friends", "x:you"})
"""Ids of speakers who may be anybody."""


def attribute(grounded: Grounded, *, wide: bool = False) -> tuple[Claim, ...]:
    """Return the claims of one report in text order.

    wide: whether bare support, criticism and mention count too ("praised the troops"); without it a
    claim has to put something forward.
    `events`, `about` and `links` are empty: they need the events and the other claims. Words that
    nobody says ("did not say when", "if he says") make no claim.
    """
    reading = grounded.reading
    attributions = find_attributions(reading)
    earlier: list[Speaker] = []
    claims: dict[str, Claim] = {}
    ids: list[str | None] = []
    for found in attributions:
        claim = _claim(found, grounded, earlier, ids) if wide or puts_forward(found) else None
        if claim is not None and _is_counted_again(claim, claims.get(claim.parent or "")):
            claim = None
        ids.append(claim.id if claim is not None else None)
        if claim is not None:
            earlier += claim.speakers
            claims.setdefault(claim.id, claim)
    return tuple(claims.values())


def _is_counted_again(claim: Claim, around: Claim | None) -> bool:
    """Tell whether the claim around a count is the same speaker's ("said *he had counted* nine dead")."""
    if around is None or not claim.rule.startswith(COUNTED):
        return False
    return {one.party.actor.id for one in claim.speakers} == {one.party.actor.id for one in around.speakers}


def _claim(
    found: Attribution, grounded: Grounded, earlier: Sequence[Speaker], ids: Sequence[str | None]
) -> Claim | None:
    reading = grounded.reading
    speakers = speakers_of(found, grounded, earlier)
    standing = standing_of(found, own_subject=_speaks_of_itself(found, speakers, grounded))
    if standing is None or (not speakers and not _may_be_voiceless(found)):
        return None
    if (standing.attitude in _INNER and _is_anybody(found, speakers)) or _is_shown(found):
        return None
    content = _content(found, reading)
    first, last = _token_range(reading, content)
    return Claim(
        id=claim_id(reading.report.id, content, found.speaker_words),
        kind=found.kind,
        attitude=standing.attitude,
        stance=standing.stance,
        hedges=tuple(Span.cut(reading.report.text, t.start, t.end) for t in hedges_in(reading.tokens, first, last)),
        parent=ids[found.parent] if found.parent is not None and found.parent < len(ids) else None,
        about=(),
        speakers=speakers,
        addressees=_addressees(found, grounded),
        cue=found.cue_words,
        content=content,
        moment=_moment(found, grounded),
        events=(),
        figures=_figures(grounded, content),
        links=(),
        rule=_rule(found, standing),
        speaker_words=found.speaker_words,
        evidence=_evidence(found),
    )


def _is_shown(found: Attribution) -> bool:
    """Tell whether something is only to be seen: on a film, or by what somebody does ("demonstrated that …")."""
    cue, speaker = found.cue, found.speaker
    if cue is None or speaker is None or found.kind == "direct":
        return False
    if cue.lemma in ("show", "capture", "depict") and speaker.lemma.lower() in PICTURES:
        return not shows_that(found, speaker)
    return cue.lemma == "demonstrate" and (speaker.pos in ("PRON", "PROPN") or speaker.ent != "")


def _is_anybody(found: Attribution, speakers: Sequence[Speaker]) -> bool:
    """Tell whether only people in general think or want something ("they find it difficult to be objective")."""
    cue = found.cue
    is_told = cue is not None and cue.tag == "VBD"
    return bool(speakers) and not is_told and all(one.party.actor.id in _ANYBODY for one in speakers)


def claim_id(report_id: str, content: Span, speaker_words: Span | None) -> str:
    """Return the id of a claim, the same for the same report, words and speaker."""
    speaker = f"{speaker_words.start}:{speaker_words.end}" if speaker_words is not None else ""
    runs = ",".join(f"{start}:{end}" for start, end in content.runs)
    key = "\x1f".join((report_id, runs, content.exact, speaker))
    return "c:" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _may_be_voiceless(found: Attribution) -> bool:
    """Tell whether words make a claim though nobody is named: quotations do, and "is said to have …"."""
    told = found.entry.attitude in ("says", "believes") and found.entry.stance == "asserts"
    told = told and "clause" in found.entry.frames  # nobody speaks in "is classified as"
    return found.kind == "direct" or (told and found.form in ("cue.passive@1", "cue.heard@1"))


def _content(found: Attribution, reading: Reading) -> Span:
    """Return the content without the "that" which leads into it."""
    span = found.content
    if span.exact[:5].lower() != "that " or found.frame not in ("clause", "person-clause"):
        return span
    if reading.tokens[_token_range(reading, span)[0]].dep in ("det", "nsubj", "nsubjpass"):
        return span  # "That number is invented, he said", "said *that* was false"
    start = span.start + len(span.exact) - len(span.exact[5:].lstrip())
    parts = tuple((max(start, a), b) for a, b in span.parts if b > start)
    return Span.cut(reading.report.text, start, span.end, parts if len(parts) > 1 else ())


def _token_range(reading: Reading, span: Span) -> tuple[int, int]:
    tokens = reading.tokens
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].end <= span.start:
            low = middle + 1
        else:
            high = middle
    last = low
    while last + 1 < len(tokens) and tokens[last + 1].start < span.end:
        last += 1
    return low, last


def _speaks_of_itself(found: Attribution, speakers: Sequence[Speaker], grounded: Grounded) -> bool:
    subject = stands_for_speaker(found.main)
    if subject is not None and subject.lower in ("i", "we"):
        return found.kind != "indirect"
    if subject is None or not speakers:
        return False
    voices = {speaker.party.actor.id for speaker in speakers}
    return any(party.actor.id in voices for party in grounded.parties(subject))


def _addressees(found: Attribution, grounded: Grounded) -> tuple[Party, ...]:
    return grounded.parties(found.addressee) if found.addressee is not None else ()


def _figures(grounded: Grounded, content: Span) -> tuple[Count, ...]:
    return tuple(grounded.counts_at.inside(content))


def _moment(found: Attribution, grounded: Grounded) -> Moment:
    cue = found.cue
    return grounded.moment(cue) if cue is not None and cue.pos != "NOUN" else Moment()


def _evidence(found: Attribution) -> Span | None:
    if found.cue is None:
        return None
    sentence = found.cue.sent
    return Span(sentence.start, sentence.end, sentence.text)


def _rule(found: Attribution, standing: Standing) -> str:
    return found.form if standing.rule == "stance.cue@1" else f"{found.form}+{standing.rule}"
