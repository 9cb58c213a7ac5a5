"""Dates seen from publication or from the last date told: weekdays, "last week", "two days earlier", "now"."""

from __future__ import annotations

from vedette.grounding.timex.calendar import add_days, quarter_of, shifted, week_of
from vedette.grounding.timex.durations import length
from vedette.grounding.timex.patterns import Hit, Result, Rule, rule
from vedette.grounding.timex.reckoning import is_following, number_of, weekday_near, which_of
from vedette.grounding.timex.tense import direction


def _near_day(hit: Hit) -> Result | None:
    days = hit.whole("near")
    if hit.has("off"):
        days += -1 if hit.lower("off") == "before" else 1
    return Result("DATE", add_days(hit.published, days).isoformat())


def _weekday(hit: Hit) -> Result | None:
    number, published = hit.whole("weekday"), hit.published
    if hit.has("unit"):
        if hit.text("unit") != "W":
            return None
        monday = add_days(published, 7 * which_of(hit) - published.weekday())
        return Result("DATE", add_days(monday, number - 1).isoformat())
    if not hit.has("which"):
        token = hit.words("weekday")[0][0]
        return Result("DATE", weekday_near(published, number, direction(token)).isoformat())
    way = which_of(hit)
    if is_following(hit):
        base = hit.context.reference
        ahead = (number - base.isoweekday() - 1) % 7 + 1
        return Result("DATE", add_days(base, ahead if way > 0 else ahead - 7 or -7).isoformat())
    if way == 0:
        return Result("DATE", add_days(published, number - published.isoweekday()).isoformat())
    found = weekday_near(published, number, way)
    return Result("DATE", (add_days(found, 7 * way) if found == published else found).isoformat())


def _which_unit(hit: Hit) -> Result | None:
    unit, way = hit.text("unit"), which_of(hit)
    if unit == "D" and way == 0:
        return Result("DATE", hit.published.isoformat())
    base = hit.context.reference if is_following(hit) else hit.published
    value = shifted(base, unit, way)
    if value and unit in ("E", "C"):
        value = value[: 3 if unit == "E" else 2]
    return Result("DATE", value) if value else None


def _which_weekend(hit: Hit) -> Result | None:
    way = which_of(hit) if hit.has("which") else -1 if direction(hit.last) < 0 else 0
    published = hit.published
    if not hit.has("which") or hit.lower("which") in ("last", "past"):
        # A weekend that is over, or the one in which the report appeared.
        way = -1 if published.isoweekday() < 6 and way < 0 else 0
    return Result("DATE", week_of(add_days(published, 7 * way)) + "-WE")


def _that_unit(hit: Hit) -> Result | None:
    context, unit = hit.context, hit.text("unit")
    if not context.day_set:
        return None
    value = shifted(context.reference, unit, 0)
    return Result("DATE", value) if value else None


def _of_the_unit(hit: Hit) -> Result | None:
    """Read "the end of the month", "earlier in the week", "so far in the year"."""
    unit = hit.text("unit")
    value = shifted(hit.published, unit, 0)
    return Result("DATE", value) if value and unit != "D" else None


def _count(hit: Hit) -> float | None:
    if hit.has("count"):
        return number_of(hit.words("count"))
    return 2.0 if hit.lower("couple") == "couple" else 12.0 if hit.has("couple") else 1.0


def _moved(hit: Hit) -> Result | None:
    """Read "two weeks ago", "three days later", "a year before"."""
    count, unit, word = _count(hit), hit.text("unit"), hit.lower("moved")
    if count is None:
        return None
    if hit.has("half"):
        count, unit = count + 0.5, unit or hit.text("unit_late")
    if word in ("before", "after") and hit.after is not None and hit.after.pos not in ("PUNCT", "SYM", "CCONJ"):
        return None
    way = 1 if word in ("later", "after", "afterward", "afterwards") else -1
    if unit in ("TH", "TM", "TS"):
        hours = count if unit == "TH" else 0
        days = int(hours // 24) * way
        base = hit.published if word == "ago" else hit.context.reference
        return Result("DATE", add_days(base, days).isoformat()) if days else Result("DURATION", length(unit, count))
    if word == "ago":
        return _valued(shifted(hit.published, unit, -count))
    if unit == "Y" and way < 0 and hit.context.compared and count == 1:
        return _year_before(hit)
    return _valued(shifted(hit.context.reference if hit.context.day_set else hit.published, unit, way * count))


def _year_ago(hit: Hit) -> Result | None:
    """Read "a year ago", which in a business report is the same quarter a year before."""
    if hit.text("unit") != "Y":
        return _moved(hit)
    return _year_before(hit) if hit.context.compared else _valued(shifted(hit.published, "Y", -1))


def _year_before(hit: Hit) -> Result | None:
    year, _, quarter = str(hit.context.quarter).partition("-")
    return Result("DATE", f"{int(year) - 1}-{quarter}")


def _valued(value: str | None) -> Result | None:
    return Result("DATE", value) if value else None


def _vague_past(hit: Hit) -> Result | None:
    return Result("DATE", "PAST_REF")


def _recent(hit: Hit) -> Result | None:
    return Result("DURATION", length(hit.text("unit"), None))


def _vague_future(hit: Hit) -> Result | None:
    return Result("DATE", "FUTURE_REF")


def _these_days(hit: Hit) -> Result | None:
    return Result("DATE", "PRESENT_REF") if hit.text("unit") == "D" else None


def _reference(hit: Hit) -> Result | None:
    after = hit.after
    if (after is not None and after.lower in ("-", "as", "after", "that")) or (
        hit.before is not None and hit.before.lower == "as"
    ):
        return None
    return Result("DATE", hit.text("word"))


def _noun_reference(hit: Hit) -> Result | None:
    token, after = hit.last, hit.after
    if (
        (after is not None and after.lower == "of")
        or token.pos not in ("NOUN", "PROPN", "ADJ")
        or token.dep in ("amod", "compound", "nmod")
    ):
        return None
    return Result("DATE", {"past": "PAST_REF", "future": "FUTURE_REF", "present": "PRESENT_REF"}[token.lower])


def _current(hit: Hit) -> Result | None:
    return Result("DATE", "PRESENT_REF" if hit.last.lower == "current" else "PAST_REF")


def _year_end(hit: Hit) -> Result | None:
    return Result("DATE", f"{hit.published.year}-12-31") if hit.text("unit") == "Y" else None


def _this_year(hit: Hit) -> Result | None:
    """Read "for the year", "the first months of the year": the year of the report, if nothing more follows."""
    after = hit.after
    is_more = after is not None and (after.lower in ("of", "to", "ended", "that", "in") or after.pos in ("VERB", "NUM"))
    before = hit.before
    named = before is not None and before.lower == "of" and before.head.ent in ("PERSON", "WORK_OF_ART")
    return None if hit.text("unit") != "Y" or is_more or named else Result("DATE", f"{hit.published.year}")


def _some_day(hit: Hit) -> Result | None:
    """Read "will one day return" as some time to come."""
    token = hit.last
    is_free = hit.text("unit") == "D" and hit.words("unit")[0][0].dep == "npadvmod" and hit.match.start() > 0
    is_one = hit.tagged.tokens[hit.match.start()].lower == "one"
    return Result("DATE", "FUTURE_REF") if is_free and is_one and direction(token) == 1 else None


def _quarter(hit: Hit) -> Result | None:
    value = shifted(hit.published, "Q", which_of(hit)) or quarter_of(hit.published)
    return Result("DATE", value)


RULES: tuple[Rule, ...] = (
    rule("near_day", "EDGE? near:RELATIVE_DAY", _near_day),
    rule("near_day_off", "THE? UNIT off:(BEFORE | AFTER) near:RELATIVE_DAY", _near_day),
    rule("weekday", "(EDGE | EARLY HYPHEN?)? which:(THIS (COMING | PAST) | NEAR_ONE | PAST | COMING)? weekday:WEEKDAY",
         _weekday),
    rule("weekday_from", "which:FOLLOWING_ONE weekday:WEEKDAY", _weekday),
    rule("weekday_of_week", "weekday:WEEKDAY OF? which:NEAR_ONE unit:UNIT", _weekday),
    rule("which_unit", "EDGE? which:WHICH unit:UNIT", _which_unit),
    rule("which_quarter", "EDGE? which:WHICH QUARTER", _quarter),
    rule("which_weekend", "EDGE? which:WHICH WEEKEND", _which_weekend),
    rule("weekend", "EDGE? THE WEEKEND", _which_weekend),
    rule("that_unit", "EDGE? (THAT SAME? | THE SAME) unit:UNIT", _that_unit),
    rule("of_the_unit", "(THE? PART OF | (EARLIER | LATER | EARLY) IN | SO LONG?) THE unit:UNIT", _of_the_unit),
    rule("this_year", "((?<=FOR) | (?<=OF)) THE unit:UNIT", _this_year),
    rule("one_day", "ONES unit:UNIT", _some_day),
    rule("year_end", "unit:UNIT (HYPHEN | POSSESSIVE)? PART", _year_end),
    rule("year_ago", "A unit:UNIT moved:AGO", _year_ago),
    rule("ago", "ABOUT_IT? (A | count:COUNT | A? couple:COUPLE OF?) MORE? unit:EVERY_UNIT (OR SO)? moved:AGO",
         _moved),
    rule("ago_half", "ABOUT_IT? (count:COUNT | A unit:UNIT) AND A half:HALF (unit_late:EVERY_UNIT)? moved:AGO",
         _moved),
    rule("earlier", "ABOUT_IT? (A | count:COUNT | A? couple:COUPLE OF?) unit:EVERY_UNIT moved:MOVED",
         _moved),
    rule("vague_ago", "(ABOUT_IT? A? VAGUE)? (UNITS | QUARTERS) AGO", _vague_past),
    rule("recent_units", "(THE | MORE)? MORE? RECENT unit:UNITS", _recent),
    rule("recent_stretches", "(THE | MORE)? MORE? RECENT (QUARTERS | WEEKENDS)", _vague_past),
    rule("past_units", "(PAST | PREVIOUS) (UNITS | QUARTERS)", _vague_past),
    rule("coming_units", "THE? (COMING | FUTURE) (VAGUE)? (UNITS | QUARTERS)", _vague_future),
    rule("these_days", "THIS unit:UNITS", _these_days),
    rule("reference", "RIGHT? MORE? word:REFERENCE", _reference),
    rule("noun_reference", "THE NEAR? (PAST | FUTURE | PRESENT)", _noun_reference),
    rule("current", "(CURRENT | RECENT)", _current),
)  # fmt: skip
