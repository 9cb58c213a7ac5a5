"""The one place that wires the stages: reports in, coded reports out."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from vedette._version import __version__
from vedette.attribution import attribute
from vedette.coding import Considered, EventCoder, PredicateTyper, load_lexicon
from vedette.errors import VedetteError
from vedette.grounding import Grounded, ground
from vedette.knowledge import load_knowledge
from vedette.linking import attach_voices, link_claims
from vedette.linking.weigher import ClaimWeigher
from vedette.model import Claim, CodedReport, CoderVersion, EventMention, Failure, Report
from vedette.reading import Parser, Reader, Reading
from vedette.reading.parser import DEFAULT_PIPELINE

_CHUNK = 64
"""Reports parsed together: enough to fill the parser's batches, few enough to keep memory flat."""
_CHUNK_CHARACTERS = 400_000

_T = TypeVar("_T")


class Coder:
    """Codes dated reports: who did what to whom, where, when, and according to whom."""

    def __init__(
        self,
        *,
        parser: str = DEFAULT_PIPELINE,
        tables: Sequence[str | Path] = (),
        triggers: Sequence[str | Path] = (),
        fast: bool = False,
        wide_claims: bool = False,
    ) -> None:
        """Load parser, knowledge, lexicon and encoder; takes seconds.

        parser: name of an installed spaCy pipeline. tables: your own tables of knowledge (CSV), the strongest first.
        triggers: your own files or folders of triggers (TOML), tried before the shipped ones.
        fast: leave the encoder out; lexicon and rules alone then choose between readings.
        wide_claims: take bare support, criticism and mention for claims too ("praised the troops").
        Raises DataFileInvalid naming file and line where a table or trigger is malformed.
        """
        self._parser_name = parser
        self._tables = tuple(map(Path, tables))
        self._triggers = tuple(map(Path, triggers))
        self.knowledge = load_knowledge(self._tables)
        self.parser = Parser(parser)
        self.reader = Reader(self.parser, self.knowledge)
        self._fast = fast
        self._wide = wide_claims
        typer = None if fast else PredicateTyper()
        self.events = EventCoder(load_lexicon(own=self._triggers), typer=typer)
        self.weigher = None if fast else ClaimWeigher()
        learned = [one.name for one in (typer, self.weigher) if one is not None]
        self.version = CoderVersion(
            version=__version__,
            model="+".join((parser, *learned)),
            codebook=f"{self.events.codebook.version}+{self.events.lexicon.version}",
            knowledge=self.knowledge.version,
        )
        # The tables just read live as long as the process: the collector need not walk them again and again.
        gc.collect()
        gc.freeze()

    def code(self, report: Report) -> CodedReport:
        """Code one report. Raises what the parser raises; later stages fail into `failures`."""
        return self._coded(self.reader.read(report))

    def consider(self, report: Report) -> tuple[CodedReport, tuple[Considered, ...]]:
        """Code one report and tell of each word that was weighed as an event what became of it, and why."""
        reading = self.reader.read(report)
        return self._coded(reading), self.events.consider(ground(reading, self.knowledge))

    def code_many(self, reports: Iterable[Report | Failure], jobs: int = 1) -> Iterator[CodedReport | Failure]:
        """Code any number of reports in order and in flat memory; one bad report never stops the run.

        Failures among the input (from ingest) are handed through at their place. `jobs` is the
        number of processes; each holds its own parser (about 500 MB).
        """
        if jobs <= 1:
            for chunk in _chunks(reports):
                yield from self._code_chunk(chunk)
        else:
            yield from _in_processes(
                _Setup(self._parser_name, self._tables, self._triggers, self._fast, self._wide), reports, jobs
            )

    def _code_chunk(self, chunk: list[Report | Failure]) -> Iterator[CodedReport | Failure]:
        readings = self._read_chunk([item for item in chunk if isinstance(item, Report)])
        for item in chunk:
            if isinstance(item, Failure):
                yield item
                continue
            reading = next(readings)
            yield self._coded(reading) if isinstance(reading, Reading) else reading

    def _read_chunk(self, reports: list[Report]) -> Iterator[Reading | Failure]:
        try:
            yield from list(self.reader.read_many(reports))
        except Exception:  # one report broke the batch: read them one by one to find which
            for report in reports:
                try:
                    yield self.reader.read(report)
                except Exception as error:
                    yield _failure(report, "reading", error)

    def _coded(self, reading: Reading) -> CodedReport:
        report = reading.report
        failures: list[Failure] = []

        def attempt(stage: str, work: Callable[[], _T], otherwise: _T) -> _T:
            try:
                return work()
            except Exception as error:  # kept as a row in `failures`; what other stages found is kept too
                failures.append(_failure(report, stage, error))
                return otherwise

        grounded = attempt("grounding", lambda: ground(reading, self.knowledge), None)
        if grounded is None:
            return CodedReport(report, (), (), (), (), (), (), (), tuple(failures), self.version)
        found = grounded
        events: tuple[EventMention, ...] = attempt("coding", lambda: self.events(found), ())
        claims: tuple[Claim, ...] = attempt("attribution", lambda: attribute(found, wide=self._wide), ())
        claims = attempt("linking", lambda: link_claims(claims, found, self.weigher), claims)
        events, claims = attempt(
            "linking", lambda: attach_voices(events, claims, self.events.codebook), (events, claims)
        )
        return _assembled(found, events, claims, tuple(failures), self.version)


def _assembled(
    grounded: Grounded, events: tuple[EventMention, ...], claims: tuple[Claim, ...],
    failures: tuple[Failure, ...], version: CoderVersion,
) -> CodedReport:  # fmt: skip
    return CodedReport(
        report=grounded.reading.report,
        events=events,
        claims=claims,
        times=grounded.times,
        actors=grounded.actors,
        places=grounded.places,
        equipment=grounded.equipment,
        facts=grounded.facts,
        failures=failures,
        coder=version,
    )


def _failure(report: Report, stage: str, error: Exception) -> Failure:
    message = str(error) if isinstance(error, VedetteError) else f"{error} (a defect of Vedette; the report is kept)"
    name = report.title or report.url or report.text[:60]
    return Failure(name, stage, type(error).__name__, message, report.id)


def _chunks(reports: Iterable[Report | Failure]) -> Iterator[list[Report | Failure]]:
    chunk: list[Report | Failure] = []
    size = 0
    for item in reports:
        chunk.append(item)
        size += len(item.text) if isinstance(item, Report) else 0
        if len(chunk) >= _CHUNK or size >= _CHUNK_CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


@dataclass(frozen=True, slots=True)
class _Setup:
    """What a worker process builds its coder from."""

    parser: str
    tables: tuple[Path, ...]
    triggers: tuple[Path, ...]
    fast: bool
    wide_claims: bool


@cache
def _own_coder(setup: _Setup) -> Coder:
    """Return this worker process's coder, built once."""
    return Coder(
        parser=setup.parser,
        tables=setup.tables,
        triggers=setup.triggers,
        fast=setup.fast,
        wide_claims=setup.wide_claims,
    )


def _code_in_worker(setup: _Setup, chunk: list[Report | Failure]) -> list[CodedReport | Failure]:
    return list(_own_coder(setup).code_many(chunk))


def _in_processes(setup: _Setup, reports: Iterable[Report | Failure], jobs: int) -> Iterator[CodedReport | Failure]:
    # "spawn": forking a process that has loaded the parser's native code is not safe everywhere.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        chunks = _chunks(reports)
        waiting: deque[Future[list[CodedReport | Failure]]] = deque(
            pool.submit(_code_in_worker, setup, chunk) for chunk in islice(chunks, jobs * 2)
        )
        while waiting:
            done = waiting.popleft().result()
            for chunk in islice(chunks, 1):
                waiting.append(pool.submit(_code_in_worker, setup, chunk))
            yield from done
