"""Amounts: how much or how many of a noun a text tells of, and in which unit.

"three S-300 batteries" is 3 of unit battery, "100 tonnes of ammunition" 100 tonnes, "a column of 40 tanks" 40 tanks.
Units of troops stay units: nobody knows how many vehicles or men a battalion has.
"""

from __future__ import annotations

from dataclasses import dataclass

from vedette.grounding.numbers import Quantity, is_vague, quantity_at
from vedette.reading import Token

TROOP_UNITS = frozenset(
    """battalion brigade regiment division company platoon squad squadron battery corps army battlegroup
    contingent detachment""".split()
)
UNITS = TROOP_UNITS | frozenset(
    """tonne ton kilogram kilo kilogramme kg pound column convoy fleet flotilla batch shipment consignment truckload
    planeload shipload container crate box package tranche salvo barrage volley swarm wave launcher round piece pair
    set system unit magazine belt""".split()
)
_SYNONYMS = {"ton": "tonne", "kg": "kilogram", "kilo": "kilogram", "kilogramme": "kilogram"}
_PIECES = frozenset({"piece", "unit", "system", "set"})
"""Words that count pieces: ten pieces of artillery are ten."""
_OF_ARMS = frozenset(
    """infantry tank armoured armored rifle mechanised mechanized motorised motorized artillery parachute airborne
    engineer marine cavalry guards panzer mountain commando assault reserve soldier troop fighter militiaman
    army military""".split()
)
"""Words that show a company or a division to be one of troops."""
_EVERYDAY_UNITS = frozenset({"company", "division", "army", "corps", "squad", "contingent", "detachment", "unit"})
_NOT_NUMBERS = frozenset({"mm", "millimetre", "millimeter", "millimetres", "millimeters"})
_UNIT_REACH = 4
"""Tokens between a name and the unit noun it describes ("S-300 air defence battery")."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity of something, with the tokens that tell it."""

    first: Token
    last: Token
    quantity: Quantity | None
    """None where a unit stands without a number ("convoys of trucks")."""
    unit: str | None
    """None where pieces are counted."""


def is_troop_unit(noun: Token) -> bool:
    """Tell whether a noun is a unit of troops; "company" and its like only beside a word that shows it."""
    lemma = noun.lemma.lower()
    if lemma not in TROOP_UNITS:
        return False
    if lemma not in _EVERYDAY_UNITS:
        return True
    below = noun.prep("of")
    near = [child for child in noun.children if child.dep in ("compound", "amod", "nmod")]
    if below is not None:
        near.append(below)
    return any(token.lemma.lower() in _OF_ARMS for token in near)


def amount_of(noun: Token, name: frozenset[int] = frozenset()) -> Amount | None:
    """Return how much of `noun` there is, or None where the text tells nothing of it.

    name: indices of tokens that are a name and so no number ("Leopard 2").
    """
    unit = _unit_described(noun)
    if unit is not None:
        above = _of_unit(unit, name)
        return above if above.quantity is not None else Amount(noun, unit, number_on(noun, name), above.unit)
    own = number_on(noun, name)
    if own is not None:
        return Amount(own.first, noun, own, None)
    top = _holder(noun)
    if top is None:
        return None
    if top.lemma.lower() in UNITS:
        told = _of_unit(top, name)
        return Amount(told.first, noun, told.quantity, told.unit)
    if (is_vague(top) or top.pos == "NUM") and top.ent != "MONEY":
        quantity = quantity_at(_first_of_vague(top))
        return Amount(quantity.first, noun, quantity, None) if quantity is not None else None
    return None


def number_on(noun: Token, name: frozenset[int] = frozenset()) -> Quantity | None:
    """Return the number that stands before a noun and counts it, calibres and names left out."""
    sentence = noun.sent.tokens
    base = sentence[0].i
    for child in _before(noun):
        if child.i in name or not _counts(child):
            continue
        at = child.i - base
        after = sentence[at + 1].lower if at + 1 < len(sentence) else ""
        if after in _NOT_NUMBERS or after[:1] in ("-", "°") or child.lower.endswith("mm"):
            continue
        while at > 0 and sentence[at - 1].i not in name and _is_part(sentence, at):
            at -= 1
        quantity = quantity_at(sentence[at]) or quantity_at(child)
        if quantity is not None:
            return quantity
    return None


def _before(noun: Token) -> list[Token]:
    """Return the words before a noun that may count it: its own, then those the parser hung on its compounds."""
    own = [child for child in noun.children if child.i < noun.i]
    compounds = [child for child in own if child.dep in ("compound", "nmod", "amod", "nummod")]
    return own + [below for child in compounds for below in child.children if below.i < child.i]


def _first_of_vague(top: Token) -> Token:
    """Return the first word of "hundreds of thousands", else the word itself."""
    sentence = top.sent.tokens
    at = top.i - sentence[0].i
    if at > 1 and sentence[at - 1].lower == "of" and is_vague(sentence[at - 2]):
        return sentence[at - 2]
    return top


def _counts(token: Token) -> bool:
    if token.ent == "MONEY" or _is_of_a_name(token):
        return False
    if token.dep == "nummod" or (token.dep == "compound" and token.tag == "CD"):
        return token.pos == "NUM" or token.lower == "dozen"
    return token.lower in ("several", "few", "dozen", "dozens", "hundreds", "thousands") and token.dep in (
        "amod", "compound", "nmod", "det", "quantmod",
    )  # fmt: skip


def _is_of_a_name(token: Token) -> bool:
    """Tell whether a number ends a name ("a Boeing 707 cargo plane", "Marine One helicopter")."""
    sentence = token.sent.tokens
    at = token.i - sentence[0].i
    before = sentence[at - 1] if at > 0 else None
    if before is None or before.pos != "PROPN" or before.ent in ("NORP", "GPE"):
        return False
    return before.head in (token.head, token)


def _is_part(sentence: tuple[Token, ...], at: int) -> bool:
    """Tell whether the token before `at` belongs to the same number ("two hundred", "20 to 30", "20-30")."""
    before = sentence[at - 1]
    if before.pos == "NUM" and before.tag == "CD":
        return True
    joins = before.lower in ("to", "and", "or", "-", "–")
    return joins and at > 1 and sentence[at - 2].pos == "NUM" and sentence[at - 2].tag == "CD"


def _unit_described(noun: Token) -> Token | None:
    """Return the unit noun that `noun` describes ("battery" in "two Patriot batteries"), or None."""
    above = noun.head
    is_left = noun.dep in ("compound", "nmod", "amod", "nummod") and noun.i < above.i <= noun.i + _UNIT_REACH
    if not is_left or above.lemma.lower() not in UNITS:
        return None
    return above if above.lemma.lower() not in _EVERYDAY_UNITS or is_troop_unit(above) else None


def _of_unit(unit: Token, name: frozenset[int]) -> Amount:
    """Return the amount told in units: its own number, one for an article, or what holds it ("dozens of convoys")."""
    lemma = unit.lemma.lower()
    word = None if lemma in _PIECES else _SYNONYMS.get(lemma, lemma)
    own = number_on(unit, name)
    if own is not None:
        return Amount(own.first, unit, own, word)
    article = next((c for c in unit.children if c.dep == "det" and c.lower in ("a", "an")), None)
    if article is not None:
        return Amount(article, unit, Quantity(article, unit, 1, 1, 1), word)
    top = _holder(unit)
    if top is not None and is_vague(top) and (vague := quantity_at(top)) is not None:
        return Amount(vague.first, unit, vague, word)
    return Amount(unit, unit, None, word)


def _holder(noun: Token) -> Token | None:
    """Return the noun that `noun` hangs on by "of", or None."""
    preposition = noun.head
    if noun.dep == "pobj" and preposition.lower == "of" and preposition.head.i < preposition.i:
        return preposition.head
    return None
