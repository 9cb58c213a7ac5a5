"""What a report as a whole says about the people and bodies it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vedette.grounding.home import Home
from vedette.grounding.namesakes import namesakes_among
from vedette.grounding.phrases import PARTITIVES, countries_of, is_mission, named_country
from vedette.model import Actor, PlaceMention, Span
from vedette.reading import Mention, Reading, Token
from vedette.reading.actor_nouns import FORMER, ActorNoun, load_actor_nouns
from vedette.reading.names import name_tokens, tokens_of

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge

_SPEAKS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_HEADS = frozenset({"head of state", "head of government"})
_LEAVING = FORMER | {"exiled", "retired", "outgoing"}
_SEATED = frozenset({"based", "headquartered", "living", "residing"})
_KEPT = frozenset({"detained", "jailed", "imprisoned", "held"})
_GOES_ABROAD = frozenset({"MIL", "GOV", "REB", "SPY"})
"""Sectors whose people are often told of in another country than their own."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What titles, appositions and descriptions say about one person."""

    noun: ActorNoun | None
    """The title or role; None where none is told."""
    countries: tuple[str, ...]
    body: Token | None
    """Head of the phrase that names the body the person belongs to; None where none is told."""
    is_former: bool = False


class Profiles:
    """Gathers what mentions say, once a report."""

    def __init__(self, reading: Reading, knowledge: Knowledge, places: Sequence[PlaceMention]) -> None:
        self._reading = reading
        self._knowledge = knowledge
        self._nouns = load_actor_nouns()
        self._place_at = {place.span.start: place for place in places}
        self._profiles: dict[int, Profile] = {}
        first = (mention.known[0] for mention in reading.mentions if mention.known)
        self._codes = frozenset(id_.rpartition(":")[2] for id_ in first if ":" in id_)
        """What the best known ids of the report's mentions end in: the codes of its countries among others."""
        codes = {code for code in self._codes if len(code) == 3 and code.isupper()}
        self._countries = codes | {place.place.country for place in places if place.place.country is not None}
        self.namesakes = namesakes_among(places, knowledge)
        """Towns and regions of the report that are called like another country or capital."""
        self._home = Home(reading, places, self.namesakes)

    def _countries_of(self, token: Token) -> tuple[str, ...]:
        return countries_of(token, self._knowledge, self.namesakes)

    def known(self, mention: Mention, on: date) -> Actor | None:
        """Return the known actor a mention names on a day, or None where its titles speak against all."""
        actors = self._knowledge.actors
        listed = [known for id_ in mention.known if (known := actors.get(id_)) is not None]
        if not listed:
            return None
        profile = self.of(mention) if mention.kind == "person" else None
        titled = profile is not None and profile.noun is not None and profile.noun.office is not None
        candidates = [actors.as_of(known, on, told_in_office=titled) for known in listed]
        if profile is not None and not profile.is_former:
            candidates = [actor for actor in candidates if not self._is_namesake(actor)]
            if not candidates:
                return None
        if mention.kind == "person" or len(candidates) > 1:
            told = set(self.of(mention).countries if mention.kind == "person" else ())
            told |= set(self._countries_of(mention.head))
            fitting = [actor for actor in candidates if actor.country in told or not actor.country]
            if fitting:
                return fitting[0]
            if told and mention.kind == "person":
                return None
        if len(candidates) > 1 and mention.kind == "organisation":
            # Several parliaments have a "House of Commons".
            home = self._home.of(mention.head, is_local=True)
            candidates = [actor for actor in candidates if actor.country == home] or candidates
        in_office = [actor for actor in candidates if actor.sectors and actor.sectors != ("ELI",)]
        return (in_office or candidates)[0]

    def _is_namesake(self, actor: Actor) -> bool:
        """Tell whether nothing but a name speaks for somebody long out of politics, and the report's countries do not.

        Of whom no office is known, no title can vouch for him either.
        """
        is_out = actor.acts_for is None and actor.sectors in ((), ("ELI",))
        if not is_out or actor.country is None or self._knowledge.actors.has_offices(actor.id):
            return False
        return bool(self._countries) and actor.country not in self._countries

    def by_surname(self, words: Sequence[Token], profile: Profile, on: date) -> Actor | None:
        """Return the office holder a bare surname means, if title or day leave one alone."""
        if not words or profile.is_former:
            return None
        actors = self._knowledge.actors
        titled = profile.noun is not None and profile.noun.office is not None
        persons = actors.surname(words[-1].text, on)
        candidates = [actors.as_of(person, on, told_in_office=titled) for person in persons]
        if len(words) > 1:
            first = words[0].text
            candidates = [actor for actor in candidates if actor.name.split(" ")[0] == first]
        if profile.countries:
            candidates = [actor for actor in candidates if actor.country in profile.countries]
        if profile.noun is not None and profile.noun.office:
            candidates = self._titled(candidates, profile.noun)
        serving = [actor for actor in candidates if actor.acts_for is not None]
        is_told = bool(profile.countries) or profile.noun is not None
        if len(serving) == 1 and (is_told or len(candidates) == 1 or self._names_country(serving[0])):
            return serving[0]
        if profile.noun is not None and profile.noun.office and len({actor.country for actor in candidates}) == 1:
            # "President Bush" in a report about the past: the office tells who, the day does not.
            return candidates[0]
        return None

    def _titled(self, candidates: list[Actor], noun: ActorNoun) -> list[Actor]:
        """Return those who may bear the title told; heads of states are all known, other offices are not."""
        actors = self._knowledge.actors
        held = [actor for actor in candidates if actors.ever_held(actor.id, noun.noun)]
        if held or noun.office in _HEADS:
            return held
        return [actor for actor in candidates if not actors.has_offices(actor.id)]

    def _names_country(self, actor: Actor) -> bool:
        return actor.country in self._codes

    def of(self, mention: Mention) -> Profile:
        """Return what the report says about the person a mention names."""
        chain = self._reading.chain_of.get(mention.index)
        key = chain.index if chain is not None else -1 - mention.index
        found = self._profiles.get(key)
        if found is None:
            found = self._profiles[key] = self._gather(chain.mentions if chain is not None else (mention,))
        return found

    def _gather(self, mentions: Sequence[Mention]) -> Profile:
        nouns: list[ActorNoun] = []
        countries: list[str] = []
        body: Token | None = None
        former = False
        for mention in mentions:
            if mention.kind == "pronoun":
                continue
            titles = self._titles(mention)
            nouns.extend(noun for _, noun in titles)
            countries.extend(self._countries_of(mention.head))
            former = former or any(t.lower in _LEAVING for t in tokens_of(mention))
            for token, noun in titles:
                countries.extend(self._countries_of(token))
                body = body or self._body(token, noun, mention)
                if not countries and body is None and (place := self.place_country(token, inside=False)) is not None:
                    countries.append(place)
            if mention.kind == "person" and not titles:
                body = body or self._apposed_body(mention)
        chief = next((noun for noun in nouns if noun.office), nouns[0] if nouns else None)
        return Profile(chief, tuple(dict.fromkeys(countries)), body, former)

    def _titles(self, mention: Mention) -> list[tuple[Token, ActorNoun]]:
        """Return the title or role nouns of one mention with their rows."""
        if mention.kind in ("role", "group"):
            noun = self._nouns.at(mention.head)
            return [(mention.head, noun)] if noun is not None else []
        if mention.kind != "person":
            return []
        named = {token.i for token in name_tokens(mention)}
        found = []
        for token in tokens_of(mention):
            if token.i not in named and (noun := self._nouns.at(token)) is not None and noun.stands_for == "person":
                found.append((token, noun))
        return found[-1:]

    def _body(self, title: Token, noun: ActorNoun, mention: Mention) -> Token | None:
        """Return the head of the body a title belongs to ("Hamas spokesman", "spokesman for the army")."""
        for word in ("for", "of", "at", "with", "from"):
            below = title.prep(word)
            if below is not None and self._is_body(below):
                return below
        for child in (*title.children, *mention.head.children):
            if child.dep in ("compound", "nmod", "poss", "amod") and child is not title and self._is_body(child):
                return child
        return self._nearest_body(title) if noun.noun in _SPEAKS_FOR else None

    def _apposed_body(self, mention: Mention) -> Token | None:
        """Return the body named in an apposition whose own noun is no known role ("Ito, the UN relief chief")."""
        for apposed in mention.head.kids("appos"):
            below = (apposed.prep("of"), apposed.prep("for"), *apposed.kids("compound"), *apposed.kids("poss"))
            for token in below:
                named = self._reading.mention_of.get(token.i) if token is not None else None
                if named is not None and named.kind == "organisation":
                    return token
        return None

    def _is_body(self, token: Token) -> bool:
        mention = self._reading.mention_of.get(token.i)
        if mention is not None and mention.kind == "pronoun":
            mention = self._reading.antecedent(token)
        if mention is not None and mention.kind in ("organisation", "country"):
            return True
        noun = self._nouns.at(token)
        return noun is not None and noun.stands_for != "person"

    def _nearest_body(self, title: Token) -> Token | None:
        """Return the body named last before a spokesperson who is told to speak for nobody."""
        for mention in self._reading.mentions_before(title):
            if mention.head.sent.paragraph != title.sent.paragraph:
                return None
            if mention.kind == "organisation":
                actor = self._knowledge.actors.get(mention.known[0]) if mention.known else None
                if actor is None or actor.kind != "media":
                    return mention.head
        return None

    def place_country(self, head: Token, *, inside: bool = True) -> str | None:
        """Return the country of the town or region a noun belongs to ("residents of Kharkiv")."""
        words = ("of", "from", "in", "at", "near") if inside else ("of", "from")
        heads = [below for word in words if (below := head.prep(word)) is not None]
        if not is_mission(head):
            heads += [child for child in head.children if child.dep in ("compound", "poss", "nmod")]
        seated = _SEATED | _KEPT if inside else _SEATED  # hostages held in a country may be of any
        heads += [at for child in head.kids("acl") if child.lower in seated and (at := child.prep("in")) is not None]
        for below in heads:
            iso3 = self._place(below) or (named_country(below, self._knowledge, self.namesakes) if inside else None)
            if iso3 is not None:
                return iso3
        return None

    def deed_country(self, head: Token) -> str | None:
        """Return the country of the place where the clause of `head` says that something was done."""
        if head.dep == "pobj" and head.head.head.lower in PARTITIVES:
            head = head.head.head
        verb = head.head
        if head.dep not in ("nsubj", "nsubjpass", "dobj") or verb.pos != "VERB":
            return None
        for token in (verb, *verb.kids("dobj")):
            for word in ("in", "at", "outside", "across", "near"):
                below = token.prep(word)
                if below is None:
                    continue
                found = self._place(below) or self.place_country(below)
                if found is not None:
                    return found
        return None

    def _place(self, token: Token) -> str | None:
        if is_mission(token):
            return None  # where the French embassy is, is not told by its name
        mention = self._reading.mention_of.get(token.i)
        starts = [mention.span.start] if mention is not None else []
        for start in (*starts, *(child.start for child in token.kids("compound")), token.start):
            place = self._place_at.get(start)
            if place is not None and place.place.country is not None:
                return place.place.country
        return None

    def home(self, head: Token, noun: ActorNoun) -> str | None:
        """Return the country a body or people named without one most likely belongs to, or None."""
        return self._home.of(head, is_local=not set(noun.sectors) & _GOES_ABROAD)

    def country_words(self, head: Token) -> dict[str, Span]:
        """Return the word that names each country inside a phrase."""
        found: dict[str, Span] = {}
        for token in head.subtree():
            iso3 = named_country(token, self._knowledge, self.namesakes)
            if iso3 is not None:
                found.setdefault(iso3, Span.cut(self._reading.report.text, token.start, token.end))
        return found
