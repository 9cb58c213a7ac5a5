"""Fit how credible a reading is (src/vedette/coding/credibility.toml) to events judged right or wrong by hand.

    python tools/fit_credibility.py                            # fit anew from training/credibility, write the table
    python tools/fit_credibility.py --read ../shared/eval      # code the judged reports again first, to renew the signs

`verdicts.tsv` (and those of the draws that have been read, in `tests/gold/precision`) hold an event's id, its report
and whether its type was right; `signs.tsv` the factors of each as they stood when the reports were coded last. The
texts themselves are not ours and stay outside. The reports are those of the draws that have been read: never those that
precision is measured on.
Logistic regression with a ridge penalty, Newton steps; cross-validated by report.
"""

from __future__ import annotations

import argparse
import csv
import random
from pathlib import Path

import numpy as np
from draw_events import own_ids, reports_of

from vedette import Coder, Report
from vedette.coding import EventCoder
from vedette.coding.credibility import FACTORS
from vedette.grounding import ground

ROOT = Path(__file__).parents[1]
DATA = ROOT / "training" / "credibility"
TABLE = ROOT / "src" / "vedette" / "coding" / "credibility.toml"
PRECISION = ROOT / "tests" / "gold" / "precision"
DRAWS = tuple(
    PRECISION / f"reports_{n}.tsv"
    for n in ("read", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
)
LATER = ("third", "fourth", "fifth", "rest", "sixth", "seventh", "eighth", "ninth")
"""Draws whose verdicts stand beside their reports."""
RIDGE = 1.0
FOLDS = 5
BAR, BAR_SHORT = 0.7, 0.15
"""Below this a reading is dropped, and in a text too short to have a tenor; chosen where type precision rises faster
than what is right is lost."""


def renew(folder: Path) -> None:
    """Code the judged reports with every reading let through, and keep the signs of the judged events."""
    wanted = {(row["corpus"], row["id"]) for path in DRAWS for row in rows_of(path)}
    judged = set(verdicts())
    coder = Coder()
    events = EventCoder(coder.events.lexicon, typer=coder.events.typer, bar=0.0)
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    for corpus in sorted({corpus for corpus, _ in wanted}):
        path = folder / f"{corpus}.jsonl"
        items = zip(reports_of(path), own_ids(path), strict=True)
        reports = [item for item, own in items if isinstance(item, Report) and (corpus, own) in wanted]
        for reading in coder.reader.read_many(reports):
            for event, credibility in events.credibilities(ground(reading, coder.knowledge)).items():
                if event in judged:
                    found[event] = credibility.signs
    with (DATA / "signs.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("event", *FACTORS))
        for event, signs in sorted(found.items()):
            writer.writerow((event, *(f"{value:.3f}" for _, value in signs)))
    print(f"{len(found)} of {len(judged)} judged events are coded and have their signs")


def verdicts() -> dict[str, tuple[str, float]]:
    """Return by event its report and whether its type was judged right (1) or wrong (0)."""
    found = {row["event"]: (row["report"], float(row["type"])) for row in rows_of(DATA / "verdicts.tsv")}
    for draw in LATER:
        rows = rows_of(PRECISION / f"verdicts_{draw}.tsv")
        found |= {row["event"]: (row["report"], float(row["type_right"])) for row in rows}
    return found


def rows_of(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def fitted(x: np.ndarray, y: np.ndarray, counts: np.ndarray | None = None) -> np.ndarray:
    """Return the weights, the start first (Newton's method on the penalised likelihood).

    x: rows of signs, each led by 1. counts: how much each row counts; all alike by default.
    """
    n = np.ones(len(y)) if counts is None else counts
    w = np.zeros(x.shape[1])
    ridge = RIDGE * np.eye(len(w))
    ridge[0, 0] = 1e-6
    for _ in range(60):
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve((x.T * (n * p * (1 - p))) @ x + ridge, x.T @ (n * (y - p)) - ridge @ w)
    return w


def main() -> None:
    """Fit, print what it gains, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--read", type=Path, help="folder of the corpora, to renew the signs")
    asked = parser.parse_args()
    if asked.read:
        renew(asked.read)
    judged = verdicts()
    signs = [row for row in rows_of(DATA / "signs.tsv") if row["event"] in judged]
    x = np.array([[1.0, *(float(row[name]) for name in FACTORS)] for row in signs])
    y = np.array([judged[row["event"]][1] for row in signs])
    reports = [judged[row["event"]][0] for row in signs]
    order = sorted(set(reports))
    random.Random(1).shuffle(order)
    part = np.array([order.index(report) % FOLDS for report in reports])
    held = np.zeros(len(y))
    for k in range(FOLDS):
        held[part == k] = 1 / (1 + np.exp(-x[part == k] @ fitted(x[part != k], y[part != k])))
    print(f"{len(y)} events of {len(order)} reports, type right {y.mean():.3f}; by report held out:")
    for bar in (0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7):
        kept = held >= bar
        share = y[kept].sum() / y.sum()
        print(f"  bar {bar:.2f}: keeps {kept.mean():.2f}, right {y[kept].mean():.3f}, of all right {share:.2f}")
    weights = fitted(x, y)
    lines = [
        "# How far a reading is believed: log odds = start + the sum of weight x factor.",
        f"# Fitted by tools/fit_credibility.py to {len(y)} events judged by hand; credibility.py tells each factor.",
        f"start = {weights[0]:.3f}",
        "# A reading below this score is not coded.",
        f"bar = {BAR}",
        "# The same in a text of a few sentences, which has no tenor of its own.",
        f"bar_short = {BAR_SHORT}",
        "",
        "[weights]",
        *(f"{name} = {value:.3f}" for name, value in zip(FACTORS, weights[1:], strict=True)),
    ]
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"written: {TABLE}")


if __name__ == "__main__":
    main()
