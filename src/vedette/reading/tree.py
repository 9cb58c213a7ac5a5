"""Token and Sentence: the parse, free of the parser that made it.

Every later stage walks these trees, so tests can build one by hand and no stage loads a model.
Dependency labels are those of the ClearNLP scheme that spaCy's English pipelines use
(nsubj, nsubjpass, dobj, dative, prep, pobj, agent, poss, relcl, acl, ccomp, xcomp, advcl, conj …).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


class Token:
    """One word of a sentence, with its place in the tree.

    Links (`head`, `children`, `sent`) are set once by `Sentence.build` and never altered.
    """

    __slots__ = (
        "children", "dep", "end", "ent", "ent_start", "head", "i", "lemma", "lower", "pos",
        "sent", "start", "tag", "text",
    )  # fmt: skip

    def __init__(  # noqa: PLR0913, PLR0917 - one argument a column of the parse; built in one place
        self, i: int, text: str, lemma: str, pos: str, tag: str, dep: str, start: int, *,
        ent: str = "", ent_start: bool = False,
    ) -> None:  # fmt: skip
        self.i = i
        """Index among all tokens of the reading."""
        self.text = text
        self.lower = text.lower()
        self.lemma = lemma
        """Lower case, except for proper nouns."""
        self.pos = pos
        """Universal part of speech (VERB, NOUN, PROPN, PRON, ADJ, AUX, ADP …)."""
        self.tag = tag
        """Penn tag (VBD, VBN, VBG, MD, NNS …)."""
        self.dep = dep
        self.start = start
        """Code point offset into the report's text."""
        self.end = start + len(text)
        self.ent = ent
        """The model's name type (PERSON, GPE, ORG, NORP, DATE …) or empty."""
        self.ent_start = ent_start
        """True on the first token of a name."""
        self.head: Token = self
        """The root is its own head."""
        self.children: tuple[Token, ...] = ()
        self.sent: Sentence

    def __repr__(self) -> str:
        return f"<{self.i} {self.text} {self.dep}<-{self.head.text}>"

    def child(self, *deps: str) -> Token | None:
        """Return the first child with one of these labels, or None."""
        for child in self.children:
            if child.dep in deps:
                return child
        return None

    def kids(self, *deps: str) -> list[Token]:
        """Return the children with one of these labels, in order."""
        return [child for child in self.children if child.dep in deps]

    def subtree(self) -> list[Token]:
        """Return this token and all below it, in text order."""
        found = [self]
        for token in found:
            found.extend(token.children)
        found.sort(key=lambda token: token.i)
        return found

    def ancestors(self) -> Iterator[Token]:
        """Yield the heads from the nearest to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def prep(self, *words: str) -> Token | None:
        """Return the object of a preposition (`prep` or `agent`) hanging on this token, or None.

        Looks through a preposition's own preposition ("out of", "away from"), but not from "according *to*".
        """
        for child in self.children:
            if child.dep in ("prep", "agent", "dative") and child.pos in ("ADP", "SCONJ", "VERB"):
                if child.lower in words:
                    found = child.child("pobj", "pcomp")
                    if found is not None:
                        return found
                for below in child.children if child.lower not in COMPLEX_PREPOSITIONS else ():
                    if below.dep == "prep" and below.lower in words:
                        found = below.child("pobj", "pcomp")
                        if found is not None:
                            return found
        return None

    def conjuncts(self) -> list[Token]:
        """Return the tokens coordinated below this one ("A, B and C" from A gives B, C).

        A loop, for lists of names run to more links than calls may nest.
        """
        found: list[Token] = []
        todo = self.kids("conj")[::-1]
        while todo:
            joined = todo.pop()
            found.append(joined)
            todo += joined.kids("conj")[::-1]
        return found


COMPLEX_PREPOSITIONS = frozenset({"according", "due", "thanks", "owing", "prior", "contrary"})
"""Words that make one preposition with the "to" behind them, which leads to nothing of what they hang on."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence of a report with its tokens in order."""

    index: int
    """Position among the report's sentences."""
    paragraph: int
    """Index of the paragraph it stands in."""
    start: int
    end: int
    """Code point offsets into the report's text."""
    text: str
    tokens: tuple[Token, ...] = field(repr=False)

    @property
    def root(self) -> Token:
        """The first token that heads itself."""
        for token in self.tokens:
            if token.head is token:
                return token
        return self.tokens[0]

    @classmethod
    def build(
        cls, index: int, paragraph: int, report_text: str, tokens: Sequence[Token], heads: Sequence[int]
    ) -> Sentence:
        """Link the tokens into a tree. `heads[k]` is the position in `tokens` of the k-th head."""
        below: list[list[Token]] = [[] for _ in tokens]
        for token, head in zip(tokens, heads, strict=True):
            token.head = tokens[head]
            if token.head is not token:
                below[head].append(token)
        start, end = tokens[0].start, tokens[-1].end
        sentence = cls(index, paragraph, start, end, report_text[start:end], tuple(tokens))
        for token, children in zip(tokens, below, strict=True):
            token.children = tuple(children)
            token.sent = sentence
        return sentence


# Labels below a noun that belong to the bare phrase a reader would quote as a party's name.
# Relative clauses, appositions, conjuncts and prepositional tails other than "of" stay outside.
_INSIDE = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "case", "quantmod", "predet", "advmod"})


def noun_phrase(head: Token) -> tuple[Token, Token]:
    """Return first and last token of the bare noun phrase headed by `head`.

    Takes in determiners, adjectives, compounds, possessors, numbers and a following "of …" chain
    ("the Ministry of Defence", "members of the group"), leaves out relative clauses, appositions
    and coordination.
    """
    first = last = head
    todo = [head]
    for token in todo:
        for child in token.children:
            if child.dep in _INSIDE and (child.i < token.i or child.dep in ("case", "compound", "nummod")):
                todo.append(child)
            elif child.dep == "prep" and child.lower == "of" and token is head and child.i > head.i:
                below = child.child("pobj")
                if below is not None:
                    todo.extend((child, below))
        if token.i < first.i:
            first = token
        if token.i > last.i:
            last = token
    return first, last
