"""Nouns that name people, groups and bodies which can act: the table and its look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, cast, get_args

from vedette.errors import DataFileInvalid
from vedette.model import ActorKind
from vedette.reading.tree import Token

StandsFor = Literal["person", "people", "body"]
_FILE = "actor_nouns.tsv"
_SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split()
)
_BODIES = ("gov", "mil", "cop")


@dataclass(frozen=True, slots=True)
class ActorNoun:
    """One row of the table: what a noun says about the actor it names."""

    noun: str
    """Lower case; several words are separated by one blank."""
    stands_for: StandsFor
    kind: ActorKind
    sectors: tuple[str, ...]
    body: str | None
    """`gov`, `mil` or `cop`: the country's own body that is meant; None for none."""
    office: str | None
    """Office whose holder the knowledge tables may name; None for none."""


@dataclass(frozen=True, slots=True, eq=False)
class ActorNouns:
    """All nouns of the table, by their words."""

    by_head: dict[str, tuple[tuple[tuple[str, ...], ActorNoun], ...]]
    """Head word → the nouns that end in it with the words before it, longest first. Read only."""
    of_heads: dict[str, ActorNoun]
    """Nouns with an "of" tail, by "<head> of <last word>" ("head of state"). Read only."""

    def at(self, token: Token) -> ActorNoun | None:
        """Return the longest noun of the table that `token` ends, or None."""
        if token.pos not in ("NOUN", "PROPN", "ADJ") and not _is_participle_noun(token):
            return None
        # "local residents" has a row of its own for the plural; plain "residents" is told by the singular's.
        forms = dict.fromkeys((token.lower, token.lemma.lower()))
        if token.pos == "PROPN":
            # "Refugees" at the head of a sentence is a name to the parser, and keeps its plural.
            forms[_singular(token.lower)] = None
        rows = [row for form in forms for row in self.by_head.get(form, ())]
        if not rows:
            return None
        if token.child("prep") is not None:
            tailed = self._with_tail(token)
            if tailed is not None:
                return tailed
        sentence, position = token.sent.tokens, token.i - token.sent.tokens[0].i
        for before, noun in rows:
            size = len(before)
            if size <= position and all(sentence[position - size + k].lower == word for k, word in enumerate(before)):
                return noun
        return None

    def word(self, word: str) -> ActorNoun | None:
        """Return the row of a single lower-case word, or None."""
        rows = self.by_head.get(word)
        return rows[-1][1] if rows and not rows[-1][0] else None

    def phrase(self, words: str) -> ActorNoun | None:
        """Return the row of a whole noun, such as "foreign minister", or None."""
        *before, head = words.replace("-", " - ").split(" ")
        return next((noun for lead, noun in self.by_head.get(head, ()) if list(lead) == before), None)

    def _with_tail(self, token: Token) -> ActorNoun | None:
        for child in token.kids("prep"):
            below = child.child("pobj") if child.lower == "of" else None
            if below is not None:
                found = self.of_heads.get(f"{token.lower} of {below.lower}")
                if found is not None:
                    return found
        return None


def _is_participle_noun(token: Token) -> bool:
    """Tell whether a participle stands as a noun ("arrested the accused", "visited the wounded")."""
    return token.tag == "VBN" and token.dep in ("dobj", "pobj", "nsubj", "nsubjpass") and token.child("det") is not None


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-2] + "an"
    return word[:-1] if word.endswith("s") else word


@cache
def load_actor_nouns() -> ActorNouns:
    """Read the shipped table. Raises DataFileInvalid with file and line where a row is malformed."""
    text = (resources.files("vedette.reading") / _FILE).read_text(encoding="utf-8")
    return parse_actor_nouns(text, _FILE)


def parse_actor_nouns(text: str, name: str) -> ActorNouns:
    """Read a table given as text; `name` is the file's name for error messages."""
    by_head: dict[str, list[tuple[tuple[str, ...], ActorNoun]]] = {}
    of_heads: dict[str, ActorNoun] = {}
    header = False
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        if not header:
            header = True
            continue
        noun = _row(line, f"{name}, line {number}")
        # The parser cuts at hyphens: "secretary-general" is read as three tokens.
        words = tuple(noun.noun.replace("-", " - ").split(" "))
        if "of" in words:
            of_heads[f"{words[words.index('of') - 1]} of {words[-1]}"] = noun
        else:
            by_head.setdefault(words[-1], []).append((words[:-1], noun))
    ordered = {head: tuple(sorted(rows, key=lambda row: -len(row[0]))) for head, rows in by_head.items()}
    return ActorNouns(ordered, of_heads)


def _row(line: str, where: str) -> ActorNoun:
    cells = line.split("\t")
    if len(cells) != 6:
        raise DataFileInvalid(f"{where}: {len(cells)} columns, expected 6 separated by tabs.")
    noun, stands_for, kind, sectors, body, office = (cell.strip() for cell in cells)
    codes = tuple(code for code in sectors.split(",") if code and code != "-")
    if stands_for not in get_args(StandsFor) or kind not in get_args(ActorKind):
        raise DataFileInvalid(f"{where}: {stands_for!r} / {kind!r} is no known stands_for / kind.")
    if unknown := [code for code in codes if code not in _SECTORS]:
        raise DataFileInvalid(f"{where}: sector {unknown[0]!r} is not a PLOVER sector.")
    if body not in (*_BODIES, "-"):
        raise DataFileInvalid(f"{where}: body {body!r} is none of {', '.join(_BODIES)} or -.")
    return ActorNoun(
        noun,
        cast(StandsFor, stands_for),
        cast(ActorKind, kind),
        codes,
        None if body == "-" else body,
        None if office == "-" else office,
    )


FORMER = frozenset({"former", "ex", "then", "late", "onetime", "past", "previous", "ousted", "deposed"})
"""Words by which who is told of holds an office no more."""


def is_former(office: Token) -> bool:
    """Tell whether a noun of office is told of who holds it no more ("the *former* secretary of state")."""
    return any(
        child.dep in ("amod", "compound", "advmod", "nmod") and child.lower in FORMER for child in office.children
    )
