"""Times of day: clock times and the parts of the day, with the day they belong to."""

from __future__ import annotations

from datetime import date

from vedette.grounding.timex.calendar import add_days, day
from vedette.grounding.timex.patterns import Hit, Result, Rule, rule
from vedette.grounding.timex.reckoning import day_year, is_following, number_of, weekday_near, which_of
from vedette.grounding.timex.tense import direction


def _named_day(hit: Hit) -> date | None:
    """Return the day the expression names itself; None where it names none."""
    published = hit.published
    if hit.has("weekday"):
        found = weekday_near(published, hit.whole("weekday"), direction(hit.words("weekday")[0][0]))
        return add_days(found, 7 * way) if (way := which_of(hit)) and found == published else found
    if hit.has("near"):
        return add_days(published, hit.whole("near"))
    for parts in (("month", "day", "year"), ("month_behind", "day_before", "year_behind")):
        if hit.has(parts[0]):
            month, number, year = (hit.whole(part) for part in parts)
            return day(year or day_year(published, month, number, direction(hit.last)), month, number)
    return None


def _told_day(hit: Hit) -> str:
    """Return the day the text was last at: in this sentence, else publication."""
    return hit.context.sentence_day or hit.published.isoformat()


def _day(hit: Hit) -> str:
    found = _named_day(hit)
    return found.isoformat() if found else _told_day(hit)


def _clock(hit: Hit) -> Result | None:
    text = hit.text("clock")
    half = hit.text("half") or text[-2:]
    for ending in ("am", "pm", "gmt", "utc"):
        text = text.removesuffix(ending)
    hour, _, rest = text.replace(".", ":").partition(":")
    if not rest and len(hour) == 4 and hour.isdecimal():
        hour, rest = hour[:2], hour[2:]
    return _at(hit, int(hour), int(rest[:2] or 0), half)


def _hour(hit: Hit) -> Result | None:
    number = number_of(hit.words("hour"))
    return _at(hit, int(number), 0, hit.text("half")) if number is not None else None


def _at(hit: Hit, hour: int, minute: int, half: str) -> Result | None:
    if hour > 24 or minute > 59:
        return None
    if (half in ("pm", "AF", "EV") and hour < 12) or (half == "NI" and 5 < hour < 12):
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    universal = "Z" if hit.lower("zone") in ("gmt", "utc") else ""
    return Result("TIME", f"{_day(hit)}T{hour:02d}:{minute:02d}{universal}")


def _named_clock(hit: Hit) -> Result | None:
    return Result("TIME", f"{_day(hit)}T{hit.text('name')}")


def _zoned(hit: Hit) -> Result | None:
    digits = str(hit.value("number"))
    if len(digits) != 4 or not digits.isdecimal():
        return None
    return _at(hit, int(digits[:2]), int(digits[2:]), "")


def _part(hit: Hit) -> Result | None:
    return Result("TIME", f"{_day(hit)}T{hit.text('part')}")


def _which_part(hit: Hit) -> Result | None:
    way, part = which_of(hit), hit.text("part")
    base = hit.context.reference if is_following(hit) else hit.published
    if hit.lower("which") == "that":
        return Result("TIME", f"{_told_day(hit) if not hit.context.day_set else base.isoformat()}T{part}")
    return Result("TIME", f"{add_days(base, way).isoformat()}T{part}")


def _tonight(hit: Hit) -> Result | None:
    return Result("TIME", f"{hit.published.isoformat()}TNI")


def _night_of(hit: Hit) -> Result | None:
    return Result("TIME", f"{_day(hit)}TNI")


def _overnight(hit: Hit) -> Result | None:
    token = hit.last
    if token.dep in ("amod", "compound") and token.head.lemma in (
        "stay",
        "bag",
        "trip",
        "delivery",
        "success",
        "lodging",
    ):
        return None
    shift = 0 if direction(token) > 0 else -1
    return Result("TIME", f"{add_days(hit.published, shift).isoformat()}TNI")


RULES: tuple[Rule, ...] = (
    rule("clock", "(ABOUT | UP TO)? clock:CLOCK half:AMPM? LOCAL? zone:ZONE? ELSEWHERE? (COMMA? ON? (A_DATE))?",
         _clock),
    rule("hour", "(ABOUT | UP TO)? hour:(DAY | SPELLED) half:AMPM LOCAL? zone:ZONE? ELSEWHERE? (COMMA? ON? (A_DATE))?",
         _hour),
    rule("oclock", "(ABOUT)? hour:(DAY | SPELLED) OCLOCK (IN THE half:DAYPART)? ZONE? (COMMA? ON? (A_DATE))?", _hour),
    rule("hour_of_part", "ABOUT? hour:(DAY | SPELLED) (IN THE | AT) half:DAYPART", _hour),
    rule("named_clock", "(ABOUT | EARLY | THE)? name:CLOCK_NAME LOCAL? ZONE? (COMMA? ON? (A_DATE))?", _named_clock),
    rule("zoned", "number:(NUMBER | YEAR) zone:ZONE ELSEWHERE? (COMMA? ON? (A_DATE))?", _zoned),
    rule("day_part", "(EDGE | EARLY)? which:NEAR_ONE? (A_DATE) (AT | EARLY HYPHEN?)? part:DAYPART", _part),
    rule("part_of_day", "(EDGE | THE? EARLY)? THE? part:DAYPART (OF | ON)? COMMA? (A_DATE)", _part),
    rule("which_part", "EDGE? which:(LAST | THIS | THAT | FOLLOWING_ONE) (EARLY HYPHEN?)? part:DAYPART",
         _which_part),
    rule("part", "EDGE? ((?<=IN) | (?<=ON) | (?<=AT) | THE) (EARLY HYPHEN?)? part:DAYPART", _part),
    rule("mid_part", "EARLY HYPHEN? part:DAYPART ((A_DATE))?", _part),
    rule("tonight", "EDGE? TONIGHT", _tonight),
    rule("overnight_on", "OVERNIGHT ON? (A_DATE)", _night_of),
    rule("overnight", "OVERNIGHT", _overnight),
)  # fmt: skip
