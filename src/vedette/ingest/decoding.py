"""Bytes into text, strictly: what cannot be decoded is reported with its place."""

from __future__ import annotations

import codecs
import io

from vedette.errors import ConfigError, EncodingWrong

UTF8 = "utf-8"
UTF8_MARKED = "utf-8-sig"

_MARKS = (
    (codecs.BOM_UTF8, UTF8_MARKED),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def check_encoding(name: str | None) -> str | None:
    """Return the encoding's proper name, or None where none is asked for.

    Raises ConfigError if Python knows no text encoding of that name.
    """
    if name is None:
        return None
    try:
        codec = codecs.lookup(name)
        "a".encode(codec.name)
    except (LookupError, ValueError):
        raise ConfigError(f"unknown encoding '{name}'. Try utf-8, cp1252, latin-1, cp1251 or utf-16.") from None
    return codec.name


def detect_encoding(head: bytes, asked: str | None) -> str:
    """Return the encoding to read with: the byte-order mark's, else the one asked for, else UTF-8."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    return asked or UTF8


def is_wide(encoding: str) -> bool:
    """Tell whether the encoding writes every letter in two or four bytes, NUL bytes among them."""
    return encoding.startswith(("utf-16", "utf-32", "utf_16", "utf_32"))


def keeps_line_ends(encoding: str) -> bool:
    """Tell whether lines may be split before decoding, as in UTF-8 and all one-byte encodings."""
    return "a\n".encode(encoding) == b"a\n"


def decode(raw: bytes, encoding: str) -> str:
    """Decode, or raise EncodingWrong naming the first byte that cannot be."""
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingWrong(describe_wrong_byte(error.object, error.start, encoding)) from None


def describe_wrong_byte(raw: bytes, at: int, encoding: str) -> str:
    """Say which byte is wrong, where, in which words, and what to try."""
    around = raw[max(0, at - 20) : at + 20].decode("ascii", "replace").replace("\ufffd", "?")
    advice = "Try --encoding cp1252 (Western Windows)" if encoding.startswith("utf-8") else "Try --encoding utf-8"
    return (
        f"byte 0x{raw[at]:02x} at position {at} is not {encoding} (near '{' '.join(around.split())}'). "
        f"{advice}, or the encoding the text was saved in."
    )


class Transcoder(io.RawIOBase):
    """A UTF-8 view of a stream in another encoding, so that lines can be split by byte."""

    def __init__(self, stream: io.BufferedIOBase, encoding: str) -> None:
        self._stream = stream
        self._encoding = encoding
        self._decoder = codecs.getincrementaldecoder(encoding)("strict")
        self._ready = b""
        self._done = 0

    def readable(self) -> bool:
        """Say that it can be read from."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill `buffer`; raise EncodingWrong at the first wrong byte."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        while not self._ready:
            raw = self._stream.read(len(view))
            self._ready = self._decode(raw).encode("utf-8")
            self._done += len(raw)
            if not raw:
                break
        given = self._ready[: len(view)]
        self._ready = self._ready[len(given) :]
        view[: len(given)] = given
        return len(given)

    def _decode(self, raw: bytes) -> str:
        try:
            return self._decoder.decode(raw, final=not raw)
        except UnicodeDecodeError as error:
            near = f"near byte {self._done + error.start}"
            raise EncodingWrong(f"the input is not {self._encoding} ({near}: {error.reason}).") from None
        except UnicodeError as error:
            raise EncodingWrong(f"the input is not {self._encoding} ({error}).") from None
