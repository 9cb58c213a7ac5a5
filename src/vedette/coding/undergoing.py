"""Whom a deed told by a noun is done to where no slot of its frame tells: its owner, or whoever withstands it."""

from __future__ import annotations

from datetime import date

from vedette.coding.control import Grammar, is_passive, surface_subject
from vedette.coding.matching import Candidate
from vedette.coding.negation import is_negated
from vedette.grounding.grounded import Grounded
from vedette.model import Party
from vedette.reading import Token

SUFFERED_BY_OWNER = frozenset(
    {"killing", "murder", "assassination", "slaying", "execution", "release", "kidnapping", "abduction", "poisoning",
     "beheading", "imprisonment", "detention", "arrest", "capture", "extradition", "repatriation", "deportation",
     "conviction", "trial", "prosecution", "expulsion", "ouster", "torture"}
)  # fmt: skip
"""Nouns whose owner suffers or gains by the deed where a person owns them ("his release")."""
SUFFERED_BY_ANY_OWNER = frozenset({"expulsion", "ouster", "exclusion", "suspension", "removal", "isolation"})
"""Those among them that a party or state suffers as well ("the party's expulsion")."""
_INQUIRIES = frozenset({"investigation", "probe", "inquiry", "trial", "prosecution", "case"})
_SEIZURES = frozenset({"invasion", "occupation", "annexation", "siege", "blockade", "bombardment", "shelling"})
"""What befalls the country named right before it ("the Kuwait invasion")."""
_DOERLESS = frozenset({"bombing", "blast", "explosion", "shooting", "massacre"}) | _SEIZURES
"""Strikes before which a country's name tells where they were ("the Kenya bombing"), not whose."""
_STRIKES = _DOERLESS | {"attack", "raid", "takeover"}
SUFFERED_BY_WHOM_IT_IS_OF = SUFFERED_BY_OWNER | _DOERLESS | {"return", "abuse", "rape", "beating", "persecution"}
"""Nouns after which "of" tells who suffers or gains by it ("the bombing of the embassy")."""
_STRUCK = frozenset(
    """embassy consulate mission school church mosque synagogue temple hospital clinic hotel market airport
    train bus subway metro station base barracks bank mall bridge pipeline nightclub club theatre
    theater cinema factory refinery convoy ship tanker bazaar stadium""".split()
)
"""What stands before a deed's noun as its target: "the embassy bombings"."""
_WITHSTANDING = frozenset("resist repel repulse withstand face suffer endure survive rebuff".split())
"""Verbs whose subject the deed in their object is done to ("Ukraine resists Russia's invasion")."""
_DEFENDING = frozenset({"defend", "fight", "rally", "unite", "hold"})
"""Verbs whose subject the deed after "against" is done to ("defended against the invasion")."""
_HITTING = frozenset({"kill", "wound", "injure", "hit", "destroy", "damage", "maim"})
_HELPING = frozenset("support help aid assist defend protect arm back shield equip".split())
"""Verbs whose object the deed after "against" is done to ("protected the town against the raids")."""


def undergoing(
    candidate: Candidate, grounded: Grounded, grammar: Grammar, on: date | None
) -> tuple[tuple[Party, ...], str]:
    """Return whom the deed is done to as its surroundings tell, and how they tell it; nobody where they do not."""
    noun = candidate.token
    if noun.pos != "NOUN":
        if candidate.trigger.event_type in ("REQUEST", "ACCUSE", "SUPPORT", "REJECT"):
            return (), ""  # "demanded his release" of others than him
        told = (token for token in candidate.consumed if token.pos == "NOUN" and token.lemma in SUFFERED_BY_OWNER)
        noun = next(told, candidate.token)
    if noun.lemma in SUFFERED_BY_OWNER and (owner := noun.child("poss")) is not None:
        owners = grounded.parties(owner, on)
        return tuple(party for party in owners if party.actor.kind in ("person", "people")), "possessive"
    if noun is not candidate.token or noun.pos != "NOUN":
        return (), ""
    held, how = None, "under"
    if candidate.trigger.event_type in ("SANCTION", "COERCE", "ASSAULT"):
        held = _held_under(noun, grammar)
    if held is None:
        struck = (
            child
            for child in noun.kids("compound", "nmod")
            if is_target(child) and (child.ent != "GPE" or noun.lemma in _SEIZURES)
        )
        held, how = next(struck, None), "modifier"
    if held is None and candidate.trigger.event_type == "ASSAULT":
        held, how = _withstands(noun, grammar), "withstands"
    return (grounded.parties(held, on), how) if held is not None else ((), "")


def is_target(modifier: Token) -> bool:
    """Tell whether a word before a deed's noun says whom or what it hit, or where ("the embassy bombings")."""
    noun = modifier.head.lemma.lower()
    if noun in _INQUIRIES:
        return modifier.ent == "PERSON"
    if noun not in _STRIKES:
        return False
    # An abbreviation serves as an adjective too: "a U.S. bombing" is theirs.
    is_country = modifier.ent == "GPE" and modifier.pos == "PROPN" and not modifier.text.replace(".", "").isupper()
    return modifier.lemma.lower() in _STRUCK or (noun in _DOERLESS and is_country)


def _held_under(noun: Token, grammar: Grammar) -> Token | None:
    """Return who is "under EU sanctions", or whom somebody puts "under curfew"."""
    verb = noun.head.head
    if noun.head.lower != "under" or verb.pos not in ("VERB", "AUX") or noun.i < verb.i:
        return None
    return verb.child("dobj") or surface_subject(verb, grammar)


def _withstands(noun: Token, grammar: Grammar) -> Token | None:
    """Return who resists an attack, is helped against it, or backed in the face of it."""
    verb = noun.head
    if noun.dep == "pobj" and verb.dep == "agent" and verb.head.lemma in _HITTING:
        return surface_subject(verb.head, grammar)  # "was killed by an airstrike in Iraq"
    if noun.dep == "dobj" and verb.lemma in _WITHSTANDING:
        return surface_subject(verb, grammar)
    if noun.dep != "pobj" or verb.dep != "prep":
        return None
    word, verb = verb.lower, verb.head
    if word == "of" and verb.lower == "face" and verb.dep == "pobj":
        verb = verb.head.head  # "support Ukraine in the face of the attacks"
    elif word != "against":
        return None
    helped = verb.child("dobj") if verb.lemma in _HELPING else None
    if helped is not None and helped.tag != "PRP":
        return helped
    return surface_subject(verb, grammar) if verb.lemma in _DEFENDING and verb.pos == "VERB" else None


_FINDING_GUILTY = frozenset({"convict", "sentence", "jail", "imprison"})
"""Verbs by which a court finds that somebody did it; who is only blamed, charged or arrested need not have."""
_BEARING = {
    "serve": frozenset({"for"}),
    "plead": frozenset({"to"}),
    "admit": frozenset({"to"}),
    "confess": frozenset({"to"}),
}
"""Verbs whose subject answers for a deed, with the preposition that leads to it ("serves a life sentence for …")."""
_COUNTS = frozenset(
    {"charge", "count", "conviction", "role", "part", "case", "sentence", "term", "guilt", "involvement", "complicity",
     "life", "year", "prison", "jail", "guilty"}
)  # fmt: skip


def laid_to(deed: Token, grammar: Grammar) -> Token | None:
    """Return whom a deed's noun is laid to ("was convicted of the murder", "pleaded guilty to attempted murder")."""
    token = deed.head if deed.dep == "conj" and deed.head.pos == "NOUN" else deed
    is_guilty = False
    for _ in range(4):
        word = token.head.lower
        if token.dep not in ("pobj", "pcomp") or word not in ("of", "for", "to", "in", "over"):
            return None
        above = token.head.head
        if above.pos in ("VERB", "AUX"):
            return _answering(above, word, grammar, is_guilty=is_guilty)
        if above.lemma not in _COUNTS or is_negated(above):
            return None
        is_guilty = is_guilty or above.lower == "guilty"
        if above.dep in ("dobj", "acomp", "oprd", "attr", "advcl") and above.head.pos in ("VERB", "AUX"):
            return _answering(above.head, word, grammar, is_guilty=is_guilty)
        token = above
    return None


def _answering(verb: Token, word: str, grammar: Grammar, *, is_guilty: bool) -> Token | None:
    """Return who answers for a deed as a verb tells; nobody where it is negated ("was not convicted of")."""
    if is_negated(verb):
        return None
    if verb.lemma in _FINDING_GUILTY or (verb.lemma == "find" and is_guilty):
        return surface_subject(verb, grammar) if is_passive(verb) else verb.child("dobj")
    answers = word in _BEARING.get(verb.lemma, ()) or (is_guilty and verb.lemma in ("be", "plead"))
    return surface_subject(verb, grammar) if answers else None
