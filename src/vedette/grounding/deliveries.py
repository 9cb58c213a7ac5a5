"""Deliveries: who supplied a report's equipment to whom, read from the verb or noun that tells it.

"Russia delivered 12 helicopters to Tajikistan", "Kyiv received Javelins from Washington", "the sale of 40 jets to
Turkey", "drones supplied by Iran", "US-supplied rifles".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from vedette.grounding.amounts import UNITS
from vedette.grounding.delivery_status import delivery_status, subject_of
from vedette.knowledge.transfers import TransferWords, load_transfer_words
from vedette.model import EquipmentMention, Party, Transfer
from vedette.reading import Reading, Sentence, Token

PartiesOf = Callable[[Token], tuple[Party, ...]]
_GOODS = frozenset({"conj", "appos", "nmod", "dobj"})
_GOODS_OF = frozenset({"of", "including", "like", "such", "as", "with", "comprising", "containing"})
_RELATIVES = frozenset({"that", "which"})
_SUPPLIED = frozenset({"supplied", "provided", "donated", "delivered", "gifted"})
_MOST_GOODS = 40
_NOT_SENT = frozenset({"warship", "submarine"})
"""Ships that a state sends are on a mission, not in other hands."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """The tokens that fill one trigger."""

    trigger: Token
    goods: tuple[Token, ...]
    suppliers: tuple[Token, ...]
    recipients: tuple[Token, ...]


def with_transfers(
    reading: Reading, equipment: Sequence[EquipmentMention], parties: PartiesOf
) -> tuple[EquipmentMention, ...]:
    """Return the mentions, each with who supplied it to whom where its sentence tells so."""
    if not equipment:
        return ()
    words = load_transfer_words()
    by_sentence: dict[int, list[int]] = {}
    starts = [sentence.start for sentence in reading.sentences]
    at = 0
    for k, item in enumerate(equipment):
        while at + 1 < len(starts) and starts[at + 1] <= item.span.start:
            at += 1
        by_sentence.setdefault(at, []).append(k)
    found = list(equipment)
    for index, members in by_sentence.items():
        _fill(reading, reading.sentences[index], members, found, words, parties)
    return tuple(found)


def _fill(
    reading: Reading, sentence: Sentence, members: list[int], found: list[EquipmentMention],
    words: TransferWords, parties: PartiesOf,
) -> None:  # fmt: skip
    owner = {
        token.i: k for k in members for token in sentence.tokens
        if found[k].span.start <= token.start < found[k].span.end
    }  # fmt: skip
    for token in sentence.tokens:
        if token.lower in _SUPPLIED and token.i in owner:
            _take(found, owner[token.i], _compound_transfer(reading, token, parties))
        if token.lemma.lower() not in words.triggers or token.pos not in ("VERB", "NOUN"):
            continue
        if token.pos == "VERB" and token.i in owner:
            continue  # The "arms" of "arms and ammunition" is no verb.
        frame = (_of_verb if token.pos == "VERB" else _of_noun)(token, words, owner)
        if frame is None:
            continue
        held = {owner[i] for i in _reach(frame.goods, words) if i in owner}
        if token.lemma == "send":
            held = {k for k in held if found[k].category not in _NOT_SENT}
        transfer = _transfer(reading, frame, parties, words) if held else None
        for k in held:
            _take(found, k, transfer)


def _take(found: list[EquipmentMention], k: int, transfer: Transfer | None) -> None:
    """Give a mention a transfer, unless it has one that tells as much."""
    if transfer is None:
        return
    before = found[k].transfer
    if before is None or _told(before) < _told(transfer):
        found[k] = replace(found[k], transfer=transfer)


def _told(transfer: Transfer) -> int:
    return bool(transfer.suppliers) + bool(transfer.recipients)


def _transfer(reading: Reading, frame: _Frame, parties: PartiesOf, words: TransferWords) -> Transfer | None:
    suppliers = tuple(party for token in frame.suppliers for party in parties(token))
    givers = {party.actor.id for party in suppliers}
    recipients = tuple(p for token in frame.recipients for p in parties(token) if p.actor.id not in givers)
    if not suppliers and not recipients:
        return None
    trigger = reading.span(frame.trigger, frame.trigger)
    return Transfer(suppliers, recipients, delivery_status(frame.trigger, words), trigger)


def _compound_transfer(reading: Reading, word: Token, parties: PartiesOf) -> Transfer | None:
    """Read "US-supplied rifles"."""
    sentence = word.sent.tokens
    at = word.i - sentence[0].i
    if at < 2 or sentence[at - 1].text != "-":
        return None
    suppliers = parties(sentence[at - 2])
    return Transfer(suppliers, (), "happened", reading.span(word, word)) if suppliers else None


# Verbs ----------------------------------------------------------------------------------------


def _of_verb(verb: Token, words: TransferWords, owner: dict[int, int]) -> _Frame | None:
    lemma = verb.lemma.lower()
    if lemma in words.reach:
        return _reaching(verb, words)
    passive = verb.child("nsubjpass")
    if passive is not None:
        goods = _relative_head(verb, passive) or passive
        return _passive(verb, goods, lemma in words.give, _holds(goods, words, owner))
    if verb.tag == "VBN" and verb.dep == "acl":
        return _passive(verb, verb.head, lemma in words.give, True)
    return _giving(verb, words, owner) if lemma in words.give else _getting(verb)


def _holds(token: Token, words: TransferWords, owner: dict[int, int]) -> bool:
    return any(i in owner for i in _reach((token,), words))


def _relative_head(verb: Token, word: Token | None) -> Token | None:
    """Return the noun a relative clause describes, where `word` is its pronoun or is left out."""
    if verb.dep == "relcl" and (word is None or word.lower in _RELATIVES):
        return verb.head
    return None


def _giving(verb: Token, words: TransferWords, owner: dict[int, int]) -> _Frame:
    giver, thing = subject_of(verb), verb.child("dobj")
    goods = _relative_head(verb, thing) or thing
    if goods is None:
        return _Frame(verb, (), (), ())
    means = verb.prep("with") or (thing.prep("with") if thing is not None else None)
    if thing is not None and means is not None and not _holds(thing, words, owner):
        return _Frame(verb, (means,), _some(giver), (thing,))
    dative = next((c for c in verb.children if c.dep == "dative" and c.pos != "ADP"), None)
    to = dative or _to(verb) or (_to_of(goods, words) if goods is thing else None)
    return _Frame(verb, (goods,), _some(giver), _some(to))


def _getting(verb: Token) -> _Frame:
    thing = verb.child("dobj")
    goods = _relative_head(verb, thing) or thing
    if goods is None:
        return _Frame(verb, (), (), ())
    giver = verb.prep("from") or (goods.prep("from") if goods is thing else None)
    return _Frame(verb, (goods,), _some(giver), _some(subject_of(verb)))


def _passive(verb: Token, subject: Token, is_giving: bool, holds: bool) -> _Frame:
    thing = verb.child("dobj", "oprd")
    by = verb.prep("by") or (thing.prep("by") if thing is not None else None)
    if not is_giving:
        return _Frame(verb, (subject,), _some(verb.prep("from")), _some(by))
    giver = by or verb.prep("from")
    if holds:
        return _Frame(verb, (subject,), _some(giver), _some(_to(verb)))
    goods = thing or verb.prep("with")
    return _Frame(verb, _some(goods), _some(giver), (subject,))


def _reaching(verb: Token, words: TransferWords) -> _Frame | None:
    """Read "a shipment of drones reached Ethiopia"; a tank that reaches a town changes no hands."""
    subject = verb.child("nsubj")
    if subject is None or subject.lemma.lower() not in words.load:
        return None
    place = verb.child("dobj") or verb.prep("in", "at", "to")
    return _Frame(verb, (subject,), _some(verb.prep("from") or subject.prep("from")), _some(place))


def _to(verb: Token) -> Token | None:
    return verb.prep("to")


def _to_of(goods: Token, words: TransferWords) -> Token | None:
    """Return the "to" phrase that the parser hung on the goods, or on what they hold."""
    for token in (goods, *goods.conjuncts(), *_held_in(goods, words)):
        found = token.prep("to")
        if found is not None:
            return found
    return None


def _held_in(noun: Token, words: TransferWords) -> tuple[Token, ...]:
    below = noun.prep("of")
    return (below, *below.conjuncts()) if below is not None else ()


# Nouns ----------------------------------------------------------------------------------------


def _of_noun(noun: Token, words: TransferWords, owner: dict[int, int]) -> _Frame | None:
    """Read "the sale of 40 jets to Turkey", "Russian arms deliveries to Mali"."""
    lemma = noun.lemma.lower()
    below = noun.prep("of")
    goods = (noun,) if below is None else (below,)
    if not any(_holds(token, words, owner) for token in goods):
        return None
    is_giving = lemma in words.giving
    doer = _possessor(noun) or noun.prep("by")
    other = noun.prep("to") if is_giving else noun.prep("from")
    giver, getter = (doer or noun.prep("from"), other) if is_giving else (other, doer)
    to = _to_of(below, words) if below is not None and is_giving else None
    return _with_verb(noun, _Frame(noun, goods, _some(giver), _some(getter or to)), words)


def _with_verb(noun: Token, frame: _Frame, words: TransferWords) -> _Frame:
    """Fill what a noun lacks from the verb it is the object of ("received a delivery of", "approved the sale of")."""
    verb = noun.head
    if noun.dep not in ("dobj", "nsubjpass") or verb.pos != "VERB":
        return frame
    lemma = verb.lemma.lower()
    subject = subject_of(verb) if noun.dep == "dobj" else verb.prep("by")
    suppliers, recipients = frame.suppliers, frame.recipients
    if lemma in words.get or lemma == "take":
        suppliers = suppliers or _some(verb.prep("from"))
        recipients = recipients or _some(subject)
    elif lemma in words.give or lemma in words.light:
        is_getting = noun.lemma.lower() in words.getting
        recipients = recipients or _some(subject if is_getting else verb.prep("to"))
        suppliers = suppliers or (() if is_getting else _some(subject))
    return replace(frame, suppliers=suppliers, recipients=recipients)


def _possessor(noun: Token) -> Token | None:
    """Return the owner or the country adjective of a noun ("Russia's delivery", "US arms sales")."""
    owned = noun.child("poss")
    if owned is not None:
        return owned
    return next(
        (c for c in noun.children if c.dep in ("amod", "compound", "nmod") and c.ent in ("NORP", "GPE", "ORG")), None
    )


def _some(token: Token | None) -> tuple[Token, ...]:
    return (token,) if token is not None else ()


def _reach(heads: Sequence[Token], words: TransferWords) -> list[int]:
    """Return the indices of the tokens that are handed over where `heads` are."""
    todo = list(heads)
    for token in todo:
        if len(todo) > _MOST_GOODS:
            break
        for child in token.children:
            if child.dep in _GOODS or (child.dep in ("compound", "amod") and _is_load(token, words)):
                todo.append(child)
            elif child.dep == "prep" and child.lower in _GOODS_OF:
                todo.extend(below for below in child.children if below.dep == "pobj")
    return [token.i for token in todo]


def _is_load(token: Token, words: TransferWords) -> bool:
    lemma = token.lemma.lower()
    return lemma in UNITS or lemma in words.load or lemma in words.giving or lemma in words.getting
