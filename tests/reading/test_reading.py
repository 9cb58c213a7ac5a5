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
    for sentence in reading.sentences:
        for one in reading.chains:
            assert one.inside(sentence) == tuple(m for m in one.mentions if m.head.sent is sentence)


@pytest.mark.model
def test_the_sentence_at_a_place_is_the_one_that_holds_it(parser: Parser) -> None:
    text = "  Ana Lund left.  She came back.\n\nPer Holm stayed. "
    reading = Reader(parser, load_knowledge()).read(Report.make(text, "2024-05-14"))
    for offset in range(len(reading.report.text) + 2):
        there = next((one for one in reading.sentences if one.start <= offset < one.end), None)
        assert reading.sentence_at(offset) is there
