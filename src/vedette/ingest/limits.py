"""How much one input may hold before it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes above which an input becomes an `InputTooLarge` failure."""

    text_bytes: int = 5_000_000
    """UTF-8 bytes of one report's text."""
    line_bytes: int = 32_000_000
    """Bytes of one line of JSONL or CSV; a text of `text_bytes` escaped as \\uXXXX still fits."""
    unpacked_bytes: int = 64_000_000
    """Bytes a gzip file may give whatever its ratio."""
    unpacked_ratio: int = 100
    """Bytes out for one byte in, beyond `unpacked_bytes`; news text packs about 4 to 1."""


CHUNK_BYTES = 65_536
