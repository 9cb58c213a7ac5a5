"""JSONL: one report a line, read line by line however long the file."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

from vedette.errors import InputError, InputMalformed
from vedette.ingest.decoding import UTF8, UTF8_MARKED, decode
from vedette.ingest.record import Settings, make_report
from vedette.ingest.streams import Line, bounded_lines, line_too_large
from vedette.model import Report

_HINT = 'Each line must be one JSON object, such as {"text": "…", "date": "2021-12-29"}.'


def read_jsonl(
    stream: io.BufferedReader, settings: Settings, encoding: str
) -> Iterator[tuple[int, Report | InputError]]:
    """Yield each line's number with its report, or with the error that keeps it from being one."""
    for line in bounded_lines(stream, settings.limits.line_bytes):
        if line.raw.strip():
            try:
                yield line.number, _read_line(line, settings, encoding)
            except InputError as error:
                yield line.number, error


def _read_line(line: Line, settings: Settings, encoding: str) -> Report:
    if line.size > settings.limits.line_bytes:
        raise line_too_large(line, settings.limits.line_bytes)
    return make_report(
        _parse(decode(line.raw.rstrip(b"\r\n"), UTF8_MARKED if encoding == UTF8 else encoding)), settings
    )


def _parse(line: str) -> dict[str, object]:
    try:
        parts = json.loads(line)
    except json.JSONDecodeError as error:
        lone = " A whole JSON array must be split first: jq -c '.[]' FILE." if line.strip() in ("[", "{") else ""
        raise InputMalformed(f"broken JSON at column {error.colno}: {error.msg}. {_HINT}{lone}") from None
    except (RecursionError, ValueError) as error:
        raise InputMalformed(f"JSON that cannot be taken ({error}). {_HINT}") from None
    if not isinstance(parts, dict):
        raise InputMalformed(f"the line is a JSON {type(parts).__name__}, not an object. {_HINT}")
    return parts
