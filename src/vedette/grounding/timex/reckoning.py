"""Which day, month or year an incomplete date means: shared by the rule files."""

from __future__ import annotations

from datetime import date

from vedette.grounding.timex.calendar import add_days, add_months, day, named_day
from vedette.grounding.timex.patterns import Hit
from vedette.grounding.timex.tense import NEAREST
from vedette.grounding.timex.words import Value
from vedette.reading import Token

_HALF_A_WEEK = 3
_FAR_OFF = 300
"""Days. A date this far away in the direction of the tense, and near in the other, is the near one."""


def weekday_near(published: date, weekday: int, way: int) -> date:
    """Return the last such weekday, publication included, the next where `way` is 1, or the nearer of both."""
    back = (published.isoweekday() - weekday) % 7
    is_ahead = way == 1 or (way == NEAREST and back > _HALF_A_WEEK)
    return add_days(published, 7 - back if is_ahead and back else -back)


def month_year(published: date, month: int, way: int) -> int:
    """Return the year of a month named alone: the last, the next, or the nearest where nothing tells."""
    distance = month - published.month
    way = 0 if way == NEAREST else way
    if way < 0:
        return published.year - (distance > 0)
    if way > 0:
        return published.year + (distance < 0)
    return published.year - (distance > 6) + (distance < -6)


def day_year(published: date, month: int, number: int, way: int) -> int:
    """Return the year of a day named without one, by tense and nearness."""
    options = [found for year in range(published.year - 1, published.year + 2) if (found := day(year, month, number))]
    if not options:
        return published.year
    nearest = min(options, key=lambda on: abs((on - published).days))
    way = 0 if way == NEAREST else way
    kept = [on for on in options if way == 0 or (on - published).days * way >= 0]
    chosen = min(kept, key=lambda on: abs((on - published).days), default=nearest)
    if abs((chosen - published).days) > _FAR_OFF:
        chosen = nearest
    return chosen.year


def holiday(published: date, rule: str, way: int, year: int | None) -> date | None:
    """Return the day of a holiday, by its year or by tense."""
    if year is not None:
        return named_day(rule, year)
    options = [found for y in range(published.year - 1, published.year + 2) if (found := named_day(rule, y))]
    way = 0 if way == NEAREST else way
    kept = [on for on in options if (on - published).days * way >= 0] if way else options
    return min(kept or options, key=lambda on: abs((on - published).days), default=None)


def number_of(words: list[tuple[Token, Value]]) -> float | None:
    """Return the number that words such as "2 1/2", "twenty-four" or "a hundred" make; None where there is none."""
    total, found = 0.0, False
    for token, read in words:
        if isinstance(read, str) and not read.isdecimal() and token.lower not in ("a", "an"):
            continue
        value = float(read) if read != "" else 1.0
        if value in (100, 1000) and not token.text[0].isdigit():
            total = max(total, 1) * value
        elif token.lower in ("a", "an"):
            total = max(total, 1)
        else:
            total += value
        found = True
    return total if found else None


def spelled_year(words: list[tuple[Token, Value]]) -> int | None:
    """Return the year of "1996" or "nineteen ninety-six"; None where the words make none."""
    numbers = [int(value) for _, value in words if value != ""]
    if len(numbers) == 1:
        return numbers[0] if numbers[0] > 999 else None
    year = numbers[0] * 100 + sum(numbers[1:])
    return year if 1000 <= year <= 2150 else None


def step(which: str, *, through: bool = False) -> int:
    """Return -1, 0 or 1 for "last", "this", "next" and their like."""
    if which in ("last", "past", "previous", "preceding", "prior") or through:
        return -1
    return 1 if which in ("next", "coming", "upcoming", "following", "ensuing") else 0


def which_of(hit: Hit, group: str = "which") -> int:
    """Return the step that the deciding word of "the last", "this past" or "next" gives."""
    return max((step(token.lower) for token, _ in hit.words(group)), key=abs, default=0)


def is_following(hit: Hit, group: str = "which") -> bool:
    """Tell whether the words count from what was told before ("the following"), not from publication."""
    lowers = [token.lower for token, _ in hit.words(group)]
    if any(lower in ("following", "ensuing", "previous", "preceding", "prior") for lower in lowers):
        return True
    return lowers[-2:] == ["the", "next"] and hit.context.day_set


def months_from(start: date, count: int) -> date:
    """Return the first day of the month so many months on."""
    return add_months(start.replace(day=1), count)
