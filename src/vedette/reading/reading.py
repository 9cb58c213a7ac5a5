"""Reading: a report's paragraphs, sentences, mentions and chains."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from vedette.model import Report, Span
from vedette.reading.tree import Sentence, Token, noun_phrase

ParagraphKind = Literal["body", "crosshead"]
MentionKind = Literal[
    "person", "organisation", "country", "group", "place", "equipment", "time", "count", "role", "pronoun"
]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a crosshead (a short title between paragraphs)."""

    index: int
    start: int
    end: int
    kind: ParagraphKind


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A span that names or stands for something."""

    index: int
    span: Span
    kind: MentionKind
    head: Token
    """The word the span hangs on."""
    known: tuple[str, ...] = ()
    """Ids of known things its words may name, best first; empty for pronouns and unknown names."""


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """Mentions of one thing in one report, in text order."""

    index: int
    mentions: tuple[Mention, ...]
    best: Mention = field(init=False, repr=False)
    """The mention that names the thing most fully: a name before a role before a pronoun."""

    def __post_init__(self) -> None:
        """Choose the fullest mention once: a long report asks for it at every pronoun."""
        rank = {"pronoun": 2, "role": 1}
        fullest = min(self.mentions, key=lambda m: (rank.get(m.kind, 0), not m.known, -len(m.span.exact), m.span.start))
        object.__setattr__(self, "best", fullest)

    def inside(self, sentence: Sentence) -> tuple[Mention, ...]:
        """Return its mentions whose head stands in one sentence."""
        first, last = sentence.tokens[0].i, sentence.tokens[-1].i
        at = bisect_left(self.mentions, first, key=lambda mention: mention.head.i)
        return self.mentions[at : bisect_right(self.mentions, last, key=lambda mention: mention.head.i)]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What the reading stage hands on."""

    report: Report
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...] = field(repr=False)
    """All tokens; `tokens[k].i == k`."""
    mentions: tuple[Mention, ...] = ()
    """In order of their head tokens, at most one a token."""
    chains: tuple[Chain, ...] = ()
    mention_of: dict[int, Mention] = field(default_factory=dict, repr=False)
    """Head token's index → its mention. Read only."""
    chain_of: dict[int, Chain] = field(default_factory=dict, repr=False)
    """Mention's index → its chain. Read only; every mention has one."""

    def span(self, first: Token, last: Token) -> Span:
        """Return the words from `first` to `last`, both included."""
        return Span.cut(self.report.text, first.start, last.end)

    def phrase(self, head: Token) -> Span:
        """Return the bare noun phrase headed by `head`."""
        return self.span(*noun_phrase(head))

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence a code point of the report's text stands in; None between two."""
        at = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None

    def mentions_before(self, token: Token) -> Iterator[Mention]:
        """Yield the mentions whose head stands before a token, the nearest first."""
        for k in range(bisect_left(self.mentions, token.i, key=lambda mention: mention.head.i) - 1, -1, -1):
            yield self.mentions[k]

    def antecedent(self, token: Token) -> Mention | None:
        """Return the fullest mention of what `token` stands for, or None if it is in no chain."""
        mention = self.mention_of.get(token.i)
        return self.chain_of[mention.index].best if mention is not None else None
