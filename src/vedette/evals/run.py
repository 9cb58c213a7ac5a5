"""Run one evaluation task: read rows, predict, write predictions, score where the gold is there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from vedette.errors import InputError, QueryError
from vedette.evals import scores, tasks
from vedette.evals.claim_links import predict_claim_links, score_claim_links
from vedette.evals.tasks import Predictor, Row
from vedette.pipeline import Coder

Scorer = Callable[[Sequence[Row], Sequence[Row]], list[str]]
Progress = Callable[[int, int], None]
_BATCH = 64
"""Rows predicted together, for tasks whose rows stand alone."""


@dataclass(frozen=True, slots=True)
class Task:
    """One evaluation task."""

    name: str
    predict: Predictor
    score: Scorer
    gold_fields: tuple[str, ...]
    """Fields a full gold file has; where one is missing nothing is scored."""
    hidden: tuple[str, ...]
    """Fields that a predictor may not see; taken out of every row before it is predicted."""
    together: bool = False
    """True where all rows are judged as one set."""
    baseline: str = ""
    """What the predictor is, where it is only a plain baseline."""


_LABELS = ("label", "quad", "marked", "source", "target", "mode", "context", "event_text", "actors", "recipients")

TASKS: Mapping[str, Task] = {
    task.name: task
    for task in (
        Task("events", tasks.predict_events, scores.events, ("label",), _LABELS),
        Task("quotes", tasks.predict_quotes, scores.quotes, ("attributions",), ("attributions",)),
        Task("times", tasks.predict_times, scores.times, ("timexes",), ("timexes", "dates", "events")),
        Task("places", tasks.predict_places, scores.places, ("toponyms",), ("toponyms",)),
        Task("names", tasks.predict_names, scores.names, ("entities",), ("entities", "relations")),
        Task("status", tasks.predict_status, scores.status, ("events",), ()),
        Task("coreference", tasks.predict_coreference, scores.coreference, ("entities",), ()),
        Task("links", tasks.predict_links, scores.links, ("mentions",), ("mentions",)),
        Task("same-event", tasks.predict_same_event, scores.same_event, (), (), together=True,
             baseline="predicates with one lemma are one event"),
        Task("same-story", tasks.predict_same_story, scores.same_story, (), ("subtopic", "topic", "events"),
             together=True, baseline="reports that share most of their content words are one story"),
        Task("claim-links", predict_claim_links, score_claim_links, ("relation",), ("relation", "topic")),
        Task("stance", tasks.predict_stance, scores.stance, ("stance",), ("stance",),
             baseline="words of denial and of report in the headline"),
    )
}  # fmt: skip

_SPAN_KEYS = frozenset({"start", "end"})


def run_task(name: str, gold: Path, predictions: Path, *, coder: Coder, progress: Progress | None = None) -> str:
    """Predict every row of `gold`, write one row each to `predictions`, and return what there is to print.

    A predictor gets each row without its gold fields; of given spans only start and end are left.
    Raises QueryError for an unknown task and InputError for a file that is no JSONL of rows with an id.
    """
    task = TASKS.get(name)
    if task is None:
        raise QueryError(f"There is no task {name!r}.\nKnown tasks: {', '.join(TASKS)}")
    rows = read_rows(gold)
    found: list[Row] = []
    with predictions.open("w", encoding="utf-8") as out:
        for prediction in _predict(task, rows, coder):
            found.append(prediction)
            _write(prediction, out)
            if progress is not None:
                progress(len(found), len(rows))
    lines = [f"{name}: {len(found)} rows, written to {predictions}"]
    if task.baseline:
        lines.append(f"plain baseline: {task.baseline}")
    if rows and all(field in rows[0] for field in task.gold_fields):
        lines.extend(task.score(rows, found))
    return "\n".join(lines)


def _predict(task: Task, rows: Sequence[Row], coder: Coder) -> Iterator[Row]:
    seen = [_without_gold(task, row) for row in rows]
    size = len(seen) if task.together else _BATCH
    for at in range(0, len(seen), max(size, 1)):
        yield from task.predict(seen[at : at + size], coder)


def _without_gold(task: Task, row: Row) -> Row:
    """Leave what the task may read: no gold field, and of given spans start and end alone."""
    kept: Row = {}
    for key, value in row.items():
        if key in task.hidden:
            continue
        if isinstance(value, list) and value and isinstance(value[0], dict) and "text" not in value[0]:
            kept[key] = [{k: item[k] for k in _SPAN_KEYS if k in item} for item in value]
        else:
            kept[key] = value
    return kept


def read_rows(path: Path) -> list[Row]:
    """Read a JSONL file of rows. Raises InputError naming the line that is broken or has no id."""
    rows = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise InputError(f"{path}:{number}: not JSON: {error}") from error
            if not isinstance(row, dict) or "id" not in row:
                raise InputError(f"{path}:{number}: a row needs an id; found keys {list(row)[:8]}")
            rows.append(row)
    return rows


def _write(row: Row, out: IO[str]) -> None:
    out.write(json.dumps(row, ensure_ascii=False) + "\n")
