"""Readings: which mention stands before which word, and which of a chain names the thing most fully."""

from __future__ import annotations

import pytest

from vedette.knowledge import load_knowledge
from vedette.model import Report
from vedette.reading import Parser, Reader


@pytest.mark.model
def test_mentions_before_a_word_are_told_the_nearest_first(parser: Parser) -> None:
    text = "Ana Lund met Per Holm in Oslo. She thanked the mayor, who left."
    reading = Reader(parser, load_knowledge()).read(Report.make(text, "2024-05-14"))
    for token in reading.tokens:
        before = [mention for mention in reading.mentions if mention.head.i < token.i]
        assert list(reading.mentions_before(token)) == before[::-1]
    she = next(token for token in reading.tokens if token.text == "She")
    chain = reading.chain_of[reading.mention_of[she.i].index]
    assert chain.best is reading.antecedent(she)
    assert chain.best.span.exact == "Ana Lund"
