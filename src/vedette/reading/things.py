"""Thing: a chain while it grows, with what its mentions have shown so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from vedette.reading.actor_nouns import ActorNoun
from vedette.reading.reading import Mention
from vedette.reading.tree import Token

Sort = Literal["person", "people", "body", "country", "place", "thing"]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_MALE = frozenset(
    """mr mr. sir lord king prince father son brother husband man boy businessman policeman spokesman chairman
    congressman fisherman gunman serviceman cameraman salesman statesman""".split()
)
_FEMALE = frozenset(
    """mrs mrs. ms ms. miss lady queen princess mother daughter sister wife woman girl spokeswoman businesswoman
    chairwoman congresswoman actress widow schoolgirl nun""".split()
)


@dataclass(slots=True, eq=False)
class Thing:
    """One thing of a report, as far as it has been read."""

    index: int
    sort: Sort
    mentions: list[Mention] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    """Lower-case nouns used of it, titles included."""
    countries: set[str] = field(default_factory=set)
    """Countries its phrases name; ISO alpha-3."""
    gender: str = ""
    """`m` or `f` once shown, else empty."""
    sentence: int = -1
    """Sentence of the last mention."""
    weight: float = 0.0
    """How present it is in the reader's mind as of `sentence`."""

    def add(self, mention: Mention) -> None:
        """Take in one more mention."""
        at = mention.head.sent.index
        self.weight = self.presence(at) + _weight(mention.head)
        self.sentence = at
        self.mentions.append(mention)
        self.known.update(mention.known)

    def presence(self, sentence: int) -> float:
        """Return how present the thing is when `sentence` is read; it halves with each one."""
        return float(self.weight * 0.5 ** min(max(sentence - self.sentence, 0), 20))

    def show_gender(self, word: str) -> None:
        """Learn from a title, noun or pronoun."""
        if word in _MALE:
            self.gender = "m"
        elif word in _FEMALE:
            self.gender = "f"


def _weight(head: Token) -> float:
    while head.dep == "appos" and head.head.dep in (*SUBJECTS, "appos") and head.head is not head:
        head = head.head  # "the council's eldest, *Bokar Senn*, heard him out"
    if head.dep in SUBJECTS:
        # A subject of the main clause is what a sentence is about.
        return 2.0 if head.head.dep == "ROOT" else 1.5
    if head.dep in ("dobj", "dative", "agent", "appos"):
        return 0.8
    return 0.6


def sort_of(mention: Mention, noun: ActorNoun | None) -> Sort:
    """Return what sort of thing a mention can stand for."""
    if mention.kind in ("person", "role"):
        return "person"
    if mention.kind == "organisation":
        return "body"
    if mention.kind in ("country", "place"):
        return mention.kind
    if mention.kind == "group":
        return "body" if noun is not None and noun.stands_for == "body" else "people"
    return "thing"
