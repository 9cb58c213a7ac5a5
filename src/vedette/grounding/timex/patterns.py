"""Patterns over kinds: how a rule is written, compiled and matched."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from vedette.grounding.timex.words import Tagged, Value, vocabulary
from vedette.model.moment import TimexType
from vedette.reading import Token

# Names that stand for several kinds, or for a short run of them.
_CLASSES = {
    "MONTH": "[month month_short]",
    "WEEKDAY": "[weekday]",
    "ORDINAL": "[ordinal second ordinal_day]",
    "ANY_UNIT": "[unit quarter]",
    "ANY_UNITS": "[units quarters second]",
    "EVERY_UNIT": "[unit units quarter quarters]",
    "HYPHEN": "[dash]",
    "MOVED": "[earlier later before after]",
    "DATE_DAY": "[day ordinal_day]",
}
_MACROS = {
    "SPELLED": "(TENS HYPHEN? ONES | TENS | TEEN | ONES)",
    "NUMBER_WORDS": "((A | SPELLED) SCALE (AND? SPELLED)? | SPELLED)",
    "COUNT": "((DAY | NUMBER) FRACTION? | FRACTION | NUMBER_WORDS)",
    "SPELLED_YEAR": "((TEEN TENS | TENS TENS) HYPHEN? ONES | TEEN TENS | TEEN TEEN | TENS TEEN)",
    "NEAR_ONE": "(THIS | LAST | NEXT)",
    "THE_YEAR": "(YEAR | SPELLED_YEAR)",
    "ABOUT_IT": "(ABOUT | MORE THAN | AT LEAST | UP TO)",
    "FOLLOWING_ONE": "(THE (PREVIOUS | FOLLOWING | NEXT))",
    "EDGE": "(THE? PART OF THE? | THE? EARLY HYPHEN? | EARLIER | LATER | EARLIER ON | LATER ON)",
    "WHICH": "(THIS PAST | THIS COMING | THE? (LAST | PAST | NEXT | COMING | CURRENT | PREVIOUS | FOLLOWING) | THIS)",
    "WEEKDAY_FIRST": "((WEEKDAY | WEEKDAY_SHORT DOT?) COMMA?)?",
    "A_DATE": "WEEKDAY_FIRST (month:MONTH DOT? day:DATE_DAY (COMMA? year:YEAR)?"
    " | THE? day_before:DATE_DAY OF? month_behind:MONTH (COMMA? year_behind:YEAR)?)"
    " | weekday:WEEKDAY | near:RELATIVE_DAY",
    "ELSEWHERE": "(OPEN (NUMBER | YEAR | CLOCK) AMPM? ZONE SHUT)",
}
_GROUP = re.compile(r"([a-z_]+):\(")
_NAME = re.compile(r"(?<!\?)(?:([a-z_]+):)?([A-Z][A-Z_]*)")


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern such as `month:MONTH day:DAY (COMMA? year:YEAR)?` to one over kind characters.

    A capital name is a kind of words.tsv, a class or a macro; `name:` before it makes a group.
    """
    return re.compile(_expand(pattern).replace(" ", ""))


def _expand(pattern: str) -> str:
    def replace(match: re.Match[str]) -> str:
        group, name = match.groups()
        if name in _MACROS:
            body = _expand(_MACROS[name])
        elif name in _CLASSES:
            body = "[" + "".join(vocabulary().kinds[kind] for kind in _CLASSES[name][1:-1].split()) + "]"
        else:
            body = vocabulary().kinds[name.lower()]
        return f"(?P<{group}>{body})" if group else f"(?:{body})"

    return _NAME.sub(replace, _GROUP.sub(r"(?P<\1>", pattern))


class Result(NamedTuple):
    """What a rule makes of its words."""

    type: TimexType
    value: str


@dataclass(slots=True)
class Context:
    """What the text so far tells the rules; one for each report, filled while reading it."""

    published: date
    reference: date
    """The last day, month or year that was named; publication before any was."""
    quarter: str | None = None
    """The last quarter that was named; None before any was."""
    is_longer: bool = False
    """True while the report tells of a stretch longer than a quarter ("for the nine months")."""
    is_fiscal: bool = False
    """True once the report has spoken of quarters of business years."""
    day_set: bool = False
    """True once a day was named, so that "the next day" follows it and not publication."""
    sentence_day: str | None = None
    """The day named last in the sentence at hand; None where none was."""

    @property
    def compared(self) -> str | None:
        """The quarter that "a year earlier" is counted from; None where a longer stretch is told of, or none."""
        return None if self.is_longer else self.quarter


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found in a sentence."""

    tagged: Tagged
    match: re.Match[str]
    context: Context
    published: date = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "published", self.context.published)

    def has(self, group: str) -> bool:
        """Tell whether the group took part."""
        return bool(self.match.groupdict().get(group))

    def value(self, group: str) -> Value | None:
        """Return the value of the group's first word; None where it took no part."""
        return self.tagged.values[self.match.start(group)] if self.has(group) else None

    def whole(self, group: str) -> int:
        """Return the group's value as a whole number; 0 where it took no part."""
        found = self.value(group)
        return int(found) if found not in (None, "") else 0

    def text(self, group: str) -> str:
        """Return the group's value as text; empty where it took no part."""
        return str(self.value(group) or "") if self.has(group) else ""

    def lower(self, group: str) -> str:
        """Return the group's first word in lower case; empty where it took no part."""
        return self.tagged.tokens[self.match.start(group)].lower if self.has(group) else ""

    def words(self, group: str) -> list[tuple[Token, Value]]:
        """Return the group's tokens with their values."""
        if not self.has(group):
            return []
        places = range(*self.match.span(group))
        return [(self.tagged.tokens[k], self.tagged.values[k]) for k in places]

    @property
    def last(self) -> Token:
        """The last token of the match."""
        return self.tagged.tokens[self.match.end() - 1]

    @property
    def before(self) -> Token | None:
        """The token before the match; None at the sentence's start."""
        return self.tagged.tokens[self.match.start() - 1] if self.match.start() else None

    @property
    def after(self) -> Token | None:
        """The token after the match; None at the sentence's end."""
        end = self.match.end()
        return self.tagged.tokens[end] if end < len(self.tagged.tokens) else None


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of time expression: where it is seen and what it means."""

    id: str
    """With its version."""
    pattern: re.Pattern[str]
    build: Callable[[Hit], Result | None]
    """Gives the TIMEX3 type and value, or None where the words mean something else."""


def rule(name: str, pattern: str, build: Callable[[Hit], Result | None]) -> Rule:
    """Make a rule of a pattern in words."""
    return Rule(f"time.{name}@1", compiled(pattern), build)
