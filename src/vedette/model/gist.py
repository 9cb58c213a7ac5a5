"""Gist: what a claim puts forward, as far as two claims need comparing; kept with it, so that no text is read again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mood = Literal["fact", "plan", "duty", "possible"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number a claim gives of a thing."""

    of: str
    """Lemma of what is counted ("villager", "percent"); empty where not told."""
    kind: str
    """"killed", "injured" and so on, as of counts; empty where not told."""
    is_people: bool
    """True where people are counted, or nothing tells what."""
    qualities: frozenset[str]
    """Words that say which of them ("wounded", "northern"), and whose they are: "of:" and an id ("*its* soldiers")."""
    low: float | None
    high: float | None
    """Bounds; None where open ("at least twelve" has no high)."""
    start: int
    end: int
    """Offsets of the number's words in the report's text."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Judges what somebody else said: "called the accusation baseless", "disputed the minister's figure"."""

    thing: str
    """Lemma of what is judged ("accusation", "figure", "concern")."""
    is_saying: bool
    """True where that is a thing said, whatever it was."""
    owners: frozenset[str]
    """Ids of those it belongs to; empty where not told."""
    topic: frozenset[str]
    """Matters that say which ("rumours about *the election*"); empty where not told."""


@dataclass(frozen=True, slots=True)
class Gist:
    """What a claim puts forward."""

    predicate: str
    """Matter of the word the content hangs on; empty where it holds none."""
    focus: frozenset[str]
    """Matters of the predicate and of what stands right below it: what a "not" denies."""
    words: frozenset[str]
    """Matters of all content words."""
    doers: frozenset[str]
    """Ids of who does it, and lemmas of doers nobody knows; those told by a common noun begin with `~`."""
    things: frozenset[str]
    """Matters of what it is done to."""
    names: frozenset[str]
    """Ids of actors and countries named inside, pronouns resolved."""
    sites: frozenset[str]
    """Names of places and things inside, in lower case, as they stand."""
    days: frozenset[str]
    """Values of the days told inside, and marks of how they bound it ("before:", "still:"), which end in a colon."""
    qualities: frozenset[str]
    """Words that single out a part of the thing ("northern", "second")."""
    kinds: frozenset[tuple[str, str]]
    """Things told apart by a word before them: ("plant", "water")."""
    amounts: tuple[Amount, ...]
    is_negative: bool
    """True where it says that something is not so: by its cue or by a "not" on its predicate."""
    mood: Mood
    """How the content is put: as a fact, a plan, a duty, a possibility."""
    answer: Answer | None
    """What it judges of another's words; None for most."""
    voices: frozenset[str]
    """Ids of the speakers, of those they speak for and belong to; surnames of persons; nouns of bodies."""
    circumstances: frozenset[str]
    """Matters that narrow what is told, so that denying it denies no more ("in her *presence*", "no *medicine*")."""
    is_nameless: bool
    """True where no speaker has a name of his own: another report's "officials" need not be the same."""
    told: str = ""
    """The whole claim as the encoder of links reads it: "the army denied: shelling the town"; empty in older stores."""
