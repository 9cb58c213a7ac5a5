"""When acts took place: our own sentences."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vedette.grounding.moments import moment_finder
from vedette.grounding.times import find_times
from vedette.model import Moment, Report
from vedette.reading import Parser

PUBLISHED = "2021-12-29"


def moment(parser: Parser, text: str, word: str) -> Moment:
    reading = parser.read(Report.make(text, PUBLISHED))
    find = moment_finder(reading, find_times(reading))
    return find(next(token for token in reading.tokens if token.text == word))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "value", "basis"),
    [
        ("Troops entered the town on Monday.", "entered", "2021-12-27", "text"),
        ("In September, the army reinforced its bases.", "reinforced", "2021-09", "text"),
        ("On Monday, troops entered the town and seized the bridge.", "seized", "2021-12-27", "text"),
        ("Fighters attacked and burned two villages on Sunday.", "attacked", "2021-12-26", "text"),
        ("Protesters marched on Tuesday, killing two officers.", "killing", "2021-12-28", "text"),
        ("Addressing reporters on Tuesday, the spokesman said that nothing was planned.", "said", "2021-12-28", "text"),
        ("The ministry said on Saturday that the army had shelled the town.", "said", "2021-12-25", "text"),
        ("The army shelled the town on Friday, the ministry said Saturday.", "shelled", "2021-12-24", "text"),
        ("The army shelled the town on Friday, the ministry said Saturday.", "said", "2021-12-25", "text"),
        ("Guards entered the mill in the early hours of Monday.", "entered", "2021-12-27", "text"),
        ("The envoy, in office since 2019, said the truce held.", "said", "2021-12-29", "published"),
        ("Monday's blast killed five people.", "blast", "2021-12-27", "text"),
        ("Monday's blast killed five people.", "killed", "2021-12-27", "text"),
        ("The minister condemned Friday's attack.", "attack", "2021-12-24", "text"),
        ("Two guards were wounded in Sunday's raid on the mill.", "wounded", "2021-12-26", "text"),
        ("The miller was jailed during last year's crackdown.", "jailed", "2020", "text"),
        ("The mayor spoke of Sunday's raid.", "spoke", "2021-12-29", "published"),
        ("The two sides held talks on Tuesday.", "talks", "2021-12-28", "text"),
        ("The president, who visited Kabul last week, signed the law today.", "signed", "2021-12-29", "text"),
        ("They fought between 2001 and 2014.", "fought", "2001/2014", "text"),
        ("Fighting lasted from July to December.", "lasted", "2021-07/2021-12", "text"),
        ("Police were called shortly after 5 p.m. on Saturday.", "called", "2021-12-25", "text"),
        ("They will hold a vote on Jan. 15.", "hold", "2022-01-15", "text"),
        ("On Monday, troops entered the town. They shelled the market.", "shelled", "2021-12-27", "narrative"),
    ],
)
def test_moment_in_the_text(parser: Parser, text: str, word: str, value: str, basis: str) -> None:
    found = moment(parser, text, word)
    assert (found.value, found.basis) == (value, basis)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The ministry said on Saturday that the army had shelled the town.", "shelled"),
        ("The minister condemned Friday's attack.", "condemned"),
        ("Troops entered the town.", "entered"),
        ("The army recruited more men than last year.", "recruited"),
        ("Rebels marched after soldiers had fired on the crowd in August.", "marched"),
        ("On Monday, the minister said talks had failed. Troops entered the town.", "entered"),
        ("On Monday, troops entered the town. Nobody will forget it.", "forget"),
        ("On Monday, troops entered the town.\n\nThe market was shelled.", "shelled"),
    ],
)
def test_no_time_of_its_own_is_publication(parser: Parser, text: str, word: str) -> None:
    assert moment(parser, text, word) == Moment(PUBLISHED, None, PUBLISHED, "day", "published")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "first", "last"),
    [
        ("Police have arrested 40 people since September.", "arrested", "2021-09-01", PUBLISHED),
        ("Rebels killed 20 people over the past two weeks.", "killed", "2021-12-15", PUBLISHED),
        ("They had left the camp before 2014.", "left", None, "2013-12-31"),
        ("The unit recently received rifles.", "received", None, PUBLISHED),
    ],
)
def test_bounds_do_not_pad_the_value(parser: Parser, text: str, word: str, first: str | None, last: str) -> None:
    found = moment(parser, text, word)
    assert (found.value, found.first, found.last, found.basis) == (None, first, last, "text")


@pytest.mark.model
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            "troops attacked said that on Monday since 2014 , and who will . from July to March 's talks before".split()
        ),
        min_size=1,
        max_size=25,
    )
)
def test_every_token_has_a_moment(parser: Parser, pieces: list[str]) -> None:
    text = " ".join(pieces)
    reading = parser.read(Report.make(text, PUBLISHED))
    find = moment_finder(reading, find_times(reading))
    for token in reading.tokens:
        found = find(token)
        assert found.span is None or text[found.span.start : found.span.end] == found.span.exact
        assert found.first is None or found.last is None or found.first <= found.last
