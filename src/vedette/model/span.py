"""Span: the words a value rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of a report's text, so that `text[start:end] == exact`.

    Where the words are not one run the span is the hull and `parts` lists the runs.
    """

    start: int
    """First code point, 0-based."""
    end: int
    """One past the last code point."""
    exact: str
    """The words themselves."""
    parts: tuple[tuple[int, int], ...] = ()
    """The runs, in order, where the words are not one run; empty where they are."""

    @classmethod
    def cut(cls, text: str, start: int, end: int, parts: tuple[tuple[int, int], ...] = ()) -> Span:
        """Return the span `text[start:end]`."""
        return cls(start, end, text[start:end], parts)

    @property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """The runs of the words, in order: `parts`, or the span itself where they are one run."""
        return self.parts or ((self.start, self.end),)

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
