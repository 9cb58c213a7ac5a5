"""Facts: stated quantities that are no events: the lengths of borders, the strength of forces."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vedette.grounding.amounts import TROOP_UNITS, amount_of, is_troop_unit
from vedette.grounding.numbers import number_value
from vedette.model import Fact, Party, Span
from vedette.reading import Reading, Token

_KM = {"km": 1.0, "kilometre": 1.0, "kilometer": 1.0, "mile": 1.609344, "mi": 1.609344}
_BORDERS = frozenset({"border", "frontier", "boundary"})
_TROOPS = frozenset(
    """troop soldier fighter serviceman servicewoman servicemember marine commando reservist conscript paratrooper
    guardsman mercenary militiaman peacekeeper recruit sailor airman policeman insurgent guerrilla jihadist legionnaire
    ranger infantryman gunman militant rebel""".split()
)
_VEHICLES = frozenset({"vehicle", "truck"})
_TRAINS = frozenset({"column", "convoy"})


def find_forces(
    reading: Reading, told: Sequence[Span], parties: Callable[[Token], tuple[Party, ...]]
) -> tuple[Fact, ...]:
    """Return the numbers of troops, their units and columns of vehicles a report tells of, in text order.

    Units stay units: three battalions are 3 of unit "battalion", not a number of men. The killed, captured and so
    on are counts, three batteries of a known gun are equipment; `told` holds their spans, and they are left out here.
    """
    taken = {place for span in told for place in range(span.start, span.end)}
    found: list[Fact] = []
    for sentence in reading.sentences:
        for token in sentence.tokens:
            if token.pos not in ("NOUN", "PROPN") or not _is_force(token):
                continue
            amount = amount_of(token)
            quantity = amount.quantity if amount is not None else None
            if amount is None or quantity is None or quantity.first.lower == "one" or quantity.first.start in taken:
                continue
            span = reading.span(amount.first, amount.last)
            named = parties(token) if token.lemma.lower() not in _VEHICLES else ()
            about = named[0].actor.id if named else None
            unit = amount.unit or token.lemma.lower()
            found.append(Fact(span, "force", quantity.best, unit, about, quantity.low, quantity.high))
    return tuple(found)


def _is_force(token: Token) -> bool:
    lemma = token.lemma.lower()
    if lemma in TROOP_UNITS:
        return is_troop_unit(token)
    if lemma in _TROOPS:
        return token.tag in ("NNS", "NNPS")
    return lemma in _VEHICLES and _held_by(token) in _TRAINS


def _held_by(token: Token) -> str:
    """Return the lemma of the noun that holds this one by "of"; empty where none does."""
    return token.head.head.lemma.lower() if token.dep == "pobj" and token.head.lower == "of" else ""


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
