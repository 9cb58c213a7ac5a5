"""Chain the mentions of one report that name the same thing.

One pass in text order: every mention joins the best earlier thing that fits it, or starts a new one. Names join by
form (`named_things`), role and group nouns by office, word or kind (`noun_anaphora`), pronouns by the rules of
`pronouns`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vedette.reading.actor_nouns import ActorNoun, load_actor_nouns
from vedette.reading.given_names import given_names
from vedette.reading.named_things import NamedThings, shares_surname, telling_words
from vedette.reading.names import name_tokens, tokens_of
from vedette.reading.noun_anaphora import NounAnaphora
from vedette.reading.pronouns import HE, RELATIVE, SAYING, SHE, I, referent, said_by
from vedette.reading.reading import Chain, Mention, Reading
from vedette.reading.things import Sort, Thing, sort_of
from vedette.reading.tree import Token

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge

_SPEECH_REACH = 2
"""Sentences a quotation may run on after its speaker was last mentioned."""
_REACH = 40
"""How many of the things mentioned last are weighed for a role noun or pronoun."""


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
        self.things: list[Thing] = []
        self.at: dict[int, Thing] = {}
        """Head token's index → thing."""
        self.recent: list[Thing] = []
        """Each thing once, the one mentioned last at the end."""
        self.named = NamedThings()
        self.anaphora = NounAnaphora(knowledge, reading.report.published_on)
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
        self.named.know(thing, mention)
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
            thing.countries.update(self.anaphora.countries(mention.head))
        elif mention.kind == "person":
            self._note_titles(thing, mention)
            words = name_tokens(mention)
            is_first = len(words) == 1 and not thing.names  # "Donald", of whom no more was told
            if not thing.gender and (len(words) > 1 or is_first):
                thing.gender = given_names().get(_given(words), "")
        if mention.kind not in ("role", "group") or mention.known:
            self.named.call(thing, mention)

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

    def _join(self, mention: Mention, noun: ActorNoun | None) -> Thing | None:
        if mention.kind == "pronoun":
            return self._pronoun(mention)
        bound = self._bound(mention, noun)
        if mention.kind == "role":
            return bound or self.anaphora.role(mention, noun, self.recent, self.named.by_known)
        if mention.kind == "group" and not mention.known:
            return bound or self.anaphora.group(mention, noun, self.recent)
        named = self.named.find(mention) or (
            self.anaphora.group(mention, noun, self.recent) if noun is not None and _is_bare(mention) else None
        )
        if named is not None and bound is not None and named is not bound and not bound.names:
            self._absorb(named, bound)
        return named or bound or (self._titled_before(mention) if mention.kind == "person" else None)

    def _titled_before(self, mention: Mention) -> Thing | None:
        """Return the holder of an office told without a name ("*The governor* said … Governor Ana Ruiz had said")."""
        named = name_tokens(mention)
        titles = [self.nouns.at(t) for t in tokens_of(mention) if t not in named and t.text[:1].isupper()]
        title = next((noun for noun in titles if noun is not None and _is_held_by_one(noun)), None)
        if title is None or mention.known:
            return None
        countries = self.anaphora.countries(mention.head)
        waiting = [
            thing
            for thing in self.recent
            if thing.sort == "person" and title.noun in thing.nouns and not thing.names and thing.countries == countries
        ]
        is_told = len(waiting) == 1 and any(_has_article(one) for one in waiting[0].mentions)
        return waiting[0] if is_told else None

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
        if mention.kind == "person" and thing.names and not shares_surname(thing, telling_words(mention)):
            return None
        if head.dep == "appos" and (self._is_listed_beside(thing, mention) or _is_made_up(head)):
            return None
        return thing

    @staticmethod
    def _is_listed_beside(thing: Thing, mention: Mention) -> bool:
        """Tell whether two bodies of one kind only follow each other in a list ("the Department of …, the …")."""
        words = telling_words(mention)
        if mention.kind != "organisation" or len(words) < 2 or not thing.names:
            return False
        return all(name.split(" ")[0] == words[0] and name != " ".join(words) for name in thing.names)


def _is_held_by_one(noun: ActorNoun) -> bool:
    return noun.office is not None or noun.noun in ("governor", "mayor")


def _has_article(role: Mention) -> bool:
    article = role.head.child("det")
    return role.kind == "role" and article is not None and article.lower == "the"


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


def _compatible(one: Sort, other: Sort) -> bool:
    if one == other:
        return True
    return {one, other} <= {"people", "body"} or {one, other} <= {"country", "body"}


def _is_made_up(appositive: Token) -> bool:
    """Tell whether an apposition tells of whom a group is made up ("14 foreigners, six Iraqis and a Turk, …")."""
    return appositive.child("nummod", "det") is not None and appositive.child("conj") is not None


def _is_bare(mention: Mention) -> bool:
    """Tell whether an organisation is called by its kind alone ("the Church")."""
    return mention.kind == "organisation" and not mention.known and len(name_tokens(mention)) == 1
