"""Facts: stated quantities that are no events. For now, the lengths of borders."""

from __future__ import annotations

from vedette.grounding.numbers import number_value
from vedette.model import Fact
from vedette.reading import Reading, Token

_KM = {"km": 1.0, "kilometre": 1.0, "kilometer": 1.0, "mile": 1.609344, "mi": 1.609344}
_BORDERS = frozenset({"border", "frontier", "boundary"})


def find_facts(reading: Reading) -> tuple[Fact, ...]:
    """Return the border lengths a report states, in kilometres."""
    found: list[Fact] = []
    for sentence in reading.sentences:
        for token in sentence.tokens:
            if token.lemma in _BORDERS and token.pos == "NOUN" and (length := _length(token)) is not None:
                first, last, kilometres = length
                span = reading.span(min(first, token, key=_place), max(last, token, key=_place))
                found.append(Fact(span, "border length", round(kilometres, 1), "km", _border(reading, token)))
    return tuple(found)


def _place(token: Token) -> int:
    return token.i


def _length(border: Token) -> tuple[Token, Token, float] | None:
    """Return the first and last token of a length told of a border, and the length in kilometres."""
    candidates = [token for token in border.subtree() if token.lemma.lower().rstrip("s") in _KM or token.lower in _KM]
    verb = border.head
    if border.dep == "nsubj" and verb.lemma in ("be", "stretch", "run", "measure"):
        candidates += [token for token in verb.subtree() if token.lemma.lower() in _KM]
    for unit in candidates:
        sentence = border.sent.tokens
        at = unit.i - sentence[0].i - 1
        if at >= 0 and sentence[at].text == "-":
            at -= 1
        value = number_value((sentence[at].lower,)) if at >= 0 else None
        factor = _KM.get(unit.lower) or _KM.get(unit.lemma.lower()) or _KM.get(unit.lower.rstrip("s"))
        if value and factor:
            return sentence[at], unit, value * factor
    return None


def _border(reading: Reading, border: Token) -> str | None:
    """Return the id of the border between the two countries the clause names, or None."""
    codes: list[str] = []
    heads = [token for token in border.subtree() if token is not border]
    if border.dep in ("dobj", "attr"):
        subject = border.head.child("nsubj")
        heads += subject.subtree() if subject is not None else []
    for token in heads:
        mention = reading.antecedent(token)
        for known in mention.known[:1] if mention is not None else ():
            prefix, _, code = known.partition(":")
            if prefix in ("country", "demonym") and code not in codes:
                codes.append(code)
    return f"border:{'-'.join(sorted(codes))}" if len(codes) == 2 else None
