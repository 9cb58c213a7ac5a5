"""Readings built by hand: words split at spaces and marks, every word hanging where it is told to."""

from __future__ import annotations

import re
from collections.abc import Callable

from vedette.model import Report
from vedette.reading import Paragraph, Reading, Sentence, Token
from vedette.reading.paragraphs import split_paragraphs

_WORD = re.compile(r"``|''|\w+(?:['’]\w+)?|[^\w\s]")


def read_by_hand(
    text: str,
    heads: Callable[[int, int], int] | None = None,
    labels: Callable[[int], tuple[str, str, str]] | None = None,
) -> Reading:
    """Return a reading with one sentence a paragraph.

    heads: position and number of words → position of the head; without it all hang on the first.
    labels: position → part of speech, tag and dependency label.
    """
    report = Report.make(text, "2024-05-14")
    paragraphs: tuple[Paragraph, ...] = split_paragraphs(text)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for paragraph in paragraphs:
        batch: list[Token] = []
        for k, match in enumerate(_WORD.finditer(text, paragraph.start, paragraph.end)):
            word = match.group()
            pos, tag, dep = labels(k) if labels is not None else ("NOUN" if word[0].isalnum() else "PUNCT", "NN", "dep")
            token = Token(len(tokens), word, word.lower(), pos, tag, dep, match.start())
            tokens.append(token)
            batch.append(token)
        if batch:
            count = len(batch)
            at = [heads(k, count) % count if heads is not None else 0 for k in range(count)]
            sentences.append(Sentence.build(len(sentences), paragraph.index, text, batch, at))
    return Reading(report, paragraphs, tuple(sentences), tuple(tokens))
