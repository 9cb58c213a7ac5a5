"""Fit a table of weights by logistic regression, tell what it gains, and write it."""

from __future__ import annotations

import csv
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

_RIDGE = 1.0
_FOLDS = 5
_BARS = (0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)
CODING = Path(__file__).parents[1] / "src" / "vedette" / "coding"


def signs_of(rows: Sequence[Mapping[str, str]], names: Sequence[str]) -> np.ndarray:
    """Return the signs of each row, led by 1."""
    return np.array([[1.0, *(float(row[name]) for name in names)] for row in rows])


def write_signs(path: Path, names: Sequence[str], found: Mapping[str, Sequence[tuple[str, float]]]) -> None:
    """Write the signs of each event as a table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("event", *names))
        for event, signs in sorted(found.items()):
            writer.writerow((event, *(f"{value:.3f}" for _, value in signs)))


def fitted(x: np.ndarray, y: np.ndarray, counts: np.ndarray | None = None) -> np.ndarray:
    """Return the weights, the start first (Newton's method on the likelihood with a ridge penalty).

    x: rows of signs, each led by 1. counts: how much each row counts; all alike by default.
    """
    n = np.ones(len(y)) if counts is None else counts
    w = np.zeros(x.shape[1])
    ridge = _RIDGE * np.eye(len(w))
    ridge[0, 0] = 1e-6
    for _ in range(60):
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve((x.T * (n * p * (1 - p))) @ x + ridge, x.T @ (n * (y - p)) - ridge @ w)
    return w


def held_out(x: np.ndarray, y: np.ndarray, groups: Sequence[str], counts: np.ndarray | None = None) -> np.ndarray:
    """Return what each row scores when the other rows of its group taught nothing, in five parts."""
    order = sorted(set(groups))
    random.Random(1).shuffle(order)
    part = {group: k % _FOLDS for k, group in enumerate(order)}
    of = np.array([part[group] for group in groups])
    n = np.ones(len(y)) if counts is None else counts
    said = np.zeros(len(y))
    for k in range(_FOLDS):
        said[of == k] = 1 / (1 + np.exp(-x[of == k] @ fitted(x[of != k], y[of != k], n[of != k])))
    return said


def print_bars(said: np.ndarray, right: np.ndarray, what: str) -> None:
    """Print what bars of several heights keep, how much of it is right, and how much of all that is right."""
    for bar in _BARS:
        kept = said >= bar
        share = right[kept].sum() / right.sum()
        print(f"  bar {bar:.2f}: keeps {kept.mean():.2f}, {what} {right[kept].mean():.3f}, of all right {share:.2f}")


def write_table(
    name: str, notes: Sequence[str], weights: np.ndarray, signs: Sequence[str], bars: Mapping[str, tuple[float, str]]
) -> None:
    """Write a table of src/vedette/coding.

    weights: the start first. bars: by name, each with the line that tells what it is; empty for none.
    """
    lines = [*(f"# {note}" for note in notes), f"start = {weights[0]:.3f}"]
    for bar, (value, note) in bars.items():
        lines += [*([f"# {note}"] if note else []), f"{bar} = {value}"]
    told = (f"{sign} = {value:.3f}" for sign, value in zip(signs, weights[1:], strict=True))
    lines += ["", "[weights]", *told]
    (CODING / name).write_text("\n".join(lines) + "\n", "utf-8")
    print(f"written: {CODING / name}")
