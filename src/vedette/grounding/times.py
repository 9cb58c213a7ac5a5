"""Find every time expression of a report and what it means, by rule."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from vedette.grounding.timex import clock, dates, durations, quarters, relative, sets
from vedette.grounding.timex.calendar import moment_of, quarter_of, stretch
from vedette.grounding.timex.patterns import Context, Hit, Result, Rule
from vedette.grounding.timex.words import Tagged, tag, vocabulary
from vedette.model import TimeMention
from vedette.reading import Reading, Token

# Earlier modules win where two rules match the same words.
_MODULES = (sets, quarters, dates, clock, relative, durations)


_LONGER = frozenset({"P6M", "P9M", "P12M", "P1Y", "P39W", "P26W", "P52W", "P53W"})
"""Stretches a business report tells of beside its quarter; what they are compared with is no quarter."""


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(rule for module in _MODULES for rule in module.RULES)


def find_times(reading: Reading) -> tuple[TimeMention, ...]:
    """Return the report's time expressions in text order, with TIMEX3 types and values.

    Values follow TempEval-3 (2021-12-27, 2021-09, 2021-W51, 2021-12-27TMO, PAST_REF, P2W, XXXX-WXX-1) and are seen from
    the report's publication; weekdays and months look back or ahead as the governing verb does.
    """
    published = reading.report.published_on
    context = Context(published, published)
    known = vocabulary()
    found: list[TimeMention] = []
    for sentence in reading.sentences:
        tagged = tag(sentence.tokens, known)
        if tagged is None:
            continue
        context.sentence_day = None
        for first, last, result in _read(tagged, context):
            span = reading.span(first, last)
            moment = moment_of(result.value, span, published) if result.type in ("DATE", "TIME") else None
            found.append(TimeMention(span, result.type, result.value, moment))
    return tuple(found)


def _read(tagged: Tagged, context: Context) -> Iterator[tuple[Token, Token, Result]]:
    """Yield the sentence's expressions from left to right, the longest match at each place."""
    context.is_fiscal = context.is_fiscal or vocabulary().kinds["quarter"] in tagged.kinds
    matches = _matches(tagged)
    free = 0
    for start in sorted(matches):
        if start < free:
            continue
        for _, rule, match in sorted(matches[start], key=lambda item: item[0]):
            result = rule.build(Hit(tagged, match, context))
            if result is not None:
                _remember(result, context)
                yield tagged.tokens[start], tagged.tokens[match.end() - 1], result
                free = match.end()
                break


def _matches(tagged: Tagged) -> dict[int, list[tuple[tuple[int, int], Rule, re.Match[str]]]]:
    found: dict[int, list[tuple[tuple[int, int], Rule, re.Match[str]]]] = defaultdict(list)
    for rank, rule in enumerate(_rules()):
        for match in rule.pattern.finditer(tagged.kinds):
            if match.end() > match.start():
                found[match.start()].append(((-match.end(), rank), rule, match))
    return found


def _remember(result: Result, context: Context) -> None:
    """Keep what later expressions are counted from."""
    if result.type == "DURATION" and context.is_fiscal and result.value in _LONGER:
        context.is_longer = True
    if result.type not in ("DATE", "TIME"):
        return
    value = result.value
    if value[5:6] == "Q":
        # "A year earlier" leaves the quarter that is reported on as it was, and so does one still to come.
        is_over = value < quarter_of(context.published)
        if context.quarter is None or (is_over and value[:4] >= context.quarter[:4]):
            context.quarter = value
            context.is_longer = False
        return
    found = stretch(value)
    if found is None or "/" in value:
        return
    first, _, precision = found
    if precision in ("day", "time"):
        context.sentence_day = first.isoformat()
    if precision in ("day", "time", "month", "year"):
        context.reference, context.day_set = first, True
