"""The calendar behind TIMEX3 values: shifting them and unfolding them to first and last day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from vedette.model import Moment, Span
from vedette.model.moment import TimePrecision

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month of each season, as the weather services of the north count them."""
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FAR = 9_000
"""Years. Shifts that leave the calendar are cut here."""


def day(year: int, month: int, number: int) -> date | None:
    """Return the date, or None where the calendar has no such day."""
    if 1 <= year <= _FAR and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]:
        return date(year, month, number)
    return None


def add_days(start: date, days: int) -> date:
    """Return the date so many days on, or `start` where that leaves the calendar."""
    ordinal = start.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= 3_000_000 else start


def add_months(start: date, months: int) -> date:
    """Return the same day so many months on, or the month's last day where it is shorter."""
    number = start.year * 12 + start.month - 1 + months
    year, month = divmod(number, 12)
    if not 1 <= year <= _FAR:
        return start
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def week_of(on: date) -> str:
    """Return the ISO week, e.g. 2021-W52."""
    year, week, _ = on.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_of(on: date) -> str:
    """Return the month, e.g. 2021-09."""
    return f"{on.year:04d}-{on.month:02d}"


def quarter_of(on: date) -> str:
    """Return the quarter, e.g. 2021-Q3."""
    return f"{on.year:04d}-Q{(on.month + 2) // 3}"


def shifted(start: date, unit: str, count: float) -> str | None:
    """Return the TIMEX3 value of `start` moved by so many units, no finer than the unit.

    unit: D, W, M, Y, E (decade), C (century), F (fortnight) or Q. None for units below a day.
    """
    whole = int(count)
    match unit:
        case "D":
            return add_days(start, whole).isoformat()
        case "W":
            return week_of(add_days(start, int(7 * count)))
        case "F":
            return week_of(add_days(start, int(14 * count)))
        case "M":
            return month_of(add_months(start, whole))
        case "Q":
            return quarter_of(add_months(start, 3 * whole))
    years = {"Y": 1, "E": 10, "C": 100}.get(unit)
    if years is None:
        return None
    year = start.year + int(count * years)
    return f"{year:04d}" if 1 <= year <= _FAR else None


def named_day(rule: str, year: int) -> date | None:
    """Return the day a holiday's rule gives in one year; None where the rule is not understood."""
    if rule.startswith("easter"):
        return add_days(easter(year), int(rule[6:]))
    parts = rule.split("-", 2)
    if len(parts) == 2:
        return day(year, int(parts[0]), int(parts[1]))
    month, weekday, nth = int(parts[0]), _WEEKDAYS.index(parts[1]), int(parts[2])
    if nth < 0:
        end = date(year, month, monthrange(year, month)[1])
        return end - timedelta((end.weekday() - weekday) % 7)
    begin = date(year, month, 1)
    return begin + timedelta((weekday - begin.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Return Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, number = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, number + 1)


def stretch(value: str) -> tuple[date, date, TimePrecision] | None:
    """Return first day, last day and precision of a TIMEX3 date or time; None for what is no calendar value."""
    try:
        return _stretch(value)
    except (ValueError, IndexError, OverflowError):
        return None


def _stretch(value: str) -> tuple[date, date, TimePrecision] | None:
    if "/" in value:
        first, last = (_stretch(part) for part in value.split("/", 1))
        return (first[0], last[1], last[2]) if first and last else None
    body, _, clock = value.partition("T")
    if not body[:1].isdigit():
        return None
    if len(body) == 10 and body[4] == "-":
        on = date.fromisoformat(body)
        return on, on, "time" if clock[:1].isdigit() else "day"
    if body.isdigit():
        return _years(body)
    return _part_of_year(int(body[:4]), body[5:])


def _part_of_year(year: int, part: str) -> tuple[date, date, TimePrecision]:
    if part[0] == "W" and part[1].isdigit():
        return _week(year, part)
    if part[0] == "Q" and part[1].isdigit():
        number = int(part[1])
        return date(year, 3 * number - 2, 1), _month_end(year, 3 * number), "quarter"
    if part in ("H1", "H2"):
        return date(year, 1 + 6 * (part == "H2"), 1), _month_end(year, 6 + 6 * (part == "H2")), "year"
    if part in SEASONS:
        first_month, last_month = SEASONS[part]
        return date(year, first_month, 1), _month_end(year + (part == "WI"), last_month), "quarter"
    return date(year, int(part), 1), _month_end(year, int(part)), "month"


def _years(body: str) -> tuple[date, date, TimePrecision]:
    number, width = int(body), 10 ** (4 - len(body))
    precision: TimePrecision = {1: "year", 10: "decade"}.get(width, "unknown")  # type: ignore[assignment]
    return date(number * width, 1, 1), date(number * width + width - 1, 12, 31), precision


def _week(year: int, part: str) -> tuple[date, date, TimePrecision]:
    week = int(part[1:3])
    if part.endswith("-WE"):
        return date.fromisocalendar(year, week, 6), date.fromisocalendar(year, week, 7), "week"
    return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7), "week"


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


_PLAIN = frozenset({"day", "time", "month", "year"})


def moment_of(value: str, span: Span, published: date) -> Moment | None:
    """Return the stretch of days a TIMEX3 date or time names; None for values that name none.

    published: the day that "now", "recently" and "soon" are seen from.
    """
    day_text = published.isoformat()
    match value:
        case "PRESENT_REF":
            return Moment(day_text, None, day_text, "day", "text", span)
        case "PAST_REF":
            return Moment(None, None, day_text, "unknown", "text", span)
        case "FUTURE_REF":
            return Moment(None, day_text, None, "unknown", "text", span)
    found = stretch(value)
    if found is None:
        return None
    first, last, precision = found
    if (
        precision in _PLAIN and "/" not in value and len(value) in (4, 7, 10) and value[5:6] not in ("H", "Q", "S", "F")
    ) or precision == "time":
        iso = value
    elif first == last:
        iso = first.isoformat()
    else:
        iso = f"{first.isoformat()}/{last.isoformat()}"
    return Moment(iso, first.isoformat(), last.isoformat(), precision, "text", span)
