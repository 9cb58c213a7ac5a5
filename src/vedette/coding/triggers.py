"""Triggers: the words that may name an event, each with its frame.

The form of the files is told in `lexicon/README.md`.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal, get_args

from vedette.errors import DataFileInvalid
from vedette.model import EventType, Status

WordClass = Literal["verb", "noun", "adjective", "modal"]
"""`modal` is for the one rule on "must" and "should"; files hold the other three."""
Requirement = Literal["", "actor", "recipient", "parties"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """One lemma or phrase with its frame."""

    event_type: EventType
    word_class: WordClass
    lemma: str
    """The last word of a multi-word noun."""
    before: tuple[str, ...] = ()
    """Words that must stand right before a multi-word noun's head."""
    particle: str = ""
    object: tuple[str, ...] = ()
    preposition: str = ""
    prep_object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    complement: tuple[str, ...] = ()
    modifier: tuple[str, ...] = ()
    unless_object: tuple[str, ...] = ()
    unless_prep_object: tuple[str, ...] = ()
    unless_modifier: tuple[str, ...] = ()
    unless_subject: tuple[str, ...] = ()
    unless_complement: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    mutual: bool = False
    mode: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    status: Status | None = None
    """None where tense and embedding decide."""
    requires: Requirement = ""
    weight: float = 1.0
    example: str = ""
    where: str = ""
    """File and line, for messages."""
    learned: bool = False
    """True where the encoder, not the lexicon, gives the type."""

    @property
    def rule(self) -> str:
        """The rule's id with its version: type, mode, words."""
        words = [*self.before, self.lemma, self.particle, self.preposition]
        for part in (self.object, self.prep_object, self.complement, self.modifier):
            words.extend(part[:1])
        mode = f".{self.mode[0]}" if self.mode else ""
        if self.learned:
            return f"learned.{self.event_type.lower()}{mode}.{self.word_class}.{self.lemma}@1"
        return (
            f"{self.event_type.lower()}{mode}.{self.word_class}.{'-'.join(w.replace(' ', '-') for w in words if w)}@1"
        )

    @property
    def specificity(self) -> int:
        """How many constraints it states; the most specific trigger wins."""
        constraints = (self.before, self.particle, self.object, self.preposition, self.prep_object, self.subject,
                       self.complement, self.modifier)  # fmt: skip
        return sum(map(bool, constraints))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All triggers, found by word class and lemma."""

    triggers: tuple[Trigger, ...]
    by_lemma: Mapping[tuple[WordClass, str], tuple[Trigger, ...]]
    version: str
    """Short digest of the files."""


OBLIGATION = Trigger(
    "REQUEST", "modal", "must", actor=("speaker",), recipient=("clause",), requires="actor", weight=0.6,
    example="The chancellor said that Minsk must let the detained activists go.",
)  # fmt: skip
"""Saying that somebody must or should do a thing asks him to."""

_LIST_KEYS = frozenset(f.name for f in fields(Trigger) if f.type == "tuple[str, ...]") - {"before"}
_TEXT_KEYS = frozenset({"particle", "preposition", "example", "status", "requires"})
_FILE_KEYS = frozenset({"type", "mode", "contexts", "trigger"})
_WORD_CLASSES: tuple[WordClass, ...] = ("verb", "noun", "adjective")


def load_lexicon(folder: Traversable | None = None, own: Sequence[Path] = ()) -> Lexicon:
    """Read every trigger file of a folder, the shipped lexicon by default, and a user's own files and folders.

    Of two triggers with equally many constraints the user's own is tried first.
    Raises DataFileInvalid with file and line for a key, type or value that is not known.
    """
    folder = folder if folder is not None else resources.files("vedette.coding") / "lexicon"
    digest = hashlib.sha256()
    files = [(f"lexicon/{name}", path) for name, path in sorted(_files(folder, ""))]
    theirs = [pair for path in own for pair in _own_files(path)]
    index: dict[tuple[WordClass, str], list[tuple[bool, Trigger]]] = {}
    found: list[Trigger] = []
    for is_own, (name, path) in [(True, pair) for pair in theirs] + [(False, pair) for pair in files]:
        text = _text(name, path)
        digest.update(text.encode())
        for trigger in _read(name, text):
            found.append(trigger)
            index.setdefault((trigger.word_class, trigger.lemma), []).append((not is_own, trigger))
    ordered = {
        key: tuple(t for _, t in sorted(group, key=lambda one: (-one[1].specificity, one[0], -one[1].weight)))
        for key, group in index.items()
    }
    return Lexicon(tuple(found), ordered, digest.hexdigest()[:12])


def read_triggers(path: Path) -> tuple[Trigger, ...]:
    """Read a file or folder of triggers, alone. Raises DataFileInvalid with file and line."""
    return tuple(trigger for name, file in _own_files(path) for trigger in _read(name, _text(name, file)))


def _own_files(path: Path) -> list[tuple[str, Traversable]]:
    if path.is_dir():
        found = sorted(_files(path, ""))
        if not found:
            raise DataFileInvalid(f"{path}: the folder holds no .toml file of triggers")
        return [(str(path / name), file) for name, file in found]
    return [(str(path), path)]


def _text(name: str, path: Traversable) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileInvalid(f"{name}: cannot be read as a UTF-8 file of triggers ({error})") from error


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".toml"):
            yield prefix + entry.name, entry


def _read(name: str, text: str) -> Iterator[Trigger]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataFileInvalid(f"{name}: {error}") from error
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.strip() == "[[trigger]]"]
    if unknown := set(data) - _FILE_KEYS:
        raise DataFileInvalid(f"{name}: unknown key {sorted(unknown)[0]!r}; known: {sorted(_FILE_KEYS)}")
    if data.get("type") not in get_args(EventType):
        raise DataFileInvalid(f"{name}: type {data.get('type')!r} is none of {get_args(EventType)}")
    for row, line in zip(data.get("trigger", []), lines, strict=True):
        yield _trigger(data, row, f"{name}:{line}")


def _trigger(file: dict[str, Any], row: dict[str, Any], where: str) -> Trigger:
    classes = [word_class for word_class in _WORD_CLASSES if word_class in row]
    if len(classes) != 1:
        raise DataFileInvalid(f"{where}: a trigger needs exactly one of {_WORD_CLASSES}, found {classes}")
    *before, lemma = split_phrase(str(row[classes[0]]))
    values: dict[str, Any] = {}
    for key, value in row.items():
        if key in _LIST_KEYS:
            values[key] = (value,) if isinstance(value, str) else tuple(value)
        elif key in _TEXT_KEYS or (key == "mutual" and isinstance(value, bool)):
            values[key] = value
        elif key == "weight" and isinstance(value, int | float) and 0 <= value <= 1:
            values[key] = float(value)
        elif key not in _WORD_CLASSES:
            raise DataFileInvalid(f"{where}: key {key!r} with value {value!r} is not understood; see lexicon/README.md")
    _check(values, where)
    for key in ("mode", "contexts"):
        if key not in values and file.get(key):
            values[key] = (file[key],) if isinstance(file[key], str) else tuple(file[key])
    return Trigger(file["type"], classes[0], lemma, tuple(before), where=where, **values)


def _check(values: dict[str, Any], where: str) -> None:
    if not values.get("example"):
        raise DataFileInvalid(f"{where}: a trigger needs an example sentence")
    if values.get("status") not in (None, *get_args(Status)):
        raise DataFileInvalid(f"{where}: status {values['status']!r} is none of {get_args(Status)}")
    if values.get("requires", "") not in get_args(Requirement):
        raise DataFileInvalid(f"{where}: requires {values['requires']!r} is none of {get_args(Requirement)[1:]}")


def split_phrase(phrase: str) -> list[str]:
    """Split a phrase as the parser does: a hyphen is a word of its own ("cease-fire")."""
    return phrase.replace("-", " - ").split()
