"""Match tokens against the lexicon: which triggers stand in a sentence, the most specific first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from vedette.coding.control import Grammar, is_passive
from vedette.coding.slots import carrier, fill
from vedette.coding.triggers import OBLIGATION, Lexicon, Trigger, WordClass, split_phrase
from vedette.reading import Sentence, Token

_CLASS_OF: dict[str, WordClass] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_NAME_TYPES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "LAW", "FAC", "PRODUCT", "GPE", "LOC"})
_PLACE_NAMES = frozenset({"GPE", "LOC", "FAC"})
_PART_NOUNS = frozenset(
    {"attempt", "plan", "threat", "plot", "bid", "effort", "campaign", "operation", "spree", "wave"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger found at a token, with the readings that lost to it."""

    token: Token
    trigger: Trigger
    carrier: Token | None
    """The light verb that carries a noun trigger; None otherwise."""
    consumed: tuple[Token, ...]
    """Words that belong to the trigger and can trigger nothing themselves."""
    rivals: tuple[Trigger, ...]


@dataclass(frozen=True, slots=True)
class Classes:
    """Tests for the classes a trigger may ask of a phrase, beside plain lemmas."""

    can_act: Callable[[Token], bool]
    """`@people`: anything that can act."""
    is_weapon: Callable[[Token], bool]
    """`@weapon`."""

    def allow(self, heads: Sequence[Token], wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> bool:
        """Tell whether one head is wanted (or nothing is asked) and none unwanted."""
        if wanted and not self._any(heads, wanted):
            return False
        return not (unwanted and self._any(heads, unwanted))

    def _any(self, heads: Sequence[Token], listed: tuple[str, ...]) -> bool:
        if _any_lemma(heads, listed) or ("@any" in listed and heads):
            return True
        return (
            ("@people" in listed and any(self.can_act(head) for head in heads))
            or ("@weapon" in listed and any(self.is_weapon(head) for head in heads))
            or ("@place" in listed and any(head.ent in _PLACE_NAMES for head in heads))
        )


@dataclass(frozen=True, slots=True)
class Matcher:
    """Finds trigger candidates."""

    lexicon: Lexicon
    grammar: Grammar

    def candidates(self, sentence: Sentence, classes: Classes) -> list[Candidate]:
        """Return one candidate a token at most, in text order, phrases before single words."""
        found: list[Candidate] = []
        consumed: set[int] = set()
        for token in sentence.tokens:
            word_class = _CLASS_OF.get(token.pos)
            if word_class is None:
                continue
            if token.tag == "MD":
                if self._is_obligation(token):
                    found.append(Candidate(token, OBLIGATION, None, (), ()))
                continue
            triggers = self._looked_up(token, word_class)
            if not triggers or not _may_trigger(token) or self._is_name(token):
                continue
            fitting = [t for t in triggers if self._fits(token, t, classes)]
            if fitting:
                best = fitting[0]
                parts = self._consumed(token, best)
                consumed.update(part.i for part in parts)
                light = carrier(token, self.grammar) if word_class == "noun" else None
                rivals = tuple(t for t in fitting[1:] if t.event_type != best.event_type)
                found.append(Candidate(token, best, light, parts, rivals))
        return [c for c in found if c.token.i not in consumed and not _carried_elsewhere(c, found)]

    def _is_name(self, noun: Token) -> bool:
        """Tell whether an event noun is the end of a name: "the Paris Agreement", "the Vietnam War"."""
        if noun.lower not in self.grammar.named_things or not noun.text[:1].isupper() or noun.text.isupper():
            return False
        before = noun.sent.tokens[noun.i - noun.sent.tokens[0].i - 1] if noun is not noun.sent.tokens[0] else None
        if before is None or before.head is not noun or not before.text[:1].isupper():
            return False
        # In a headline every word is capitalised and tells nothing.
        return any(token.pos == "VERB" and token.text.islower() for token in noun.sent.tokens)

    def _is_obligation(self, modal: Token) -> bool:
        """Tell whether somebody says that another must do a thing."""
        clause = modal.head
        return (
            modal.lower in ("must", "should")
            and clause.dep == "ccomp"
            and clause.head.lemma in self.grammar.reporting_verbs
            and clause.child("nsubj", "nsubjpass") is not None
        )

    def _looked_up(self, token: Token, word_class: WordClass) -> tuple[Trigger, ...]:
        by_lemma = self.lexicon.by_lemma
        lemma = token.lemma.lower()
        triggers = by_lemma.get((word_class, lemma), ())
        if lemma != token.lower and word_class != "verb":
            triggers += by_lemma.get((word_class, token.lower), ())
        if word_class == "verb" and not triggers:
            for form in _base_forms(token.lower):
                triggers += by_lemma.get((word_class, form), ())
        if word_class == "verb" and token.tag == "VBN":
            # "was alarmed", "is scheduled": the parser calls many participles verbs that a reader calls adjectives.
            triggers += by_lemma.get(("adjective", token.lower), ())
        return triggers

    def _fits(self, token: Token, trigger: Trigger, classes: Classes) -> bool:
        return (
            (not trigger.before or _stands_before(token, trigger.before))
            and (not trigger.particle or _has_particle(token, trigger.particle))
            and (not trigger.preposition or _has_preposition(token, trigger.preposition))
            and self._constraints(token, trigger, classes)
            and not (trigger.event_type == "ASSAULT" and self._strikes_an_idea(token))
        )

    def _strikes_an_idea(self, token: Token) -> bool:
        """Tell whether force is only a figure of speech ("attack the principles of", "an assault on democracy")."""
        slots = ("on",) if token.pos in ("NOUN", "PROPN") else ("object", "on")
        return any(
            head.lemma.lower() in self.grammar.ideas for slot in slots for head in fill(token, slot, self.grammar)
        )

    def _constraints(self, token: Token, trigger: Trigger, classes: Classes) -> bool:
        if trigger.object or trigger.unless_object:
            heads = _with_conjuncts(fill(token, "object", self.grammar))
            if not classes.allow(heads, trigger.object, trigger.unless_object):
                return False
        if trigger.prep_object or trigger.unless_prep_object:
            heads = _with_conjuncts(self._prepositional(token, trigger.preposition))
            if not classes.allow(heads, trigger.prep_object, trigger.unless_prep_object):
                return False
        if trigger.subject or trigger.unless_subject:
            heads = fill(token, "subject", self.grammar)
            # A passive without "by" leaves the doer open: then he may be anybody the trigger asks for.
            wanted = () if not heads and "@people" in trigger.subject and is_passive(token) else trigger.subject
            if not classes.allow(heads, wanted, trigger.unless_subject):
                return False
        return self._complements(token, trigger) and _modifiers(token, trigger)

    def _prepositional(self, token: Token, preposition: str) -> list[Token]:
        if preposition:
            return fill(token, preposition, self.grammar)
        found = []
        for child in token.children:
            if child.dep in ("prep", "agent"):
                below = child.child("pobj", "pcomp")
                if below is not None:
                    found.append(below)
        return found

    def _complements(self, token: Token, trigger: Trigger) -> bool:
        if not trigger.complement and not trigger.unless_complement:
            return True
        clauses = token.kids("xcomp", "ccomp", "acl", "advcl", "oprd", "acomp", "attr")
        says = token.lemma in self.grammar.reporting_verbs
        if trigger.event_type == "REQUEST" and says and token.lemma in self.grammar.object_control:
            # "told the rebels to leave", "insist that he leave" ask; "told reporters that rebels left" only says.
            clauses = [clause for clause in clauses if _is_asked(clause)]
        for prep in token.kids("prep"):
            clauses.extend(prep.kids("pcomp"))
        for clause in list(clauses):
            # "call the report baseless", "say the worry is baseless": the judgement is the predicate.
            clauses.extend(clause.kids("acomp", "attr", "oprd"))
        for thing in token.kids("dobj", "nsubjpass"):
            # "took nine workers captive": the judgement stands behind its noun.
            clauses.extend(child for child in thing.kids("amod", "advmod") if child.i > thing.i)
        heads = _with_conjuncts(clauses)
        if trigger.complement and not _any_lemma(heads, trigger.complement):
            return False
        if "@any" in trigger.unless_complement and token.child("ccomp") is not None:
            return False
        return not (trigger.unless_complement and _any_lemma(heads, trigger.unless_complement))

    def _consumed(self, token: Token, trigger: Trigger) -> tuple[Token, ...]:
        parts: list[Token] = []
        if trigger.object:
            parts.extend(t for t in _with_conjuncts(fill(token, "object", self.grammar)) if t is not token)
        if trigger.preposition and trigger.prep_object:
            parts.extend(t for t in fill(token, trigger.preposition, self.grammar) if t is not token)
        return tuple(parts)


def _is_asked(clause: Token) -> bool:
    """Tell whether a clause is an infinitive or a subjunctive."""
    auxiliaries = clause.kids("aux")
    return any(aux.lower == "to" for aux in auxiliaries) or (clause.tag == "VB" and not auxiliaries)


def _base_forms(word: str) -> tuple[str, ...]:
    """Return what a verb form may come from; the parser's own lemma is wrong for doubled and British endings."""
    for ending in ("ed", "ing", "es"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            doubled = (stem[:-1],) if stem[-1] == stem[-2] else ()
            return (stem, stem + "e", *doubled)
    return ()


def _may_trigger(token: Token) -> bool:
    if token.pos in ("NOUN", "PROPN"):
        if token.pos == "PROPN" and token.ent in _NAME_TYPES:
            return False
        if token.dep in ("compound", "nmod"):
            return token.head.lemma in _PART_NOUNS
        return True
    if token.dep == "amod" and (_follows_hyphen(token) or _is_epithet(token)):
        # "Iranian-backed", "captured militants": a lasting quality, no act told here.
        return False
    return not (token.pos == "AUX" and token.dep in ("aux", "auxpass"))


def _is_epithet(token: Token) -> bool:
    """Tell whether a participle stands before its noun and says what that is ("a convicted murderer")."""
    return token.tag in ("VBN", "VBG") and token.i < token.head.i


def _follows_hyphen(token: Token) -> bool:
    at = token.i - token.sent.tokens[0].i
    return at > 0 and token.sent.tokens[at - 1].text in ("-", "–")


def _carried_elsewhere(candidate: Candidate, found: list[Candidate]) -> bool:
    """Tell whether a verb only carries an event noun that has a candidate of its own."""
    token = candidate.token
    if candidate.trigger.specificity > 0 or candidate.trigger.word_class != "verb":
        return False
    return any(c.carrier is token and c.trigger.weight >= candidate.trigger.weight for c in found)


def _stands_before(token: Token, words: tuple[str, ...]) -> bool:
    tokens = token.sent.tokens
    at = token.i - tokens[0].i
    if at < len(words):
        return False
    return all(
        tokens[at - len(words) + k].lower == word or tokens[at - len(words) + k].lemma == word
        for k, word in enumerate(words)
    )


def _has_particle(token: Token, particle: str) -> bool:
    if any(c.lower == particle and c.dep in ("prt", "advmod", "prep", "acomp", "oprd", "dep") for c in token.children):
        return True
    # The parser now and then hangs a particle on the number after it ("handed over three hostages").
    tokens = token.sent.tokens
    after = token.i - tokens[0].i + 1
    return after < len(tokens) and tokens[after].lower == particle and tokens[after].tag == "RP"


def _has_preposition(token: Token, preposition: str) -> bool:
    if any(child.lower == preposition and child.dep in ("prep", "agent", "dative", "prt") for child in token.children):
        return True
    for child in token.children:
        if child.dep in ("prt", "prep", "advmod", "dobj", "acomp") and any(
            below.lower == preposition and below.dep == "prep" for below in child.children
        ):
            return True
    return False


def _with_conjuncts(tokens: Iterable[Token]) -> list[Token]:
    found: list[Token] = []
    for token in tokens:
        found.append(token)
        found.extend(token.conjuncts())
    return found


def _forms(head: Token) -> tuple[str, ...]:
    """Return the forms a listed word may equal; the parser's lemma of some plurals is wrong ("bases" → "basis")."""
    singular = head.lower[:-1] if head.tag in ("NNS", "NNPS") and head.lower.endswith("s") else head.lower
    return head.lemma.lower(), head.lower, singular


def _any_lemma(heads: Iterable[Token], wanted: tuple[str, ...]) -> bool:
    for head in heads:
        forms = _forms(head)
        for form in forms:
            if form in wanted:
                return True
        for phrase in wanted:
            if phrase.endswith(forms) and _is_phrase(head, forms, phrase):
                return True
            if " of " in phrase and phrase.startswith(forms) and _is_phrase(head, forms, phrase):
                return True
    return False


def _is_phrase(head: Token, forms: tuple[str, ...], phrase: str) -> bool:
    if phrase in forms:
        return True
    if " of " in phrase:
        first, last = phrase.split(" of ", 1)
        below = head.prep("of") if first in forms else None
        return below is not None and last in _forms(below)
    if " " in phrase or "-" in phrase:
        *before, last = split_phrase(phrase)
        return last in forms and _stands_before(head, tuple(before))
    return False


def _modifiers(token: Token, trigger: Trigger) -> bool:
    if not trigger.modifier and not trigger.unless_modifier:
        return True
    words = {word for child in token.kids("amod", "compound", "nmod", "advmod", "nummod", "poss")
             for word in (child.lemma.lower(), child.lower)}  # fmt: skip
    if trigger.modifier and not words & set(trigger.modifier):
        return False
    return not words & set(trigger.unless_modifier)
