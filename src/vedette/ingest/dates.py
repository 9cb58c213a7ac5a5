"""Read a publication date. What is not plainly one date is refused, never guessed."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from vedette.errors import DateInvalid

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})")
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_MAIL_DATE = re.compile(r"[A-Za-z]{3}, \d{1,2} [A-Za-z]{3} \d{4} \d{1,2}:\d{2}")
_SLASHED = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}")
_LONGEST = 60
_FIRST_YEAR, _LAST_YEAR = 1600, 2200
_FORMS = "Write it as YYYY-MM-DD, or YYYY-MM-DDTHH:MM:SSZ."


def normalise_date(value: object) -> str:
    """Return an ISO 8601 date, or a date-time with its zone.

    A clock time without a zone says nothing that can be placed, so that only its day is kept.
    Days in words ("29 December 2021") and mail dates are taken; forms in which day and month
    could be exchanged are refused.
    Raises DateInvalid with the value as found.
    """
    if isinstance(value, datetime):
        return _sane(value, value)
    if isinstance(value, date):
        return _sane(value, value)
    if not isinstance(value, str):
        raise DateInvalid(f"the date is {_shown(value)}, not text. {_FORMS}")
    text = " ".join(value.split())
    if len(text) > _LONGEST:
        raise DateInvalid(f"the date is {_shown(text)}. {_FORMS}")
    return _sane(_parse(text), text)


def _parse(text: str) -> date:
    if _SLASHED.fullmatch(text):
        raise DateInvalid(f"the date '{text}' can be read in two ways. {_FORMS}")
    try:
        return _iso(text) or _in_words(text.lower()) or _mail(text)
    except (ValueError, OverflowError) as error:
        raise DateInvalid(f"the date '{_shown(text)}' is no date of the calendar ({error}). {_FORMS}") from None


def _iso(text: str) -> date | None:
    if not re.match(r"\d{4}-?\d\d", text, re.ASCII):
        return None
    return datetime.fromisoformat(text) if len(text) > len("YYYY-MM-DD") else date.fromisoformat(text)


def _in_words(text: str) -> date | None:
    if found := _DAY_MONTH.fullmatch(text):
        day, month, year = found.groups()
    elif found := _MONTH_DAY.fullmatch(text):
        month, day, year = found.groups()
    else:
        return None
    numbers = [at for at, name in enumerate(_MONTHS, 1) if name == month or name[:3] == month or name[:4] == month]
    return date(int(year), numbers[0], int(day)) if numbers else None


def _mail(text: str) -> date:
    if not _MAIL_DATE.match(text):
        raise ValueError("not in a form known here")
    return parsedate_to_datetime(text)


def _sane(day: date, found: object) -> str:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise DateInvalid(f"the date '{found}' is not between {_FIRST_YEAR} and {_LAST_YEAR}. {_FORMS}")
    if isinstance(day, datetime):
        return day.isoformat() if day.tzinfo is not None else day.date().isoformat()
    return day.isoformat()


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
