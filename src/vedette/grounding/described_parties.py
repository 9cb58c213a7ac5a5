"""Whom a common noun names: "the Tajik border guards", by its country, its owner and what its chain tells of it."""

from __future__ import annotations

from datetime import date

from vedette.grounding import provisional
from vedette.grounding.beside import appositions, is_of_trade
from vedette.grounding.party_context import PartyContext
from vedette.grounding.phrases import is_kin, is_own_country, party_span, slug
from vedette.model import Actor, Party
from vedette.reading import Token
from vedette.reading.actor_nouns import ActorNoun

_COUNTERPARTS = frozenset({"ally", "neighbour", "neighbor", "partner", "adversary", "rival", "counterpart"})
"""Nouns of those who face their owner."""
_HOME_SECTORS = frozenset({"COP", "MIL", "GOV", "LEG", "JUD", "OPP", "PTY", "REB", "PRM"})
"""Whose country is that of the report where nothing else tells; survivors, gunmen and fans may be of any."""
_DEED_SECTORS = _HOME_SECTORS | {"CVL", "LAB", "EDU", "MED", "AGR", "REL", "UAF", "CRM", "ELI"}
"""Whose country is that of the place where they are said to have acted."""
_OF_ANY_LEVEL = frozenset({"authority", "authorities", "official", "officials", "government official"})
"""Nouns of those who govern a town as well as a country: where no country is told, they are not its government."""


def _are_all_sides(token: Token, noun: ActorNoun) -> bool:
    """Tell whether a phrase means whoever has part in a matter ("all parties", "both sides"), of whichever country."""
    counted = {child.lower for child in token.kids("det", "predet", "amod", "nummod")}
    return noun.noun in _SIDES and not counted.isdisjoint(_ALL)


_SENDING = frozenset({"armed_group", "military", "police", "party", "igo"})
_SIDES = frozenset({"party", "side", "faction", "actor", "stakeholder"})
_ALL = frozenset({"all", "both", "any", "each", "every", "warring", "concerned", "two"})


class DescribedParties:
    """Resolves phrases of one reading whose head is a noun of the table of actor nouns."""

    def __init__(self, context: PartyContext) -> None:
        self._context = context

    def of(self, token: Token, noun: ActorNoun, on: date, depth: int) -> tuple[Party, ...]:
        """Return the parties of a phrase with a noun of the table: "the Tajik border guards"."""
        found = self._first_of(token, noun, on, depth)
        return (*found, *self._sent_with(token, noun, found, on, depth))

    def _sent_with(
        self, token: Token, noun: ActorNoun, found: tuple[Party, ...], on: date, depth: int
    ) -> tuple[Party, ...]:
        """Return those the rest of several people are of: "envoys of the army and *of the rebels*"."""
        sender = token.prep("of", "from") if token.tag in ("NNS", "NNPS") and found else None
        if sender is None or sender.child("conj") is None:
            return ()
        known, countries = {party.actor.id for party in found}, {party.actor.country for party in found}
        others: list[Party] = []
        for head in sender.conjuncts():
            for body in (party.actor for party in self._context.one(head, on, depth + 1)):
                is_told = body.id in known or (body.id.endswith(f":{body.country}") and body.country in countries)
                if not is_told and body.kind in _SENDING:
                    known.add(body.id)
                    others.append(self._context.party(token, provisional.member(token, noun, body)))
        return tuple(others)

    def _first_of(self, token: Token, noun: ActorNoun, on: date, depth: int) -> tuple[Party, ...]:
        countries = self._context.countries_of(token)
        same_office = self._context.together.office_of_owner(token, on)
        if same_office is not None:
            noun = same_office
        told = self._named_beside(token, noun, on, depth) or self._taken_up(
            token, on, depth, has_country=bool(countries)
        )
        told = told or self._apart(token, noun, on, depth)
        if told or self._is_of_others(token, noun):
            return told or ((self._context.party(token, self._some_states(token)),) if token.tag == "NNS" else ())
        owners = self._owners(token, on, depth)
        bodies = [o for o in owners if not o.id.startswith("gov:") and o.kind not in ("person", "people", "state")]
        if not countries:
            if bodies:
                return tuple(self._context.party(token, provisional.member(token, noun, body)) for body in bodies[:1])
            countries = tuple(dict.fromkeys(o.country for o in owners if o.country and len(o.country) == 3))
        if not countries:
            place = self._context.profiles.place_country(token, inside=provisional.is_of_where_it_is(noun))
            countries = (place,) if place is not None else ()
        is_lent = not countries
        are_states = noun.kind == "state" and token.tag == "NNS"  # "the nations of the world" are of no country
        is_any = are_states or _are_all_sides(token, noun)
        is_open = is_lent and not is_any and not self._is_of_a_stranger(token, on, depth)
        if is_open and set(noun.sectors) & _DEED_SECTORS and noun.kind not in ("ngo", "state"):
            is_home = (
                set(noun.sectors) & _HOME_SECTORS
                and not is_of_trade(token)
                and not provisional.is_on_a_journey(token, noun)
            )
            home = self._context.profiles.home(token, noun) if is_home else None
            if home is None and provisional.is_of_where_it_is(noun):
                home = self._context.profiles.deed_country(token)
            countries = (home,) if home is not None else ()
        if noun.kind == "state":
            told = tuple(p for iso3 in countries for p in self._state(token, iso3, on))
            return told or ((self._context.party(token, self._some_states(token)),) if token.tag == "NNS" else ())
        return self._lent(token, noun, countries, on) if is_lent else self._by_country(token, noun, countries, on)

    def _apart(self, token: Token, noun: ActorNoun, on: date, depth: int) -> tuple[Party, ...]:
        """Return "U.S. allies", who are not the U.S., and "twelve Arab League nations", who are not all of it."""
        actor = provisional.apart(token, noun, self._owners(token, on, depth)) if token.tag in ("NNS", "NNPS") else None
        return () if actor is None else (self._context.party(token, actor),)

    def _is_of_a_stranger(self, token: Token, on: date, depth: int) -> bool:
        """Tell whether a name nobody knows owns it ("Kyrta's envoy"): no country is lent to that."""
        owner = token.child("poss")
        return owner is not None and owner.pos == "PROPN" and not self._context.one(owner, on, depth + 1)

    def _lent(self, token: Token, noun: ActorNoun, countries: tuple[str, ...], on: date) -> tuple[Party, ...]:
        """Return whom a noun without a country of its own names: of the country lent to it, or of none."""
        if not countries:
            return (self._context.party(token, provisional.described(token, noun, None, on, self._context.knowledge)),)
        if noun.noun in _OF_ANY_LEVEL:
            actor = provisional.of_any_level(token, noun, countries[0], self._context.knowledge)
            return (self._context.party(token, actor),)
        return self._by_country(token, noun, countries, on)

    def _by_country(self, token: Token, noun: ActorNoun, countries: tuple[str, ...], on: date) -> tuple[Party, ...]:
        span = party_span(self._context.reading, token)
        words = self._context.profiles.country_words(token) if len(countries) > 1 else {}
        # The noun stands with one country ("Hungarian and *Romanian officials*"), the others alone.
        follow = any(word.start > token.start for word in words.values())
        whole = countries[0] if follow else countries[-1]
        found = []
        for iso3 in countries[:4]:
            own = span if iso3 == whole else words.get(iso3, span)
            found.append(Party(own, provisional.described(token, noun, iso3, on, self._context.knowledge), token.i))
        return tuple(found)

    @staticmethod
    def _some_states(token: Token) -> Actor:
        """Return the states of which no more is told ("urged all nations")."""
        return Actor(f"x:{slug(token.lower)}", token.lower, "state", None, ("GOV",))

    def _state(self, token: Token, iso3: str, on: date) -> tuple[Party, ...]:
        known = self._context.knowledge.actors.government(iso3)
        return () if known is None else (self._context.party(token, self._context.knowledge.actors.as_of(known, on)),)

    def _is_of_others(self, token: Token, noun: ActorNoun) -> bool:
        """Tell whether those meant face their owner: "our allies" are no part of us, but of other countries."""
        beside = token.kids("amod", "compound", "nmod")
        is_told = any(self._context.named_country(child) is not None for child in beside)
        return noun.kind == "state" and noun.noun in _COUNTERPARTS and token.child("poss") is not None and not is_told

    def _named_beside(self, token: Token, noun: ActorNoun, on: date, depth: int) -> tuple[Party, ...]:
        """Return who an apposition names: "the daily *Magyar Nemzet*", "the manager of the harbour, *David Clay*"."""
        if token.tag != "NN":
            return ()
        for name in appositions(token, far=noun.stands_for == "person"):
            mention = self._context.reading.mention_of.get(name.i)
            if mention is None or name.pos != "PROPN":
                continue
            is_person = mention.kind == "person" and noun.stands_for == "person"
            is_body = mention.kind == "organisation" and noun.stands_for == "body" and name.head is token
            if is_person or (is_body and mention.span.start <= token.end + 1):
                return self._context.spanned(self._context.one(name, on, depth + 1), token)
        return ()

    def _taken_up(self, token: Token, on: date, depth: int, *, has_country: bool) -> tuple[Party, ...]:
        """Return what a noun stands for through its chain: a name, or a fuller description."""
        best = self._context.reading.antecedent(token)
        if best is None or best.head is token or best.kind == "pronoun":
            return ()
        owner = token.child("poss")
        if owner is not None and is_kin(token) and owner.text in best.span.exact:
            return ()  # "Scott's relatives" are not Scott
        if any(name.text not in best.span.exact for name in provisional.own_names(token)):
            return ()
        mine = self._context.reading.mention_of[token.i]
        if has_country and (mine.kind != "role" or best.kind != "person"):
            return ()
        if best.kind in ("role", "group") and not best.known and not self._context.countries_of(best.head):
            return ()
        if best.kind == mine.kind == "group" and mine.span.exact == best.span.exact:
            return ()
        return self._context.spanned(self._context.one(best.head, on, depth + 1), token)

    def _owners(self, token: Token, on: date, depth: int) -> list[Actor]:
        """Return whose the thing is: "his administration", "Hamas fighters", "members of the junta"."""
        heads = [child for child in token.children if child.dep == "poss"]
        heads += [c for c in token.children if c.dep in ("compound", "nmod", "amod") and c.text[:1].isupper()]
        heads += [head for word in ("of", "for", "from", "with") if (head := token.prep(word)) is not None]
        found: list[Actor] = []
        for head in filter(is_own_country, heads):
            for one in (head, *head.conjuncts()):
                found.extend(party.actor for party in self._context.one(one, on, depth + 1))
        return found
