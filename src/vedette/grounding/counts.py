"""Counts: how many people were killed, injured, arrested, displaced, captured or are missing."""

from __future__ import annotations

from collections.abc import Iterator

from vedette.grounding.numbers import Quantity, quantity_at
from vedette.model import Count
from vedette.model.equipment import CountKind
from vedette.reading import Reading, Token
from vedette.reading.actor_nouns import ActorNouns, load_actor_nouns

_DONE_TO: dict[str, CountKind] = {
    "kill": "killed", "slay": "killed",
    "massacre": "killed", "murder": "killed", "execute": "killed", "behead": "killed",
    "assassinate": "killed", "slaughter": "killed", "drown": "killed", "gun": "killed", "martyr": "killed",
    "injure": "injured", "wound": "injured", "hurt": "injured", "maim": "injured", "hospitalize": "injured",
    "hospitalise": "injured", "arrest": "arrested", "detain": "arrested", "apprehend": "arrested", "jail": "arrested",
    "imprison": "arrested", "displace": "displaced", "evacuate": "displaced", "uproot": "displaced",
    "capture": "captured", "abduct": "captured", "kidnap": "captured",
}  # fmt: skip
_UNDERGO: dict[str, CountKind] = {
    "die": "killed", "perish": "killed", "drown": "killed", "flee": "displaced", "disappear": "missing",
    "vanish": "missing",
}  # fmt: skip
_STATES: dict[str, CountKind] = {
    "dead": "killed", "deceased": "killed", "killed": "killed", "injured": "injured", "wounded": "injured",
    "hurt": "injured", "arrested": "arrested", "detained": "arrested", "homeless": "displaced",
    "displaced": "displaced", "missing": "missing", "captured": "captured", "hostage": "captured",
    "captive": "captured",
}  # fmt: skip
_NOUNS: dict[str, CountKind] = {
    "death": "killed", "fatality": "killed", "dead": "killed", "killing": "killed", "injury": "injured",
    "arrest": "arrested", "detention": "arrested", "disappearance": "missing", "abduction": "captured",
    "kidnapping": "captured", "execution": "killed", "murder": "killed", "casualty": "other",
}  # fmt: skip
_NOT_PEOPLE = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_PEOPLE = frozenset({"people", "person", "other", "others", "more", "life", "lives", "personnel", "member", "dead"})


def find_counts(reading: Reading) -> tuple[Count, ...]:
    """Return the counted victims and captives of a report, in text order."""
    nouns = load_actor_nouns()
    found = [count for sentence in reading.sentences for count in _in_sentence(reading, sentence.tokens, nouns)]
    return tuple(sorted(found, key=lambda count: count.span.start))


def _in_sentence(reading: Reading, tokens: tuple[Token, ...], nouns: ActorNouns) -> Iterator[Count]:
    read_until = -1
    for token in tokens:
        if token.i <= read_until:
            continue
        if token.pos not in ("NUM", "NOUN", "ADJ", "DET") or token.ent in _NOT_PEOPLE:
            continue
        if token.pos != "NUM" and token.lower not in (
            "dozens",
            "scores",
            "hundreds",
            "thousands",
            "tens",
            "several",
            "dozen",
        ):
            continue
        quantity = quantity_at(token)
        if quantity is None:
            continue
        read_until = quantity.last.i
        counted = _counted(quantity, nouns)
        kind = _kind(counted, quantity) if counted is not None else None
        if counted is not None and kind is not None:
            span = reading.span(quantity.first, quantity.last)
            of = _people_words(reading, counted, quantity)
            yield Count(span, kind, of, quantity.low_whole, quantity.best_whole, quantity.high_whole)


def _counted(quantity: Quantity, nouns: ActorNouns) -> Token | None:
    """Return the head of what is counted, or None where that is no people ("three bridges")."""
    head = _top(quantity)
    if head.pos == "NUM" or head.lower in ("dozens", "scores", "hundreds", "thousands", "several", "dozen", "tens"):
        below = head.prep("of")
        if below is not None and below.ent not in _NOT_PEOPLE and not _is_people(below, nouns):
            return None
        return head
    if _is_people(head, nouns) or head.lemma in _NOUNS or head.lower in _STATES:
        return head
    return None


def _top(quantity: Quantity) -> Token:
    token = next((t for t in _numbers(quantity) if t.head.pos in ("NOUN", "PROPN", "ADJ")), quantity.last)
    for _ in range(4):
        if (
            token.dep in ("nummod", "quantmod", "compound", "amod", "pobj", "prep")
            and token.head.i >= quantity.first.i - 1
        ):
            if token.dep == "pobj" and token.head.i < quantity.first.i:
                break
            token = token.head
        else:
            break
    return token


def _numbers(quantity: Quantity) -> Iterator[Token]:
    sentence = quantity.last.sent.tokens
    base = sentence[0].i
    for token in sentence[quantity.first.i - base : quantity.last.i - base + 1]:
        if token.pos == "NUM":
            yield token


def _is_people(token: Token, nouns: ActorNouns) -> bool:
    if token.lower in _PEOPLE or token.lemma in _PEOPLE:
        return True
    noun = nouns.at(token)
    if noun is not None:
        return noun.stands_for in ("person", "people")
    return token.ent in ("NORP", "PERSON") and token.tag in ("NNPS", "NNS")


def _kind(counted: Token, quantity: Quantity) -> CountKind | None:
    """Return what befell those counted, from the words they hang on."""
    if counted.lemma in _NOUNS:
        return _NOUNS[counted.lemma]
    if counted.lower in _STATES and counted.pos in ("ADJ", "NOUN", "VERB"):
        return _STATES[counted.lower]
    for child in counted.children:
        if child.dep in ("acl", "amod", "relcl", "advcl") and (found := _of_modifier(child)) is not None:
            return found
    token = counted
    while token.dep == "conj" and token.head.pos in ("NOUN", "PROPN", "NUM") and _following_state(quantity) is None:
        token = token.head
    return _of_role(token, quantity) or _following_state(quantity, counted)


def _of_modifier(child: Token) -> CountKind | None:
    if child.dep == "relcl":
        if child.child("nsubjpass") is not None:
            return _DONE_TO.get(child.lemma)
        return _UNDERGO.get(child.lemma)
    if child.tag in ("VBN", "VBD"):
        return _DONE_TO.get(child.lemma) or _STATES.get(child.lower)
    return _STATES.get(child.lower)


def _of_role(token: Token, quantity: Quantity) -> CountKind | None:
    verb = token.head.head if token.head.dep in ("aux", "auxpass") else token.head
    if token.dep in ("dobj", "nsubjpass", "nsubj", "attr", "oprd", "appos", "ccomp"):
        if token.dep in ("dobj", "nsubjpass") and verb.lemma in _DONE_TO and not _is_idle(verb):
            return _DONE_TO[verb.lemma]
        if token.dep == "nsubj" and verb.lemma in _UNDERGO:
            return _UNDERGO[verb.lemma]
        if token.dep == "nsubj" and verb.lower == "missing" and verb.child("dobj") is None:
            return "missing"
        if token.dep == "nsubj" and verb.tag == "VBN" and verb.lemma in _DONE_TO and verb.child("dobj") is None:
            return _DONE_TO[verb.lemma]
        for child in verb.children:
            told = child.dep in ("oprd", "acomp", "xcomp", "ccomp") or (child.dep == "advcl" and token.dep != "nsubj")
            if told and child.i > quantity.last.i and child.lower in _STATES:
                return _STATES[child.lower]
        if verb.lemma == "take" and token.dep in ("dobj", "nsubjpass"):
            return _STATES.get(_next_word(quantity, token))
    if token.dep == "pobj":
        return _of_toll(token)
    return None


def _is_idle(verb: Token) -> bool:
    """Tell whether nobody is said to have been hit: negated or a mere aim ("to kill 20 people")."""
    return verb.child("neg") is not None


def _of_toll(token: Token) -> CountKind | None:
    """Return the kind in "the death toll rose to 12" and "a toll of 12"."""
    preposition = token.head
    verb = preposition.head
    subject = verb if verb.lemma == "toll" else verb.child("nsubj", "nsubjpass", "dobj")
    if subject is not None and (subject.lemma == "toll" or subject.lower == "number"):
        words = {child.lower for child in subject.subtree()}
        if subject.lemma == "toll":
            return "injured" if words & {"injury", "injured"} else "killed"
        return next((_STATES[word] for word in sorted(words) if word in _STATES), None)
    return None


def _following_state(quantity: Quantity, counted: Token | None = None) -> CountKind | None:
    """Return the state named right after the number, as in "4 dead, 10 injured"."""
    last = counted if counted is not None and counted.i > quantity.last.i else quantity.last
    sentence = last.sent.tokens
    at = last.i - sentence[0].i + 1
    while at < len(sentence) and sentence[at].lower in (
        "were",
        "was",
        "are",
        "others",
        "people",
        "have",
        "been",
        "reported",
    ):
        at += 1
    if at < len(sentence) and sentence[at].lower in _STATES and sentence[at].lower not in ("captive", "hostage"):
        after = sentence[at]
        if after.child("dobj") is None and after.tag not in ("VBG",):
            return _STATES[after.lower]
    return None


def _next_word(quantity: Quantity, token: Token) -> str:
    last = max(token.i, quantity.last.i)
    sentence = token.sent.tokens
    at = last - sentence[0].i + 1
    return sentence[at].lower if at < len(sentence) else ""


def _people_words(reading: Reading, counted: Token, quantity: Quantity) -> str | None:
    """Return who was counted, in the text's words, without the number."""
    head = counted
    if counted.i <= quantity.last.i:
        below = counted.prep("of")
        if below is None:
            return None
        head = below
    if head.lower in ("other", "others", "more", "dead") or head.lemma in _NOUNS:
        return None
    first = head
    for child in head.children:
        if child.dep in ("amod", "compound", "nmod") and quantity.last.i < child.i < first.i:
            first = child
    return reading.span(first, head).exact
