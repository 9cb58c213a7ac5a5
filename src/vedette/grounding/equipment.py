"""Equipment: weapons and materiel as a report names them, with category, calibre and number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.grounding.amounts import Amount, amount_of
from vedette.grounding.phrases import named_country
from vedette.model import EquipmentMention
from vedette.reading import Reading, Sentence, Token
from vedette.reading.actor_nouns import ActorNouns, load_actor_nouns

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge, KnownEquipment

_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "«", "»"})
_MM = frozenset({"mm", "millimetre", "millimeter", "millimetres", "millimeters"})
_LEFT = frozenset({"amod", "compound", "nmod", "nummod", "det", "punct", "quantmod", "advmod", "npadvmod"})
_MADE = frozenset({"made", "built", "designed", "manufactured", "produced", "developed"})
_LAUNCHERS = frozenset({"air defence system", "rocket artillery", "artillery", "grenade launcher", "mortar", "tank"})
_FIRED = frozenset({"missile", "rocket", "ammunition", "cruise missile", "ballistic missile", "grenade", "radar"})
_NAME_REACH = 3
"""Words between a name and the noun it describes."""
_PHRASE = 3
"""Words in the longest generic phrase ("heavy machine gun")."""


@dataclass(slots=True)
class _Run:
    """Positions of a sentence's tokens (both included) that name one kind of equipment."""

    first: int
    last: int
    category: str | None = None
    item: str | None = None
    name: tuple[int, ...] = ()
    """Indices of the tokens of the item's name, whose digits are no number ("Leopard 2")."""


def find_equipment(reading: Reading, knowledge: Knowledge) -> tuple[EquipmentMention, ...]:
    """Return the equipment a report names, in text order; a name and its generic words are one mention."""
    named = [mention for mention in reading.mentions if mention.kind == "equipment"]
    by_sentence: dict[int, list[_Run]] = {}
    for mention in named:
        sentence = mention.head.sent
        items = [id_ for id_ in mention.known if knowledge.equipment.get(id_) is not None]
        inside = [t.i for t in sentence.tokens if mention.span.start <= t.start < mention.span.end]
        if inside and items:
            base = sentence.tokens[0].i
            run = _Run(inside[0] - base, inside[-1] - base, item=items[0], name=tuple(inside))
            by_sentence.setdefault(sentence.index, []).append(run)
    found: list[EquipmentMention] = []
    for sentence in reading.sentences:
        runs = _generic(sentence, knowledge) + by_sentence.get(sentence.index, [])
        if runs:
            found.extend(_uncovered([_mention(reading, sentence, run, knowledge) for run in _merged(sentence, runs)]))
    return tuple(found)


def _uncovered(mentions: list[EquipmentMention]) -> list[EquipmentMention]:
    """Leave out the mere unit words of a larger mention: the rounds of "30,000 rounds of ammunition"."""
    return [
        one for one in mentions
        if one.id is not None or not any(o is not one and o.span.covers(one.span) for o in mentions)
    ]  # fmt: skip


def _generic(sentence: Sentence, knowledge: Knowledge) -> list[_Run]:
    runs: list[_Run] = []
    tokens = sentence.tokens
    nouns = load_actor_nouns()
    for at, token in enumerate(tokens):
        if token.pos not in ("NOUN", "PROPN") or token.ent in ("PERSON", "GPE", "NORP", "DATE", "TIME"):
            continue
        for size in range(_PHRASE, 0, -1):
            if at - size + 1 < 0:
                continue
            words = " ".join(t.lower for t in tokens[at - size + 1 : at + 1])
            category = knowledge.equipment.category(words)
            if category is None and size == 1 and token.lemma != token.lower:
                category = knowledge.equipment.category(token.lemma.lower())
            if category is not None and not (size == 1 and _is_everyday(token, knowledge, nouns)):
                noun = nouns.at(token)
                # A suicide bomber is a person.
                if noun is None or noun.stands_for == "body":
                    runs.append(_Run(at - size + 1, at, category))
                break
    return [run for run in runs if not any(o is not run and o.first <= run.first and run.last < o.last for o in runs)]


def _is_everyday(token: Token, knowledge: Knowledge, nouns: ActorNouns) -> bool:
    """Tell whether "arms" are limbs or branches here, or "rounds" are of talks."""
    lemma = token.lemma.lower()
    if lemma == "arm":
        owner = token.child("poss")
        person = nouns.at(owner) if owner is not None else None
        is_limb = owner is not None and (owner.tag == "PRP$" or owner.ent == "PERSON")
        is_limb = is_limb or (person is not None and person.stands_for == "person")
        return token.lower == "arm" or is_limb or token.child("nummod") is not None
    below = token.prep("of") if lemma == "round" else None
    return below is not None and knowledge.equipment.category(below.lower) is None


def _merged(sentence: Sentence, runs: list[_Run]) -> list[_Run]:
    """Join runs that overlap, touch, or have only quotation marks between them."""
    merged: list[_Run] = []
    for run in sorted(runs, key=lambda run: (run.first, run.last)):
        before = merged[-1] if merged else None
        gap = sentence.tokens[before.last + 1 : run.first] if before is not None else ()
        joined = all(token.text in _QUOTES for token in gap) or _describes(sentence, before, run)
        if before is not None and joined and _fit(before, run):
            before.last = max(before.last, run.last)
            before.category = before.category or run.category
            before.item = before.item or run.item
            before.name += run.name
        else:
            merged.append(_Run(run.first, run.last, run.category, run.item, run.name))
    for run in merged:
        _take_nickname(sentence, run)
        after = sentence.tokens[run.last + 1 : run.last + 2]
        if (
            run.item is not None
            and after
            and after[0].lemma == "fighter"
            and after[0] is sentence.tokens[run.last].head
        ):
            run.last += 1  # Of people alone, "fighters" are no jets.
    return merged


def _describes(sentence: Sentence, name: _Run | None, noun: _Run) -> bool:
    """Tell whether a name describes a generic noun some words on ("MQ-4C maritime surveillance drones")."""
    if name is None or name.item is None or noun.item is not None or not 0 < noun.first - name.last - 1 <= _NAME_REACH:
        return False
    tokens = sentence.tokens
    between = tokens[name.last : noun.first]
    return all(token.dep in _LEFT and token.head.i <= tokens[noun.last].i for token in between)


def _fit(one: _Run, other: _Run) -> bool:
    return one.item is None or other.item is None or one.item == other.item


def _take_nickname(sentence: Sentence, run: _Run) -> None:
    """Take in a quoted name right after an item, and the mark that closes one: NSV "Utyos"."""
    tokens = sentence.tokens
    after = tokens[run.last + 1 : run.last + 4]
    if run.item is None or not after or after[0].text not in _QUOTES:
        return
    if sum(token.text in _QUOTES for token in tokens[run.first : run.last + 1]) % 2:
        run.last += 1
    elif len(after) == 3 and after[2].text in _QUOTES and after[1].text[:1].isupper():
        run.last += 3


def _mention(reading: Reading, sentence: Sentence, run: _Run, knowledge: Knowledge) -> EquipmentMention:
    tokens = sentence.tokens
    first = run.first
    while first > 0 and tokens[first - 1].dep in _LEFT and _leads_into(tokens, first - 1, run):
        first -= 1
    left = tokens[first : run.last + 1]
    item = knowledge.equipment.get(run.item) if run.item is not None else None
    calibre = _calibre(left)
    amount = amount_of(_head(sentence, run), frozenset(run.name))
    begin, end = left[0], left[-1]
    if amount is not None:
        begin, end = min(begin, amount.first, key=_place), max(end, amount.last, key=_place)
    quantity = amount.quantity if amount is not None else None
    return EquipmentMention(
        span=reading.span(begin, end),
        id=item.id if item is not None else None,
        name=item.name if item is not None else None,
        category=item.category if item is not None else run.category,
        calibre_mm=calibre if calibre is not None else item.calibre_mm if item is not None else None,
        quantity=quantity.best if quantity is not None else None,
        low=quantity.low if quantity is not None else None,
        high=quantity.high if quantity is not None else None,
        unit=_unit(run, item, amount, tokens[run.last]),
        maker=item.maker if item is not None else None,
        origin=_made_in(left, knowledge) or (item.origin if item is not None else None),
    )


def _place(token: Token) -> int:
    return token.i


def _head(sentence: Sentence, run: _Run) -> Token:
    """Return the token of a run that hangs on something outside it; the last such one."""
    tokens = sentence.tokens[run.first : run.last + 1]
    first, last = tokens[0].i, tokens[-1].i
    for token in reversed(tokens):
        if (not first <= token.head.i <= last or token.head is token) and token.dep != "punct":
            return token
    return tokens[-1]


def _unit(run: _Run, item: KnownEquipment | None, amount: Amount | None, last: Token) -> str | None:
    """Return what is counted: a told unit, or what a launcher fires ("50 HIMARS rockets")."""
    if amount is None or amount.quantity is None:
        return None
    if amount.unit is not None:
        return amount.unit
    fires = item is not None and item.category in _LAUNCHERS and run.category in _FIRED
    return last.lemma.lower() if fires else None


def _made_in(left: tuple[Token, ...], knowledge: Knowledge) -> str | None:
    """Return the country of "Turkish-made drones" and "drones made in Turkey", or None."""
    for k, token in enumerate(left):
        if token.lower in _MADE and k > 0:
            maker = left[k - 1] if left[k - 1].text != "-" else left[k - 2] if k > 1 else None
            if maker is not None and (iso3 := named_country(maker, knowledge)) is not None:
                return iso3
        for suffix in ("-made", "-built"):
            if token.lower.endswith(suffix):
                country = knowledge.countries.demonym(token.text.rpartition("-")[0])
                return country.iso3 if country is not None else None
    made = next((c for c in left[-1].children if c.dep == "acl" and c.lower in _MADE), None)
    place = made.prep("in", "by") if made is not None else None
    return named_country(place, knowledge) if place is not None else None


def _leads_into(tokens: tuple[Token, ...], at: int, run: _Run) -> bool:
    """Tell whether a token before the run hangs, directly or not, on a token of it."""
    token = tokens[at]
    base = tokens[0].i
    for _ in range(4):
        token = token.head
        if run.first <= token.i - base <= run.last:
            return True
    return False


def _calibre(tokens: tuple[Token, ...]) -> float | None:
    for k, token in enumerate(tokens):
        if token.lower in _MM:
            before = tokens[k - 1] if k > 0 and tokens[k - 1].text != "-" else tokens[k - 2] if k > 1 else None
            return _decimal(before.lower) if before is not None else None
        if token.lower.endswith("mm") and (value := _decimal(token.lower[:-2].rstrip("-"))) is not None:
            return value
    return None


def _decimal(text: str) -> float | None:
    if len(text) > 8 or not text.isascii() or not text.replace(".", "", 1).isdecimal():
        return None
    return float(text)
