"""Time expressions: our own sentences and what they must give."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vedette.errors import DataFileInvalid
from vedette.grounding.times import find_times
from vedette.grounding.timex import calendar, words
from vedette.model import Report, Span
from vedette.reading import Parser

WEDNESDAY = "2021-12-29"
MAY = "2022-05-12"

CASES = [
    # parts of a day, by the day told with them
    (WEDNESDAY, "The mill burned on the night of 3 June.", "the night of 3 June", "TIME", "2021-06-03TNI"),
    (WEDNESDAY, "Guards fled overnight on Saturday.", "overnight on Saturday", "TIME", "2021-12-25TNI"),
    # weekdays, by tense
    (WEDNESDAY, "The envoy said on Monday that talks had begun.", "Monday", "DATE", "2021-12-27"),
    (WEDNESDAY, "A spokesman denied the report on Tuesday.", "Tuesday", "DATE", "2021-12-28"),
    (WEDNESDAY, "The two presidents will meet on Friday.", "Friday", "DATE", "2021-12-31"),
    (WEDNESDAY, "The court is expected to rule on Monday.", "Monday", "DATE", "2022-01-03"),
    (WEDNESDAY, "Police dispersed the crowd last Wednesday.", "last Wednesday", "DATE", "2021-12-22"),
    (WEDNESDAY, "Parliament will vote next Thursday.", "next Thursday", "DATE", "2021-12-30"),
    (WEDNESDAY, "Troops entered the town on Wednesday.", "Wednesday", "DATE", "2021-12-29"),
    (WEDNESDAY, "The border stayed closed until Saturday.", "Saturday", "DATE", "2022-01-01"),
    (WEDNESDAY, "Monday's blast killed five people.", "Monday", "DATE", "2021-12-27"),
    (WEDNESDAY, "Shells hit the market early Sunday.", "early Sunday", "DATE", "2021-12-26"),
    # written dates
    (WEDNESDAY, "Clashes broke out on 5 November 2021 near the river.", "5 November 2021", "DATE", "2021-11-05"),
    (WEDNESDAY, "The treaty was signed on March 3, 1918.", "March 3, 1918", "DATE", "1918-03-03"),
    (WEDNESDAY, "The ceasefire took hold on the 9th of May, 2020.", "the 9th of May, 2020", "DATE", "2020-05-09"),
    (WEDNESDAY, "The strike hit the depot on Sept. 14.", "Sept. 14", "DATE", "2021-09-14"),
    (WEDNESDAY, "The summit will open on Jan. 10.", "Jan. 10", "DATE", "2022-01-10"),
    (WEDNESDAY, "The order took effect on Monday, Dec. 20.", "Monday, Dec. 20", "DATE", "2021-12-20"),
    (WEDNESDAY, "The file is dated 2021-10-07.", "2021-10-07", "DATE", "2021-10-07"),
    (WEDNESDAY, "It was posted on 25/11/2021 by the ministry.", "25/11/2021", "DATE", "2021-11-25"),
    (WEDNESDAY, "It was posted on 11/25/2021 by the ministry.", "11/25/2021", "DATE", "2021-11-25"),
    (WEDNESDAY, "The drill ran from 3 to 7 August 2021.", "3 to 7 August 2021", "DATE", "2021-08-03/2021-08-07"),
    # months
    (WEDNESDAY, "In September, the army reinforced its bases.", "September", "DATE", "2021-09"),
    (WEDNESDAY, "Elections will be held in March.", "March", "DATE", "2022-03"),
    (WEDNESDAY, "The base opened in June 2014.", "June 2014", "DATE", "2014-06"),
    (WEDNESDAY, "The rebels took the city last August.", "last August", "DATE", "2021-08"),
    (WEDNESDAY, "Prices rose in July last year.", "July last year", "DATE", "2020-07"),
    (WEDNESDAY, "Fighting resumed in early October.", "early October", "DATE", "2021-10"),
    (MAY, "The offensive began in February and may end soon.", "February", "DATE", "2022-02"),
    (WEDNESDAY, "From July to December 2020 the pass was shut.", "July", "DATE", "2020-07"),
    # years, decades, centuries
    (WEDNESDAY, "The war ended in 1997.", "1997", "DATE", "1997"),
    (WEDNESDAY, "They fought between 2001 and 2014.", "2014", "DATE", "2014"),
    (WEDNESDAY, "Refugees arrived throughout the 1990s.", "the 1990s", "DATE", "199"),
    (WEDNESDAY, "Militias formed in the late eighties.", "the late eighties", "DATE", "198"),
    (WEDNESDAY, "The fort dates from the 19th century.", "the 19th century", "DATE", "18"),
    (WEDNESDAY, "Output has risen since mid-2019.", "mid-2019", "DATE", "2019"),
    (WEDNESDAY, "The party was founded in nineteen ninety-two.", "nineteen ninety-two", "DATE", "1992"),
    # quarters, halves, seasons, holidays
    (WEDNESDAY, "Exports fell in the third quarter.", "the third quarter", "DATE", "2021-Q3"),
    (WEDNESDAY, "Spending doubled in the first quarter of 2020.", "the first quarter of 2020", "DATE", "2020-Q1"),
    (WEDNESDAY, "Arms sales grew in the second half of 2020.", "the second half of 2020", "DATE", "2020-H2"),
    (WEDNESDAY, "Villagers have been hungry since the spring.", "the spring", "DATE", "2021-SP"),
    (WEDNESDAY, "The column withdrew last winter.", "last winter", "DATE", "2020-WI"),
    (WEDNESDAY, "Bombers struck on Christmas Day.", "Christmas Day", "DATE", "2021-12-25"),
    (MAY, "Pilgrims were attacked on Easter Sunday.", "Easter Sunday", "DATE", "2022-04-17"),
    # seen from publication
    (WEDNESDAY, "The minister resigned yesterday.", "yesterday", "DATE", "2021-12-28"),
    (WEDNESDAY, "The envoy arrives tomorrow.", "tomorrow", "DATE", "2021-12-30"),
    (WEDNESDAY, "Rebels seized the town last week.", "last week", "DATE", "2021-W51"),
    (WEDNESDAY, "Tanks crossed the river earlier this month.", "earlier this month", "DATE", "2021-12"),
    (WEDNESDAY, "Turnout was higher last year.", "last year", "DATE", "2020"),
    (WEDNESDAY, "A census is planned for next year.", "next year", "DATE", "2022"),
    (WEDNESDAY, "Protesters gathered over the weekend.", "the weekend", "DATE", "2021-W51-WE"),
    (WEDNESDAY, "The dam burst two days ago.", "two days ago", "DATE", "2021-12-27"),
    (WEDNESDAY, "The general defected six months ago.", "six months ago", "DATE", "2021-06"),
    (WEDNESDAY, "He left the country five years ago.", "five years ago", "DATE", "2016"),
    (
        WEDNESDAY,
        "On 3 March 2020 they met. Two days later it failed.",
        "Two days later",
        "DATE",
        "2020-03-05",
    ),
    (WEDNESDAY, "On 3 March 2020 they met. The next day it failed.", "The next day", "DATE", "2020-03-04"),
    (WEDNESDAY, "The port is now closed.", "now", "DATE", "PRESENT_REF"),
    (WEDNESDAY, "The unit recently received new rifles.", "recently", "DATE", "PAST_REF"),
    (WEDNESDAY, "The talks will resume soon.", "soon", "DATE", "FUTURE_REF"),
    (WEDNESDAY, "Attacks have grown in recent years.", "recent years", "DURATION", "PXY"),
    (WEDNESDAY, "Ministers met to find ways round the ban on Monday.", "Monday", "DATE", "2021-12-27"),
    (WEDNESDAY, "The guards were told to leave on Friday.", "Friday", "DATE", "2021-12-31"),
    (WEDNESDAY, "The envoys stayed in Kabul until Tuesday.", "Tuesday", "DATE", "2021-12-28"),
    (WEDNESDAY, "A summit is set for April in Dushanbe.", "April", "DATE", "2022-04"),
    (WEDNESDAY, "The case is heard in May.", "May", "DATE", "2022-05"),
    (WEDNESDAY, "He will one day return to the valley.", "one day", "DATE", "FUTURE_REF"),
    (WEDNESDAY, "He was shot dead last Oct. 23 in Khujand.", "last Oct. 23", "DATE", "2021-10-23"),
    (WEDNESDAY, "A hearing is due in the week of March 7.", "the week of March 7", "DATE", "2022-W10"),
    (WEDNESDAY, "It was the highest toll for the year.", "the year", "DATE", "2021"),
    (WEDNESDAY, "Shelling eased in the last half of 2020.", "the last half of 2020", "DATE", "2020-H2"),
    # times of day
    (WEDNESDAY, "The bomb went off at 7:15 p.m. on Monday.", "7:15 p.m. on Monday", "TIME", "2021-12-27T19:15"),
    (WEDNESDAY, "The convoy left at noon Tuesday.", "noon Tuesday", "TIME", "2021-12-28T12:00"),
    (WEDNESDAY, "Sirens sounded at 18:00 GMT.", "18:00 GMT", "TIME", "2021-12-29T18:00Z"),
    (WEDNESDAY, "Gunmen stormed the prison on Monday morning.", "Monday morning", "TIME", "2021-12-27TMO"),
    (WEDNESDAY, "The village was shelled last night.", "last night", "TIME", "2021-12-28TNI"),
    (WEDNESDAY, "He will address the nation tonight.", "tonight", "TIME", "2021-12-29TNI"),
    # durations
    (WEDNESDAY, "The siege lasted two weeks.", "two weeks", "DURATION", "P2W"),
    (WEDNESDAY, "They talked for three hours.", "three hours", "DURATION", "PT3H"),
    (WEDNESDAY, "A 12-hour curfew was imposed.", "12-hour", "DURATION", "PT12H"),
    (WEDNESDAY, "He was held for two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
    (WEDNESDAY, "Crime fell over the past three months.", "the past three months", "DURATION", "P3M"),
    (WEDNESDAY, "They waited several days for aid.", "several days", "DURATION", "PXD"),
    (WEDNESDAY, "The dispute has smouldered for twenty-four years.", "twenty-four years", "DURATION", "P24Y"),
    (WEDNESDAY, "Smugglers have used the road for years.", "years", "DURATION", "PXY"),
    (WEDNESDAY, "A day-long siege ended.", "day-long", "DURATION", "P1D"),
    (WEDNESDAY, "Voters expect it in the next 12 to 18 months.", "the next 12 to 18 months", "DURATION", "PXM"),
    # sets
    (WEDNESDAY, "The council meets every Thursday.", "every Thursday", "SET", "XXXX-WXX-4"),
    (WEDNESDAY, "Patrols go out daily.", "daily", "SET", "P1D"),
    (WEDNESDAY, "They inspect the camp twice a week.", "twice a week", "SET", "P1W"),
    (WEDNESDAY, "Markets open on Sundays.", "Sundays", "SET", "XXXX-WXX-7"),
]

SILENT = [
    "The general may march his men north.",
    "A 14-year-old boy was hurt.",
    "The fall of the capital shocked them.",
    "The army sent 2000 troops to the pass.",
    "He came second in the vote.",
    "They won the first half of the match.",
]


def read(parser: Parser, text: str, published: str = WEDNESDAY) -> list[tuple[str, str, str]]:
    times = find_times(parser.read(Report.make(text, published)))
    assert all(text[t.span.start : t.span.end] == t.span.exact for t in times)
    return [(t.span.exact, t.type, t.value) for t in times]


@pytest.mark.model
@pytest.mark.parametrize(("published", "text", "exact", "kind", "value"), CASES)
def test_find_times_values(parser: Parser, published: str, text: str, exact: str, kind: str, value: str) -> None:
    assert (exact, kind, value) in read(parser, text, published)


@pytest.mark.model
@pytest.mark.parametrize("text", SILENT)
def test_find_times_keeps_silent(parser: Parser, text: str) -> None:
    assert read(parser, text) == []


@pytest.mark.model
def test_moment_of_a_month_is_never_a_day(parser: Parser) -> None:
    (time,) = find_times(parser.read(Report.make("In September, the army reinforced its bases.", WEDNESDAY)))
    assert time.moment is not None
    assert (time.moment.value, time.moment.first, time.moment.last) == ("2021-09", "2021-09-01", "2021-09-30")
    assert (time.moment.precision, time.moment.basis) == ("month", "text")


@pytest.mark.model
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [*sorted(words.vocabulary().words), "May", "Sept.", "31", "2021", "0", "24:61", "½", "99th"]
            ),
            st.text(max_size=8),
        ),
        max_size=20,
    )
)
def test_any_text_survives(parser: Parser, pieces: list[str]) -> None:
    read(parser, " ".join(pieces) or " ")


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2021-12-27", "2021-12-27", "2021-12-27", "day"),
        ("2021-12-27T22:00", "2021-12-27", "2021-12-27", "time"),
        ("2021-12-27TNI", "2021-12-27", "2021-12-27", "day"),
        ("2021-W51", "2021-12-20", "2021-12-26", "week"),
        ("2021-W51-WE", "2021-12-25", "2021-12-26", "week"),
        ("2020-02", "2020-02-01", "2020-02-29", "month"),
        ("2021-Q3", "2021-07-01", "2021-09-30", "quarter"),
        ("2021-WI", "2021-12-01", "2022-02-28", "quarter"),
        ("2021", "2021-01-01", "2021-12-31", "year"),
        ("199", "1990-01-01", "1999-12-31", "decade"),
        ("2001/2014", "2001-01-01", "2014-12-31", "year"),
    ],
)
def test_stretch_unfolds_values(value: str, first: str, last: str, precision: str) -> None:
    assert calendar.stretch(value) == (date.fromisoformat(first), date.fromisoformat(last), precision)


@pytest.mark.parametrize(
    "value", ["P2W", "XXXX-WXX-1", "2021-13", "2021-W99", "2021-WXX", "PAST_REF", "", "T1", "20/x"]
)
def test_stretch_of_what_is_no_calendar_value_is_none(value: str) -> None:
    assert calendar.stretch(value) is None


@given(st.text(max_size=12))
def test_stretch_survives_any_text(value: str) -> None:
    calendar.stretch(value)


def test_moment_of_a_week_is_an_interval() -> None:
    moment = calendar.moment_of("2021-W51", Span(0, 9, "last week"), date(2021, 12, 29))
    assert moment is not None
    assert moment.value == "2021-12-20/2021-12-26"


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("easter-2", 2021, "2021-04-02"),
        ("11-thu-4", 2021, "2021-11-25"),
        ("05-mon--1", 2022, "2022-05-30"),
        ("12-25", 2020, "2020-12-25"),
    ],
)
def test_named_day(rule: str, year: int, day: str) -> None:
    assert calendar.named_day(rule, year) == date.fromisoformat(day)


@given(st.dates(), st.sampled_from("DWMYECFQ"), st.integers(-100_000, 100_000))
def test_shifts_never_leave_the_calendar(start: date, unit: str, count: int) -> None:
    calendar.shifted(start, unit, count)


def test_bad_table_names_file_and_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_rows", lambda name, width: [(7, ["weekday", "monday", "first"])])
    words.vocabulary.cache_clear()
    try:
        with pytest.raises(DataFileInvalid, match=r"words.tsv, line 7: value 'first' is no number"):
            words.vocabulary()
    finally:
        words.vocabulary.cache_clear()


@pytest.mark.model
def test_find_times_counts_longer_stretches_of_a_business_report_from_the_year(parser: Parser) -> None:
    """ "A year earlier" is the same quarter a year before, but after "the nine months" it is a year."""
    text = (
        "The mint earned $4 million in the third quarter, up from $3 million a year earlier. "
        "For the nine months it earned $9 million, up from $8 million a year earlier."
    )
    values = [value for exact, _, value in read(parser, text) if exact == "a year earlier"]
    assert values == ["2020-Q3", "2020"]


@pytest.mark.model
def test_find_times_counts_from_the_last_quarter_that_is_over(parser: Parser) -> None:
    text = (
        "Profit fell in the third quarter. Prices will rise in the first quarter of 2022. "
        "Sales in the latest quarter were $2 million, against $3 million a year ago."
    )
    values = {exact: value for exact, _, value in read(parser, text)}
    assert values["the latest quarter"] == "2021-Q3"
    assert values["a year ago"] == "2020-Q3"
