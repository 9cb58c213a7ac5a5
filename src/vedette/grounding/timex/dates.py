"""Calendar dates: written out, in figures, months, years, decades, centuries, seasons, holidays."""

from __future__ import annotations

from datetime import date

from vedette.grounding.timex.calendar import day, week_of
from vedette.grounding.timex.patterns import Hit, Result, Rule, rule
from vedette.grounding.timex.reckoning import day_year, holiday, month_year, spelled_year, which_of
from vedette.grounding.timex.tense import direction
from vedette.reading import Token


def _figures(hit: Hit) -> Result | None:
    year, month, number = hit.whole("year"), hit.whole("month"), hit.whole("day")
    found = day(year, month, number)
    return Result("DATE", found.isoformat()) if found else None


def _year_month(hit: Hit) -> Result | None:
    year, number = hit.whole("year"), hit.whole("month")
    if number <= 12:
        return Result("DATE", f"{year}-{number:02d}") if len(hit.lower("month")) == 2 else None
    until = year // 100 * 100 + number
    return Result("DATE", f"{year}/{until}") if until > year else None


def _slashed(hit: Hit) -> Result | None:
    parts = [int(part) for part in hit.text("date").split("/")]
    if parts[0] > 31:
        found = day(*parts)
        return Result("DATE", found.isoformat()) if found else None
    a, b, year = parts
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    options = [found for found in (day(year, a, b), day(year, b, a)) if found]
    # Where both orders make a day, the one nearer to publication is meant; the American one on a tie.
    best = min(options, key=lambda on: abs((on - hit.published).days), default=None)
    return Result("DATE", best.isoformat()) if best else None


def _month_day(hit: Hit) -> Result | None:
    month, number = hit.whole("month"), hit.whole("day")
    year = hit.whole("year") or day_year(hit.published, month, number, direction(_head(hit)))
    first = day(year, month, number)
    if first is None:
        return None
    until = day(year, hit.whole("until_month") or month, hit.whole("until")) if hit.has("until") else None
    if until and until > first:
        return Result("DATE", f"{first.isoformat()}/{until.isoformat()}")
    return Result("DATE", first.isoformat())


def _week_of(hit: Hit) -> Result | None:
    """Read "the week of March 6"."""
    named = _month_day(hit)
    return Result("DATE", week_of(date.fromisoformat(named.value))) if named and hit.text("unit") == "W" else None


def _which_month_day(hit: Hit) -> Result | None:
    """Read "last Oct. 23"."""
    month, number = hit.whole("month"), hit.whole("day")
    found = day(day_year(hit.published, month, number, which_of(hit)), month, number)
    return Result("DATE", found.isoformat()) if found else None


def _head(hit: Hit) -> Token:
    """Return the word of the match that the rest of the match hangs on."""
    token, limit = hit.last, hit.tagged.tokens[hit.match.start()].i
    while limit <= token.head.i <= hit.last.i and token.head is not token:
        token = token.head
    return token


def _month(hit: Hit) -> Result | None:
    month = hit.whole("month")
    if hit.has("year"):
        year = spelled_year(hit.words("year"))
        return Result("DATE", f"{year}-{month:02d}") if year else None
    if hit.has("span_year"):
        year = hit.whole("span_year")
        return Result("DATE", f"{year - (hit.whole('span_month') < month)}-{month:02d}")
    if hit.has("unit"):
        return _month_of_year(hit, month)
    if not _is_month(hit):
        return None
    if hit.has("which") and (way := which_of(hit)):
        year = month_year(hit.published, month, way)
        year += way if month == hit.published.month else 0
        return Result("DATE", f"{year}-{month:02d}")
    year = hit.published.year if hit.has("which") else month_year(hit.published, month, direction(_head(hit)))
    return Result("DATE", f"{year}-{month:02d}")


def _month_of_year(hit: Hit, month: int) -> Result | None:
    if hit.text("unit") != "Y":
        return None
    way = which_of(hit)
    year = (hit.context.reference.year if hit.lower("which") == "that" else hit.published.year) + way
    return Result("DATE", f"{year}-{month:02d}")


def _is_month(hit: Hit) -> bool:
    """Tell whether a month's name stands for the month and not for a person or a ship."""
    token = next(token for token, value in hit.words("month") if value)
    is_short = len(token.lower.rstrip(".")) <= 3
    before = hit.before
    if token.ent in ("", "DATE", "TIME", "CARDINAL"):
        return (
            not is_short or token.lower == "may" or (before is not None and before.pos == "ADP") or token.ent == "DATE"
        )
    return before is not None and before.lower in ("in", "since", "until", "by", "last", "next", "of", "from", "to")


_YEAR_CUES = frozenset({
    "in", "since", "until", "till", "from", "during", "by", "before", "after", "between", "to", "through",
    "early", "late", "throughout", "circa", "around", "of", "the", "and", "for",
})  # fmt: skip
_COUNTED_OUT = frozenset({
    "%", "percent", "per", "people", "troops", "soldiers", "men", "women", "dollars", "euros", "km",
    "kilometers", "kilometres", "miles", "meters", "metres", "feet", "tons", "tonnes", "pounds", "points",
    "acres", "hectares", "barrels", "shares", "square", "cubic", "mm", "times", "hours",
})  # fmt: skip


def _year(hit: Hit) -> Result | None:
    token, _ = hit.words("year")[0]
    year = hit.whole("year")
    before, after = hit.before, hit.after
    if before is not None and (
        before.tag in ("$", "SYM") or before.lower in ("#", "no.", "than", "least", "about", "€", "£")
    ):
        return None
    if after is not None and (
        after.lower in _COUNTED_OUT or (after.tag == "NNS" and token.dep == "nummod" and token.ent != "DATE")
    ):
        return None
    cued = hit.has("edge") or (before is not None and before.lower in _YEAR_CUES)
    if token.ent == "DATE" or (cued and 1400 <= year <= 2100 and token.ent not in ("MONEY", "QUANTITY", "PERCENT")):
        return Result("DATE", f"{year}")
    return None


def _sure_year(hit: Hit) -> Result | None:
    year = spelled_year(hit.words("year"))
    return Result("DATE", f"{year}") if year else None


def _the_year(hit: Hit) -> Result | None:
    if hit.text("unit") != "Y":
        return None
    numbers = [int(value) for _, value in hit.words("year") if value != ""]
    year = 2000 + sum(numbers[2:]) if numbers[1:2] == [1000] and numbers[0] == 2 else None
    return Result("DATE", f"{year or spelled_year(hit.words('year'))}")


def _spelled_year(hit: Hit) -> Result | None:
    year = spelled_year(hit.words("year"))
    return Result("DATE", f"{year}") if year and 1400 <= year <= 2100 else None


def _years(hit: Hit) -> Result | None:
    if hit.has("range"):
        first, last = hit.text("range").split("-")
        last = first[: 4 - len(last)] + last
    else:
        first, last = str(hit.value("first")), str(hit.value("last"))
    return Result("DATE", f"{first}/{last}") if 1000 <= int(first) < int(last) <= 2150 else None


def _decade(hit: Hit) -> Result | None:
    return Result("DATE", f"{hit.whole('decade')}")


def _century(hit: Hit) -> Result | None:
    number = hit.whole("nth")
    if hit.text("unit") != "C" or not 2 <= number <= 31:
        return None
    return Result("DATE", f"{number - 1:02d}")


def _season(hit: Hit) -> Result | None:
    season, published = hit.text("season"), hit.published
    if hit.has("year"):
        year = spelled_year(hit.words("year"))
        return Result("DATE", f"{year}-{season}") if year else None
    before, after = hit.before, hit.after
    if (after is not None and (after.lower == "of" or after.pos == "PROPN")) or (
        before is not None and before.pos == "PROPN" and not hit.has("which")
    ):
        return None
    begin = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    way = which_of(hit) or (0 if hit.has("which") else direction(_head(hit)))
    if hit.has("unit"):
        return Result("DATE", f"{published.year + way}-{season}") if hit.text("unit") == "Y" else None
    year = published.year + _season_shift(published, begin, way, hit)
    return Result("DATE", f"{year}-{season}")


def _season_shift(published: date, begin: int, way: int, hit: Hit) -> int:
    """Return how many years off the season is: the last that began, or the next that will."""
    in_it = begin <= published.month <= begin + 2 or (begin == 12 and published.month <= 2)
    started = published.month >= begin
    if begin == 12 and published.month <= 2:
        return -1 if way <= 0 else 0
    if hit.has("which") and way < 0 and in_it:
        return -1
    if way > 0:
        return 1 if started and not (in_it and not hit.has("which")) else 0
    return 0 if started or way == 0 else -1


def _holiday(hit: Hit) -> Result | None:
    year = hit.whole("year") or None
    way = which_of(hit) or direction(_head(hit))
    if hit.has("unit"):
        if hit.text("unit") != "Y":
            return None
        year, way = hit.published.year + which_of(hit), 0
    found = holiday(hit.published, hit.text("day"), way, year)
    return Result("DATE", found.isoformat()) if found else None


RULES: tuple[Rule, ...] = (
    rule("iso", "year:YEAR HYPHEN month:DAY HYPHEN day:DAY", _figures),
    rule("iso_month", "year:YEAR HYPHEN month:DAY", _year_month),
    rule("slashed", "date:SLASHED", _slashed),
    rule("month_day", "WEEKDAY_FIRST THE? month:MONTH DOT? THE? day:DATE_DAY (COMMA? year:YEAR)?",
         _month_day),
    rule("last_month_day", "which:(LAST | NEXT) month:MONTH DOT? day:DATE_DAY", _which_month_day),
    rule("month_days", "month:MONTH DOT? day:DATE_DAY (TO | HYPHEN) until:DATE_DAY (COMMA? year:YEAR)?", _month_day),
    rule("week_of", "THE unit:UNIT OF month:MONTH DOT? day:DATE_DAY (COMMA? year:YEAR)?", _week_of),
    rule("day_month", "WEEKDAY_FIRST THE? day:DATE_DAY OF? month:MONTH (COMMA? year:YEAR)?",
         _month_day),
    rule("days_month", "THE? day:DATE_DAY (TO | HYPHEN) until:DATE_DAY OF? month:MONTH (COMMA? year:YEAR)?",
         _month_day),
    rule("month_year", "EDGE? month:MONTH DOT? (COMMA | OF)? year:THE_YEAR", _month),
    rule("month_of_year", "EDGE? month:MONTH COMMA? OF? which:(THIS | LAST | NEXT | THAT) unit:UNIT", _month),
    rule("month_to", "EDGE? month:MONTH (?=(TO | AND | HYPHEN) EDGE? span_month:MONTH (COMMA | OF)? span_year:YEAR)",
         _month),
    rule("month", "EDGE? which:(LAST | THIS PAST | THIS COMING | THIS | NEXT | PAST)? EDGE? month:MONTH", _month),
    rule("year", "edge:EDGE? year:YEAR", _year),
    rule("year_cued", "THE? PART OF year:YEAR", _sure_year),
    rule("the_year", "THE unit:UNIT year:(YEAR | ONES SCALE (AND? SPELLED)? | SPELLED_YEAR)", _the_year),
    rule("spelled_year", "EDGE? year:SPELLED_YEAR", _spelled_year),
    rule("mid_year", "THE? year:MID_YEAR", _sure_year),
    rule("years", "first:YEAR HYPHEN last:YEAR", _years),
    rule("year_range", "range:YEARS", _years),
    rule("decade", "EDGE? THE? EARLY? HYPHEN? decade:DECADE", _decade),
    rule("decade_mid", "THE? decade:MID_DECADE", _decade),
    rule("decade_name", "(EDGE | THE) decade:DECADE_NAME", _decade),
    rule("century", "EDGE? THE? EARLY? nth:ORDINAL HYPHEN? unit:UNIT", _century),
    rule("season_year", "EDGE? THE? EARLY? season:(SEASON | FALL) (OF | COMMA)? year:THE_YEAR", _season),
    rule("season_which", "EDGE? which:WHICH season:(SEASON | FALL)", _season),
    rule("season_of_year", "EDGE? THE? season:(SEASON | FALL) OF? which:NEAR_ONE unit:UNIT", _season),
    rule("season", "(EDGE | THE EARLY? | (?<=IN) | (?<=SINCE)) season:(SEASON | FALL)", _season),
    rule("holiday", "which:NEAR_ONE? day:HOLIDAY HOLIDAY_REST* (COMMA? year:YEAR)?", _holiday),
    rule("holiday_of_year", "day:HOLIDAY HOLIDAY_REST* OF? which:NEAR_ONE unit:UNIT", _holiday),
)  # fmt: skip
