"""Vetoes: readings that the codebook's decisions rule out although trigger and parties fit. Each is a named rule."""

from __future__ import annotations

from collections.abc import Callable

from vedette.coding.control import is_passive
from vedette.coding.matching import Candidate
from vedette.coding.roles import Roles
from vedette.grounding.grounded import Grounded
from vedette.reading import Token

_HABITS = frozenset(
    """usually typically normally generally often regularly commonly traditionally customarily ordinarily
    routinely""".split()
)
_DISASTERS = frozenset(
    """storm hurricane typhoon cyclone flood flooding earthquake quake tsunami wildfire fire blaze drought tornado
    blizzard snow landslide mudslide eruption volcano virus coronavirus pandemic epidemic outbreak disease cholera ebola
    covid-19 covid influenza contamination spill heatwave""".split()
)
_EMERGENCIES = frozenset({"emergency", "state"})
_CAMPAIGN = frozenset({"campaign", "election", "candidate", "voter", "supporter", "nominee", "rally-goer"})
_CROWD_KINDS = frozenset({"person", "party"})
_DEFENDING = frozenset({"defend", "justify", "protect", "uphold", "promote", "advance", "champion", "safeguard"})
_OWN = frozenset({"his", "her", "its", "their", "my", "our"})
_REACH = 2
"""Sentences before and after in which a disaster is looked for."""

Veto = Callable[[Candidate, Roles, Grounded], bool]


def veto_of(candidate: Candidate, roles: Roles, grounded: Grounded) -> str | None:
    """Return the rule that rules a reading out, or None."""
    for rule, holds in _VETOES:
        if holds(candidate, roles, grounded):
            return rule
    return None


def _is_habit(candidate: Candidate, roles: Roles, grounded: Grounded) -> bool:
    """ "The two chambers usually meet on Mondays" tells of no one meeting."""
    verb = candidate.carrier or candidate.token
    if verb.pos != "VERB":
        verb = next((above for above in verb.ancestors() if above.pos in ("VERB", "AUX")), verb)
    return verb.tag in ("VBZ", "VBP") and any(child.lower in _HABITS for child in verb.children)


def _is_disaster(candidate: Candidate, roles: Roles, grounded: Grounded) -> bool:
    """An emergency declared for a storm, a fire or an epidemic is no coercion."""
    trigger = candidate.trigger
    if trigger.event_type != "COERCE" or "martial-law" not in trigger.mode:
        return False
    words = {candidate.token.lemma.lower(), *(part.lemma.lower() for part in candidate.consumed)}
    if not words & _EMERGENCIES and "emergency" not in trigger.rule:
        return False
    sentences = grounded.reading.sentences
    index = candidate.token.sent.index
    near = sentences[max(0, index - _REACH) : index + _REACH + 1]
    return any(token.lower in _DISASTERS for sentence in near for token in sentence.tokens)


def _is_campaign_rally(candidate: Candidate, roles: Roles, grounded: Grounded) -> bool:
    """A rally that a candidate or a party holds before a vote protests against nobody."""
    words = {candidate.token.lemma.lower(), *(part.lemma.lower() for part in candidate.consumed)}
    if candidate.trigger.event_type != "PROTEST" or "rally" not in words or roles.recipients:
        return False
    if roles.actors and all(party.actor.kind in _CROWD_KINDS for party in roles.actors):
        return True
    return any(token.lemma.lower() in _CAMPAIGN for token in candidate.token.sent.tokens)


def _is_own_cause(candidate: Candidate, roles: Roles, grounded: Grounded) -> bool:
    """Who defends "his decision" or "its freedom" backs nobody."""
    if candidate.trigger.event_type != "SUPPORT" or candidate.token.lemma not in _DEFENDING or roles.recipients:
        return False
    thing = candidate.token.child("dobj")
    owner = thing.child("poss") if thing is not None else None
    return owner is not None and owner.lower in _OWN


def _is_sitting(candidate: Candidate, roles: Roles, grounded: Grounded) -> bool:
    """A chamber or a court that "meets" sits; it meets nobody."""
    token = candidate.token
    if candidate.trigger.event_type != "CONSULT" or token.lemma not in ("meet", "convene", "sit") or roles.recipients:
        return False
    return len(roles.actors) == 1 and roles.actors[0].actor.kind != "person" and _is_alone(token)


def _is_alone(verb: Token) -> bool:
    plain = verb.child("dobj", "nsubjpass") is None and not any(verb.prep(word) for word in ("with", "between"))
    subject = verb.child("nsubj")
    return plain and subject is not None and subject.tag in ("NN", "NNP", "PRP")


def _is_lecture(candidate: Candidate, roles: Roles, grounded: Grounded) -> bool:
    """ "His talk at the institute" is one; talks are held by two."""
    token = candidate.token
    if candidate.trigger.event_type != "CONSULT" or token.lower != "talk" or token.pos != "NOUN":
        return False
    return not any(token.prep(word) for word in ("with", "between", "among"))


def _is_accident(candidate: Candidate, roles: Roles, grounded: Grounded) -> bool:
    """Ships that collide strike nobody; of such words the lexicon knows none, but the encoder takes them for force."""
    trigger = candidate.trigger
    verb = candidate.token
    is_learned = trigger.event_type == "ASSAULT" and trigger.learned
    return is_learned and verb.lemma.lower() in _ACCIDENTS and verb.child("dobj") is None and not is_passive(verb)


_ACCIDENTS = frozenset(
    """collide collision crash capsize derail derailment sink overturn drown stumble founder wreck shipwreck
    malfunction""".split()
)


_BLASTS = frozenset({"blast", "explosion"})
_WORKING = frozenset(
    """gas methane firedamp coal colliery boiler steam cylinder fireworks firework factory furnace industrial accidental
    transformer dust silo grain kitchen""".split()
)
"""Words that lay a blast to work and its stuffs, not to anybody's arms."""
_PITS = frozenset({"mine", "pit", "shaft", "coalmine"})
_DUG = frozenset({"coal", "gold", "copper", "iron", "ore", "silver", "zinc", "salt", "tin", "lignite", "underground"})
_MINERS = frozenset({"miner", "mineworker", "coalminer", "pitman"})


def _is_mishap(candidate: Candidate, roles: Roles, grounded: Grounded) -> bool:
    """A blast of gas, of a boiler or in a coal mine that nobody is said to have set off is no force of anybody's."""
    if candidate.trigger.event_type != "ASSAULT" or roles.actors:
        return False
    blast = _blast_of(candidate.token)
    if blast is None:
        return False
    before = {child.lemma.lower() for child in blast.kids("amod", "compound", "nmod")}
    tokens = grounded.reading.tokens
    hits_miners = any(p.head >= 0 and tokens[p.head].lemma.lower() in _MINERS for p in roles.recipients)
    scene = blast.prep("at", "in", "inside", "of") or (blast.head.prep("through") if blast.dep == "nsubj" else None)
    place = scene.lemma.lower() if scene is not None else ""
    is_dug = place in _PITS and scene is not None and any(child.lower in _DUG for child in scene.children)
    is_mine = place in _PITS or "mine" in before
    return not before.isdisjoint(_WORKING) or place in _WORKING or is_dug or (hits_miners and is_mine)


def _blast_of(word: Token) -> Token | None:
    """Return the blast a word is, or tells the harm of ("the blast *killed* ten", "*killed* in a blast")."""
    if word.lemma.lower() in _BLASTS:
        return word
    deed = word.head if word.dep == "advcl" and word.tag == "VBG" else word
    if deed.pos != "VERB":
        return None
    told = (deed.child("nsubj"), deed.prep("in"), deed.prep("by"))
    return next((one for one in told if one is not None and one.lemma.lower() in _BLASTS), None)


_VETOES: tuple[tuple[str, Veto], ...] = (
    ("veto.habit@1", _is_habit),
    ("veto.disaster-emergency@1", _is_disaster),
    ("veto.campaign-rally@1", _is_campaign_rally),
    ("veto.own-cause@1", _is_own_cause),
    ("veto.sitting@1", _is_sitting),
    ("veto.lecture@1", _is_lecture),
    ("veto.accident@1", _is_accident),
    ("veto.mishap@1", _is_mishap),
)
