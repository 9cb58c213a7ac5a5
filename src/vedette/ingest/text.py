"""Plain text: one report a file, with a date line or `Key: value` headers."""

from __future__ import annotations

import io
import re

from vedette.errors import InputTooLarge
from vedette.ingest.checks import refuse_binary
from vedette.ingest.decoding import decode, detect_encoding, is_wide
from vedette.ingest.record import TEXT_KEY, Settings, make_report
from vedette.model import Report

_HEADER = re.compile(r"([A-Za-z][A-Za-z_-]{0,30})[ \t]*:[ \t]*(\S.*)?")
_KEYS = {
    "title": "title",
    "date": "published_at",
    "published": "published_at",
    "published_at": "published_at",
    "publisher": "publisher",
    "url": "url",
    "author": "author",
    "speaker": "author",
    "supersedes": "supersedes",
}
_MOST_HEADERS = 30


def read_text(stream: io.BufferedReader, settings: Settings) -> Report:
    """Return the report a plain text holds.

    The text is kept whole, a leading `date YYYY-MM-DD` included; only `Key: value` headers, closed
    by a blank line, stand outside it.
    """
    limit = settings.limits.text_bytes
    raw = stream.read(limit * 4 + 1)
    if len(raw) > limit * 4:
        raise InputTooLarge(
            f"the input is more than {limit * 4:,} bytes long; at most {limit:,} are read as one report. "
            "Cut it into reports, each with its date, or give them as JSONL, one a line."
        )
    encoding = detect_encoding(raw, settings.encoding)
    if not is_wide(encoding):
        refuse_binary(raw)
    text = decode(raw, encoding)
    headers, begin = split_headers(text)
    return make_report({**headers, TEXT_KEY: text[begin:]}, settings)


def split_headers(text: str) -> tuple[dict[str, str], int]:
    """Return the headers at the top and where the text after them begins; ({}, 0) where there are none.

    Lines are headers only if the first has a known key and a blank line closes them, so that a
    report which begins "Kabul: …" keeps all its words.
    """
    found: dict[str, str] = {}
    at = 0
    for count in range(_MOST_HEADERS):
        end = text.find("\n", at)
        line = (text[at:] if end < 0 else text[at:end]).strip()
        if not line:
            return (found, len(text) if end < 0 else _skip_blank(text, end + 1)) if found else ({}, 0)
        header = _HEADER.fullmatch(line)
        if header is None or (count == 0 and header.group(1).lower() not in _KEYS):
            return {}, 0
        key = _KEYS.get(header.group(1).lower())
        if key is not None and header.group(2):
            found[key] = header.group(2)
        if end < 0:
            return (found, len(text)) if found else ({}, 0)
        at = end + 1
    return {}, 0


def _skip_blank(text: str, at: int) -> int:
    """Return where the first line that is not blank begins."""
    while (end := text.find("\n", at)) >= 0 and not text[at:end].strip():
        at = end + 1
    return at
