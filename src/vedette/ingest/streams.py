"""Open an input as a bounded stream of bytes, and cut it into bounded lines."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from vedette.errors import InputMalformed, InputTooLarge
from vedette.ingest.limits import CHUNK_BYTES, Limits

_GZIP_MAGIC = b"\x1f\x8b"


class CountingReader(io.RawIOBase):
    """A stream that knows how many bytes were read from it."""

    def __init__(self, stream: io.BufferedIOBase) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        """Say that it can be read from."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill `buffer` and count."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        raw = self._stream.read(len(view))
        view[: len(raw)] = raw
        self.count += len(raw)
        return len(raw)


class Unpacker(io.RawIOBase):
    """The content of a gzip stream, refused as soon as it swells like a bomb."""

    def __init__(self, stream: io.BufferedIOBase, limits: Limits) -> None:
        self._packed = CountingReader(stream)
        self._gzip = gzip.GzipFile(fileobj=io.BufferedReader(self._packed, CHUNK_BYTES), mode="rb")
        self._limits = limits
        self._count = 0

    def readable(self) -> bool:
        """Say that it can be read from."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill `buffer`; raise InputTooLarge for a bomb, InputMalformed for a damaged archive."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            raw = self._gzip.read(len(view))
        except (OSError, EOFError, zlib.error) as error:
            raise InputMalformed(
                f"the gzip archive is damaged after {self._count:,} bytes ({error}). "
                "What was read before is kept; fetch the file again."
            ) from None
        view[: len(raw)] = raw
        self._count += len(raw)
        allowed = max(self._limits.unpacked_bytes, self._packed.count * self._limits.unpacked_ratio)
        if self._count > allowed:
            raise InputTooLarge(
                f"the gzip archive swells from {self._packed.count:,} to more than {self._count:,} bytes, "
                f"over {self._limits.unpacked_ratio} to 1, as a gzip bomb does. "
                "If it is meant, unpack it first and give the unpacked file."
            )
        return len(raw)


def unpacked(stream: io.BufferedReader, limits: Limits) -> io.BufferedReader:
    """Return the stream itself, or its content where it is a gzip archive."""
    if stream.peek(2)[:2] != _GZIP_MAGIC:
        return stream
    return io.BufferedReader(Unpacker(stream, limits), CHUNK_BYTES)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an input with its number from 1."""

    number: int
    raw: bytes
    """With its line end; cut short where `size` passes the limit."""
    size: int
    quotes: int
    """How many double quotes the whole line holds."""


def bounded_lines(stream: io.BufferedReader, limit: int) -> Iterator[Line]:
    """Yield the lines of a stream, holding at most `limit` bytes of any."""
    number = 0
    while first := stream.readline(limit):
        number += 1
        size, quotes, rest = len(first), first.count(b'"'), first
        while not rest.endswith(b"\n") and (rest := stream.readline(CHUNK_BYTES)):
            size += len(rest)
            quotes += rest.count(b'"')
        raw = first if size == len(first) else first[:CHUNK_BYTES]
        yield Line(number, raw, size, quotes)


def line_too_large(line: Line, limit: int) -> InputTooLarge:
    """Return the error for a line longer than the limit."""
    return InputTooLarge(
        f"the line is {line.size:,} bytes long; at most {limit:,} are read. "
        "Cut it into reports, one a line; the other lines are kept."
    )
