"""Choice between readings: what the lexicon says of a predicate, held against what the encoder makes of it there.

The lexicon speaks by words, the encoder by the sentence. A trigger whose words nearly always mean its type stands,
and what the encoder would rather read is kept as a rival; a weak trigger needs the encoder's consent that anything
happened at all. What the encoder is sure of and the lexicon does not know becomes a candidate of its own. Below `DOUBT`
the code is marked doubtful. Why no more: of the words on which the two disagree in strong triggers, the lexicon is
right four times as often (docs/accuracy.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from vedette.coding.control import Grammar
from vedette.coding.matching import Candidate
from vedette.coding.slots import carrier
from vedette.coding.triggers import Trigger
from vedette.coding.typer import NONE, Weighed
from vedette.model import EventType
from vedette.reading import Sentence, Token

DOUBT = 0.7
"""Below this the likeliest type is shown as doubtful."""


@dataclass(frozen=True, slots=True)
class Bars:
    """How sure the encoder must be, and of whom it is heard."""

    weak: float = 0.65
    """Triggers up to this weight, whose words often mean nothing of the kind, need the encoder's consent."""
    nothing: float = 0.8
    """To drop a weak trigger's candidate, and any other's in which no public body has part …"""
    nothing_private: float = 0.05
    """… to drop dealings of which nobody known has part …"""
    surely_nothing: float = 0.98
    """… and any at all."""
    new: float = 0.85
    """To make an event of what the lexicon does not know …"""
    new_alone: float = 0.45
    """… and where nothing else in the whole sentence became an event."""


BARS = Bars()
_SIDE_WORDS = ("against", "with", "to", "on", "from")
_UNTOLD = frozenset({"aux", "auxpass", "amod", "compound", "nmod", "punct"})


def asked_at(candidate: Candidate, grammar: Grammar) -> Token:
    """Return the word whose reading decides: the event noun where the trigger is a light verb ("hold talks")."""
    token = candidate.token
    if candidate.trigger.word_class == "verb" and token.lemma in grammar.light_verbs:
        return next((part for part in candidate.consumed if part.pos == "NOUN"), token)
    return token


def asked_of(candidates: Iterable[Candidate], grammar: Grammar) -> list[Token]:
    """Return the words whose reading decides for these candidates, in text order."""
    found = {(at := asked_at(c, grammar)).i: at for c in candidates if c.trigger.word_class != "modal"}
    return [found[i] for i in sorted(found)]


def predicates(
    sentence: Sentence, candidates: Iterable[Candidate], nouns: frozenset[str], grammar: Grammar
) -> list[Token]:
    """Return the words of a sentence the encoder is asked about: candidates, other verbs, other event nouns."""
    found = {token.i: token for token in asked_of(candidates, grammar)}
    part = {token.i for candidate in candidates for token in candidate.consumed}
    part |= {candidate.carrier.i for candidate in candidates if candidate.carrier is not None}
    for token in sentence.tokens:
        if token.i in found or token.i in part or token.dep in _UNTOLD or token.lemma in grammar.wording_verbs:
            continue
        if (token.pos == "VERB" and token.tag != "MD") or (token.pos == "NOUN" and token.lemma.lower() in nouns):
            found[token.i] = token
    return [found[i] for i in sorted(found)]


def chosen(
    candidates: list[Candidate], asked: Iterable[Token], weighed: Mapping[int, Weighed], grammar: Grammar
) -> list[Candidate]:
    """Return the candidates that stand after the encoder was heard, its own among them, in text order."""
    kept = [one for one in candidates if _stands(one, weighed.get(asked_at(one, grammar).i))]
    known = {candidate.token.i for candidate in candidates}
    known |= {token.i for candidate in candidates for token in candidate.consumed}
    for token in asked:
        said = weighed.get(token.i)
        if token.i not in known and said is not None and said.best != NONE and said.probability >= BARS.new:
            kept.append(_new(token, said, grammar, requires="actor"))
    return sorted(kept, key=lambda candidate: candidate.token.i)


def in_reserve(
    candidates: Iterable[Candidate], asked: Iterable[Token], weighed: Mapping[int, Weighed], grammar: Grammar
) -> list[Candidate]:
    """Return what the encoder alone reads as an event, less surely: heard where nothing else in a sentence is coded."""
    known = {candidate.token.i for candidate in candidates}
    known |= {token.i for candidate in candidates for token in candidate.consumed}
    return [
        _new(token, said, grammar, requires="")
        for token in asked
        if token.i not in known
        and (said := weighed.get(token.i)) is not None
        and said.best != NONE
        and said.probability >= BARS.new_alone
    ]


def doubt_of(candidate: Candidate, said: Weighed | None) -> str | None:
    """Return the rule that names a code doubtful (its type gets less than `DOUBT`); None where the encoder is sure."""
    if said is None or said.of(candidate.trigger.event_type) >= DOUBT:
        return None
    return "choice.in-doubt@1"


def _stands(candidate: Candidate, said: Weighed | None) -> bool:
    """Tell whether a lexicon's candidate stands: weak triggers fall where the encoder reads no event."""
    if said is None or candidate.trigger.word_class == "modal" or candidate.trigger.weight > BARS.weak:
        return True
    return said.best != NONE or said.probability < BARS.nothing


_DONE_TO_OWNER = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "REJECT", "SUPPORT", "AID", "MOBILIZE"})
"""Types whose noun tells by "of" whom it is done to ("the removal of children", "the call-up of reservists")."""


def _noun_doers(event_type: str) -> tuple[str, ...]:
    return ("by", "possessive", "modifier", *(() if event_type in _DONE_TO_OWNER else ("of",)))


def _noun_undergoers(event_type: str) -> tuple[str, ...]:
    return ("of", *_SIDE_WORDS, "for") if event_type in _DONE_TO_OWNER else (*_SIDE_WORDS, "of", "for")


def _new(token: Token, said: Weighed, grammar: Grammar, *, requires: Literal["", "actor"]) -> Candidate:
    is_verb = token.pos == "VERB"
    trigger = Trigger(
        cast(EventType, said.best),
        "verb" if is_verb else "noun",
        token.lemma.lower(),
        actor=("subject",) if is_verb else _noun_doers(said.best),
        recipient=("object", "indirect", *_SIDE_WORDS) if is_verb else _noun_undergoers(said.best),
        mode=(said.mode,) if said.mode else (),
        weight=said.probability * 0.8,
        learned=True,
        requires=requires,
    )
    return Candidate(token, trigger, None if is_verb else carrier(token, grammar), (), ())
