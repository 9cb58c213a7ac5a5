"""The vocabulary of time, and the tagging of a sentence with its kinds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from vedette.errors import DataFileInvalid
from vedette.grounding.timex.calendar import named_day
from vedette.reading import Token

# Kinds that no table can list: what a token of digits may be.
_MADE = ("other", "day", "number", "year", "clock", "slashed", "decade", "fraction", "ordinal_day", "mid_year",
         "mid_decade", "years", "holiday", "holiday_rest")  # fmt: skip
# A sentence without any of these holds no time expression and is not looked at further.
_TRIGGERS = (
    "month", "month_short", "weekday", "weekdays", "daypart", "dayparts", "clock_name", "season", "fall", "unit",
    "units", "quarter", "quarters", "weekend", "weekends", "half", "period", "quarter_code", "decade_name",
    "relative_day", "tonight", "overnight", "recent", "future", "present", "past", "reference", "frequency", "ampm",
    "oclock", "zone", "year", "clock", "slashed", "decade", "mid_year", "mid_decade", "years", "holiday", "while",
    "time", "teen",
)  # fmt: skip
_NUMBER_WORDS = frozenset({"year", "years", "mid_year", "quarter_code", "weekday", "weekdays", "weekday_short", "month",
                           "month_short", "couple", "ones", "teen", "tens", "scale", "ordinal", "second", "final",
                           "decade_name", "relative_day"})  # fmt: skip

Value = int | float | str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of words.tsv and holidays.tsv, ready for look-up."""

    kinds: dict[str, str]
    """Kind → the one character that stands for it in a kind string."""
    words: dict[str, tuple[str, Value]]
    """Lower-case word → (kind, value). Read only."""
    holidays: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    """First word → the names that begin with it, longest first, each with its rule. Read only."""
    triggers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence's tokens with one kind character and one value each."""

    tokens: Sequence[Token]
    kinds: str
    values: Sequence[Value]


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary; raises DataFileInvalid where a table is malformed."""
    words: dict[str, tuple[str, Value]] = {}
    names = list(_MADE)
    for number, (kind, word, value) in _rows("words.tsv", 3):
        if word in words:
            raise DataFileInvalid(f"words.tsv, line {number}: {word!r} is listed twice")
        if kind not in names:
            names.append(kind)
        words[word] = (kind, _value(kind, value, number))
    kinds = {name: chr(0x100 + place) for place, name in enumerate(names)}
    missing = [name for name in _TRIGGERS if name not in kinds]
    if missing:
        raise DataFileInvalid(f"words.tsv: no word of kind {missing[0]!r}")
    return Vocabulary(kinds, words, _holidays(), frozenset(kinds[name] for name in _TRIGGERS))


def _rows(name: str, width: int) -> list[tuple[int, list[str]]]:
    text = (resources.files("vedette.grounding.timex") / name).read_text(encoding="utf-8")
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != width:
            raise DataFileInvalid(f"{name}, line {number}: {len(fields)} columns, expected {width}")
        rows.append((number, fields))
    return rows[1:]


def _value(kind: str, value: str, number: int) -> Value:
    if kind not in _NUMBER_WORDS:
        return value
    try:
        return int(value)
    except ValueError as error:
        raise DataFileInvalid(f"words.tsv, line {number}: value {value!r} is no number") from error


def _holidays() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for number, (name, rule) in _rows("holidays.tsv", 2):
        try:
            is_known = named_day(rule, 2000) is not None
        except ValueError:
            is_known = False
        if not is_known:
            raise DataFileInvalid(f"holidays.tsv, line {number}: rule {rule!r} names no day")
        parts = tuple(name.split(" "))
        found.setdefault(parts[0], []).append((parts, rule))
    return {first: tuple(sorted(names, key=lambda item: -len(item[0]))) for first, names in found.items()}


def tag(tokens: Sequence[Token], known: Vocabulary) -> Tagged | None:
    """Return the tokens with their kinds, or None where nothing tells of time."""
    kinds, values = [], []
    char, words, other = known.kinds, known.words, known.kinds["other"]
    holiday = False
    for token in tokens:
        lower = token.lower
        entry = words.get(lower)
        if entry is not None:
            kind, value = entry
            kinds.append(char[kind] if _is_meant(token, kind) else other)
            values.append(value)
        elif (lower[0].isdigit() or (len(lower) > 4 and lower[-1].isdigit()) or lower[0] in "½¼¾" or (lower[-1] == "s"
              and len(lower) > 4 and lower[-2] == "0")):  # fmt: skip
            kind, value = _digits(lower)
            kinds.append(char[kind])
            values.append(value)
        else:
            kinds.append(other)
            values.append("")
        holiday = holiday or lower in known.holidays
    if holiday:
        _mark_holidays(tokens, kinds, values, known)
    if known.triggers.isdisjoint(kinds):
        return None
    return Tagged(tokens, "".join(kinds), values)


def _mark_holidays(tokens: Sequence[Token], kinds: list[str], values: list[Value], known: Vocabulary) -> None:
    for at, token in enumerate(tokens):
        for parts, rule in known.holidays.get(token.lower, ()):
            if token.ent != "PERSON" and tuple(t.lower for t in tokens[at : at + len(parts)]) == parts:
                kinds[at : at + len(parts)] = [known.kinds["holiday"]] + [known.kinds["holiday_rest"]] * (
                    len(parts) - 1
                )
                values[at] = rule
                break


# Kinds whose words are also common words of another part of speech.
_CAPITAL = frozenset({"month", "month_short", "weekday", "weekdays", "weekday_short"})
_NOUN = frozenset({"season", "fall", "quarter", "half", "period", "time", "unit", "units", "while"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADV"})


def _is_meant(token: Token, kind: str) -> bool:
    """Tell whether a word stands in the sense its kind says ("May", not "may")."""
    if kind in _CAPITAL:
        capital = token.text[0].isupper()
        return capital and token.pos not in ("AUX", "VERB") and token.ent not in ("PERSON", "GPE")
    if kind in _NOUN:
        return token.pos in _NOMINAL
    if kind in ("last", "past", "present", "part", "early"):
        return token.pos != "VERB" or token.dep == "amod"
    if kind == "that":
        return token.pos in ("DET", "PRON")
    return True


_FRACTIONS = {"½": 0.5, "1/2": 0.5, "¼": 0.25, "1/4": 0.25, "¾": 0.75, "3/4": 0.75}


def _digits(lower: str) -> tuple[str, Value]:
    """Return kind and value of a token with digits in it."""
    if lower.isdecimal() and lower.isascii():
        return _plain_number(lower)
    if lower in _FRACTIONS:
        return "fraction", _FRACTIONS[lower]
    for divider in ":./":
        if divider in lower:
            parts = lower.split(divider)
            if divider == ":" or (divider == "." and lower.endswith(("am", "pm"))):
                return ("clock", lower) if _is_clock(lower) else ("other", lower)
            if divider == "/":
                return ("slashed", lower) if len(parts) == 3 and all(p.isdecimal() for p in parts) else ("other", lower)
    return _mixed(lower)


def _plain_number(lower: str) -> tuple[str, Value]:
    if len(lower) > 9:
        return "other", lower
    number = int(lower)
    if len(lower) == 4 and (1000 <= number <= 2150):
        return "year", number
    if 1 <= number <= 31 and len(lower) <= 2:
        return "day", number
    return "number", lower if len(lower) == 4 else number


def _mixed(lower: str) -> tuple[str, Value]:
    """Return kind and value of digits with letters or dashes: 1990s, 21st, mid-1996, 2001–14, 10am."""
    if lower.isascii() and lower[0].isdecimal() and lower[-2:] in ("st", "nd", "rd", "th") and lower[:-2].isdecimal():
        return ("ordinal_day", int(lower[:-2])) if len(lower) <= 4 else ("other", lower)
    return _joined(lower) or _amount(lower)


def _joined(lower: str) -> tuple[str, Value] | None:
    """Return kind and value of 1990s, 10am, mid-1996 and 2001–14; None for anything else."""
    if lower[-1] == "s" and lower[:-1].isdecimal() and lower[-2] == "0" and len(lower) in (3, 5):
        return "decade", int(lower[:-2]) if len(lower) == 5 else 190 + int(lower[0])
    if lower[-2:] in ("am", "pm") and lower[:-2].isdecimal() and len(lower) <= 4:
        return ("clock", lower) if _is_clock(lower) else ("other", lower)
    head, _, tail = lower.replace("–", "-").partition("-")
    if head in ("mid", "post", "pre", "early", "late") and tail[:4].isdecimal() and tail.isascii():
        if len(tail) == 4:
            return "mid_year", int(tail)
        if len(tail) == 5 and tail.endswith("0s"):
            return "mid_decade", int(tail[:3])
    if (
        len(head) == 4
        and head.isdecimal()
        and tail.isdecimal()
        and len(tail) in (2, 4)
        and lower.isascii() | ("–" in lower)
    ):
        return "years", lower.replace("–", "-")
    return None


def _amount(lower: str) -> tuple[str, Value]:
    """Return kind and value of 2½, 2.5 and 1,200; "other" for anything else."""
    if lower[-1] in _FRACTIONS and lower[:-1].isdecimal() and lower.isascii() is False and len(lower) <= 4:
        return "number", int(lower[:-1]) + _FRACTIONS[lower[-1]]
    if lower.replace(",", "").replace(".", "", 1).isdecimal() and lower.isascii() and len(lower) <= 12:
        return "number", float(lower.replace(",", ""))
    return "other", lower


def _is_clock(lower: str) -> bool:
    text = lower
    for ending in ("am", "pm", "gmt", "utc"):
        text = text.removesuffix(ending)
    parts = text.replace(".", ":").split(":")
    if not 1 <= len(parts) <= 3 or not all(p.isdecimal() and p.isascii() and len(p) <= 2 for p in parts):
        return False
    return int(parts[0]) <= 24 and (len(parts) == 1 or (int(parts[1]) < 60 and len(parts[1]) == 2))
