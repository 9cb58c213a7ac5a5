"""Surroundings: places, counts, equipment, modes and contexts of an event, from the words of its own clause."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from vedette.codebook import Codebook
from vedette.coding.matching import Candidate
from vedette.coding.roles import Roles
from vedette.coding.slots import Grammar
from vedette.grounding.grounded import Grounded
from vedette.model import Count, EquipmentMention, EventType, FieldReason, PlaceMention
from vedette.reading import Reading, Sentence, Token

_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj"})
_COUNT_KINDS: dict[str, frozenset[EventType]] = {
    "killed": frozenset({"ASSAULT"}),
    "injured": frozenset({"ASSAULT", "PROTEST", "COERCE"}),
    "arrested": frozenset({"COERCE", "PROTEST"}),
    "captured": frozenset({"ASSAULT", "COERCE"}),
    "displaced": frozenset({"ASSAULT", "SANCTION"}),
    "missing": frozenset({"ASSAULT"}),
}


def own_words(candidate: Candidate) -> list[Token]:
    """Return the words of the event's clause: all below the trigger except clauses of their own."""
    tops = [candidate.token] if candidate.carrier is None else [candidate.token, candidate.carrier]
    found: list[Token] = []
    seen: set[int] = set()
    todo = list(tops)
    for token in todo:
        if token.i in seen:
            continue
        seen.add(token.i)
        found.append(token)
        todo.extend(
            child for child in token.children
            if child.dep not in _CLAUSES and not (child.dep == "conj" and child.pos == "VERB")
        )  # fmt: skip
    found.sort(key=lambda token: token.i)
    return found


class PlaceFinder:
    """Gives every place of a sentence to the event it is the scene of."""

    def __init__(
        self, grounded: Grounded, sentence: Sentence, candidates: Iterable[Candidate], grammar: Grammar
    ) -> None:
        by_start = {token.start: token for token in sentence.tokens}
        tops = {c.token.i for c in candidates} | {c.carrier.i for c in candidates if c.carrier is not None}
        self._scenes: list[tuple[PlaceMention, Token, list[int], bool]] = []
        for place in grounded.places_in(sentence):
            first = by_start.get(place.span.start)
            if place.is_demonym or first is None:
                continue
            head = _head_of(first, place)
            chain, adjunct = _way_up(head, grammar)
            nearest = next((i for i in chain if i in tops), -1)
            self._scenes.append((place, head, [nearest, *chain], adjunct))

    def places(self, candidate: Candidate, roles: Roles) -> tuple[PlaceMention, ...]:
        """Return the places of one event, adjuncts of its own clause before those of clauses above."""
        own = {candidate.token.i} | ({candidate.carrier.i} if candidate.carrier is not None else set())
        direct = [p for p, head, chain, adjunct in self._scenes
                  if chain[0] in own and (adjunct or head.i not in roles.heads)]  # fmt: skip
        if direct:
            return _distinct(direct)
        above = {token.i for token in candidate.token.ancestors() if token.pos in ("VERB", "AUX")}
        inherited = [p for p, head, chain, adjunct in self._scenes
                     if adjunct and head.i not in roles.heads and len(chain) > 1 and chain[1] in above]  # fmt: skip
        return _distinct(inherited[:1])


def _head_of(first: Token, place: PlaceMention) -> Token:
    token = first
    while token.head is not token and place.span.start <= token.head.start < place.span.end:
        token = token.head
    return token


def _way_up(head: Token, grammar: Grammar) -> tuple[list[int], bool]:
    """Return verbs and nouns above a place, nearest first, and whether a preposition of place leads to it."""
    chain, adjunct = [], False
    below = head
    for above in head.ancestors():
        if above.pos == "ADP" and above.lower in grammar.place_prepositions:
            adjunct = True
        if above.pos in ("VERB", "AUX", "NOUN", "ADJ"):
            chain.append(above.i)
        if below.dep in ("relcl", "advcl", "ccomp"):
            # A place in a clause of its own is not the scene of the clause above.
            break
        below = above
    return chain, adjunct


def _distinct(places: Iterable[PlaceMention]) -> tuple[PlaceMention, ...]:
    found: dict[str, PlaceMention] = {}
    for place in places:
        found.setdefault(place.place.id, place)
    return tuple(found.values())


def counts_of(event_type: EventType, sentence: Sentence, grounded: Grounded) -> tuple[Count, ...]:
    """Return the sentence's counts that belong to this type of event."""
    return tuple(
        count for count in grounded.counts
        if sentence.start <= count.span.start < sentence.end and event_type in _COUNT_KINDS.get(count.kind, ())
    )  # fmt: skip


def equipment_of(words: Collection[Token], grounded: Grounded) -> tuple[EquipmentMention, ...]:
    """Return the equipment named by an event's own words."""
    starts = {token.start for token in words}
    return tuple(item for item in grounded.equipment if item.span.start in starts)


def modes_of(
    event_type: EventType, candidate: Candidate, words: Iterable[Token], codebook: Codebook, reading: Reading
) -> tuple[tuple[str, ...], FieldReason | None]:
    """Return the event's modes: the trigger's own, else those its words give."""
    if candidate.trigger.mode and candidate.trigger.event_type == event_type:
        return candidate.trigger.mode, FieldReason(
            "mode", "mode.trigger@1", reading.span(candidate.token, candidate.token)
        )
    table = codebook.mode_words.get(event_type, {})
    for word in words:
        mode = table.get(word.lemma.lower()) or table.get(word.lower)
        if mode is not None:
            return (mode,), FieldReason("mode", "mode.words@1", reading.span(word, word))
    return (), None


def contexts_of(
    candidate: Candidate, words: Iterable[Token], roles: Roles, codebook: Codebook, reading: Reading
) -> tuple[tuple[str, ...], FieldReason | None]:
    """Return the event's contexts: the trigger's, those of its words and those of its parties' sectors."""
    found: dict[str, FieldReason] = {
        context: FieldReason("contexts", "context.trigger@1", reading.span(candidate.token, candidate.token))
        for context in candidate.trigger.contexts
    }
    for word in words:
        for context in codebook.context_words.get(word.lemma.lower(), ()):
            found.setdefault(context, FieldReason("contexts", "context.words@1", reading.span(word, word)))
    for party in (*roles.actors, *roles.recipients):
        for sector in party.actor.sectors[:1]:
            context = codebook.context_sectors.get(sector, "")
            if context:
                found.setdefault(context, FieldReason("contexts", "context.sector@1", party.span))
    return tuple(found), next(iter(found.values()), None)
