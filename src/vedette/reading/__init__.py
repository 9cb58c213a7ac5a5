"""Reading: report → paragraphs, sentences, parse, mentions, chains."""

from vedette.reading.parser import Parser
from vedette.reading.reader import Reader
from vedette.reading.reading import Chain, Mention, Paragraph, Reading
from vedette.reading.tree import Sentence, Token, noun_phrase

__all__ = [
    "Chain",
    "Mention",
    "Paragraph",
    "Parser",
    "Reader",
    "Reading",
    "Sentence",
    "Token",
    "noun_phrase",
]
