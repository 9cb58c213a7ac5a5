"""Given names that are given to one gender almost everywhere, for telling whom "he" or "she" may stand for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from vedette.errors import DataFileInvalid
from vedette.reading.tree import Token

_TABLE = "given_names.tsv"
_HEAD = "name\tgender"


@cache
def given_names() -> Mapping[str, str]:
    """Return name in lower case → `m` or `f`, from the shipped table."""
    return parse_given_names((resources.files("vedette.reading") / _TABLE).read_text(encoding="utf-8"), _TABLE)


def parse_given_names(text: str, name: str) -> Mapping[str, str]:
    """Read a table of names. Raises DataFileInvalid with file and line."""
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#") or line == _HEAD:
            continue
        given, _, gender = line.partition("\t")
        if gender not in ("m", "f") or given != given.strip().lower() or not given:
            raise DataFileInvalid(f"{name}:{number}: expected a name in lower case, a tab and m or f, found {line!r}")
        if given in found:
            raise DataFileInvalid(f"{name}:{number}: {given!r} stands here a second time; keep one row")
        found[given] = gender
    return MappingProxyType(found)


def follows_given_name(token: Token) -> bool:
    """Tell whether a given name stands right before a word as a part of its name ("Chuck *Jordan*")."""
    at = token.i - token.sent.tokens[0].i
    before = token.sent.tokens[at - 1] if at > 0 else None
    if before is None or before.dep != "compound" or before.head is not token:
        return False
    return before.pos == token.pos == "PROPN" and before.lower in given_names()
