"""Chain the mentions of one report that name the same thing.

One pass in text order: every mention joins the best earlier thing that fits it, or starts a new one.
Names join by form, role nouns by office, word or kind, pronouns by the rules of `pronouns`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vedette.reading.actor_nouns import ActorNoun, is_former, load_actor_nouns
from vedette.reading.given_names import given_names
from vedette.reading.names import name_tokens, tokens_of
from vedette.reading.pronouns import HE, RELATIVE, SAYING, SHE, I, referent, said_by
from vedette.reading.reading import Chain, Mention, Reading
from vedette.reading.things import Sort, Thing, sort_of
from vedette.reading.tree import Token

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge

_SMALL_WORDS = frozenset({"the", "a", "an", "of", "and", "for", "in", "on", "'s", "’s", "&", "-", ".", ",", '"'})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_FRESH = frozenset(
    {"a", "an", "another", "some", "other", "several", "many", "more", "few", "no", "any", "each", "every"}
)
_SPEECH_REACH = 2
"""Sentences a quotation may run on after its speaker was last mentioned."""
_REACH = 40
"""How many of the things mentioned last are weighed for a role noun or pronoun."""
# Body nouns that may take up any named body of their kind; the words in the name that show the kind.
_TAKES_UP = {
    "group": ("armed_group", "ngo", "organisation"),
    "organisation": ("ngo", "igo", "armed_group", "organisation"),
    "organization": ("ngo", "igo", "armed_group", "organisation"),
    "movement": ("armed_group", "party", "organisation"),
    "militia": ("armed_group",),
    "company": ("company",),
    "firm": ("company",),
    "bank": ("company",),
    "newspaper": ("media",),
    "agency": ("media", "igo", "organisation"),
    "daily": ("media",),
    "channel": ("media",),
    "party": ("party",),
    "bloc": ("igo",),
    "alliance": ("igo",),
    "faction": ("armed_group", "party"),
}
_REBEL_NOUNS = frozenset(
    {
        "insurgent",
        "rebel",
        "militant",
        "guerrilla",
        "guerilla",
        "extremist",
        "jihadist",
        "islamist",
        "terrorist",
        "fighter",
    }
)
_COUNTRY_NOUNS = frozenset({"country", "nation", "state", "republic", "kingdom"})


def find_chains(reading: Reading, mentions: Sequence[Mention], knowledge: Knowledge) -> tuple[Chain, ...]:
    """Return the chains of a report; every mention is in exactly one."""
    chainer = _Chainer(reading, knowledge)
    for mention in mentions:
        chainer.place(mention)
    chains = sorted((thing.mentions for thing in chainer.things if thing.mentions), key=lambda found: found[0].index)
    return tuple(Chain(k, tuple(sorted(found, key=lambda mention: mention.index))) for k, found in enumerate(chains))


class _Chainer:
    """The things of one report while it is read; lives for one call of `find_chains`."""

    def __init__(self, reading: Reading, knowledge: Knowledge) -> None:
        self.nouns = load_actor_nouns()
        self.knowledge = knowledge
        self.published = reading.report.published_on
        self.things: list[Thing] = []
        self.at: dict[int, Thing] = {}
        """Head token's index → thing."""
        self.recent: list[Thing] = []
        """Each thing once, the one mentioned last at the end."""
        self.by_name: dict[tuple[str, str], Thing] = {}
        """(sort, name, surname or acronym) → the thing last called so."""
        self.by_known: dict[str, Thing] = {}
        self.speaker: Thing | None = None
        """Who spoke last."""
        self.awaited: dict[int, Thing] = {}
        """Head token's index of a speaker yet to come → the "I" that waits for it."""

    def place(self, mention: Mention) -> None:
        noun = self.nouns.at(mention.head) if mention.kind in ("role", "group", "organisation") else None
        thing = self._join(mention, noun)
        if thing is None:
            thing = Thing(len(self.things), _pronoun_sort(mention) or sort_of(mention, noun))
            self.things.append(thing)
        self._note(thing, mention, noun)

    def _note(self, thing: Thing, mention: Mention, noun: ActorNoun | None) -> None:
        thing.add(mention)
        self.at[mention.head.i] = thing
        if thing in self.recent:
            self.recent.remove(thing)
        self.recent.append(thing)
        del self.recent[:-_REACH]
        for known in mention.known:
            self.by_known[known] = thing
        self._note_speaker(thing, mention)
        if mention.kind == "pronoun":
            self._await_speaker(thing, mention)
            if mention.head.lower in HE or mention.head.lower in SHE:
                thing.gender = "m" if mention.head.lower in HE else "f"
            return
        for token in tokens_of(mention):
            thing.show_gender(token.lower)
        if noun is not None:
            thing.nouns.add(noun.noun)
            thing.nouns.add(mention.head.lemma.lower())
            thing.countries.update(self._countries(mention.head))
        elif mention.kind == "person":
            self._note_titles(thing, mention)
            words = name_tokens(mention)
            is_first = len(words) == 1 and not thing.names  # "Donald", of whom no more was told
            if not thing.gender and (len(words) > 1 or is_first):
                thing.gender = given_names().get(_given(words), "")
        if mention.kind not in ("role", "group") or mention.known:
            self._index(thing, mention)

    def _note_speaker(self, thing: Thing, mention: Mention) -> None:
        if thing.sort != "person":
            return
        if mention.head.dep == "nsubj" and mention.head.head.lemma in SAYING:
            self.speaker = thing
        waiting = self.awaited.pop(mention.head.i, None)
        if waiting is not None and waiting is not thing:
            self._absorb(thing, waiting)

    def _await_speaker(self, thing: Thing, mention: Mention) -> None:
        """Let an "I" wait for a speaker who is named after the words quoted."""
        if mention.head.lower in I:
            speaker = said_by(mention.head)
            if speaker is not None and speaker.i not in self.at:
                self.awaited[speaker.i] = thing

    def _note_titles(self, thing: Thing, mention: Mention) -> None:
        named = name_tokens(mention)
        for token in tokens_of(mention):
            if token in named:
                break
            if (noun := self.nouns.at(token)) is not None:
                thing.nouns.update((noun.noun, token.lower))
            country = self.knowledge.countries.demonym(token.text) or self.knowledge.countries.named(token.text)
            if country is not None:
                thing.countries.add(country.iso3)

    def _index(self, thing: Thing, mention: Mention) -> None:
        sort = _family(thing.sort)
        words = _words(mention)
        if not words:
            return
        name = " ".join(words)
        thing.names.add(name)
        self.by_name[sort, name] = thing
        if thing.sort == "person":
            # A bare surname stays with whom it was last used for; a namesake called in full does not take it over.
            holder = self.by_name.get((sort, words[-1]))
            if len(words) == 1 or holder is None or words[-1] not in holder.names:
                self.by_name[sort, words[-1]] = thing
        elif len(words) > 1:
            letters = "".join(word[0] for word in words)
            if len(letters) > 1:
                self.by_name.setdefault((sort, letters), thing)

    def _join(self, mention: Mention, noun: ActorNoun | None) -> Thing | None:
        if mention.kind == "pronoun":
            return self._pronoun(mention)
        bound = self._bound(mention, noun)
        if mention.kind == "role":
            return bound or self._role(mention, noun)
        if mention.kind == "group" and not mention.known:
            return bound or self._group(mention, noun)
        named = self._named(mention) or (self._group(mention, noun) if noun is not None and _is_bare(mention) else None)
        if named is not None and bound is not None and named is not bound and not bound.names:
            self._absorb(named, bound)
        return named or bound

    def _pronoun(self, mention: Mention) -> Thing | None:
        head = mention.head
        if head.lower not in I:
            # In "I have not resigned, she said" the "I" waits for "she", and cannot tell who she is.
            waiting = self.awaited.get(head.i)
            return referent(head, self.at, [thing for thing in self.recent if thing is not waiting])
        speaker = said_by(head)
        if speaker is None:
            # A quotation runs on: who spoke last still speaks.
            near = self.speaker is not None and head.sent.index - self.speaker.sentence <= _SPEECH_REACH
            return self.speaker if near else None
        return self.at.get(speaker.i) or self.awaited.get(speaker.i)

    def _absorb(self, kept: Thing, other: Thing) -> None:
        """Move what was thought another thing into `kept`."""
        kept.mentions.extend(other.mentions)
        for mention in other.mentions:
            self.at[mention.head.i] = kept
        kept.nouns |= other.nouns
        kept.countries |= other.countries
        kept.gender = kept.gender or other.gender
        other.mentions = []
        if other in self.recent:
            self.recent.remove(other)

    def _bound(self, mention: Mention, noun: ActorNoun | None) -> Thing | None:
        """Return the thing that an apposition or "X is the …" equates the mention with."""
        head = mention.head
        thing: Thing | None = None
        if head.dep == "appos":
            thing = self.at.get(head.head.i)
        elif head.dep == "attr" and head.head.lemma == "be" and head.head.child("neg", "aux") is None:
            subject = head.head.child("nsubj")
            thing = self.at.get(subject.i) if subject is not None and mention.kind in ("role", "group") else None
        if thing is None or not _compatible(thing.sort, sort_of(mention, noun)):
            return None
        if mention.kind == "person" and thing.names and not self._same_person(thing, _words(mention)):
            return None
        if head.dep == "appos" and (self._is_listed_beside(thing, mention) or _is_made_up(head)):
            return None
        return thing

    @staticmethod
    def _is_listed_beside(thing: Thing, mention: Mention) -> bool:
        """Tell whether two bodies of one kind only follow each other in a list ("the Department of …, the …")."""
        words = _words(mention)
        if mention.kind != "organisation" or len(words) < 2 or not thing.names:
            return False
        return all(name.split(" ")[0] == words[0] and name != " ".join(words) for name in thing.names)

    @staticmethod
    def _same_person(thing: Thing, words: list[str]) -> bool:
        return bool(words) and any(name.split(" ")[-1] == words[-1] for name in thing.names)

    def _named(self, mention: Mention) -> Thing | None:
        for known in mention.known:
            if known in self.by_known:
                return self.by_known[known]
        words = _words(mention)
        if not words:
            return None
        sort = sort_of(mention, None)
        family = _family(sort)
        thing = self.by_name.get((family, " ".join(words)))
        if thing is None and len(words) == 1 and not mention.known:
            # The model's types waver: "Montalvo" may be a town to it in one sentence and a man in the next.
            thing = self.by_name.get(("other" if family == "person" else "person", words[0]))
        if thing is not None or sort != "person":
            return thing if thing is None or not (mention.known and thing.known) else None
        return self._by_surname(words, mention)

    def _by_surname(self, words: list[str], mention: Mention) -> Thing | None:
        """Return who "Vladimir Putin" is where only "Putin" was told, or "Putin" after the whole name."""
        thing = self.by_name.get(("person", words[-1]))
        if thing is None or (thing.gender and thing.gender != _shown_gender(mention, thing.gender)):
            return None
        if len(words) == 1 or all(" " not in name or name.split(" ")[0] == words[0] for name in thing.names):
            return thing
        return None

    def _countries(self, head: Token) -> set[str]:
        """Return the countries that modify a noun: adjective, possessor or "of" phrase."""
        found: set[str] = set()
        for child in head.children:
            token: Token | None = child
            if child.dep == "prep":
                token = child.child("pobj") if child.lower in ("of", "in", "for") else None
            elif child.dep not in ("amod", "compound", "poss", "nmod", "npadvmod"):
                continue
            if token is not None and token.text[:1].isupper():
                countries = self.knowledge.countries
                country = countries.demonym(token.text) or countries.named(token.text)
                if country is not None:
                    found.add(country.iso3)
        return found

    def _role(self, mention: Mention, noun: ActorNoun | None) -> Thing | None:
        if noun is None or not _is_definite(mention.head):
            return None
        if any(child.ent == "PERSON" for child in mention.head.kids("appos")):
            return None  # "the current bishop, Allan Casicas": his name tells who he is, not the bishop named before
        countries = self._countries(mention.head)
        if noun.office is not None and len(countries) == 1 and not is_former(mention.head):
            holder = self.knowledge.actors.holder(min(countries), noun.office, self.published)
            if holder is not None and holder.id in self.by_known:
                return self.by_known[holder.id]
        words = {noun.noun, mention.head.lemma.lower()}
        for thing in reversed(self.recent):
            fits = not countries or not thing.countries or countries & thing.countries
            if fits and thing.sort == "person" and thing.nouns & words:
                return thing
        return None

    def _group(self, mention: Mention, noun: ActorNoun | None) -> Thing | None:
        head = mention.head
        if noun is None or ((det := head.child("det", "nummod")) is not None and det.lower not in _DEFINITE):
            return None
        lemma = head.lemma.lower()
        countries = self._countries(head)
        definite = _is_definite(head)
        if lemma == "people" and not definite and not countries:
            return None  # "unauthorised people" are not the "110 people" told of before
        if lemma in _COUNTRY_NOUNS and head.tag == "NN":
            # "his country" is the owner's, not the one named last.
            return self._latest("country") if definite and not countries and head.child("poss") is None else None
        for thing in reversed(self.recent):
            fits = countries == thing.countries or (definite and not countries)
            if head.tag == "NNS" and thing.sort == "body" and not definite:
                continue  # "organizations" are not the one named before
            if fits and lemma in thing.nouns and thing.sort in ("people", "body"):
                return thing
        if not definite or countries:
            return None
        return self._taken_up(lemma)

    def _taken_up(self, lemma: str) -> Thing | None:
        """Return the named body that a general noun ("the group", "the insurgents") takes up again."""
        kinds = ("armed_group",) if lemma in _REBEL_NOUNS else _TAKES_UP.get(lemma, ())
        for thing in reversed(self.recent):
            if thing.sort != "body" or not thing.names:
                continue
            if any(name.split(" ")[-1] == lemma for name in thing.names):
                return thing
            if kinds and any(self._kind(known) in kinds for known in thing.known):
                return thing
        return None

    def _kind(self, known: str) -> str:
        actor = self.knowledge.actors.get(known)
        return actor.kind if actor is not None else ""

    def _latest(self, sort: Sort) -> Thing | None:
        return next((thing for thing in reversed(self.recent) if thing.sort == sort), None)


def _given(words: Sequence[Token]) -> str:
    """Return a person's given name in lower case, of two joined by a hyphen both ("jean-yves")."""
    count = 3 if len(words) > 3 and words[1].text == "-" else 1
    return "".join(word.lower for word in words[:count])


def _pronoun_sort(mention: Mention) -> Sort | None:
    """Return the sort of a pronoun that found no antecedent; None for other mentions."""
    if mention.kind != "pronoun":
        return None
    word = mention.head.lower
    if word in ("who", "whom", "whose"):
        clause = next((above for above in mention.head.ancestors() if above.dep == "relcl"), None)
        is_many = clause is not None and (clause.head.tag in ("NNS", "CD") or clause.head.lower in ("those", "all"))
        return "people" if is_many else "person"  # "the ten *who* died" are no "he"
    if word in HE or word in SHE or word in I:
        return "person"
    return "thing" if word in RELATIVE or word.startswith("it") else "people"


def _words(mention: Mention) -> list[str]:
    """Return the words of a name that tell it from others, in lower case."""
    return [token.lower.rstrip(".") or token.lower for token in name_tokens(mention) if token.lower not in _SMALL_WORDS]


def _family(sort: Sort) -> str:
    """Return the group of sorts among which the model's types may waver for one name."""
    return "person" if sort == "person" else "other"


def _compatible(one: Sort, other: Sort) -> bool:
    if one == other:
        return True
    return {one, other} <= {"people", "body"} or {one, other} <= {"country", "body"}


def _shown_gender(mention: Mention, default: str) -> str:
    probe = Thing(0, "person", gender=default)
    for token in tokens_of(mention):
        probe.show_gender(token.lower)
    return probe.gender


def _is_made_up(appositive: Token) -> bool:
    """Tell whether an apposition tells of whom a group is made up ("14 foreigners, six Iraqis and a Turk, …")."""
    return appositive.child("nummod", "det") is not None and appositive.child("conj") is not None


def _is_bare(mention: Mention) -> bool:
    """Tell whether an organisation is called by its kind alone ("the Church")."""
    return mention.kind == "organisation" and not mention.known and len(name_tokens(mention)) == 1


def _is_definite(head: Token) -> bool:
    """Tell whether a noun phrase takes up something known: "the …", "his …", "Kabul's …", a bare title."""
    det = head.child("det")
    if det is not None:
        return det.lower in _DEFINITE
    return head.child("poss") is not None or (head.child("nummod") is None and head.pos == "PROPN")


def cluster_spans(reading: Reading, spans: Sequence[tuple[int, int]], knowledge: Knowledge) -> list[int]:
    """Return a cluster number for each given span of a reading whose chains are found.

    A span takes the chain of the mention at its head word; others join where their words are the same.
    """
    starts = [token.start for token in reading.tokens]
    called = {
        _plain(reading, mention.span.start, mention.span.end): reading.chain_of[mention.index].index
        for mention in reversed(reading.mentions)
        if mention.kind != "pronoun"
    }
    numbers: dict[object, int] = {}
    found: list[int] = []
    for start, end in spans:
        head = _head_of(reading, starts, start, end)
        mention = reading.mention_of.get(head.i) if head is not None else None
        words = _plain(reading, start, end)
        key: object = reading.chain_of[mention.index].index if mention is not None else called.get(words, words)
        found.append(numbers.setdefault(key, len(numbers)))
    return found


def _head_of(reading: Reading, starts: list[int], start: int, end: int) -> Token | None:
    tokens = reading.tokens[bisect_left(starts, start) : bisect_left(starts, end)]
    inside = {token.i for token in tokens}
    for token in tokens:
        if token.dep not in ("punct", "det", "case") and (token.head is token or token.head.i not in inside):
            return token
    return tokens[-1] if tokens else None


def _plain(reading: Reading, start: int, end: int) -> str:
    words = reading.report.text[start:end].lower().split()
    return " ".join(word for word in words if word not in _SMALL_WORDS)
