"""One report from its parts, whatever form they came in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from vedette.errors import DateMissing, EncodingWrong, InputMalformed, InputTooLarge, ReportUnreadable
from vedette.ingest.checks import refuse_markup
from vedette.ingest.dates import normalise_date
from vedette.ingest.limits import Limits
from vedette.model import Report

_DATE_PREFIX = re.compile(r"\ufeff?\s{0,1000}date[ \t]+(\d{4}-\d{1,2}-\d{1,2})\b", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")
TEXT_KEY = "text"
COLUMNS = ("text", "published_at", "date", "title", "publisher", "url", "author", "speaker", "supersedes")
"""What a JSONL record, a CSV or a Parquet table may hold; other keys are left aside."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the caller says about all inputs of a run."""

    date: str | None = None
    """Date of reports that state none; None leaves them failures."""
    publisher: str | None = None
    """Publisher of reports that name none."""
    encoding: str | None = None
    """None reads the byte-order mark, else UTF-8."""
    limits: Limits = field(default_factory=Limits)


def make_report(parts: Mapping[str, object], settings: Settings) -> Report:
    """Build a report from `COLUMNS`; its own date wins over the run's.

    Raises ReportUnreadable, DateMissing, DateInvalid or InputTooLarge.
    """
    text = checked_text(parts.get(TEXT_KEY), settings.limits)
    return Report.make(
        text,
        _date(parts, text, settings),
        publisher=_words(parts, "publisher") or settings.publisher,
        title=_words(parts, "title"),
        url=_words(parts, "url"),
        author=_words(parts, "author") or _words(parts, "speaker"),
        supersedes=_words(parts, "supersedes"),
    )


def checked_text(value: object, limits: Limits) -> str:
    """Return the text if it is one that can be read."""
    if value is None:
        raise ReportUnreadable("it has no `text`. Each report needs one, beside `date`.")
    if not isinstance(value, str):
        raise ReportUnreadable(f"its `text` is {type(value).__name__}, not text.")
    if not value.strip("\ufeff \t\r\n\f\v\u00a0\u200b"):
        raise ReportUnreadable(f"no text found: {len(value):,} characters, all of them blank.")
    size = len(value) if value.isascii() else len(value.encode("utf-8", "surrogatepass"))
    if size > limits.text_bytes:
        raise InputTooLarge(
            f"the text is {size:,} bytes long; at most {limits.text_bytes:,} are read as one report. "
            "Cut it into reports, each with its date."
        )
    _refuse_broken(value)
    refuse_markup(value)
    return value


def _refuse_broken(text: str) -> None:
    at = text.find("\0")
    if at >= 0:
        raise ReportUnreadable(f"character {at} is NUL: the text is binary or was cut from a binary file.")
    if broken := _SURROGATE.search(text):
        at = broken.start()
        code = ord(text[at])
        if 0xDC80 <= code <= 0xDCFF:
            raise EncodingWrong(
                f"byte 0x{code - 0xDC00:02x} at character {at} is not utf-8. "
                "Try --encoding cp1252 (Western Windows), or the encoding the file was saved in."
            )
        raise EncodingWrong(f"character {at} is half a surrogate pair (U+{code:04X}). Write the text anew as UTF-8.")


def _date(parts: Mapping[str, object], text: str, settings: Settings) -> str:
    for key in ("published_at", "date"):
        value = parts.get(key)
        if value is not None and value != "":
            return normalise_date(value)
    prefix = _DATE_PREFIX.match(text)
    if prefix is not None:
        return normalise_date(prefix.group(1))
    if settings.date is not None:
        return settings.date
    raise DateMissing(
        "the report states no date, and none is ever guessed. "
        "Begin it with a line `date YYYY-MM-DD`, give it a `date`, or say --date YYYY-MM-DD."
    )


def _words(parts: Mapping[str, object], key: str) -> str | None:
    value = parts.get(key)
    if value is None or (isinstance(value, float) and value != value):  # noqa: PLR0124 - NaN is a table's empty cell
        return None
    if isinstance(value, dict | list):
        raise InputMalformed(f"`{key}` is {type(value).__name__}, not text.")
    words = " ".join(str(value).split())
    _refuse_broken(words)
    return words or None
