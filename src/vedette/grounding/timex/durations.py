"""How long: "two weeks", "a 12-hour flight", "the past three months", "for years"."""

from __future__ import annotations

from vedette.grounding.timex.patterns import Hit, Result, Rule, rule
from vedette.grounding.timex.reckoning import number_of

_CODES = {"E": ("Y", 10), "C": ("Y", 100), "F": ("W", 2)}


def length(unit: str, count: float | None) -> str:
    """Return the TIMEX3 duration of so many units; None counts as several."""
    if count is None:
        code = {"E": "DE"}.get(unit, unit)
        return f"PT{'X'}{unit[1]}" if unit[0] == "T" and len(unit) == 2 else f"PX{code}"
    if unit in {"TH", "TM", "TS"}:
        return "PT" + _amount(unit[1], count)
    unit, factor = _CODES.get(unit, (unit, 1))
    return "P" + _amount(unit, count * factor)


_HALVES = {"Y": ("M", 12), "H": ("M", 60), "M": ("S", 60)}


def _amount(unit: str, count: float) -> str:
    whole = int(count)
    if count == whole:
        return f"{whole}{unit}"
    if count - whole == 0.5 and unit in _HALVES and whole:
        below, size = _HALVES[unit]
        return f"{whole}{unit}{size // 2}{below}"
    return f"{count:g}{unit}"


def _count(hit: Hit) -> float | None:
    count = number_of(hit.words("count")) if hit.has("count") else None
    if hit.has("couple"):
        count = 12 if hit.lower("couple") == "dozen" else 2
    if hit.has("one"):
        count = 1
    if hit.has("half"):
        count = (count or 0) + 0.5
    return count


def _is_age(hit: Hit) -> bool:
    """Tell whether the words tell how old somebody is, which is no stretch of the story's time."""
    tokens, end = hit.tagged.tokens, hit.match.end()
    tail = [token.lower for token in tokens[end : end + 2]]
    return tail[:1] in (["old"], ["olds"]) or tail in (["-", "old"], ["of", "age"])


def _is_part(hit: Hit) -> bool:
    """Tell whether "second" is an ordinal or "quarters" are fourths."""
    tokens, end, after = hit.tagged.tokens, hit.match.end(), hit.after
    return (
        tokens[end - 1].lower == "second" or tokens[end - 2].lower == "-" or (after is not None and after.lower == "of")
    )


def _length(hit: Hit) -> Result | None:
    if _is_age(hit):
        return None
    unit = hit.text("unit") or hit.text("unit_late")
    count = _count(hit)
    if unit in ("2", "Q") and _is_part(hit):
        return None
    if unit == "Q":
        unit, count = "M", None if count is None else 3 * count
    if hit.has("couple") and hit.lower("couple") == "dozens":
        count = None
    return Result("DURATION", length(unit, count))


def _several(hit: Hit) -> Result | None:
    """Read "the next 12 to 18 months", whose length is open."""
    return Result("DURATION", length(hit.text("unit"), None))


_RATE_WORDS = frozenset({"%", "once", "twice", "times"})


def _single(hit: Hit) -> Result | None:
    """Read "a year": a length, or a rate after an amount."""
    if _is_age(hit):
        return None
    before = hit.before
    first = hit.tagged.tokens[hit.match.start()]
    is_counted = before is not None and (before.pos in ("NOUN", "NUM", "PROPN") or before.lower in _RATE_WORDS)
    is_rate = is_counted and before is not None and first.lower in ("a", "an", "per") and before.lower != "half"
    return Result("SET" if is_rate else "DURATION", length(hit.text("unit"), 1))


def _bare(hit: Hit) -> Result | None:
    """Read "for years"; counted words such as "years" mean a length only after words that ask for one."""
    if _is_age(hit):
        return None
    before = hit.before
    if before is None or before.lower not in (
        "for",
        "in",
        "within",
        "after",
        "over",
        "of",
        "about",
        "last",
        "take",
        "took",
        "lasted",
    ):
        return None
    if before.lower == "of" and hit.text("unit") in ("TM",):
        return None
    return Result("DURATION", length(hit.text("unit"), None))


def _whole(hit: Hit) -> Result | None:
    if hit.text("unit") == "Y" and hit.context.is_fiscal:
        # What a business report calls "the full year" is the one it reports on.
        return Result("DATE", f"{hit.published.year}")
    return _ended(hit)


def _ended(hit: Hit) -> Result | None:
    return Result("DURATION", length(hit.text("unit"), 1))


def _long(hit: Hit) -> Result | None:
    """Read "a day-long siege", "the years-long war"."""
    return Result("DURATION", length(hit.text("unit"), None if hit.words("unit")[0][0].lower.endswith("s") else 1))


RULES: tuple[Rule, ...] = (
    rule("length", "ABOUT_IT? count:COUNT MORE? HYPHEN? unit:EVERY_UNIT (OR SO)?", _length),
    rule("length_thousands", "ABOUT_IT? count:YEAR unit:UNITS", _length),
    rule("length_range", "ABOUT_IT? count:COUNT HYPHEN? (TO | OR | HYPHEN) COUNT HYPHEN? unit:EVERY_UNIT", _length),
    rule("length_which_range", "THE? (LAST | PAST | NEXT | COMING) COUNT (TO | OR | HYPHEN) COUNT unit:EVERY_UNIT",
         _several),
    rule("length_half", "ABOUT_IT? count:COUNT AND A half:HALF HYPHEN? unit:EVERY_UNIT", _length),
    rule("length_and_half", "ABOUT_IT? one:A unit:UNIT AND A half:HALF", _length),
    rule("half_length", "ABOUT_IT? half:HALF HYPHEN? A? HYPHEN? unit:UNIT", _length),
    rule("length_couple", "ABOUT_IT? THE? (LAST | PAST | NEXT)? A? couple:COUPLE OF? unit:EVERY_UNIT", _length),
    rule("length_vague", "ABOUT_IT? A? VAGUE MORE? HYPHEN? unit:EVERY_UNIT", _length),
    rule("length_which", "(THE | THIS)? (LAST | PAST | NEXT | COMING | PREVIOUS | FOLLOWING | LATEST | ORDINAL | THIS) "
         "(ABOUT | MORE THAN)? (count:COUNT | VAGUE) MORE? unit:EVERY_UNIT (OR SO)?", _length),
    rule("length_the", "THE count:COUNT unit:UNITS", _length),
    rule("length_one", "ABOUT_IT? (A | PER) (ENTIRE | ADDITIONAL)? unit:UNIT (OR SO)? (?!HYPHEN LONG)", _single),
    rule("length_whole", "THE ENTIRE unit:UNIT", _whole),
    rule("length_bare", "unit:UNITS (OR UNITS)?", _bare),
    rule("length_long", "unit:EVERY_UNIT HYPHEN LONG", _long),
    rule("length_ended", "THE FISCAL? unit:UNIT (?=ENDED)", _ended),
)  # fmt: skip
