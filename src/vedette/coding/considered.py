"""What was weighed as an event and what became of it: the answer to "why was nothing coded here?"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from vedette.coding.choice import asked_at
from vedette.coding.control import Grammar
from vedette.coding.drafts import Draft
from vedette.coding.matching import Candidate
from vedette.coding.typer import NONE, Weighed
from vedette.coding.weights import Credibility
from vedette.grounding.grounded import Grounded
from vedette.model import Rival, Span
from vedette.reading import Sentence, Token

Outcome = Literal[
    "coded",
    "nothing",
    "unsure",
    "outweighed",
    "no-party",
    "told-again",
    "not-credible",
    "doubtful-parties",
    "ruled-out",
]
"""`coded`: became an event. `nothing`: no trigger, and no event to the encoder either (or it was not asked). `unsure`:
no trigger, and the encoder too unsure to code it alone. `outweighed`: the encoder took the trigger's word for no event.
`no-party`: nobody the trigger needs was found. `told-again`: another word of the sentence tells the same act.
`not-credible`: encoder, trigger, parties and the report's tenor together make it unlikely. `doubtful-parties`: who did
it to whom is told too darkly for a long report. `ruled-out`: a rule knows the turn of phrase for none."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a reading with all it needs was not coded."""

    rule: str
    """The veto's rule; empty where it was not credible."""
    credibility: Credibility | None
    """How credible it was; None where a rule ruled it out, or its parties fell short."""
    parties: Credibility | None = None
    """How credible its parties were; None where it did not come to them."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with its candidates before and after the encoder was heard, and the words it was asked about."""

    sentence: Sentence
    known: list[Candidate]
    """What the lexicon found."""
    asked: list[Token]
    chosen: list[Candidate]
    """What stands."""
    reserve: list[Candidate]
    """Less sure readings of the encoder's own, heard where none of `chosen` becomes an event."""


@dataclass(frozen=True, slots=True)
class Fates:
    """What became of one sentence's readings, by the index of the trigger's word."""

    ids: Mapping[int, str]
    """Events."""
    doubts: Mapping[int, Doubt]
    """What spoke against those that had all they need."""


@dataclass(frozen=True, slots=True)
class Considered:
    """One word that was weighed as an event."""

    sentence: Span
    word: Span
    outcome: Outcome
    event_id: str | None
    """The event it became."""
    lexicon: tuple[Rival, ...]
    """Readings by trigger, the one that fits best first; empty where the lexicon does not know the word."""
    encoder: tuple[tuple[str, float], ...]
    """Event types, or NONE, with their probabilities, likeliest first; empty where the encoder was not asked."""
    doubt: Doubt | None = None
    """What spoke against a reading that had the parties it needs; None where nothing did."""


def considered(
    scene: Scene,
    weighed: Mapping[int, Weighed],
    drafts: list[Draft],
    fates: Fates,
    grounded: Grounded,
    grammar: Grammar,
) -> Iterator[Considered]:
    """Yield what was weighed in one sentence, in text order."""
    ids, doubts = fates.ids, fates.doubts
    known = {candidate.token.i: candidate for candidate in scene.known}
    chosen = {candidate.token.i for candidate in (*scene.chosen, *(scene.reserve if not ids else ()))}
    complete = {draft.candidate.token.i for draft in drafts}
    words = {candidate.token.i: candidate.token for candidate in (*scene.known, *scene.chosen)}
    asked_for = {asked_at(candidate, grammar).i for candidate in (*scene.known, *scene.chosen)}
    words |= {token.i: token for token in scene.asked if token.i not in asked_for}
    for i in sorted(words):
        candidate = known.get(i)
        asked = asked_at(candidate, grammar).i if candidate is not None else i
        said = weighed.get(asked)
        yield Considered(
            sentence=Span(scene.sentence.start, scene.sentence.end, scene.sentence.text),
            word=grounded.reading.span(words[i], words[i]),
            outcome=_doubted(doubts[i]) if i in doubts else _outcome(i, ids, chosen, complete, candidate, said),
            event_id=ids.get(i),
            lexicon=_readings(candidate) if candidate is not None else (),
            encoder=said.types if said is not None else (),
            doubt=doubts.get(i),
        )


def _doubted(doubt: Doubt) -> Outcome:
    if doubt.rule:
        return "ruled-out"
    return "not-credible" if doubt.parties is None else "doubtful-parties"


def _outcome(
    i: int,
    ids: Mapping[int, str],
    chosen: set[int],
    complete: set[int],
    candidate: Candidate | None,
    said: Weighed | None,
) -> Outcome:
    if i in ids:
        return "coded"
    if i in complete:
        return "told-again"
    if i in chosen:
        return "no-party"
    if candidate is not None:
        return "outweighed"
    return "nothing" if said is None or said.best == NONE else "unsure"


def _readings(candidate: Candidate) -> tuple[Rival, ...]:
    best: dict[str, Rival] = {}
    for trigger in (candidate.trigger, *candidate.rivals):
        best.setdefault(trigger.event_type, Rival(trigger.event_type, trigger.weight, trigger.rule))
    return tuple(best.values())
