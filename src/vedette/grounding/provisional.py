"""Actors no table names: what their noun, its country and its body say of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from vedette.grounding.phrases import named_country, slug
from vedette.grounding.profiles import Profile
from vedette.model import Actor, ActorKind, Span
from vedette.reading import Token
from vedette.reading.actor_nouns import ActorNoun, is_former

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge, KnownActor

_LOCAL = frozenset(
    """authority official government regime junta administration leadership parliament municipality mayor governor
    bureaucrat ministry cabinet politician""".split()
) | {"security forces", "provincial government", "interim government", "city council", "election commission"}
"""Nouns of governing that hold for the place they are told to be in."""
_JOURNEYS = frozenset({"arrive", "fly", "travel", "visit", "land", "come"})
_PLAINLY_NGO = frozenset({"charity", "nonprofit"})
# "The Hezbollah group" is Hezbollah itself.
_SAME_BODY = frozenset(
    """group movement militia organisation organization network faction party insurgency regime alliance bloc
    coalition junta company agency team""".split()
) | {"militant group", "rebel group", "armed group", "terror group", "terrorist group"}


def called(span: Span, kind: ActorKind) -> Actor:
    """Return somebody of whom only the words of a phrase are told ("the diggers")."""
    words = " ".join(span.exact.split())
    plain = words.lower().removeprefix("the ").removeprefix("a ").removeprefix("an ")
    return Actor(f"x:{slug(plain)}", words, kind)


def member(token: Token, noun: ActorNoun, body: Actor) -> Actor:
    """Return a body's people as the body, and a single person as acting for it."""
    if noun.stands_for == "people" or token.tag in ("NNS", "NNPS"):
        return body
    if noun.stands_for == "body":
        if noun.noun in _SAME_BODY:
            return body
        name = f"{body.name} {noun.noun}"
        return Actor(f"x:{slug(name)}", name, noun.kind, body.country, noun.sectors, None)
    name = f"{body.name} {noun.noun}"
    sectors = tuple(dict.fromkeys((*body.sectors, *noun.sectors))) if noun.kind != "person" else body.sectors
    return Actor(f"x:{slug(name)}", name, "person", body.country, sectors or noun.sectors, body.id)


_MEMBERS = frozenset({"member", "nation", "state", "country", "government"})
_FACING = frozenset({"ally", "partner", "rival", "enemy", "foe", "adversary", "critic", "opponent"})
"""Nouns of those who are not who stands beside them ("U.S. allies", "Taliban critics")."""


def apart(token: Token, noun: ActorNoun, owners: Sequence[Actor]) -> Actor | None:
    """Return those whom a plural tells to face the name before it, or to be some members of it; None for others."""
    if not owners:
        return None
    if noun.noun == "member" and owners[0].kind == "igo":
        name = f"{owners[0].name} members"  # "one of its permanent members"
        return Actor(f"x:{slug(name)}", name, noun.kind, owners[0].country, noun.sectors)
    names = [c for c in token.kids("compound", "nmod") if c.pos == "PROPN" and c.i < token.i]
    if not names or token.child("poss") is not None:
        return None
    is_some = noun.noun in _MEMBERS and owners[0].kind == "igo"
    is_facing = noun.noun in _FACING and owners[0].kind in ("government", "armed_group", "party", "state")
    if not is_some and not is_facing:
        return None
    name = f"{owners[0].name} {token.lower}" if owners[0].kind != "government" else f"{names[0].text} {token.lower}"
    return Actor(f"x:{slug(name)}", name, noun.kind, owners[0].country if is_some else None, noun.sectors)


def described(token: Token, noun: ActorNoun, iso3: str | None, on: date, knowledge: Knowledge) -> Actor:
    """Return who a noun without a name stands for: an office's holder, a country's body, else a provisional actor."""
    actors, nearer = knowledge.actors, _nearer(token, knowledge)
    if iso3 is not None:
        if noun.office is not None and token.tag not in ("NNS", "NNPS") and not is_former(token):
            holder = actors.holder(iso3, noun.noun, on)
            if holder is not None:
                return actors.as_of(holder, on)
        if noun.stands_for != "person" and nearer is None:
            body = actors.body(noun.noun, iso3) or actors.body(token.lower, iso3) or _own_body(noun, iso3, knowledge)
            if body is not None:
                return actors.as_of(body, on)
    lemma = token.lemma.lower() if token.tag in ("NN", "NNP") else token.lower
    words = lemma if " " not in noun.noun else f"{noun.noun.rpartition(' ')[0]} {lemma}"
    if " of " in noun.noun:
        words = noun.noun  # "secretary of state"
    if noun.stands_for != "person":
        beside = [nearer.text if nearer.pos == "PROPN" and nearer.ent else nearer.lower] if nearer is not None else []
        words = " ".join([*(name.text for name in own_names(token)), *beside, words])
    name = _of_country(words, iso3, knowledge)
    acts_for = f"{noun.body}:{iso3}" if noun.body and iso3 and noun.stands_for == "person" else None
    sectors = noun.sectors
    return Actor(f"x:{slug(name)}", name, noun.kind, iso3 or _without_country(noun), sectors, acts_for)


def of_any_level(token: Token, noun: ActorNoun, iso3: str, knowledge: Knowledge) -> Actor:
    """Return "authorities" or "officials" of the country a report is from, of whatever level."""
    name = _of_country(token.lower, iso3, knowledge)
    return Actor(f"x:{slug(name)}", name, "government", iso3, noun.sectors)


def people_of(name: str, iso3: str | None) -> Actor:
    """Return those who live in a place, for a deed done to whoever is there."""
    return Actor(f"x:people-of-{slug(name)}", f"people of {name}", "people", iso3, ("CVL",))


def _of_country(words: str, iso3: str | None, knowledge: Knowledge) -> str:
    """Return words with a country's adjective before them, where one is known."""
    country = knowledge.countries.get(iso3) if iso3 is not None else None
    return f"{country.demonyms[0]} {words}" if country is not None and country.demonyms else words


_BEFORE_A_NOUN = frozenset({"amod", "compound", "nmod"})
_NEARER = frozenset(
    """local county city municipal provincial regional town village district borough rural parish
    university campus school transit port airport park tribal""".split()
)
"""Words before a body that make it one of a part of its country."""


def _nearer(token: Token, knowledge: Knowledge) -> Token | None:
    """Return the word that tells a body of a town or region apart from its country's own.

    "Local authorities", "the Quebec government"; a capital stands for its country ("the Ankara government").
    """
    for child in token.children:
        if child.dep not in _BEFORE_A_NOUN or child.i > token.i:
            continue
        if child.lower in _NEARER:
            return child
        is_place = child.dep == "compound" and child.pos == "PROPN" and child.ent == "GPE"
        is_seat = is_place and (named_country(child, knowledge) or knowledge.countries.capital(child.text)) is not None
        if is_place and child.child("compound") is None and not is_seat:
            return child
    return None


def _own_body(noun: ActorNoun, iso3: str, knowledge: Knowledge) -> KnownActor | None:
    actors = knowledge.actors
    if noun.body == "mil":
        return actors.military(iso3)
    if noun.body == "cop":
        return actors.police(iso3)
    if noun.body == "gov" and noun.noun not in ("mission", "office", "agency", "commission", "municipality"):
        return actors.government(iso3)
    return None


def own_names(token: Token) -> list[Token]:
    """Return the words that name a body beside its noun ("the Amal militia"); those of countries come elsewhere."""
    return [c for c in token.kids("compound") if c.pos == "PROPN" and c.i < token.i and c.ent in ("PERSON", "ORG")]


_STRANGERS = frozenset({"hostage", "captive", "foreigner", "tourist", "expatriate", "pilgrim"})
"""Nouns of those who are mostly of another country than the one they are in, as those who fled or came to it are."""


def is_of_where_it_is(noun: ActorNoun) -> bool:
    """Tell whether people told to be in a country are of it: "authorities in", not "ambassador in", "refugees in"."""
    if noun.noun in _STRANGERS or "REF" in noun.sectors:
        return False
    return noun.noun in _LOCAL or not set(noun.sectors) & {"MIL", "GOV", "SPY"}


def is_on_a_journey(token: Token, noun: ActorNoun) -> bool:
    """Tell whether officials or troops are told to come to the place named: they may be of another country."""
    return token.dep == "nsubj" and token.head.lemma in _JOURNEYS and bool(set(noun.sectors) & {"MIL", "GOV", "SPY"})


def _without_country(noun: ActorNoun) -> str | None:
    """Return the code that stands where a body is of no country."""
    if noun.kind == "igo":
        return "IGO"
    return "NGO" if noun.kind == "ngo" and (" " in noun.noun or noun.noun in _PLAINLY_NGO) else None


def person(name: str, profile: Profile, body: Actor | None) -> Actor:
    """Return a provisional person, with what titles and the body told to be his own say of him."""
    noun = profile.noun
    country = profile.countries[0] if profile.countries else body.country if body is not None else None
    sectors = noun.sectors if noun is not None else ()
    acts_for = None
    if body is not None:
        acts_for = body.id
        if noun is None or noun.sectors in (("GOV",), ("SOC",)):
            sectors = body.sectors or sectors
    elif noun is not None and noun.body is not None and country is not None:
        acts_for = f"{noun.body}:{country}"
    return Actor(f"x:{slug(name)}", name, "person", country, sectors, acts_for)
