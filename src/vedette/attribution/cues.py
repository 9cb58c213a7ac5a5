"""The lexicon of cues: the words by which a report hands over to a speaker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal, get_args

from vedette.errors import DataFileInvalid
from vedette.model import Stance
from vedette.model.claim import Attitude
from vedette.reading import Token

CueKind = Literal["verb", "noun", "adjective", "preposition", "adverb"]
FRAMES = frozenset(
    {
        "quote", "clause", "to", "ing", "object", "person-clause", "person-to", "object-as", "small", "object-of",
        "object-at", "object-to", "object-on", "object-with",
        "object-for", "for", "of", "about", "on", "upon", "with", "against", "at", "over", "in", "behind", "toward",
        "towards", "if", "whether",
    }
)  # fmt: skip
# Lemmas the parser gets wrong: it reads "hopes" as a form of "to hop", "texted" as one of "to texte".
_MENDED = MappingProxyType({"hop": "hope", "texte": "text"})
_TABLE = "cues.tsv"
_COLUMNS = ("kind", "cue", "attitude", "stance", "content")


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the lexicon."""

    kind: CueKind
    words: str
    """Lemma, and its particle where it has one ("point out")."""
    attitude: Attitude
    stance: Stance
    frames: tuple[str, ...]
    """Where the content may stand; see the head of the table."""


BY_MARK = Cue("verb", "", "says", "asserts", ("quote",))
"""What punctuation alone stands for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """All rows of one word and kind, by frame."""

    words: str
    frames: Mapping[str, Cue]

    @property
    def first(self) -> Cue:
        """The row to go by where no frame decides."""
        for frame in ("quote", "clause"):
            if frame in self.frames:
                return self.frames[frame]
        return next(iter(self.frames.values()))


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """The table, ready for look-up by lemma."""

    verbs: Mapping[str, Entry]
    nouns: Mapping[str, Entry]
    adjectives: Mapping[str, Entry]
    prepositions: Mapping[str, Entry]
    adverbs: Mapping[str, Entry]

    def verb(self, token: Token) -> Entry | None:
        """Return the entry of a verb, its particle counted, or None."""
        lemma = token.lemma.lower()
        lemma = _MENDED.get(lemma, lemma)
        for child in token.children:
            if child.dep in ("prt", "xcomp"):
                more = child.lower if child.dep == "prt" else f"to {child.lower}"  # "beg to differ"
                found = self.verbs.get(f"{lemma} {more}")
                if found is not None:
                    return found
        return self.verbs.get(lemma)


@cache
def cue_lexicon() -> CueLexicon:
    """Return the shipped lexicon, read once."""
    text = (resources.files("vedette.attribution") / _TABLE).read_text(encoding="utf-8")
    return parse_lexicon(text, _TABLE)


def parse_lexicon(text: str, name: str) -> CueLexicon:
    """Read a table of cues. Raises DataFileInvalid with file and line."""
    found: dict[CueKind, dict[str, dict[str, Cue]]] = {kind: {} for kind in get_args(CueKind)}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#") or tuple(line.split("\t")) == _COLUMNS:
            continue
        cue = _row(line, f"{name}:{number}")
        frames = found[cue.kind].setdefault(cue.words, {})
        for frame in cue.frames:
            if frame in frames:
                raise DataFileInvalid(f"{name}:{number}: {cue.words!r} has frame {frame!r} twice")
            frames[frame] = cue
    tables = [
        MappingProxyType({words: Entry(words, MappingProxyType(frames)) for words, frames in found[kind].items()})
        for kind in get_args(CueKind)
    ]
    return CueLexicon(*tables)


def _row(line: str, where: str) -> Cue:
    cells = line.split("\t")
    if len(cells) != len(_COLUMNS):
        raise DataFileInvalid(f"{where}: {len(cells)} columns, expected {len(_COLUMNS)} ({', '.join(_COLUMNS)})")
    kind, words, attitude, stance, content = (cell.strip() for cell in cells)
    for value, allowed in ((kind, get_args(CueKind)), (attitude, get_args(Attitude)), (stance, get_args(Stance))):
        if value not in allowed:
            raise DataFileInvalid(f"{where}: {value!r} is none of {', '.join(allowed)}")
    frames = tuple(content.split())
    if not words or not frames or not FRAMES.issuperset(frames):
        raise DataFileInvalid(f"{where}: content {content!r} must be some of {', '.join(sorted(FRAMES))}")
    return Cue(kind, words, attitude, stance, frames)  # type: ignore[arg-type]
