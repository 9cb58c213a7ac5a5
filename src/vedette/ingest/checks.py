"""Tell text from what is none: binary files, web pages, feeds, consent walls."""

from __future__ import annotations

import re

from vedette.errors import ReportUnreadable

_MAGIC = (
    (b"%PDF-", "a PDF file", "Turn it into text first, for example with pdftotext."),
    (b"PK\x03\x04", "a ZIP archive or an Office document", "Unpack it, or save the document as plain text."),
    (b"PK\x05\x06", "an empty ZIP archive", "Unpack it first."),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "Save it as plain text."),
    (b"{\\rtf", "a rich-text document", "Save it as plain text."),
    (b"\x89PNG", "a picture", "Give the text it shows."),
    (b"\xff\xd8\xff", "a picture", "Give the text it shows."),
    (b"GIF8", "a picture", "Give the text it shows."),
    (b"BZh", "a bzip2 archive", "Unpack it first; gzip can be read as it is."),
    (b"\xfd7zXZ\x00", "an xz archive", "Unpack it first; gzip can be read as it is."),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "Unpack it first."),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "Unpack it first; gzip can be read as it is."),
    (b"SQLite format 3\x00", "an SQLite database", "If it is a store of Vedette, read it with --store."),
    (b"\x7fELF", "a program", "Give a text."),
)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"<(script|style|noscript)\b[^>]*>[^<]*(?:<(?!/\1)[^<]*)*</\1>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_CONSENT = (
    "cookie", "consent", "we value your privacy", "accept all", "reject all", "manage preferences",
    "manage options", "our partners", "personal data", "privacy policy", "legitimate interest", "privacy settings",
    "continue without accepting", "before you continue",
)  # fmt: skip
_CONSENT_WORDS_NEEDED = 3
_LITTLE_TEXT = 3_000
_PEEK = 2_000
_PAGE_PEEK = 400_000


def refuse_binary(head: bytes) -> None:
    """Raise ReportUnreadable if the first bytes of an input are not those of a text."""
    for magic, what, advice in _MAGIC:
        if head.startswith(magic):
            raise ReportUnreadable(f"this is {what}, not text. {advice}")
    at = head.find(b"\0")
    if at >= 0:
        raise ReportUnreadable(
            f"byte {at} is NUL: the input is binary, or UTF-16 without its mark. "
            "Give plain text, or say --encoding utf-16-le (or utf-16-be)."
        )


def refuse_markup(text: str) -> None:
    """Raise ReportUnreadable if a text is a web page, a feed or a consent wall."""
    refuse_page(text)
    _refuse_consent(text)


def refuse_page(text: str) -> None:
    """Raise ReportUnreadable if an input begins as a web page or a feed does."""
    head = text[:_PEEK].lstrip()
    if not head.startswith("<"):
        return
    if _PAGE.search(head):
        _refuse_consent(_visible(text[:_PAGE_PEEK]))
        raise ReportUnreadable(
            "this looks like an HTML page, not a report's text. "
            "Give the text of the report; a feed address that answers with a page has often moved."
        )
    if _FEED.search(head):
        raise ReportUnreadable(
            "this looks like an RSS or Atom feed or a site map, which cannot be read yet. "
            "Give its reports as JSONL with `text`, `date`, `title`, `publisher`, `url`."
        )


def _refuse_consent(shown: str) -> None:
    if len(shown) >= _LITTLE_TEXT:
        return
    lowered = shown.lower()
    found = [words for words in _CONSENT if words in lowered]
    # Words about cookies alone make no wall: a report may be about them. A wall also has buttons.
    buttons = {"accept all", "reject all", "manage preferences", "manage options", "before you continue"}
    if len(found) >= _CONSENT_WORDS_NEEDED and buttons.intersection(found):
        words = ", ".join(f"'{one}'" for one in found[:4])
        raise ReportUnreadable(
            f"this looks like a consent wall, not a report: little text, with {words}. "
            "Save the page after agreeing or refusing, or copy the report's text."
        )


def _visible(page: str) -> str:
    return " ".join(_TAG.sub(" ", _NOT_SHOWN.sub(" ", page)).split())
