"""Shipped encoders: small ONNX models with their tokenizer and card, read from a folder and run on one core."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from vedette.errors import DataFileInvalid


@dataclass(frozen=True, slots=True)
class Encoder:
    """A model with what it was trained as."""

    card: Mapping[str, Any]
    """Version, base, labels and figures, as its training wrote them."""
    tokenizer: Tokenizer
    session: onnxruntime.InferenceSession

    def run(self, given: Mapping[str, Any]) -> list[Any]:
        """Return the model's outputs for its named inputs."""
        found: list[Any] = self.session.run(None, dict(given))
        return found


def load_encoder(folder: Traversable, model: str, *, unpacks: bool = False) -> Encoder:
    """Load a folder's `card.json`, `tokenizer.json` and model file. Raises DataFileInvalid where one is missing.

    unpacks: whether weights of 8 bits are unpacked once at load, so that all is computed in 32 bits; a third faster for
    one row a run, but takes the model's whole size in memory.
    """
    try:
        card = json.loads((folder / "card.json").read_text("utf-8"))
        data = (folder / model).read_bytes()
        tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text("utf-8"))
        session = onnxruntime.InferenceSession(data, _options(unpacks), providers=["CPUExecutionProvider"])
    except Exception as error:  # the runtime and the tokenizer have errors of their own kind
        raise DataFileInvalid(f"{folder}: the encoder is incomplete ({error}); reinstall, or use --fast") from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Encoder(card, tokenizer, session)


def padded(rows: Sequence[Sequence[int]]) -> tuple[Any, Any]:
    """Return rows of numbers as one matrix, shorter ones filled with zeros, and the mask of what is filled in."""
    longest = max(map(len, rows))
    table = np.zeros((len(rows), longest), np.int64)
    mask = np.zeros_like(table)
    for k, row in enumerate(rows):
        table[k, : len(row)] = row
        mask[k, : len(row)] = 1
    return table, mask


def softmax(logits: Any) -> Any:
    """Return probabilities along the last axis."""
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return shifted / shifted.sum(axis=-1, keepdims=True)


def _options(unpacks: bool) -> Any:
    options = onnxruntime.SessionOptions()
    if unpacks:
        options.add_session_config_entry("session.disable_quant_qdq", "1")
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return options
