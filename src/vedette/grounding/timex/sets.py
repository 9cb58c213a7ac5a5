"""How often: "every Thursday", "daily", "twice a week", "Mondays"."""

from __future__ import annotations

from vedette.grounding.timex.durations import length
from vedette.grounding.timex.patterns import Hit, Result, Rule, rule
from vedette.grounding.timex.reckoning import number_of


def _every_unit(hit: Hit) -> Result | None:
    count = number_of(hit.words("count")) if hit.has("count") else 2 if hit.has("other") else 1
    return Result("SET", length(hit.text("unit"), count))


def _every_weekday(hit: Hit) -> Result | None:
    part = "T" + hit.text("part") if hit.has("part") else ""
    return Result("SET", f"XXXX-WXX-{hit.whole('weekday')}{part}")


def _every_month(hit: Hit) -> Result | None:
    return Result("SET", f"XXXX-{hit.whole('month'):02d}")


def _every_season(hit: Hit) -> Result | None:
    return Result("SET", f"XXXX-{hit.text('season')}")


def _every_part(hit: Hit) -> Result | None:
    return Result("SET", f"XXXX-XX-XXT{hit.text('part')}")


def _frequency(hit: Hit) -> Result | None:
    return None if hit.last.pos == "PROPN" else Result("SET", hit.text("often"))


RULES: tuple[Rule, ...] = (
    rule("every_unit", "EVERY count:COUNT? other:ADDITIONAL? unit:EVERY_UNIT", _every_unit),
    rule("every_weekday", "EVERY weekday:WEEKDAY part:DAYPART?", _every_weekday),
    rule("weekdays", "weekday:WEEKDAYS", _every_weekday),
    rule("weekday_parts", "weekday:WEEKDAY part:DAYPARTS", _every_weekday),
    rule("every_month", "EVERY month:MONTH", _every_month),
    rule("every_season", "EVERY season:(SEASON | FALL)", _every_season),
    rule("every_part", "EVERY part:DAYPART", _every_part),
    rule("frequency", "often:FREQUENCY", _frequency),
    rule("times_a_unit", "(TWICE | COUNT TIMES) (A | PER | EVERY) unit:UNIT", _every_unit),
)  # fmt: skip
