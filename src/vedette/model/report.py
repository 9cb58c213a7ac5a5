"""Report: one dated text from one publisher."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Report:
    """One dated text of one publisher; `text` is never altered after ingest."""

    id: str
    """`r:` and 16 hex digits, derived from the content by `Report.make`."""
    text: str
    published_at: str
    """ISO 8601 date, or date-time with zone."""
    publisher: str | None = None
    """None where the input names none."""
    title: str | None = None
    """Shown and searched, never coded; None where the input has none."""
    url: str | None = None
    """None where the input has none."""
    sha256: str = ""
    """Digest of the UTF-8 text."""
    author: str | None = None
    """Who speaks as "I" outside quotation marks: whoever signed a statement or held a speech; None in news reports."""
    supersedes: str | None = None
    """Id of the report this one corrects or withdraws; None where it does not."""
    input: str | None = field(default=None, compare=False)
    """The file it was read from, and its line there; None where it came from no file. No part of what it is."""

    @classmethod
    def make(  # noqa: PLR0913 - one argument a field
        cls,
        text: str,
        published_at: str,
        *,
        publisher: str | None = None,
        title: str | None = None,
        url: str | None = None,
        author: str | None = None,
        supersedes: str | None = None,
    ) -> Report:
        """Build a report; the same input always gives the same id."""
        key = "\x1f".join((text, published_at, publisher or "", title or "", url or "", *filter(None, (author,))))
        return cls(
            id="r:" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16],
            text=text,
            published_at=published_at,
            publisher=publisher,
            title=title,
            url=url,
            sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            author=author,
            supersedes=supersedes,
        )

    @property
    def published_on(self) -> date:
        """The calendar day of publication, in the zone the report states."""
        return datetime.fromisoformat(self.published_at).date()
