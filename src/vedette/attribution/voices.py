"""Speakers as parties: who they are, what kind of voice, and for whom they speak."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from vedette.attribution.attributions import Attribution
from vedette.attribution.said_things import DOCUMENTS, PICTURES
from vedette.attribution.speakers import antecedent, lead_clause, names_somebody
from vedette.grounding.grounded import Grounded
from vedette.grounding.phrases import PARTITIVES
from vedette.grounding.provisional import called
from vedette.model import Actor, ActorKind, Party, Span, Speaker
from vedette.model.claim import SpeakerKind
from vedette.reading import Token
from vedette.reading.actor_nouns import load_actor_nouns
from vedette.reading.pronouns import told_of

_OFFICIALS = frozenset(
    {
        "official", "minister", "spokesman", "spokeswoman", "spokesperson", "president", "general", "commander",
        "officer", "ambassador", "envoy", "diplomat", "police", "authority", "government", "ministry", "governor",
        "mayor", "secretary", "chief", "prosecutor", "army", "military", "senator", "lawmaker", "administration",
        "judge", "court", "chancellor", "premier", "delegate", "colonel", "major", "captain", "agency", "department",
        "office", "embassy", "council", "parliament", "command", "investigator", "sheriff", "leader", "deputy",
        "parliamentarian", "legislator", "congressman", "bureau", "committee", "prime minister", "kremlin",
    }
)  # fmt: skip
# What things do as well as people ("as its name suggests"): no speaker unless a known one or a document.
_SHOWING = frozenset(
    {"suggest", "show", "indicate", "reveal", "mean", "demonstrate", "find", "prove", "hint", "imply", "illustrate",
     "establish", "read", "signal", "estimate", "determine"}
)  # fmt: skip
_TOLD_BEHIND = frozenset({"read", "reveal", "find", "establish"})
"""What people and documents do where it stands behind the words, unlike "suggest" ("as its name suggests")."""
_FINDING = frozenset({"find", "establish", "estimate", "determine"})
"""What people and documents do, unlike "show" ("the league *found* that …")."""
_SOMEBODY = frozenset({"someone", "somebody", "one", "two", "three", "several", "some", "many", "most", "others"})
_SPOKEN_FOR = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople", "lawyer", "attorney", "representative",
     "aide", "adviser", "advisor", "surrogate", "mouthpiece"}
)  # fmt: skip
_SPOKESPERSON = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople"})
_BODIES: frozenset[ActorKind] = frozenset(
    {"state", "government", "military", "police", "armed_group", "party", "igo", "ngo", "media", "company",
     "organisation"}
)  # fmt: skip
_PEOPLE = ("ers", "ors", "ists", "ians", "ants", "men", "women")
"""Endings of nouns for people who do something."""
_BEFORE = 2
"""Sentences to look back for what a speaking "it" takes up."""
_NEAR = 3
"""Sentences to look back for the body that a bare "spokesperson" speaks for."""


def speakers_of(found: Attribution, grounded: Grounded, earlier: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """Return the speakers of one attribution as parties; nothing where none is told.

    earlier: speakers of the claims before, nearest last.
    """
    token = found.speaker
    if token is None:
        return ()
    noun = antecedent(token)
    if found.cue is not None and found.cue.i == token.i and noun.lemma.lower() not in DOCUMENTS:
        return ()  # "confirmed the allegations that …": nobody is told to have made them
    # Nobody known is still somebody where plain words of saying stand beside them.
    says = (
        found.frame in ("clause", "quote", "person-clause", "to", "ing", "small", "object-as")
        and found.entry.attitude == "says"
    )
    says = says or (found.entry.attitude == "criticises" and found.frame == "clause")  # "complained that …"
    says = says or found.entry.stance in ("accuses", "denies")
    is_finding = found.cue is not None and found.cue.lemma in _FINDING and noun.pos == "NOUN"
    is_shown = found.cue is not None and found.cue.lemma in _SHOWING and found.kind != "direct"
    is_shown = is_shown and not _stands_behind(found)
    says = (says and (not is_shown or is_finding)) or (is_finding and found.frame == "object")
    says = says or shows_that(found, noun)
    parties = _parties(token, noun, grounded, says=says, said=found.content)
    parties = (*parties, *_beside(noun, parties, grounded))
    behalf = _behalf(noun, grounded, earlier, parties)
    return tuple(Speaker(party, _kind(party, noun), behalf) for party in parties)


def _stands_behind(found: Attribution) -> bool:
    """Tell whether words are read out or revealed behind themselves ("No one was hurt, *it read*")."""
    cue = found.cue
    return cue is not None and cue.lemma in _TOLD_BEHIND and found.frame == "clause" and found.content.start < cue.start


def shows_that(found: Attribution, noun: Token) -> bool:
    """Tell whether pictures or a map are said to show that something is so, which somebody has read in them."""
    link = found.main.child("mark")
    is_that = found.frame == "clause" and link is not None and link.lower == "that"
    return is_that and noun.lemma.lower() in PICTURES


def _parties(token: Token, noun: Token, grounded: Grounded, *, says: bool, said: Span) -> tuple[Party, ...]:
    if noun.lemma.lower() in DOCUMENTS:
        issuer = _issuer(noun)
        found = grounded.parties(issuer) if issuer is not None else ()
        if not found and issuer is not None and issuer.pos == "NOUN" and issuer.child("det") is not None:
            return (_provisional(issuer, grounded),)  # "according to information from *the city*"
        return found or (_provisional(noun, grounded),)
    found = grounded.parties(token) or (grounded.parties(noun) if noun is not token else ())
    named = noun.child("appos")
    if not found and named is not None and named.ent == "PERSON":
        found = grounded.parties(named)  # "her opposite number, *Tobin Rafe*"
    if found or not says:
        return found
    meant = _meant(token, grounded, said) if token.pos == "PRON" and not _is_somebody(token) else noun
    if meant is not None and meant is not noun and (known := grounded.parties(meant)):
        return known
    if meant is None or not (meant.pos in ("NOUN", "PROPN") or meant.tag == "JJ" or _is_somebody(meant)):
        return ()
    return (_provisional(meant, grounded),)


def _is_somebody(word: Token) -> bool:
    """Tell whether a word that is no noun stands for people: "the *accused*", "*one* of them", "*those* inside"."""
    if word.lower in _SOMEBODY:
        return word.pos == "PRON" or word.prep("of", "in", "from", "at") is not None or word.child("relcl") is not None
    if word.lower == "those":
        return bool(word.children)
    if word.pos == "VERB" and word.dep == "nsubj" and word.tag != "VBG":
        return word.child("det") is not None  # "a human rights *monitor* counted …", which a parse takes for a verb
    is_state = word.tag in ("JJ", "VBN", "JJS") and word.dep in ("nsubj", "pobj")
    det = word.child("det")
    return is_state and det is not None and det.lower == "the"


def _beside(noun: Token, known: Sequence[Party], grounded: Grounded) -> tuple[Party, ...]:
    """Return who speaks with those known in one phrase, though no table knows them ("Ito and a group of investors")."""
    if not known or noun.pos not in ("NOUN", "PROPN"):
        return ()
    found: list[Party] = []
    for other in noun.conjuncts():
        if other.i < noun.i or any(p.head == other.i or p.span.start <= other.start < p.span.end for p in known):
            continue
        is_named = other.pos == "PROPN" and other.ent in ("PERSON", "ORG", "")
        if is_named or _are_people(other) or other.lemma in PARTITIVES or other.lemma in DOCUMENTS:
            found += [p for p in grounded.parties(other) if p.head == other.i] or [_provisional(other, grounded)]
    if noun.tag == "NNP" and noun.child("conj") is not None and all(p.head != noun.i for p in known):
        found.insert(0, _provisional(noun, grounded))  # "*Bratners* and Fieldman's said"
    return tuple(found)


def _are_people(noun: Token) -> bool:
    """Tell whether a plural noun tells of people, by the table or by its ending ("specialists", "backers")."""
    return noun.tag == "NNS" and (load_actor_nouns().at(noun) is not None or noun.lower.endswith(_PEOPLE))


def _meant(pronoun: Token, grounded: Grounded, said: Span) -> Token | None:
    """Return the noun that a pronoun takes up where it is no actor anybody knows ("The admiralty … it said").

    What a clause before a colon is about ("*The agency* raised its count: nine died, it said"); else what stands in
    its own sentence before it or in one of the two before, the nearer first: for "it" what a main clause is about or a
    document, for "they" people, for "he" and "she" a person.
    """
    lead = next((t for t in lead_clause(pronoun) if t.dep == "nsubj" and t.pos in ("NOUN", "PROPN")), None)
    if lead is not None or pronoun.lower not in _THIRD_PERSON:
        return lead
    here = pronoun.sent.index
    other = told_of(pronoun)
    own = [
        t for t in pronoun.sent.tokens if t.i < pronoun.i and not said.start <= t.start < said.end and t is not other
    ]
    before = [list(one.tokens) for one in reversed(grounded.reading.sentences[max(0, here - _BEFORE) : here])]
    for tokens in (own, *before):
        found = _taken_up(pronoun, tokens)
        if found is not None:
            return found
    return None


def _taken_up(pronoun: Token, tokens: Sequence[Token]) -> Token | None:
    nouns = [t for t in tokens if t.pos in ("NOUN", "PROPN") and t.dep not in ("compound", "nmod")]
    stands_for = _THIRD_PERSON[pronoun.lower]
    if stands_for == "he":
        return next((t for t in reversed(nouns) if _is_person(t)), None)
    if stands_for == "they":
        return next((t for t in nouns if t.dep == "nsubj" and t.tag in ("NNS", "NNPS") and names_somebody(t)), None)
    things = [t for t in nouns if t.tag in ("NN", "NNP") and (not _is_person(t) or _is_named_body(t))]
    subjects = (t for t in things if t.dep == "nsubj" and (t.head.head is t.head or t.head.dep == "ccomp"))
    return next(subjects, None) or next((t for t in things if t.lemma.lower() in DOCUMENTS), None)


def _is_named_body(noun: Token) -> bool:
    """Tell whether a noun for persons stands for a body by the name behind it ("the *broadcaster* Canal Norte")."""
    name = noun.child("appos")
    is_plain = name is not None and name.tag == "NNP" and noun.tag == "NN"
    return is_plain and name is not None and name.ent in ("", "ORG") and not _is_person(name)


def _is_person(noun: Token) -> bool:
    row = load_actor_nouns().at(noun)
    titles = (child for child in noun.kids("compound", "nmod") if noun.pos == "PROPN")
    is_titled = any((one := load_actor_nouns().at(t)) is not None and one.stands_for == "person" for t in titles)
    is_titled = is_titled or any(
        t.ent == "PERSON" for t in noun.kids("compound") if noun.pos == "PROPN" and noun.ent == ""
    )
    return noun.ent == "PERSON" or is_titled or (row is not None and row.stands_for == "person")


_THIRD_PERSON = MappingProxyType({
    "it": "it", "its": "it", "he": "he", "she": "he", "his": "he", "her": "he", "they": "they", "their": "they",
})  # fmt: skip
"""Pronouns → the one that is taken up like them."""


def _issuer(document: Token) -> Token | None:
    """Return who issued a document: "a report by the UN", "the ministry's statement", "a UN report"."""
    by = document.prep("by", "from")
    if by is not None:
        return by
    owner = document.child("poss")
    if owner is not None:
        return owner if owner.pos in ("PROPN", "NOUN", "PRON") else None
    of = document.prep("of", "in")
    if of is not None and of.ent in ("ORG", "PERSON"):
        return of
    for child in document.children:
        if child.dep in ("compound", "nmod") and child.ent in ("ORG", "GPE", "PERSON"):
            return child
    return None


def _provisional(noun: Token, grounded: Grounded) -> Party:
    span = grounded.reading.phrase(noun)
    is_people = (noun.tag in ("NNS", "NNPS") and noun.lemma not in DOCUMENTS) or _is_somebody(noun)
    kind: ActorKind = "people" if is_people else "person" if _is_person(noun) else "organisation"
    return Party(span, called(span, kind), noun.i)


def _kind(party: Party, noun: Token) -> SpeakerKind:
    actor = party.actor
    if actor.kind == "media":
        return "outlet"
    lemma = noun.lemma.lower()
    if lemma in DOCUMENTS and actor.id.startswith("x:") and party.head == noun.i:
        return "document"
    if actor.kind in ("government", "military", "police", "state"):
        return "official"
    if _is_somebody(noun):
        return "unnamed"
    if noun.pos == "NOUN" and _nameless(noun, actor):
        return "official" if lemma in _OFFICIALS else "unnamed"
    return "named"


def _nameless(noun: Token, actor: Actor) -> bool:
    """Tell whether a common noun is all that is told of a speaker ("two diplomats")."""
    if not actor.id.startswith("x:") or (noun.text[:1].isupper() and noun.i != noun.sent.tokens[0].i):
        return False
    last = actor.name.split()[-1]
    return not last[:1].isupper() or (noun.pos == "NOUN" and last == noun.text)


def _behalf(noun: Token, grounded: Grounded, earlier: Sequence[Speaker], parties: Sequence[Party]) -> Party | None:
    role = _role_noun(noun)
    if role is None:
        return None
    own = {party.actor.id for party in parties}
    for body in _bodies_beside(role, noun):
        found = [party for party in grounded.parties(body) if party.actor.id not in own]
        if found:
            return found[0]
    if role.lemma.lower() not in _SPOKESPERSON:
        return None
    return _nearest_body(role, grounded, earlier, own)


def _role_noun(noun: Token) -> Token | None:
    """Return the word "spokesman" or the like in a speaker's phrase, or None."""
    beside = [child for child in noun.children if child.dep in ("compound", "appos", "nmod", "amod")]
    for token in (noun, *beside, noun.head if noun.dep == "appos" else noun):
        if token.lemma.lower() in _SPOKEN_FOR or token.lower in _SPOKEN_FOR:
            return token
    return None


def _bodies_beside(role: Token, noun: Token) -> list[Token]:
    found = []
    for token in dict.fromkeys((role, noun)):
        for word in ("for", "of"):
            below = token.prep(word)
            if below is not None:
                found.append(below)
        for child in token.children:
            if child is not role and child.dep in ("compound", "nmod", "poss", "amod") and child.i < role.i:
                found.append(child)
    return found


def _nearest_body(role: Token, grounded: Grounded, earlier: Sequence[Speaker], own: set[str]) -> Party | None:
    """Return the body that spoke or acted last before a spokesperson who is told without one."""
    if any(child.dep in ("compound", "nmod", "poss") or child.lower in _OF_OFFICE for child in role.children):
        return None  # "*presidential* spokeswoman Alma Reyle" speaks for nobody else
    sentences = grounded.reading.sentences
    first = max(0, role.sent.index - _NEAR)
    acting = (
        token
        for sentence in sentences[first : role.sent.index]
        for token in sentence.tokens
        if token.dep == "nsubj" and token.head.head is token.head
    )
    told = [party for token in acting for party in grounded.parties(token) if party.head == token.i]
    told += [one.party for one in earlier if sentences[first].start <= one.party.span.start < role.start]
    for party in sorted(told, key=lambda one: one.span.start, reverse=True):
        if party.actor.kind in _BODIES and party.actor.kind != "media" and party.actor.id not in own:
            return party
    return None


_OF_OFFICE = frozenset({"presidential", "governmental", "ministerial", "military", "federal", "parliamentary", "royal"})
"""Words that tell a spokesperson's body by themselves."""
