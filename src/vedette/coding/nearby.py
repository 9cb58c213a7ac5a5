"""Parties that no slot of the trigger names: who else stands in the words of the deed, and whose place it is.

A frame lists where its parties usually stand; news tells them in more ways than any frame. Where a slot stays
empty, the nearest actor inside the deed's own phrase takes it, and where there is none, those who live where
the deed is done. Both are rules of their own, so that a reader sees that no frame vouches for them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator

from vedette.coding.control import is_passive
from vedette.coding.matching import Candidate
from vedette.coding.undergoing import SUFFERED_BY_OWNER, SUFFERED_BY_WHOM_IT_IS_OF, is_target
from vedette.grounding.grounded import Grounded
from vedette.grounding.provisional import people_of
from vedette.model import Actor, EventType, Party, PlaceMention
from vedette.reading import Token

NEARBY = "nearby"
PLACE = "place"
AUTHORITIES = "authorities-of-place"
DOER_BELOW = "doer-below"

_INTO = frozenset("dobj dative prep pobj pcomp oprd attr acl conj prt acomp agent xcomp".split())
_MODIFIERS = frozenset({"poss", "amod", "compound", "nmod"})
_CONTENT = frozenset({"ccomp", "nsubj", "nsubjpass"})
_PURPOSES = frozenset({"protest", "defiance", "support", "solidarity", "retaliation", "revenge"})
"""Nouns by which "in" tells whom a deed is aimed at ("in protest at …")."""
_ASIDE = frozenset(
    """according during after before since by as despite amid ahead following at near outside inside around until
    through throughout via because like unlike besides""".split()
)
"""Prepositions that lead to circumstances, not to whom the deed concerns."""
_STANDING_FOR = frozenset({"behalf", "name", "orders", "order"})
"""Nouns by which "on", "in" and "at" lead to whom somebody acts for."""
_SCENE = frozenset(
    {"in", "as", "on", "at", "to", "into", "from", "for", "of", "near", "across", "over", "inside", "outside"}
)
_WITH_CONTENT: frozenset[EventType] = frozenset(
    {"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"}
)
_DONE_TO_A_PLACE: frozenset[EventType] = frozenset(
    {"ASSAULT", "COERCE", "CONCEDE", "RETREAT", "MOBILIZE", "SANCTION", "CONSULT"}
)
"""Types of which a place may be the recipient; what is promised, rejected or alleged there is not aimed at it."""
_APART = frozenset({"relcl", "parataxis", "nsubj", "conj", "appos"})
_BY_AUTHORITY = frozenset({"arrest", "convict", "deport", "censor", "curfew", "martial-law"})
"""Modes in which only whoever rules a place can act."""
_FAR = 5
"""Steps down the tree a phrase is still the deed's own."""


def nearby_parties(candidate: Candidate, grounded: Grounded, taken: Collection[Party]) -> tuple[Party, ...]:
    """Return the actors of a known country nearest below the trigger who have no part in it yet."""
    if candidate.trigger.event_type == "CONSULT" and len(taken) > 1:
        return ()  # "gathered to discuss Libya": they met each other
    ids = {party.actor.id for party in taken}
    countries = {party.actor.country for party in taken if party.actor.country is not None}
    heads = {party.head for party in taken}
    for token in _below(candidate):
        if token.i in heads or _is_own(token) or any(p.span.start <= token.start < p.span.end for p in taken):
            continue
        parties = grounded.parties(token)
        if token.dep in _MODIFIERS and not names_somebody(token, grounded):
            continue
        if (
            token.dep in ("compound", "nmod")
            and token.head.pos in ("PROPN", "NUM")
            and not grounded.parties(token.head)
        ):
            continue  # "the Washington Treaty" is no state's, nor "60 Boeing 787 aircraft" Boeing's
        kind = candidate.trigger.event_type
        parties = tuple(p for p in parties if p.actor.id not in ids and not is_means(p, kind, taken, grounded))
        if _owns(token, candidate) and any(party.actor.country in countries for party in parties):
            continue  # "Putin launched Russia's invasion": whose deed it is, not whom it hits
        if any(party.actor.country is not None and party.actor.kind != "media" for party in parties):
            return parties
    return ()


def _owns(token: Token, candidate: Candidate) -> bool:
    """Tell whether a name only says whose a thing is: a possessor, or a word before the deed's own noun."""
    if "poss" in (token.dep, token.head.dep):
        return True
    own = {candidate.token.i, *(part.i for part in candidate.consumed)}
    return token.dep in _MODIFIERS and token.head.i in own  # "reaffirms U.S. commitment"


def names_somebody(modifier: Token, grounded: Grounded) -> bool:
    """Tell whether a word before a noun names an actor or people; "general strike" and "daily raids" name none."""
    mention = grounded.reading.mention_of.get(modifier.i)
    if mention is not None and mention.known:
        return True
    parties = grounded.parties(modifier)
    if modifier.pos == "NOUN":
        return any(party.actor.kind not in ("person", "people", "media") for party in parties)
    return modifier.pos == "PROPN" and any(party.actor.country is not None for party in parties)


_MEANS: frozenset[EventType] = frozenset({"AGREE", "REJECT", "AID", "THREATEN", "MOBILIZE", "RETREAT", "COOPERATE"})


def is_means(party: Party, event_type: EventType, actors: Collection[Party], grounded: Grounded) -> bool:
    """Tell whether a party is only what the doer sends, keeps or withdraws: troops of his own, or of no one named."""
    if event_type not in _MEANS or "MIL" not in party.actor.sectors:
        return False
    token = grounded.reading.tokens[party.head] if 0 <= party.head < len(grounded.reading.tokens) else None
    if token is not None and token.dep not in ("dobj", "pobj", "nsubjpass", "conj"):
        return False
    own = {actor.actor.country for actor in actors}
    if token is not None and event_type == "MOBILIZE" and not _is_named(token):
        return True  # "moved additional troops into the Gulf"
    return party.actor.country is None or party.actor.country in own or own == {None}


def _is_named(noun: Token) -> bool:
    """Tell whether words at a noun name whose it is ("Iraqi troops", "its troops")."""
    return any(child.dep in _MODIFIERS and (child.ent or child.dep == "poss") for child in noun.children)


def _is_own(token: Token) -> bool:
    """Tell whether a thing is the doer's own ("its troops")."""
    owner = token.child("poss")
    return owner is not None and owner.tag == "PRP$"


def _below(candidate: Candidate) -> Iterator[Token]:
    """Yield the words of the deed's own phrase, nearest first."""
    tops = [candidate.token] if candidate.carrier is None else [candidate.token, candidate.carrier]
    told = candidate.trigger.event_type in _WITH_CONTENT
    level, seen = tops, {top.i for top in tops}
    for _ in range(_FAR + 2 * told):
        following: list[Token] = []
        for above in level:
            for child in above.children:
                if child.i not in seen and _leads_on(child, above, candidate, told):
                    seen.add(child.i)
                    following.append(child)
        yield from (token for token in following if token.pos in ("NOUN", "PROPN", "ADJ", "PRON", "NUM", "DET"))
        level = following


def _leads_on(child: Token, above: Token, candidate: Candidate, told: bool) -> bool:
    top = above is candidate.token or above is candidate.carrier
    if (child.dep == "dobj" and top and _is_topic(candidate)) or _is_wronged(child, above, candidate):
        return False
    match child.dep:
        case "prep":
            return _prep_leads_on(child, candidate, top)
        case "agent":
            return not top
        case "conj":
            return above.pos not in ("VERB", "AUX")
        case "advcl":
            return any(mark.lower in ("if", "unless", "to", "for") for mark in child.children)
        case dep if dep in _MODIFIERS:
            return above is not candidate.carrier
        case dep if dep in _INTO:
            return True
    return told and child.dep in _CONTENT and (child.dep == "ccomp" or not top)


def _tells_victim(child: Token, deed: str) -> bool:
    """Tell whether what hangs on a deed's noun says who suffers by it ("the bombing of …", "his arrest")."""
    if child.dep == "prep":
        return child.lower in ("of", "on", "against", "at") and deed in SUFFERED_BY_WHOM_IT_IS_OF
    return child.dep == "poss" and deed in SUFFERED_BY_OWNER and child.head.prep("of") is None


def _is_wronged(child: Token, above: Token, candidate: Candidate) -> bool:
    """Tell whether somebody only suffered what another is accused of ("alleged that he was poisoned").

    Who "condemned the bombing of the embassy" has nothing against the embassy.
    """
    kind = candidate.trigger.event_type
    if child.dep == "nsubjpass":
        return kind == "ACCUSE"
    return kind in _WITH_CONTENT and above is not candidate.token and _tells_victim(child, above.lemma.lower())


def _is_topic(candidate: Candidate) -> bool:
    """Tell whether an object only says what talks are about ("discussed the army's raid")."""
    trigger = candidate.trigger
    is_talk = trigger.event_type == "CONSULT" and "visit" not in trigger.mode and candidate.token.pos == "VERB"
    return is_talk and (trigger.learned or "object" in trigger.content)


def _prep_leads_on(prep: Token, candidate: Candidate, top: bool) -> bool:
    if prep.lower == "in":
        below = prep.child("pobj")
        return below is not None and below.lemma.lower() in _PURPOSES
    behind = prep.child("pobj")
    if behind is not None and behind.lower in _STANDING_FOR:
        return False  # who spies "on behalf of Iran" spies on others
    if prep.lower == "on" and top and candidate.trigger.event_type == "CONSULT":
        return False  # "talks on Syria" are not with it
    if prep.lower == "by":
        return not top  # "abuses by the army" are the army's
    return prep.lower not in _ASIDE


def people_of_place(
    candidate: Candidate, grounded: Grounded, taken: Collection[Party], event_type: EventType
) -> tuple[Party, ...]:
    """Return those who live where a deed is done, for a deed whose frame names nobody it is done to."""
    if event_type not in _DONE_TO_A_PLACE:
        return ()
    if event_type == "CONSULT" and ("visit" not in candidate.trigger.mode or _are_several(taken, grounded)):
        return ()  # "the summit in Vilnius" is not with Vilnius, "flew to Vilnius" is
    place = _scene(candidate, grounded)
    first = _first_word(place, candidate)
    if place is None or first is None or not (_is_told_where(first, place) or _is_hit(first, place, candidate)):
        return ()
    if any(party.span.overlaps(place.span) for party in taken) or _is_owner(place, candidate, taken):
        return ()  # "Russia's invasion", "aid provided by the United States": its name is the doer's
    parties = _of_place(place, grounded)
    ids = {party.actor.id for party in taken}
    return tuple(party for party in parties if party.actor.id not in ids)


def _are_several(parties: Collection[Party], grounded: Grounded) -> bool:
    tokens = grounded.reading.tokens
    return len(parties) > 1 or any(party.head >= 0 and tokens[party.head].tag in ("NNS", "NNPS") for party in parties)


def _is_owner(place: PlaceMention, candidate: Candidate, taken: Collection[Party]) -> bool:
    """Tell whether a place's name stands as the possessor in a deed of that very country's."""
    deed = {candidate.token.i, *(token.i for token in candidate.consumed)}
    owns = any(
        token.dep == "poss" and token.head.i in deed and place.span.start <= token.start < place.span.end
        for token in candidate.token.sent.tokens
    )
    return owns and place.place.country in {party.actor.country for party in taken}


def doers_below(candidate: Candidate, grounded: Grounded, taken: Collection[Party]) -> tuple[Party, ...]:
    """Return who a passive's "by" names deeper in its phrase ("killed in an attack by gunmen")."""
    if candidate.trigger.word_class != "verb" or not is_passive(candidate.token):
        return ()
    ids = {party.actor.id for party in taken}
    level = [candidate.token]
    for _ in range(_FAR):
        level = [
            child for above in level for child in above.children
            if child.dep in ("prep", "pobj", "agent", "pcomp") and (above is not candidate.token or child.dep == "prep")
        ]  # fmt: skip
        for child in level:
            if whose := _whose_operation(child, candidate, grounded, ids):
                return whose
            doer = child.child("pobj") if child.dep in ("prep", "agent") and child.lower == "by" else None
            if doer is not None:
                parties = tuple(party for party in grounded.parties(doer) if party.actor.id not in ids)
                if parties:
                    return parties
    return ()


_OPERATIONS = frozenset({"operation", "strike", "airstrike", "raid", "attack", "offensive", "bombardment", "ambush"})


def _whose_operation(
    noun: Token, candidate: Candidate, grounded: Grounded, known: Collection[str]
) -> tuple[Party, ...]:
    """Return who killed somebody that fell "in a *US* counter-terrorism operation"."""
    if candidate.trigger.event_type != "ASSAULT" or noun.dep != "pobj" or noun.lemma not in _OPERATIONS:
        return ()
    if noun.head.lower not in ("in", "during") or noun.head.head is not candidate.token:
        return ()  # nor "in retaliation for a raid", "hours after the strike"
    for modifier in noun.kids("poss", "amod", "compound", "nmod"):
        mention = grounded.reading.mention_of.get(modifier.i)
        if mention is not None and mention.kind == "place":
            continue  # "killed in the Paris attacks"
        if modifier.dep == "poss" or names_somebody(modifier, grounded):
            found = tuple(p for p in grounded.parties(modifier) if p.actor.id not in known and p.actor.kind != "people")
            if found and not is_target(modifier):
                return found
    return ()


def authorities_of_place(candidate: Candidate, grounded: Grounded) -> tuple[Party, ...]:
    """Return the state in whose country somebody "was arrested", where nobody is named who did it."""
    verb = candidate.token
    if (
        candidate.trigger.word_class != "verb"
        or not is_passive(verb)
        or _BY_AUTHORITY.isdisjoint(candidate.trigger.mode)
    ):
        return ()
    place = _scene(candidate, grounded)
    first = _first_word(place, candidate)
    if place is None or place.place.country is None or first is None or not _is_told_where(first, place):
        return ()
    if place_head(first, place).head.lower not in _INSIDE:
        return ()  # "arrested Goble, of Edmonton", "sentenced in the Eastern District of Virginia"
    actor = Actor(
        f"gov:{place.place.country}", f"authorities of {place.place.name}", "government", place.place.country, ("GOV",)
    )
    known = [party for party in grounded.parties(first) if party.actor.id == actor.id]
    return (known[0],) if known else (Party(place.span, actor, first.i),)


def _first_word(place: PlaceMention | None, candidate: Candidate) -> Token | None:
    """Return the first word of a place in the deed's sentence."""
    if place is None:
        return None
    return next((token for token in candidate.token.sent.tokens if token.start == place.span.start), None)


def place_head(first: Token, place: PlaceMention) -> Token:
    """Return the word that the words of a place hang on, from its first one."""
    head = first
    while head.head is not head and place.span.start <= head.head.start < place.span.end:
        head = head.head
    return head


def _is_hit(first: Token, place: PlaceMention, candidate: Candidate) -> bool:
    """Tell whether a place is itself what the deed is done to ("shelled Kharkiv", "Kharkiv was shelled")."""
    head = place_head(first, place)
    return head.dep in ("dobj", "nsubjpass") and head.head is candidate.token and head.child("poss") is None


def _is_told_where(first: Token, place: PlaceMention) -> bool:
    """Tell whether a place stands behind a preposition on its own, not in a name or before a noun ("an Ohio man")."""
    head = place_head(first, place)
    return head.dep == "pobj" and head.child("prep") is None  # nor in "the Eastern District of Texas"


_INSIDE = frozenset({"in", "at", "near", "outside", "inside", "across"})


def _scene(candidate: Candidate, grounded: Grounded) -> PlaceMention | None:
    """Return the first place that a preposition hangs on the deed."""
    tops = {candidate.token.i} | ({candidate.carrier.i} if candidate.carrier is not None else set())
    sentence = candidate.token.sent
    by_start = {token.start: token for token in sentence.tokens}
    for place in grounded.places_in(sentence):
        first = by_start.get(place.span.start)
        if first is None or place.is_demonym or _is_in_a_name(first):
            continue
        if _hangs_on(place_head(first, place), tops):
            return place
    return None


def _is_in_a_name(first: Token) -> bool:
    """Tell whether a place only stands in the name of a thing ("the Washington Treaty")."""
    head = first.head
    return first.dep in ("compound", "nmod") and head.pos == "PROPN" and head.ent not in ("GPE", "LOC", "FAC")


def _hangs_on(token: Token, tops: Collection[int]) -> bool:
    """Tell whether a place is told of the deed itself: by a preposition, or as its object."""
    below, steps = token, 0
    for above in token.ancestors():
        if above.i in tops:
            return below.dep not in _APART and (below.dep != "prep" or below.lower in _SCENE)
        if steps > 2 * _FAR or below.dep in _APART:
            return False
        if below.dep == "advcl" and not any(mark.lower in ("to", "for") for mark in below.children):
            return False
        below, steps = above, steps + 1
    return False


def _of_place(place: PlaceMention, grounded: Grounded) -> tuple[Party, ...]:
    tokens = grounded.reading.tokens
    at = bisect_left(tokens, place.span.start, key=lambda token: token.start)
    index = at if at < len(tokens) and tokens[at].start == place.span.start else -1
    if place.place.precision in ("none", "region") and place.place.country is None:
        return ()
    return (Party(place.span, people_of(place.place.name, place.place.country), index),)
