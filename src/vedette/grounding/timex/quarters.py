"""Quarters, halves and business years, and what business reports count from them."""

from __future__ import annotations

from vedette.grounding.timex.calendar import quarter_of
from vedette.grounding.timex.patterns import Hit, Result, Rule, rule
from vedette.grounding.timex.reckoning import which_of
from vedette.grounding.timex.tense import direction


def _quarter(hit: Hit) -> Result | None:
    number = hit.whole("nth")
    if not 1 <= number <= 4:
        return None
    published = hit.published
    if hit.has("year"):
        return Result("DATE", f"{hit.whole('year')}-Q{number}")
    if hit.has("which"):
        return Result("DATE", f"{published.year + which_of(hit)}-Q{number}") if hit.text("unit") == "Y" else None
    if hit.has("earlier"):
        return _before(hit, number)
    now = (published.month + 2) // 3
    way = direction(hit.last)
    year = published.year
    if way > 0 and number < now - 1:
        year += 1
    elif way <= 0 and number > now + (published.month % 3 != 2):
        year -= 1
    return Result("DATE", f"{year}-Q{number}")


def _before(hit: Hit, number: int | None = None) -> Result | None:
    """Read "the year-earlier quarter" from the quarter named last."""
    told = hit.context.quarter if number else hit.context.compared
    year, _, quarter = told.partition("-") if told else (str(hit.published.year), "", "")
    quarter = f"Q{number}" if number else quarter
    return Result("DATE", f"{int(year) - 1}-{quarter}" if quarter else f"{int(year) - 1}")


def _told(hit: Hit) -> Result | None:
    """Read "the latest quarter", "the 1988 period" from the quarter named last."""
    told = hit.context.quarter
    if not hit.context.is_fiscal or (hit.last.lower == "period" and told is None):
        return None
    value = told or quarter_of(hit.published)
    if hit.has("year"):
        value = f"{hit.whole('year')}{value[4:]}" if hit.context.compared else f"{hit.whole('year')}"
    elif hit.has("last_year"):
        value = f"{int(value[:4]) - 1}{value[4:]}"
    return Result("DATE", value)


def _coded(hit: Hit) -> Result | None:
    year = hit.whole("year") or hit.published.year
    return Result("DATE", f"{year}-Q{hit.whole('nth')}")


def _half(hit: Hit) -> Result | None:
    # Neither "the last half" nor "the latter half" has a number of its own.
    number = hit.whole("nth") or 2
    if number not in (1, 2) or not (hit.has("year") or hit.has("which") or hit.context.is_fiscal):
        return None
    year = hit.whole("year") or hit.published.year + which_of(hit)
    return Result("DATE", f"{year}-H{number}")


def _year_earlier(hit: Hit) -> Result | None:
    return _before(hit) if hit.text("unit") == "Y" else None


def _business_year(hit: Hit) -> Result | None:
    if hit.has("year"):
        return Result("DATE", f"{hit.whole('year')}")
    return Result("DATE", f"{hit.published.year + which_of(hit)}") if hit.text("unit") == "Y" else None


_EARLIER = "(earlier:UNIT HYPHEN (AGO | EARLIER))"

RULES: tuple[Rule, ...] = (
    rule("quarter", "EDGE? THE? FISCAL? HYPHEN? nth:(ORDINAL | FINAL) HYPHEN? QUARTER (OF FISCAL? year:YEAR)?",
         _quarter),
    rule("quarter_of_year", "EDGE? THE? nth:(ORDINAL | FINAL) HYPHEN? QUARTER OF? which:NEAR_ONE unit:UNIT",
         _quarter),
    rule("year_quarter", "THE? FISCAL? year:YEAR nth:(ORDINAL | FINAL) HYPHEN? QUARTER", _quarter),
    rule("years_quarter", "which:NEAR_ONE unit:UNIT POSSESSIVE nth:(ORDINAL | FINAL) HYPHEN? QUARTER", _quarter),
    rule("earlier_quarter", f"THE? COMPARABLE? {_EARLIER} FISCAL? nth:ORDINAL HYPHEN? QUARTER", _quarter),
    rule("told_quarter", "THE (LATEST | COMPARABLE)? (QUARTER | PERIOD)", _told),
    rule("told_that", "THAT (QUARTER | PERIOD)", _told),
    rule("told_latest", "THE LATEST PERIOD", _told),
    rule("told_year_quarter", "THE COMPARABLE? year:YEAR (QUARTER | PERIOD)", _told),
    rule("told_last_year", "LAST last_year:UNIT POSSESSIVE (QUARTER | PERIOD)", _told),
    rule("told_same", "THE (COMPARABLE | SAME) (QUARTER | PERIOD) (LAST last_year:UNIT)?", _told),
    rule("coded_quarter", "nth:QUARTER_CODE (OF | COMMA)? year:YEAR?", _coded),
    rule("coded_year_quarter", "year:YEAR HYPHEN? nth:QUARTER_CODE", _coded),
    rule("half", "THE? EARLY? nth:(ORDINAL | LAST) HYPHEN? HALF OF year:YEAR", _half),
    rule("half_of_year", "THE? nth:ORDINAL HYPHEN? HALF OF? (which:(THIS | LAST | NEXT | THE) UNIT)?", _half),
    rule("year_earlier", "THE? COMPARABLE? unit:UNIT HYPHEN (AGO | EARLIER) (QUARTER | PERIOD)?", _year_earlier),
    rule("fiscal", "FISCAL year:YEAR", _business_year),
    rule("fiscal_year", "EDGE? which:(THE | THIS | LAST | NEXT | CURRENT | THE CURRENT | THE LATEST) FISCAL unit:UNIT",
         _business_year),
)  # fmt: skip
