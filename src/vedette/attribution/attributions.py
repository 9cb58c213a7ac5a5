"""Attribution: which words a report hands over to which speaker, before anybody is identified."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from vedette.attribution.cues import Cue
from vedette.model import Span
from vedette.model.claim import ClaimKind
from vedette.reading import Reading, Token

Runs = tuple[tuple[int, int], ...]
TURN = "layout.turn@2"
"""The rule by which a turn of a transcript or an interview goes to whoever it begins with."""
_EDGE = frozenset(",;:.-–—―…")


@dataclass(frozen=True, slots=True, eq=False)
class Attribution:
    """Words handed over to a speaker, all as tokens and offsets of one reading."""

    form: str
    """The rule that found it, with its version."""
    kind: ClaimKind
    content: Span
    """Leading "that" and "to" left in."""
    main: Token
    """The word the content hangs on."""
    cue: Token | None
    """The word of the cue that carries it; None where punctuation alone attributes."""
    cue_words: Span | None
    """Auxiliaries, particle and preposition of the cue with it; the punctuation where there is no word."""
    entry: Cue
    """The row of the lexicon that gives attitude and stance."""
    frame: str
    speaker: Token | None
    """Head of the speaker's phrase as it stands (a name, a pronoun, "which"); None where untold."""
    speaker_words: Span | None
    """The speaker's whole noun phrase."""
    addressee: Token | None
    parent: int | None
    """Index of the attribution it is told in; None for the outermost."""


@dataclass(slots=True, eq=False)
class Draft:
    """An attribution in the making: sets of token indices that later rules widen or cut."""

    form: str
    cue: Token | None
    entry: Cue
    frame: str
    main: Token
    inside: set[int]
    """Indices of the content's tokens."""
    speaker: Token | None = None
    speaker_phrase: list[Token] = field(default_factory=list)
    addressee: Token | None = None
    link: Token | None = None
    marks: list[Token] = field(default_factory=list)
    """Punctuation that attributes where there is no word."""
    quoted: set[int] = field(default_factory=set)
    """Indices of the content's tokens that stand between quotation marks."""
    parent: Draft | None = None


def finish(reading: Reading, drafts: Sequence[Draft]) -> tuple[Attribution, ...]:
    """Turn drafts into attributions in text order; drafts without words are dropped."""
    tokens = reading.tokens
    made: list[tuple[Draft, Runs]] = []
    for draft in drafts:
        runs = runs_of(tokens, draft.inside)
        if runs:
            made.append((draft, runs))
    made.sort(key=lambda pair: (pair[1][0][0], -pair[1][-1][1]))
    place = {id(draft): k for k, (draft, _) in enumerate(made)}
    return tuple(_attribution(reading, draft, runs, place) for draft, runs in made)


def _attribution(reading: Reading, draft: Draft, runs: Runs, place: dict[int, int]) -> Attribution:
    return Attribution(
        form=draft.form,
        kind=_kind(reading.tokens, draft),
        content=span_of(reading, runs),
        main=draft.main,
        cue=draft.cue,
        cue_words=_cue_words(reading, draft),
        entry=draft.entry,
        frame=draft.frame,
        speaker=draft.speaker,
        speaker_words=_words(reading, draft.speaker_phrase),
        addressee=draft.addressee,
        parent=place.get(id(draft.parent)) if draft.parent is not None else None,
    )


def span_of(reading: Reading, runs: Runs) -> Span:
    """Return the hull of runs, with `parts` where there are several."""
    return Span.cut(reading.report.text, runs[0][0], runs[-1][1], runs if len(runs) > 1 else ())


def runs_of(tokens: Sequence[Token], inside: Iterable[int]) -> Runs:
    """Return the unbroken runs of some tokens as offsets, punctuation at their outer edges left off.

    A run never crosses the border of two paragraphs.
    """
    runs: list[list[int]] = []
    for i in sorted(inside):
        if runs and runs[-1][1] == i - 1 and tokens[i - 1].sent.paragraph == tokens[i].sent.paragraph:
            runs[-1][1] = i
        else:
            runs.append([i, i])
    return tuple(run for first, last in runs if (run := _trimmed(tokens, first, last)) is not None)


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    while first <= last and tokens[first].text in _EDGE:
        first += 1
    while last >= first and tokens[last].text in _EDGE and tokens[last - 1].end <= tokens[last].start:
        last -= 1
    while last > first and tokens[last].lower in ("and", "or", "but") and tokens[last].pos == "CCONJ":
        last -= 1
        while last > first and tokens[last].text in _EDGE:
            last -= 1
    if all(tokens[i].pos == "PUNCT" for i in range(first, last + 1)):
        return None
    return tokens[first].start, tokens[last].end


def _kind(tokens: Sequence[Token], draft: Draft) -> ClaimKind:
    quoted = [tokens[i] for i in draft.quoted if tokens[i].pos not in ("PUNCT", "SPACE")]
    # Marks round a bare name ("the “Lion” battalion") quote nobody.
    if len(quoted) < 4 and all(token.pos == "PROPN" for token in quoted):
        return "indirect"
    bare = sum(1 for i in draft.inside - draft.quoted if tokens[i].pos not in ("PUNCT", "SPACE"))
    return "mixed" if bare else "direct"


def _words(reading: Reading, tokens: Sequence[Token]) -> Span | None:
    return reading.span(tokens[0], tokens[-1]) if tokens else None


def _cue_words(reading: Reading, draft: Draft) -> Span | None:
    cue = draft.cue
    if cue is None:
        return _words(reading, draft.marks)
    first = last = cue
    if cue.pos in ("VERB", "AUX"):
        for child in reversed(cue.children):
            if child.dep in ("aux", "auxpass", "neg") and child.i == first.i - 1:
                first = child
        last = next((child for child in cue.children if child.dep == "prt" and child.i == cue.i + 1), cue)
    link = draft.link
    if link is not None and last.i < link.i <= last.i + 2 and link.i not in draft.inside:
        last = link
    return reading.span(first, last)
