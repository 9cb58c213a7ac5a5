"""Surroundings: places, counts, equipment, modes and contexts of an event, from the words of its own clause."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import islice

from vedette.codebook import Codebook
from vedette.coding.control import Grammar
from vedette.coding.matching import Candidate
from vedette.coding.nearby import place_head
from vedette.coding.roles import SPEECH_ACTS, Roles
from vedette.grounding.grounded import Grounded
from vedette.model import Count, EquipmentMention, EventType, FieldReason, Party, PlaceMention
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


def words_below(candidate: Candidate) -> list[Token]:
    """Return the words of the event's clause and of the clauses below it: what it says, demands or is for."""
    tops = [candidate.token] if candidate.carrier is None else [candidate.token, candidate.carrier]
    found = {token.i: token for top in tops for token in top.subtree()}
    return [found[i] for i in sorted(found)]


_DEALINGS = frozenset({"AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"})
"""How governments deal with each other; where nothing else is told of it, that is diplomacy."""
_WHO_ACT = frozenset({"person", "people", "government", "military", "police", "armed_group", "party"})
_FROM_AFAR = SPEECH_ACTS | {"SANCTION", "AID", "COOPERATE"}
"""What is done to somebody without going there: his country is no scene of it."""
_TOLD = frozenset({"ccomp", "parataxis"})
"""How the content of speech hangs on its verb."""
_BETWEEN_SIDES = frozenset({"between", "against", "with", "by", "among"})
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})


class PlaceFinder:
    """Gives every place of a sentence to the event it is the scene of."""

    def __init__(
        self, grounded: Grounded, sentence: Sentence, candidates: Iterable[Candidate], grammar: Grammar
    ) -> None:
        self._grounded = grounded
        by_start = {token.start: token for token in sentence.tokens}
        tops = {c.token.i for c in candidates} | {c.carrier.i for c in candidates if c.carrier is not None}
        self._scenes: list[tuple[PlaceMention, Token, list[int], bool]] = []
        self._descriptive: list[tuple[PlaceMention, Token]] = []
        here = grounded.places_in(sentence)
        lines = [place for place in here if place.place.precision == "line"]
        for place in here:
            first = by_start.get(place.span.start)
            if any(line is not place and line.span.overlaps(place.span) for line in lines):
                # "the border between A and B": neither country is the scene.
                continue
            if place.is_demonym or first is None or _is_part_of_a_name(place, first, grounded.reading):
                continue
            head = place_head(first, place)
            if _tells_who(head, grounded):
                self._descriptive.append((place, head))
                continue
            chain, adjunct = _way_up(head, grammar)
            nearest = next((i for i in chain if i in tops), -1)
            self._scenes.append((place, head, [nearest, *chain], adjunct))

    def places(self, candidate: Candidate, roles: Roles, event_type: EventType) -> tuple[PlaceMention, ...]:
        """Return the places of one event: of its own clause, else of clauses above, else where its parties stand."""
        own = {candidate.token.i} | ({candidate.carrier.i} if candidate.carrier is not None else set())
        direct = [
            place
            for place, head, chain, adjunct in self._scenes
            if chain[0] in own
            and (
                head.i not in roles.heads
                or (adjunct and event_type not in _FROM_AFAR and not _is_a_side(head))
                or (
                    event_type in _FORCE
                    and _is_struck(place, roles)
                    and not (event_type == "PROTEST" and _is_a_side(head))
                )
            )
        ]
        if direct:
            return _distinct(direct)
        above = _verbs_above(candidate.token, self._grounded)
        free = [scene for scene in self._scenes if scene[1].i not in roles.heads]
        inherited = [place for place, _, chain, adjunct in free if adjunct and above & set(chain[1:2])]
        if not inherited and event_type in _FORCE:
            near = sorted(free, key=lambda scene: abs(scene[1].i - candidate.token.i))
            inherited = [place for place, _, chain, _ in near if above & set(chain[1:])] or self._stands(roles)
            own |= above
            inherited = inherited or [
                place
                for place, head in self._descriptive
                if place.place.precision != "country" and any(token.i in own for token in head.ancestors())
            ]
        return _distinct(inherited[:1])

    def _stands(self, roles: Roles) -> list[PlaceMention]:
        """Return the country a base or unit among the parties stands in, where the report names it first."""
        located = {party.actor.located for party in (*roles.actors, *roles.recipients)} - {None}
        fitting = (
            place
            for place in (self._grounded.places if located else ())
            if place.place.country in located and place.place.precision == "country" and not place.is_demonym
        )
        return list(islice(fitting, 1))


def _is_struck(place: PlaceMention, roles: Roles) -> bool:
    """Tell whether a town or base is itself what suffers the act ("rockets hit Odesa"); a country is a party only."""
    if place.place.precision in ("country", "region", "none"):
        return False
    return any(party.span.overlaps(place.span) for party in roles.recipients)


def _verbs_above(token: Token, grounded: Grounded) -> set[int]:
    """Return the verbs above an event whose places are its own too: none that tells of it from afar.

    "In Aleppo, residents said that …" happened there; "officials in Geneva said that …" need not have.
    """
    found, below = set(), token
    for above in token.ancestors():
        if above.pos in ("VERB", "AUX"):
            if below.dep in _TOLD and not _is_told_on_the_spot(above, grounded):
                break
            found.add(above.i)
        below = above
    return found


def _is_told_on_the_spot(verb: Token, grounded: Grounded) -> bool:
    """Tell whether those who tell of an act are people or police, who seldom speak of what happened elsewhere."""
    subject = verb.child("nsubj")
    if subject is None or subject.pos != "NOUN":
        return False
    return {party.actor.kind for party in grounded.parties(subject)} <= {"people", "police"}


def _is_part_of_a_name(place: PlaceMention, first: Token, reading: Reading) -> bool:
    """Tell whether a place stands inside the name of somebody or of an organisation ("The Frontier Post")."""
    for token in (first, *first.ancestors()):
        mention = reading.mention_of.get(token.i)
        if mention is not None:
            named = mention.kind in ("person", "organisation") and mention.span.overlaps(place.span)
            return named and mention.span.exact != place.span.exact
        if token.dep not in ("compound", "amod", "nmod"):
            break
    return False


def _is_a_side(head: Token) -> bool:
    """Tell whether a party named like a place is only a side ("talks between Moscow and Kyiv", "against Beijing")."""
    while head.dep == "conj" and head.head is not head:
        head = head.head
    return head.dep == "pobj" and head.head.lower in _BETWEEN_SIDES


def _tells_who(head: Token, grounded: Grounded) -> bool:
    """Tell whether a place says who somebody is, not where it happened ("the mayor of Lyon", "US soldiers")."""
    above = head.head
    if head.dep in ("compound", "nmod", "poss"):
        return any(party.actor.kind in _WHO_ACT for party in grounded.parties(above))
    if head.dep == "pobj" and above.lower in ("of", "from") and above.dep == "prep":
        return above.head.pos in ("NOUN", "PROPN") and bool(grounded.parties(above.head))
    return False


def _way_up(head: Token, grammar: Grammar) -> tuple[list[int], bool]:
    """Return verbs and nouns above a place, nearest first, and whether a preposition of place leads to it."""
    chain, adjunct, passed_verb = [], False, False
    below = head
    for above in head.ancestors():
        if above.pos == "ADP" and not passed_verb and above.lower in grammar.place_prepositions:
            adjunct = True
        passed_verb = passed_verb or above.pos in ("VERB", "AUX")
        if above.pos in ("VERB", "AUX", "NOUN", "ADJ"):
            chain.append(above.i)
        if below.dep in ("relcl", "advcl", "ccomp", "parataxis"):
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
        count for count in grounded.counts_at.begun_in(sentence.start, sentence.end)
        if event_type in _COUNT_KINDS.get(count.kind, ())
    )  # fmt: skip


def equipment_of(words: Collection[Token], grounded: Grounded) -> tuple[EquipmentMention, ...]:
    """Return the equipment named by an event's own words."""
    starts = {token.start for token in words}
    near = grounded.equipment_at.begun_in(min(starts), max(starts) + 1) if starts else []
    return tuple(item for item in near if item.span.start in starts)


_BY_MEANS = frozenset(
    """primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control cyber""".split()
)
"""Modes that tell by what means a thing was done: the encoder, which guesses them, needs a word for it."""


def modes_of(
    event_type: EventType, candidate: Candidate, words: Collection[Token], codebook: Codebook, grounded: Grounded
) -> tuple[tuple[str, ...], FieldReason | None]:
    """Return the event's modes: the trigger's own, else those its words give; arms make a posture one of weapons."""
    reading = grounded.reading
    arms = equipment_of(words, grounded) if event_type == "MOBILIZE" else ()
    if arms and "weapons" not in candidate.trigger.mode:
        return ("weapons",), FieldReason("mode", "mode.equipment@1", arms[0].span)
    table = codebook.mode_words.get(event_type, {})
    means = [mode for mode in candidate.trigger.mode if candidate.trigger.learned and mode in _BY_MEANS]
    is_told = not means or any(table.get(w.lemma.lower(), table.get(w.lower)) in means for w in words)
    if candidate.trigger.mode and candidate.trigger.event_type == event_type and is_told:
        own = reading.span(candidate.token, candidate.token)
        return candidate.trigger.mode, FieldReason("mode", "mode.trigger@1", own)
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
        lemma, form = word.lemma.lower(), word.lower
        given = codebook.context_words.get(lemma, ()) + (codebook.context_words.get(form, ()) if form != lemma else ())
        for context in given:
            found.setdefault(context, FieldReason("contexts", "context.words@1", reading.span(word, word)))
    for party in (*roles.actors, *roles.recipients):
        for sector in party.actor.sectors[:1]:
            context = codebook.context_sectors.get(sector, "")
            if context:
                found.setdefault(context, FieldReason("contexts", "context.sector@1", party.span))
    if not found and candidate.trigger.event_type in _DEALINGS and (side := _foreign_government(roles)) is not None:
        found["diplomatic"] = FieldReason("contexts", "context.between-governments@1", side.span)
    return tuple(found), next(iter(found.values()), None)


def _foreign_government(roles: Roles) -> Party | None:
    """Return the first government among the parties where another country's faces it."""
    governments = [
        party
        for party in (*roles.actors, *roles.recipients)
        if party.actor.kind == "government" and party.actor.country
    ]
    return governments[0] if len({party.actor.country for party in governments}) > 1 else None
