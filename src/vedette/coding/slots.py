"""Slots: where in the tree a trigger's doer, recipient, content and place stand.

Who does what an infinitive or participle tells stands in `control`, once for all slots.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vedette.coding.control import (
    SUBJECTS,
    Grammar,
    antecedent_of_relative,
    is_judging,
    is_passive,
    is_suffered,
    surface_subject,
)
from vedette.reading import Token
from vedette.reading.tree import COMPLEX_PREPOSITIONS

_PREPS_ON_NOUNS_DEPTH = 4
TAKEN_AS = frozenset({"hostage", "captive", "prisoner"})
"""Nouns that, bare behind a verb, only say as what somebody is held ("a store owner they took hostage")."""


def direct_object(verb: Token, grammar: Grammar) -> Token | None:
    """Return a verb's object; where the parser made it the subject of an infinitive, that one."""
    found = verb.child("dobj", "obj")
    if found is not None and verb.dep == "relcl" and found.lower in TAKEN_AS:
        return verb.head
    if found is None:
        for child in verb.children:
            if (
                child.dep in ("ccomp", "xcomp")
                and child.tag == "VB"
                and any(k.lower == "to" for k in child.kids("aux"))
            ):
                found = child.child("nsubj")
    if found is None and verb.dep == "relcl" and verb.child("nsubj") is not None and not is_passive(verb):
        # "the talks that Russia hosted": the gap is the noun above.
        return verb.head if not any(child.dep in ("dobj", "ccomp", "xcomp") for child in verb.children) else None
    return antecedent_of_relative(through_measure(found, grammar)) if found is not None else None


def through_measure(noun: Token, grammar: Grammar) -> Token:
    """Return the noun that "a series of …" is about, or the noun itself."""
    if noun.lemma in grammar.measures:
        below = noun.prep("of")
        if below is not None and below.pos in ("NOUN", "PROPN"):
            return below
    return noun


def carrier(noun: Token, grammar: Grammar) -> Token | None:
    """Return the light verb that carries an event noun ("launch" in "launch an attack"), or None."""
    while (measured := _joined_or_measured(noun, grammar)) is not None:
        noun = measured
    head = noun.head
    if noun.dep in ("dobj", "nsubjpass") and head.lemma in grammar.light_verbs:
        # "called the accusation baseless" judges it; "called a strike" carries it.
        return None if is_judging(head) or head.child("ccomp") is not None or noun.child("ccomp") is not None else head
    if noun.dep == "pobj" and (head.head.lemma, head.lower) in grammar.light_prepositions:
        return head.head
    if noun.dep in ("relcl",):
        return None
    for child in noun.children:
        # "the attack launched by rebels", "talks that Moscow hosted"
        if child.dep in ("acl", "relcl") and child.lemma in grammar.light_verbs and child.tag in ("VBN", "VBD", "VBZ"):
            return child
    return None


def _joined_or_measured(noun: Token, grammar: Grammar) -> Token | None:
    """Return the noun that a noun is carried with: the one before "and", or the measure before "of"."""
    head = noun.head
    if noun.dep == "conj" and head.pos == "NOUN":
        return head
    return head.head if noun.dep == "pobj" and head.head.lemma in grammar.measures and head.lower == "of" else None


Slot = Callable[[Token, Grammar], list[Token]]


def fill(token: Token, name: str, grammar: Grammar) -> list[Token]:
    """Return the heads of the phrases that stand in one slot of a trigger, coordination left folded."""
    plain = _SLOTS.get(name)
    if plain is not None:
        return plain(token, grammar)
    if "." in name:
        first, rest = name.split(".", 1)
        return [found for base in fill(token, first, grammar) for found in fill(base, rest, grammar)]
    return _by_preposition(token, name, grammar)


def _subject(token: Token, grammar: Grammar) -> list[Token]:
    if token.pos not in ("VERB", "AUX"):
        if token.pos == "ADJ":
            return _subject_of_adjective(token, grammar)
        verb = carrier(token, grammar) or (token.head if token.dep == "attr" else None)
        return _subject(verb, grammar) if verb is not None else []
    if is_suffered(token, grammar):
        return _listed(token.prep("by") or _shared_agent(token))
    after = token.child("dobj") if token.tag == "VBG" and token.dep == "pcomp" else None
    if after is not None and after.i == token.i + 1 and after.lemma in _OUTCOMES:
        return []  # who "paid tribute to *bombing victims*" bombed nobody
    return _listed(surface_subject(token, grammar))


_OUTCOMES = frozenset({"victim", "survivor", "suspect", "casualty"})
"""Nouns before which a deed only tells of what kind they are."""


def _shared_agent(passive: Token) -> Token | None:
    """Return whom the "by" behind a second passive names for the first as well ("kidnapped and killed *by rebels*")."""
    for other in passive.conjuncts():
        agent = other.prep("by")
        if agent is not None and other.tag == "VBN" and other.child("nsubj", "nsubjpass", "auxpass", "dobj") is None:
            return agent
    return None


def _subject_of_adjective(adjective: Token, grammar: Grammar) -> list[Token]:
    if adjective.lower in _LAYING_IT_TO and (doer := _said_to_be(adjective)) is not None:
        return [doer]
    while adjective.dep in _PREDICATIVE:
        head = adjective.head
        if head.pos in ("VERB", "AUX") and head is not adjective:
            return _listed(surface_subject(head, grammar))
        own = adjective.child(*SUBJECTS)
        if own is not None or head.pos != "ADJ" or head is adjective:
            return _listed(own)
        adjective = head
    head = adjective.head
    if head.dep == "pobj" and head.head.lower == "to" and head.head.head.lower == "according":
        return []  # "and, according to Turkey, supportive of …" tells nothing of Turkey
    return [head] if adjective.dep in ("amod", "relcl", "acl") else []


_LAYING_IT_TO = frozenset({"responsible", "guilty", "liable", "culpable", "complicit"})
"""Adjectives that lay a deed to whom they are said of, whoever says so."""


def _said_to_be(adjective: Token) -> Token | None:
    """Return of whom somebody else says a thing ("Mali holds *the group* responsible for the attack")."""
    verb = adjective.head
    if adjective.dep not in ("oprd", "ccomp", "xcomp") or verb.pos != "VERB" or is_passive(verb):
        return None
    return adjective.child("nsubj") or verb.child("dobj")


_PREDICATIVE = frozenset({"acomp", "oprd", "xcomp", "ccomp", "attr", "conj", "ROOT", "advcl"})


def _object(token: Token, grammar: Grammar) -> list[Token]:
    if token.pos not in ("VERB", "AUX"):
        return []
    if is_suffered(token, grammar):
        found = surface_subject(token, grammar)
        return [through_measure(found, grammar)] if found is not None else []
    several = token.kids("dobj")
    if len(several) > 1:
        return [through_measure(antecedent_of_relative(found), grammar) for found in several]
    return _listed(direct_object(token, grammar))


def _indirect(token: Token, grammar: Grammar) -> list[Token]:
    for child in token.children:
        if child.dep == "dative":
            return _listed(child.child("pobj") if child.pos == "ADP" else child)
    return _listed(token.prep("to"))


def _complement(token: Token, grammar: Grammar) -> list[Token]:
    """Return the subject of the clause below: whom a demand or accusation is about."""
    clause = token.child("ccomp", "xcomp", "advcl", "acl")
    if clause is None:
        return []
    if is_passive(clause):
        return _listed(clause.prep("by"))
    own = clause.child("nsubj")
    return _listed(antecedent_of_relative(own)) if own is not None else []


def _holder(token: Token, grammar: Grammar) -> list[Token]:
    """Return who is in a state, though the parser has a passive there ("is alarmed by the reports")."""
    return _listed(surface_subject(token, grammar))


def _possessive(token: Token, grammar: Grammar) -> list[Token]:
    return _listed(token.child("poss"))


def _modifier(token: Token, grammar: Grammar) -> list[Token]:
    return token.kids("amod", "compound", "nmod")


def _between(token: Token, grammar: Grammar) -> list[Token]:
    found = _by_preposition(token, "between", grammar)
    return found or _by_preposition(token, "among", grammar)


def _speaker(token: Token, grammar: Grammar) -> list[Token]:
    for above in (token, *token.ancestors()):
        if above.dep in ("ccomp", "parataxis") and above.head.lemma in grammar.reporting_verbs:
            return _subject(above.head, grammar)
    return []


def _clause(token: Token, grammar: Grammar) -> list[Token]:
    """Return the subject of the clause a modal stands in."""
    return _listed(surface_subject(token.head, grammar))


def _below_complement(token: Token, grammar: Grammar) -> list[Token]:
    """Return whom the infinitive or clause below acts on ("refused to meet X", "ready to help X")."""
    clause = token.child("xcomp", "ccomp", "acl")
    if clause is None:
        for prep in token.kids("prep"):
            clause = clause or prep.child("pcomp")
    if clause is None or clause.pos not in ("VERB", "AUX"):
        return []
    for slot in ("object", "with", "to", "against", "from", "on", "for"):
        found = fill(clause, slot, grammar)
        if found:
            return found
    return []


def _by_preposition(token: Token, word: str, grammar: Grammar) -> list[Token]:
    found = _object_of(token, word)
    if found is not None and token.pos == "VERB" and (carried := token.child("dobj")) is not None:
        # "reiterated his support for the president, and for growth": the nearer one belongs to the noun.
        found = _object_of(carried, word) or found
    if found is None and token.pos in ("VERB", "AUX"):
        for child in token.children:
            if child.dep in ("dobj", "nsubjpass", "prt", "acomp", "attr", "oprd", "xcomp"):
                found = _below(child, word)
                if found is not None:
                    break
        found = found if found is not None else _below(token, word)
    elif found is None:
        verb = carrier(token, grammar)
        found = _object_of(verb, word) if verb is not None else None
        found = found if found is not None else _below(token, word)
    if found is not None and found.dep == "pobj":
        # "met with the victims and *with the government*"
        again = (other.child("pobj") for other in found.head.conjuncts() if other.lower == word)
        return [found, *(one for one in again if one is not None)]
    return _listed(found)


_CALENDAR = frozenset({"DATE", "TIME"})


def _object_of(token: Token, word: str) -> Token | None:
    """Return the object of a preposition, past one that only dates ("on Monday … spoke on the phone")."""
    found = token.prep(word)
    if found is None or found.ent not in _CALENDAR:
        return found
    for child in token.kids("prep"):
        other = child.child("pobj") if child.lower == word else None
        if other is not None and other.ent not in _CALENDAR:
            return other
    return found


def _below(token: Token, word: str) -> Token | None:
    """Return the object of a preposition hung on a neighbouring phrase ("talks in Geneva with Iran")."""
    level = [token]
    for _ in range(_PREPS_ON_NOUNS_DEPTH):
        following = []
        for above in level:
            for child in above.children:
                if child.dep in ("prep", "pobj", "dobj", "prt", "nsubjpass"):
                    if child.dep == "prep" and child.lower == word:
                        return child.child("pobj", "pcomp")
                    if child.lower == "for" and word == "to":
                        continue  # "expressed appreciation *for* the support to the agency"
                    # "Killed by a member of the guard": no killing of the guard; "according to X" tells who says so.
                    if child.lower != "by" and child.lower not in COMPLEX_PREPOSITIONS:
                        following.append(child)
        level = following
    return None


def _listed(token: Token | None) -> list[Token]:
    return [] if token is None else [token]


_SLOTS: Mapping[str, Slot] = {
    "subject": _subject,
    "object": _object,
    "indirect": _indirect,
    "complement": _complement,
    "holder": _holder,
    "possessive": _possessive,
    "modifier": _modifier,
    "between": _between,
    "speaker": _speaker,
    "clause": _clause,
    "below": _below_complement,
}
