"""Quoted words by themselves: an utterance or a mere name, whole or a piece, and what they state."""

from __future__ import annotations

from vedette.attribution.quotes import Quotation
from vedette.reading import Reading, Token

STOPS = frozenset(".?!")
"""What ends a sentence."""
_ENDS = frozenset((",", "?", "!", ".", "…", "...", "—", "–", "-", "--", ";", ":"))


def is_speech(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether a quotation is somebody's utterance rather than a title, a name or a scare quote."""
    tokens = reading.tokens[quotation.first : quotation.last + 1]
    words = [token for token in tokens if token.pos not in ("PUNCT", "SPACE", "SYM")]
    if len(words) < 2 or (quotation.single and len(words) < 4):
        return False
    if len(quotation.runs) > 1 or len(words) >= 12:
        return True
    closed = any(token.text in _ENDS for token in tokens[-3:])
    finite = any(token.tag in ("VBD", "VBZ", "VBP", "MD", "VB") for token in words)
    upper = words[0].text[:1].isupper()
    return (closed and (finite or upper)) or (finite and upper)


def stands_alone(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether quoted words begin and end as a sentence or clause does, not as a piece of one."""
    tokens = reading.tokens
    before = tokens[quotation.first - 1] if quotation.first else None
    opens = (
        before is None
        or before.text in (",", ":")
        or before.text in STOPS
        or before.sent.paragraph != tokens[quotation.first].sent.paragraph
    )
    ends = tokens[max(quotation.first, quotation.last - 1) : quotation.last + 1]
    return opens and any(token.text in _ENDS for token in ends)


def fills_paragraph(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether a paragraph is little else than this quotation."""
    paragraph = reading.paragraphs[reading.tokens[quotation.first].sent.paragraph]
    length = paragraph.end - paragraph.start
    return quotation.start == paragraph.start and quotation.end - quotation.start > 0.8 * length


def names_a_thing(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether short quoted words stand where a noun would ("on “Morning Talk,” the mayor said")."""
    if quotation.last - quotation.first > 9 or not quotation.first:
        return False
    previous = reading.tokens[quotation.first - 1]
    beside = previous.sent.paragraph == reading.tokens[quotation.first].sent.paragraph
    return beside and previous.pos in ("ADP", "DET", "NOUN", "PROPN", "PART", "ADJ", "CCONJ", "NUM")


def main_of(reading: Reading, quotation: Quotation) -> Token:
    """Return the highest word of a quotation's first sentence."""
    inside = reading.tokens[quotation.first : quotation.last + 1]
    for token in inside:
        if token.pos in ("VERB", "AUX") and (
            token.head is token or not quotation.first <= token.head.i <= quotation.last
        ):
            return token
    words = [token for token in inside if token.pos not in ("PUNCT", "SPACE")]
    inner = {t.i for t in words}
    tops = (t for t in words if t.head is t or t.head.i not in inner)
    return next(tops, words[0] if words else inside[0])  # "A fairy *tale*," he said
