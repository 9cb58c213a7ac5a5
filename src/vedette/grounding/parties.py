"""Who a noun phrase names: the parties of one reading, found when asked and remembered.

The order of trust: a known name, a country or seat of government, a country's own body, an office
and its holder, a generic noun with whatever country its phrase gives. What remains is nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from vedette.grounding import provisional
from vedette.grounding.beside import (
    SUFFIXES,
    appositions,
    counted_in,
    is_description,
    is_of_trade,
    named_one,
    stray_conjuncts,
)
from vedette.grounding.first_person import author_of, is_joint, is_quoted, signatories, speaks_as_author
from vedette.grounding.phrases import (
    PARTITIVES,
    countries_of,
    is_currency,
    is_kin,
    is_own_country,
    is_unread_name,
    named_country,
    party_span,
    slug,
)
from vedette.grounding.profiles import Profile, Profiles
from vedette.grounding.together import Together
from vedette.model import Actor, ActorKind, Party, PlaceMention, Span
from vedette.reading import Mention, Reading, Token
from vedette.reading.actor_nouns import ActorNoun, load_actor_nouns
from vedette.reading.names import name_tokens
from vedette.reading.pronouns import WE, said_by

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge

_MAX_DEPTH = 6
"""Steps from possessor to possessor, or from pronoun to noun; texts rarely need three."""
_ATTRIBUTIVE = frozenset({"amod", "compound", "npadvmod", "nmod"})
_WATERS_AND_LANDS = frozenset(
    {"gulf", "peninsula", "sea", "ocean", "strait", "straits", "channel", "desert", "plateau", "sound", "basin"}
)
"""Words whose names hold a country's word that tells of no party."""
_COUNTERPARTS = frozenset({"ally", "neighbour", "neighbor", "partner", "adversary", "rival", "counterpart"})
"""Nouns of those who face their owner."""
_HOME_SECTORS = frozenset({"COP", "MIL", "GOV", "LEG", "JUD", "OPP", "PTY", "REB", "PRM"})
"""Whose country is that of the report where nothing else tells; survivors, gunmen and fans may be of any."""
_DEED_SECTORS = _HOME_SECTORS | {"CVL", "LAB", "EDU", "MED", "AGR", "REL", "UAF", "CRM", "ELI"}
"""Whose country is that of the place where they are said to have acted."""


_OF_ANY_LEVEL = frozenset({"authority", "authorities", "official", "officials", "government official"})
"""Nouns of those who govern a town as well as a country: where no country is told, they are not its government."""


class PartyFinder:
    """Resolves head tokens of one reading to parties; call it with a token and a day."""

    def __init__(self, reading: Reading, knowledge: Knowledge, places: Sequence[PlaceMention] = ()) -> None:
        self._reading = reading
        self._knowledge = knowledge
        self._nouns = load_actor_nouns()
        self._profiles = Profiles(reading, knowledge, places)
        self._namesakes = self._profiles.namesakes
        self._together = Together(reading, knowledge, self._profiles)
        self._known: dict[tuple[int, date], tuple[Party, ...]] = {}

    def __call__(self, token: Token, on: date) -> tuple[Party, ...]:
        """Return the parties of the phrase headed by `token`, one a conjunct."""
        key = (token.i, on)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._all(token, on)
        return found

    def one(self, token: Token, on: date, depth: int = 0) -> tuple[Party, ...]:
        """Return the parties of `token` without what is coordinated with it."""
        if depth > _MAX_DEPTH:
            return ()
        if token.pos == "PRON" or token.tag in ("PRP$", "WDT", "WP$", "WP"):
            return self._pronoun(token, on, depth)
        if (found := self._not_of_its_country(token)) is not None:
            return found
        token = named_one(token) or token
        if token.text.isupper() and (author := self._labelled(token, on)) is not None:
            return (self._party(token, author),)
        mention = self._reading.mention_of.get(token.i)
        if mention is not None and mention.known and not is_currency(token) and not self._is_of_several(token):
            return self._known_name(token, mention, on, depth)
        iso3 = named_country(token, self._knowledge, self._namesakes)
        if iso3 is not None and (token.dep in _ATTRIBUTIVE or token.pos in ("ADJ", "PROPN")):
            return self._government(token, iso3, on)
        if mention is not None and mention.kind == "person":
            return self._person(token, mention, on, depth)
        return self._common(token, mention, on, depth)

    def _not_of_its_country(self, token: Token) -> tuple[Party, ...] | None:
        """Return who is meant where a word names a country and means none of it; None for all other words."""
        if token.dep in _ATTRIBUTIVE and token.head.lower in _WATERS_AND_LANDS:
            return ()  # "the Persian Gulf" is no Iran's
        tokens, at = token.sent.tokens, token.i - token.sent.tokens[0].i
        if token.tag == "NNPS" and at > 1 and tokens[at - 1].text == "-" and tokens[at - 2].text.istitle():
            span = Span.cut(self._reading.report.text, tokens[at - 2].start, token.end)
            people = Actor(f"x:{slug(span.exact)}", span.exact, "people", None, ("CVL",))
            return (self._party(token, people),)  # "Cuban-Americans" are no government
        return None

    def _countries_of(self, token: Token) -> tuple[str, ...]:
        return countries_of(token, self._knowledge, self._namesakes)

    def _is_of_a_namesake(self, mention: Mention) -> bool:
        """Tell whether a name holds that of a place called like another country or capital ("Georgia police")."""
        first = mention.span.exact.split(" ")[0].lower().removesuffix("'s").removesuffix("’s")
        return first in self._namesakes

    def _labelled(self, token: Token, on: date) -> Actor | None:
        """Return the report's author where a transcript calls him by his office ("THE PRESIDENT: …")."""
        tokens, after = token.sent.tokens, token.i - token.sent.tokens[0].i + 1
        noun = self._nouns.at(token) if after < len(tokens) and tokens[after].text == ":" else None
        author = author_of(self._reading, self._knowledge, on) if noun is not None else None
        if noun is None or author is None or author.country is None:
            return None
        holder = self._knowledge.actors.holder(author.country, noun.noun, on)
        return author if holder is not None and holder.id == author.id else None

    def _is_of_several(self, token: Token) -> bool:
        """Tell whether a plural body is one of several countries: "the Danish and Dutch governments"."""
        return token.tag == "NNS" and token.pos == "NOUN" and len(self._countries_of(token)) > 1

    def _common(self, token: Token, mention: Mention | None, on: date, depth: int) -> tuple[Party, ...]:
        """Return the parties of a phrase whose head is no person's and no known name."""
        if token.tag in ("NNS", "NNPS") and depth <= 1:
            members = self._together.members(token, on)
            if members:
                return self._spanned(tuple(p for m in members for p in self._member_of(m, on, depth)), token)
        noun = self._nouns.at(token)
        if token.lower in PARTITIVES or token.lemma in PARTITIVES or token.pos in ("NUM", "DET", "ADJ"):
            inner = token.prep("of") or token.prep("among")
            if inner is not None:
                # "A group of Republicans and Democrats" is of both.
                several = [p for head in (inner, *inner.conjuncts()) for p in self.one(head, on, depth + 1)]
                return self._spanned(tuple(several), token)
        if mention is not None and mention.kind in ("organisation", "group") and token.ent in ("ORG", "NORP"):
            if token.ent == "NORP" and token.dep in _ATTRIBUTIVE:
                return ()
            return self._organisation(token, mention, noun, on, depth)
        if noun is None and token.dep == "appos" and token.head.ent == "PERSON" and token.head is not token:
            return self._spanned(self.one(token.head, on, depth + 1), token)  # "bin Laden, the exiled millionaire who"
        # "The movement of goods" is nobody.
        is_motion = noun is not None and noun.noun == "movement" and token.prep("of") is not None
        if noun is not None and not is_motion:
            return self._described(token, noun, on, depth)
        return (self._called(token),) if mention is None and noun is None and is_unread_name(token) else ()

    def _member_of(self, mention: Mention, on: date, depth: int) -> tuple[Party, ...]:
        """Return one of several actors that a phrase takes up; of a country's word, its government."""
        prefix, _, code = mention.known[0].partition(":") if mention.known else ("", "", "")
        if prefix in ("country", "demonym", "seat"):
            return self._government(mention.head, code, on)
        return self.one(mention.head, on, depth + 1)[:1]

    def _all(self, token: Token, on: date) -> tuple[Party, ...]:
        told = [
            (head, self.one(head, on))
            for head in (token, *token.conjuncts(), *stray_conjuncts(token), *counted_in(token))
            if head is token or (head.lower not in SUFFIXES and not is_description(token, head))
        ]
        if not any(parties for _, parties in told):
            return ()
        found: list[Party] = []
        for head, parties in told:
            is_person = head.ent in ("PERSON", "ORG") or (token.ent == "PERSON" and not head.ent)
            if not parties and head.pos == "PROPN" and is_person:
                found.append(self._called(head))  # "*Bozkina* and Glowacki": somebody, though nobody knows who
            for party in parties:
                alone = found and party.actor.country is None and head.pos == "NOUN"
                found.append(self._shared(party, head, found[0]) if alone else party)
        return tuple(found)

    def _called(self, name: Token) -> Party:
        """Return somebody of whom only a name is told."""
        span = party_span(self._reading, name)
        is_person = any(one.ent == "PERSON" for one in (name, *name.kids("compound")))
        kind: ActorKind = "person" if is_person else "organisation"
        return self._party(name, provisional.called(span, kind), span)

    @staticmethod
    def _shared(party: Party, head: Token, first: Party) -> Party:
        """Let "Russian troops and tanks" give its country to the second noun, if that has no words of its own."""
        if any(child.dep in ("det", "amod", "poss", "nummod", "prep") for child in head.children):
            return party
        return replace(party, actor=replace(party.actor, country=first.actor.country))

    def _party(self, token: Token, actor: Actor, span: Span | None = None) -> Party:
        return Party(span or party_span(self._reading, token), actor, token.i)

    def _spanned(self, parties: tuple[Party, ...], token: Token) -> tuple[Party, ...]:
        span = party_span(self._reading, token)
        return tuple(Party(span, party.actor, token.i) for party in parties)

    # Pronouns ---------------------------------------------------------------------------------

    def _pronoun(self, token: Token, on: date, depth: int) -> tuple[Party, ...]:
        word = Span.cut(self._reading.report.text, token.start, token.end)
        if token.lower in WE and (named := self._named_in_apposition(token, on)):
            return tuple(Party(word, actor, token.i) for actor in named)
        if token.lower in WE and is_joint(self._reading) and not is_quoted(token, self._reading.report.text):
            signed = signatories(self._reading, self._knowledge, on)
            return tuple(Party(word, self._behind(actor, on), token.i) for actor in signed)
        if speaks_as_author(token, self._reading):
            author = author_of(self._reading, self._knowledge, on)
            return (Party(word, self._behind(author, on) if token.lower in WE else author, token.i),) if author else ()
        if token.lower in WE:
            # Outside quotation marks only the verb of saying above the words tells who "we" are.
            speaker = said_by(token, anywhere=is_quoted(token, self._reading.report.text))
            parties = self.one(speaker, on, depth + 1) if speaker is not None else ()
            return tuple(Party(word, self._behind(party.actor, on), token.i) for party in parties)
        best = self._reading.antecedent(token)
        if best is None or best.kind in ("pronoun", "person"):
            # "They" is no single person, whatever the chain says.
            several = self._coordinated(token, on, depth, word)
            if several or best is None or best.kind == "pronoun":
                return several
        return tuple(Party(word, party.actor, token.i) for party in self.one(best.head, on, depth + 1))

    def _named_in_apposition(self, we: Token, on: date) -> list[Actor]:
        """Return the governments of "We, *the leaders of France, Italy and Canada*, condemn …"."""
        told = next((one for one in we.kids("appos") if self._nouns.at(one) is not None), None)
        if told is None:
            return []
        known = (self._knowledge.actors.government(iso3) for iso3 in self._countries_of(told))
        found = [self._knowledge.actors.as_of(one, on) for one in known if one is not None]
        bodies = told.prep("of")
        for body in (bodies, *bodies.conjuncts()) if bodies is not None else ():
            found += [p.actor for p in self.one(body, on, 1) if p.actor.id not in {one.id for one in found}]
        return found

    def _behind(self, actor: Actor, on: date) -> Actor:
        """Return the body a person acts for, where that is known; else the person."""
        if actor.acts_for is not None and self._knowledge.actors.get(actor.acts_for) is not None:
            return self._knowledge.actors.as_of(actor.acts_for, on)
        return actor

    def _coordinated(self, token: Token, on: date, depth: int, word: Span) -> tuple[Party, ...]:
        """Return all of a coordinated subject before a "they" no single thing explains, here or a sentence back."""
        if token.lower not in ("they", "their", "them"):
            return ()
        here = token.sent.tokens
        before = self._reading.sentences[token.sent.index - 1].tokens if token.sent.index else ()
        for other in (*reversed(here[: token.i - here[0].i]), *reversed(before)):
            if other.dep in ("nsubj", "nsubjpass") and other.pos != "PRON" and other.child("conj") is not None:
                parties = [p for head in (other, *other.conjuncts()) for p in self.one(head, on, depth + 1)]
                if len(parties) > 1:
                    return tuple(Party(word, party.actor, token.i) for party in parties)
        return ()

    # Names ------------------------------------------------------------------------------------

    def _known_name(self, token: Token, mention: Mention, on: date, depth: int) -> tuple[Party, ...]:
        if self._is_of_a_namesake(mention):
            # "London" in Kentucky is nobody, and "London police" are not British.
            is_place = mention.head is token and token.lower in self._namesakes
            return () if is_place else self._common(token, mention, on, depth)
        prefix, _, code = mention.known[0].partition(":")
        if prefix in ("country", "seat"):
            return self._government(token, code, on, mention)
        if prefix == "demonym":
            return self._demonym(token, code, on, mention)
        actor = self._profiles.known(mention, on)
        if actor is None:
            return self._person(token, mention, on, 0) if mention.kind == "person" else ()
        if actor.kind == "people" and actor.country is None:
            actor = replace(actor, country=self._country_of_people(token))
        return (self._party(token, actor, party_span(self._reading, token, mention)),)

    def _country_of_people(self, token: Token) -> str | None:
        """Return the state in which a people without one lives, as far as its phrase tells: "Iraqi Kurds"."""
        return next(iter(self._countries_of(token)), None) or self._profiles.place_country(token)

    def _government(self, token: Token, iso3: str, on: date, mention: Mention | None = None) -> tuple[Party, ...]:
        known = self._knowledge.actors.government(iso3)
        if known is None:
            return ()
        span = mention.span if mention is not None else Span.cut(self._reading.report.text, token.start, token.end)
        return (Party(span, self._knowledge.actors.as_of(known, on), token.i),)

    def _demonym(self, token: Token, iso3: str, on: date, mention: Mention) -> tuple[Party, ...]:
        article = token.child("det", "nummod")
        is_one = article is not None and article.lower != "the" and token.dep not in _ATTRIBUTIVE
        if (token.dep in _ATTRIBUTIVE or token.pos == "ADJ") and not is_one:
            return self._government(token, iso3, on, mention)
        if token.dep == "conj" and token.head.dep in _ATTRIBUTIVE:
            return self._government(token, iso3, on, mention)
        name = mention.span.exact
        if any(child.lower == "ethnic" for child in token.children):
            people = Actor(f"x:ethnic-{slug(name)}", f"ethnic {name}", "people", None, ("CVL",))
            return (self._party(token, people),)  # "ethnic Albanians" may be of any country
        actor = Actor(f"x:{iso3.lower()}-people", f"people of {iso3}", "people", iso3, ("CVL",))
        country = self._knowledge.countries.get(iso3)
        if country is not None:
            actor = replace(actor, name=f"{country.demonyms[0] if country.demonyms else name} people")
        return (self._party(token, actor),)

    def _person(self, token: Token, mention: Mention, on: date, depth: int) -> tuple[Party, ...]:
        chain = self._reading.chain_of.get(mention.index)
        best = chain.best if chain is not None else mention
        span = party_span(self._reading, token, mention)
        if best is not mention and best.known:
            actor = self._profiles.known(best, on)
            if actor is not None:
                return (self._party(token, actor, span),)
        named = best if best.kind == "person" else mention
        words = name_tokens(named)
        name = self._reading.span(words[0], words[-1]).exact if words else named.span.exact
        profile = self._profiles.of(mention)
        known = self._profiles.by_surname(words, profile, on)
        if known is not None:
            return (self._party(token, known, span),)
        affiliation = self._affiliation(profile, on, depth)
        return (self._party(token, provisional.person(name, profile, affiliation), span),)

    def _affiliation(self, profile: Profile, on: date, depth: int) -> Actor | None:
        """Return the body a person is said to belong to ("spokesman for Hamas")."""
        if profile.body is None:
            return None
        parties = self.one(profile.body, on, depth + 1)
        return parties[0].actor if parties else None

    def _organisation(
        self, token: Token, mention: Mention, noun: ActorNoun | None, on: date, depth: int
    ) -> tuple[Party, ...]:
        chain = self._reading.chain_of.get(mention.index)
        best = chain.best if chain is not None else mention
        span = party_span(self._reading, token, mention)
        if best is not mention and best.known:
            return tuple(Party(span, party.actor, token.i) for party in self.one(best.head, on, depth + 1))
        if noun is not None and self._countries_of(token):
            return self._described(token, noun, on, depth)
        words = " ".join(t.text for t in name_tokens(best if best.kind == mention.kind else mention))
        countries = self._countries_of(token)
        kind = noun.kind if noun is not None and noun.kind not in ("person", "people") else "organisation"
        sectors = noun.sectors if noun is not None else ()
        country = countries[0] if countries else self._profiles.place_country(token)
        return (self._party(token, Actor(f"x:{slug(words)}", words, kind, country, sectors), span),)

    # Described --------------------------------------------------------------------------------

    def _described(self, token: Token, noun: ActorNoun, on: date, depth: int) -> tuple[Party, ...]:
        """Return the parties of a phrase with a noun of the table: "the Tajik border guards"."""
        countries = self._countries_of(token)
        same_office = self._together.office_of_owner(token, on)
        if same_office is not None:
            noun = same_office
        told = self._named_beside(token, noun, on, depth) or self._taken_up(
            token, on, depth, has_country=bool(countries)
        )
        told = told or self._apart(token, noun, on, depth)
        if told or self._is_of_others(token, noun):
            return told or ((self._party(token, self._some_states(token)),) if token.tag == "NNS" else ())
        owners = self._owners(token, on, depth)
        bodies = [o for o in owners if not o.id.startswith("gov:") and o.kind not in ("person", "people", "state")]
        if not countries:
            if bodies:
                return tuple(self._party(token, provisional.member(token, noun, body)) for body in bodies[:1])
            countries = tuple(dict.fromkeys(o.country for o in owners if o.country and len(o.country) == 3))
        if not countries:
            place = self._profiles.place_country(token, inside=provisional.is_of_where_it_is(noun))
            countries = (place,) if place is not None else ()
        is_lent = not countries
        are_states = noun.kind == "state" and token.tag == "NNS"  # "the nations of the world" are of no country
        is_open = is_lent and not are_states and not self._is_of_a_stranger(token, on, depth)
        if is_open and set(noun.sectors) & _DEED_SECTORS and noun.kind not in ("ngo", "state"):
            is_home = (
                set(noun.sectors) & _HOME_SECTORS
                and not is_of_trade(token)
                and not provisional.is_on_a_journey(token, noun)
            )
            home = self._profiles.home(token, noun) if is_home else None
            if home is None and provisional.is_of_where_it_is(noun):
                home = self._profiles.deed_country(token)
            countries = (home,) if home is not None else ()
        if noun.kind == "state":
            told = tuple(p for iso3 in countries for p in self._state(token, iso3, on))
            return told or ((self._party(token, self._some_states(token)),) if token.tag == "NNS" else ())
        return self._lent(token, noun, countries, on) if is_lent else self._by_country(token, noun, countries, on)

    def _apart(self, token: Token, noun: ActorNoun, on: date, depth: int) -> tuple[Party, ...]:
        """Return "U.S. allies", who are not the U.S., and "twelve Arab League nations", who are not all of it."""
        actor = provisional.apart(token, noun, self._owners(token, on, depth)) if token.tag in ("NNS", "NNPS") else None
        return () if actor is None else (self._party(token, actor),)

    def _is_of_a_stranger(self, token: Token, on: date, depth: int) -> bool:
        """Tell whether a name nobody knows owns it ("Kyrta's envoy"): no country is lent to that."""
        owner = token.child("poss")
        return owner is not None and owner.pos == "PROPN" and not self.one(owner, on, depth + 1)

    def _lent(self, token: Token, noun: ActorNoun, countries: tuple[str, ...], on: date) -> tuple[Party, ...]:
        """Return whom a noun without a country of its own names: of the country lent to it, or of none."""
        if not countries:
            return (self._party(token, provisional.described(token, noun, None, on, self._knowledge)),)
        if noun.noun in _OF_ANY_LEVEL:
            return (self._party(token, provisional.of_any_level(token, noun, countries[0], self._knowledge)),)
        return self._by_country(token, noun, countries, on)

    def _by_country(self, token: Token, noun: ActorNoun, countries: tuple[str, ...], on: date) -> tuple[Party, ...]:
        span = party_span(self._reading, token)
        words = self._profiles.country_words(token) if len(countries) > 1 else {}
        # The noun stands with one country ("Hungarian and *Romanian officials*"), the others alone.
        follow = any(word.start > token.start for word in words.values())
        whole = countries[0] if follow else countries[-1]
        found = []
        for iso3 in countries[:4]:
            own = span if iso3 == whole else words.get(iso3, span)
            found.append(Party(own, provisional.described(token, noun, iso3, on, self._knowledge), token.i))
        return tuple(found)

    @staticmethod
    def _some_states(token: Token) -> Actor:
        """Return the states of which no more is told ("urged all nations")."""
        return Actor(f"x:{slug(token.lower)}", token.lower, "state", None, ("GOV",))

    def _state(self, token: Token, iso3: str, on: date) -> tuple[Party, ...]:
        known = self._knowledge.actors.government(iso3)
        return () if known is None else (self._party(token, self._knowledge.actors.as_of(known, on)),)

    def _is_of_others(self, token: Token, noun: ActorNoun) -> bool:
        """Tell whether those meant face their owner: "our allies" are no part of us, but of other countries."""
        beside = token.kids("amod", "compound", "nmod")
        is_told = any(named_country(child, self._knowledge, self._namesakes) is not None for child in beside)
        return noun.kind == "state" and noun.noun in _COUNTERPARTS and token.child("poss") is not None and not is_told

    def _named_beside(self, token: Token, noun: ActorNoun, on: date, depth: int) -> tuple[Party, ...]:
        """Return who an apposition names: "the daily *Magyar Nemzet*", "the manager of the harbour, *David Clay*"."""
        if token.tag != "NN":
            return ()
        for name in appositions(token, far=noun.stands_for == "person"):
            mention = self._reading.mention_of.get(name.i)
            if mention is None or name.pos != "PROPN":
                continue
            is_person = mention.kind == "person" and noun.stands_for == "person"
            is_body = mention.kind == "organisation" and noun.stands_for == "body" and name.head is token
            if is_person or (is_body and mention.span.start <= token.end + 1):
                return self._spanned(self.one(name, on, depth + 1), token)
        return ()

    def _taken_up(self, token: Token, on: date, depth: int, *, has_country: bool) -> tuple[Party, ...]:
        """Return what a noun stands for through its chain: a name, or a fuller description."""
        best = self._reading.antecedent(token)
        if best is None or best.head is token or best.kind == "pronoun":
            return ()
        owner = token.child("poss")
        if owner is not None and is_kin(token) and owner.text in best.span.exact:
            return ()  # "Scott's relatives" are not Scott
        if any(name.text not in best.span.exact for name in provisional.own_names(token)):
            return ()
        mine = self._reading.mention_of[token.i]
        if has_country and (mine.kind != "role" or best.kind != "person"):
            return ()
        if best.kind in ("role", "group") and not best.known and not self._countries_of(best.head):
            return ()
        if best.kind == mine.kind == "group" and mine.span.exact == best.span.exact:
            return ()
        return self._spanned(self.one(best.head, on, depth + 1), token)

    def _owners(self, token: Token, on: date, depth: int) -> list[Actor]:
        """Return whose the thing is: "his administration", "Hamas fighters", "members of the junta"."""
        heads = [child for child in token.children if child.dep == "poss"]
        heads += [c for c in token.children if c.dep in ("compound", "nmod", "amod") and c.text[:1].isupper()]
        heads += [head for word in ("of", "for", "from", "with") if (head := token.prep(word)) is not None]
        found: list[Actor] = []
        for head in filter(is_own_country, heads):
            for one in (head, *head.conjuncts()):
                found.extend(party.actor for party in self.one(one, on, depth + 1))
        return found
