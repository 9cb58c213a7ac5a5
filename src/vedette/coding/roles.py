"""Roles: who did it and to whom, from a trigger's slots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from vedette.coding.control import Grammar, is_passive, surface_subject
from vedette.coding.matching import Candidate
from vedette.coding.nearby import (
    AUTHORITIES,
    DOER_BELOW,
    NEARBY,
    PLACE,
    authorities_of_place,
    doers_below,
    is_means,
    names_somebody,
    nearby_parties,
    people_of_place,
)
from vedette.coding.slots import TAKEN_AS, fill
from vedette.coding.undergoing import (
    SUFFERED_BY_ANY_OWNER,
    SUFFERED_BY_OWNER,
    SUFFERED_BY_WHOM_IT_IS_OF,
    is_target,
    laid_to,
    undergoing,
)
from vedette.grounding.beside import told_of
from vedette.grounding.grounded import Grounded
from vedette.grounding.phrases import party_span
from vedette.grounding.provisional import people_of
from vedette.model import EventType, FieldReason, Party
from vedette.reading import Token

SPEECH_ACTS = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_DONE_TO_SOMEBODY = frozenset({"ACCUSE", "ASSAULT", "COERCE", "SANCTION", "REQUEST"})
_MAX_PARTIES = 12
_SECOND = frozenset(
    {PLACE, AUTHORITIES, NEARBY, DOER_BELOW}
    | {"subject", "object", "possessive", "object.possessive", "to", "in", "below", "content"}
)
"""Rules and slots that no longer decide as they first did."""
_THING_OWNERS = ("by", "of", "from", "between")
_OCCASION = frozenset({"during", "over", "in", "at", "after", "before", "following", "ahead", "for", "on"})
_WITHOUT_ACTS = frozenset({"amod", "compound", "nmod"})
_Owners = Literal["never", "core", "always"]


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of one candidate, and which slots gave them."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    reasons: tuple[FieldReason, ...]
    heads: frozenset[int]
    """Token indices of the parties' heads, so that they are not taken for places."""


def assign_roles(candidate: Candidate, grounded: Grounded, grammar: Grammar, on: date | None) -> Roles:
    """Fill a candidate's actor and recipient slots with parties as of day `on`."""
    trigger = candidate.trigger
    finder = _Finder(grounded, grammar, on)
    actors, actor_slot = finder.first(candidate.token, _actor_slots(candidate, grammar))
    # "Discussed the army's raid": the raid's owner is no party of the talks; "visited the army's camp" is to the army.
    owners: _Owners = "never" if trigger.event_type == "CONSULT" and "visit" not in trigger.mode else "always"
    recipients, recipient_slot = finder.first(candidate.token, _recipient_slots(candidate, grammar), owners=owners)
    if not actors:
        actors, actor_slot = finder.understood(candidate)
    if recipient_slot == "below" and trigger.event_type == "AGREE" and _are_made(recipients, actors):
        recipients, recipient_slot = finder.first(candidate.token, ("with",), owners="always")
    if recipient_slot == "in" and trigger.event_type == "ASSAULT":
        recipients = [_as_people(party) for party in recipients]
    return _settled(candidate, finder, (actors, actor_slot), (recipients, recipient_slot))


def _reason(
    side: Literal["actors", "recipients"], kind: Literal["slot", "role"], told: str, parties: Sequence[Party]
) -> FieldReason:
    """Return why a side has its parties: by which slot, or by which rule beside the slots."""
    return FieldReason(side, f"{kind}.{told}@{2 if told in _SECOND else 1}", parties[0].span)


_Filled = tuple[list[Party], str]
"""Parties of one side, and the slot that gave them."""


def _settled(candidate: Candidate, finder: _Finder, doers: _Filled, done_to: _Filled) -> Roles:
    """Return the roles once both sides are held against each other: who suffers what he owns, who acts together."""
    trigger, (actors, actor_slot), (recipients, recipient_slot) = candidate.trigger, doers, done_to
    if not recipients and actor_slot == "possessive" and _suffers(candidate, actors):
        recipients, recipient_slot = actors, "possessive"
        actors, actor_slot = finder.understood(candidate)
    if not recipients or recipient_slot == "in":
        undergone, how = undergoing(candidate, finder.grounded, finder.grammar, finder.on)
        if found := _without(undergone, actors):
            recipients, recipient_slot = found, how
    if trigger.mutual:
        actors, recipients = _among_themselves(candidate, finder, actors, recipients)
    if recipients is not actors:
        recipients = _without(recipients, actors)
    reasons = []
    if actors:
        reasons.append(_reason("actors", "slot", actor_slot, actors))
    if recipients:
        reasons.append(_reason("recipients", "slot", recipient_slot, recipients))
    heads = frozenset(party.head for party in (*actors, *recipients))
    return Roles(tuple(actors[:_MAX_PARTIES]), tuple(recipients[:_MAX_PARTIES]), tuple(reasons), heads)


def _among_themselves(
    candidate: Candidate, finder: _Finder, actors: list[Party], recipients: list[Party]
) -> tuple[list[Party], list[Party]]:
    """Return the parties of what all of them do with each other, as doers and those it is done with."""
    kind = candidate.trigger.event_type
    others = [p for p in _without(recipients, actors) if not is_means(p, kind, actors, finder.grounded)]
    if len(actors) + len(others) < 2:
        extra, _ = finder.first(candidate.token, ("with", "between", "and"))
        others = [*others, *_without(extra, [*actors, *others])]
    if candidate.trigger.event_type == "SUPPORT" and actors:
        # "X signed a treaty with Y" tells who dealt with whom; where the two stand side by side, each signs with the
        # other.
        return actors, others or (actors if len(actors) > 1 else [])
    return [*actors, *others], []


def _as_people(party: Party) -> Party:
    """Return the people of a country in which there was an attack: "a massacre in South Sudan" hits no government."""
    if not party.actor.id.startswith("gov:"):
        return party
    name = party.actor.name.removeprefix("Government of ").removeprefix("the ")
    return replace(party, actor=people_of(name, party.actor.country))


def _are_made(recipients: list[Party], actors: list[Party]) -> bool:
    """Tell whether what an agreement is about is made by it ("pledged to set up a group")."""
    own = {party.actor.country for party in actors} | {None}
    return all(party.actor.id.startswith("x:") and party.actor.country in own for party in recipients)


_DONE_TO_ONE = frozenset({"arrest", "abduct", "convict", "deport", "torture", "targeted", "execution"})


def _suffers(candidate: Candidate, owners: list[Party]) -> bool:
    """Tell whether a person's arrest, trial or killing is one he suffers ("the reporter's detention")."""
    trigger = candidate.trigger
    noun = candidate.token if candidate.token.pos == "NOUN" and candidate.token.prep("of") is None else None
    if noun is not None and noun.lemma in SUFFERED_BY_ANY_OWNER:
        return True
    if noun is not None and noun.lemma in SUFFERED_BY_OWNER:
        return all(party.actor.kind in ("person", "people", "armed_group") for party in owners)
    return (
        trigger.word_class == "noun"
        and ("of" in trigger.recipient or trigger.learned)
        and not _DONE_TO_ONE.isdisjoint(trigger.mode)
        and all(party.actor.kind in ("person", "people") for party in owners)
    )


def _is_received(candidate: Candidate, grammar: Grammar) -> bool:
    """Tell whether the light verb's subject gets what the noun tells ("the move drew criticism from Paris")."""
    verb = candidate.carrier
    received = verb is not None and verb.lemma in grammar.receiving_verbs and not is_passive(verb)
    return received and not candidate.trigger.mutual


def _actor_slots(candidate: Candidate, grammar: Grammar) -> tuple[str, ...]:
    slots = candidate.trigger.actor
    if candidate.trigger.word_class == "noun":
        if _is_received(candidate, grammar):
            return (*(s for s in slots if s != "subject"), *(s for s in ("by", "from", "modifier") if s not in slots))
        carried = ("subject",) if candidate.carrier is not None else ()
        return (*carried, *slots, *(s for s in ("by", "possessive", "modifier", "between") if s not in slots))
    if candidate.trigger.word_class == "adjective":
        own = "holder" if candidate.token.pos == "VERB" else "subject"
        return tuple(own if slot == "subject" else slot for slot in slots) or (own,)
    # Where the frame gives the subject to the deed's victim ("died in the attack"), nobody else stands there.
    return slots or (() if "subject" in candidate.trigger.recipient else ("subject",))


def _recipient_slots(candidate: Candidate, grammar: Grammar) -> tuple[str, ...]:
    slots = candidate.trigger.recipient
    if candidate.trigger.word_class == "noun":
        if _is_received(candidate, grammar):
            return ("subject", *slots)
        return slots or ("against", "with", "on", "to")
    if candidate.trigger.event_type == "REQUEST":
        # Of "demanded Paris's withdrawal from Mali", Paris is asked.
        slots = (*(f"{slot}.possessive" for slot in candidate.trigger.content if slot in ("object", "for")), *slots)
    return (*slots, "below") if candidate.trigger.event_type in SPEECH_ACTS else slots


def _is_against(modifier: Token) -> bool:
    """Tell whether a word before a noun names whom the act is turned against: "anti-government protests"."""
    if modifier.lower.startswith(("anti-", "anti–")):
        return True
    at = modifier.i - modifier.sent.tokens[0].i
    before = modifier.sent.tokens[max(0, at - 2) : at]
    return len(before) == 2 and before[0].lower == "anti" and before[1].text in ("-", "–")


@dataclass(frozen=True, slots=True)
class _Finder:
    grounded: Grounded
    grammar: Grammar
    on: date | None

    def first(self, token: Token, slots: Iterable[str], *, owners: _Owners = "core") -> tuple[list[Party], str]:
        """Return the parties of the first slot that holds any, and its name.

        owners: where a thing stands for who owns it: in subject, object and after "by", in every slot, or in none.
        """
        for slot in slots:
            found: list[Party] = []
            for filler in fill(token, slot, self.grammar):
                head = told_of(filler) or filler
                if _is_taken_as(head):
                    continue
                parties = self.grounded.parties(head, self.on) if slot != "modifier" else self._doers_before(head)
                if slot.endswith(".possessive") and _is_suffered_by(head.head, parties):
                    continue  # "demanded Navalny's release" of others than him
                if not parties and (owners == "always" or (owners == "core" and slot in ("subject", "by", "object"))):
                    parties = self.owners(head, is_doer=slot == "subject")
                found.extend(_without(parties, found))
            if found:
                return found, slot
        return [], ""

    def _doers_before(self, modifier: Token) -> tuple[Party, ...]:
        """Return who acts where a word before the deed's noun names somebody ("the rebel attack")."""
        if (
            modifier.dep not in _WITHOUT_ACTS
            or _is_against(modifier)
            or is_target(modifier)
            or self._is_scene(modifier)
        ):
            return ()
        parties = self.grounded.parties(modifier, self.on) if modifier.lower not in _KINDS else ()
        if modifier.pos == "ADJ" and not names_somebody(modifier, self.grounded):
            # "An official visit", "military and humanitarian aid": of what kind it is; "the paramilitary onslaught".
            return tuple(p for p in parties if p.actor.kind == "armed_group" and modifier.lower != "terrorist")
        # "told Agence France-Presse arson was used": an outlet is no party of what it is told.
        return tuple(p for p in parties if p.actor.kind != "media")

    def _is_scene(self, modifier: Token) -> bool:
        """Tell whether a word before a noun only tells where ("a Kabul car bombing")."""
        mention = self.grounded.reading.mention_of.get(modifier.i)
        return mention is not None and mention.kind == "place"

    def owners(self, thing: Token, *, is_doer: bool = False) -> tuple[Party, ...]:
        """Return who a thing belongs to or comes from ("Iran's proposal", "the Israeli raid", "a bill by …").

        is_doer: whether the thing does the deed.
        """
        is_own = thing.lemma in _OWN_STANDING and not is_doer
        names = _THING_OWNERS if is_own else ("possessive", "modifier", *_THING_OWNERS)
        for name in names:
            for head in fill(thing, name, self.grammar) if name not in _THING_OWNERS else _direct(thing, name):
                parties = self.grounded.parties(head, self.on)
                if name == "possessive" and head.tag == "PRP$" and thing.pos == "PROPN":
                    continue  # "His Majesty" is no one's
                is_struck = name == "modifier" and is_target(head)
                if is_struck or (name == "of" and thing.lemma.lower() in SUFFERED_BY_WHOM_IT_IS_OF):
                    continue  # who condemns "the bombing of the embassy" does not condemn the embassy
                if name == "possessive" and _is_suffered_by(thing, parties):
                    continue  # nor Navalny, who condemns "Navalny's arrest"
                if name == "modifier" and (head.lower in _KINDS or not names_somebody(head, self.grounded)):
                    # "military cooperation", "daily raids": the word names a field or a manner, not somebody.
                    continue
                if parties:
                    return parties
        return ()

    def _is_scheduled(self, candidate: Candidate) -> bool:
        """Tell whether a passive leaves the act below to its own subject; "forced to flee" has it done to him."""
        verb = candidate.token
        return (
            candidate.trigger.word_class == "verb"
            and candidate.trigger.event_type not in _DONE_TO_SOMEBODY
            and verb.lemma not in self.grammar.object_control
            and is_passive(verb)
            and verb.child("xcomp") is not None
        )

    def _answering_for(self, candidate: Candidate) -> tuple[list[Party], str]:
        """Return who was found to have done what a noun tells, or whose the support is that something reiterates."""
        kind = candidate.trigger.event_type
        if kind == "ASSAULT" and candidate.token.pos == "NOUN":
            culprit = laid_to(candidate.token, self.grammar)
            return (list(self.grounded.parties(culprit, self.on)), "laid-to") if culprit is not None else ([], "")
        carried = next((t for t in candidate.consumed if t.pos == "NOUN" and t.child("poss") is not None), None)
        if carried is None or kind not in ("SUPPORT", "AGREE"):
            return [], ""
        return self.first(carried, ("possessive",))  # "These weapons reiterate *our* strong support"

    def understood(self, candidate: Candidate) -> tuple[list[Party], str]:
        """Return the doer where no slot names one: the speaker of a judgement, whose clause a meeting stands in."""
        trigger = candidate.trigger
        if self._is_scheduled(candidate):
            # "is scheduled to meet": who meets is who has it scheduled.
            subject = surface_subject(candidate.token, self.grammar)
            if subject is not None:
                return list(self.grounded.parties(subject, self.on)), "surface-subject"
        found, slot = self._answering_for(candidate)
        if found:
            return found, slot
        is_judgement = trigger.event_type in ("ACCUSE", "REJECT", "SUPPORT", "REQUEST") and trigger.word_class != "noun"
        # "You should be investigated," she said: not by her.
        if is_judgement and not is_passive(candidate.token):
            found, slot = self.first(candidate.token, ("speaker",))
            if found:
                return found, slot
        is_visit = (
            trigger.event_type == "CONSULT" and "visit" in trigger.mode and candidate.token.prep("to") is not None
        )
        if trigger.word_class == "noun" and (is_visit or candidate.token.prep("with") is not None):
            # "spoke during a meeting with X": the subject of the clause was at the meeting.
            prep = _past_measures(candidate.token.head)
            if candidate.token.dep == "pobj" and prep.lower in _OCCASION and prep.head.pos in ("VERB", "AUX"):
                subject = surface_subject(prep.head, self.grammar)
                if subject is not None:
                    return list(self.grounded.parties(subject, self.on)), "clause-subject"
        return [], ""


_KINDS = frozenset({"terrorist", "criminal", "partisan", "expert", "amateur", "civilian", "hostage", "child", "drug"})
"""Words that before a deed's noun only tell of what kind it is ("terrorist attacks", "partisan criticism")."""


_OWN_STANDING = frozenset(
    {"commitment", "dedication", "resolve", "determination", "readiness", "willingness", "pledge", "promise"}
)
"""What somebody reaffirms of his own: "reaffirm the United States' dedication to …" reaffirms it to nobody named."""


def _is_suffered_by(deed: Token, owners: Iterable[Party]) -> bool:
    """Tell whether those a deed's noun is said to be of only suffer or gain by it ("Navalny's arrest")."""
    is_suffered = deed.lemma.lower() in SUFFERED_BY_OWNER | {"return"} and deed.prep("of") is None
    return is_suffered and all(p.actor.kind in ("person", "people") for p in owners)


def _is_taken_as(head: Token) -> bool:
    """Tell whether a noun only says as what somebody is held ("took dozens of people hostage")."""
    return head.lower in TAKEN_AS and head.child("det", "poss", "amod", "nummod") is None and head.head.pos == "VERB"


def _past_measures(prep: Token) -> Token:
    """Return the preposition before "months of meetings", "the course of talks"."""
    while prep.lower == "of" and prep.head.dep == "pobj" and prep.head.lemma in _LASTING:
        prep = prep.head.head
    return prep


_LASTING = frozenset({"hour", "day", "week", "month", "year", "minute", "course", "round", "series", "lot", "end"})


def _direct(thing: Token, preposition: str) -> list[Token]:
    found = thing.prep(preposition)
    return [found] if found is not None else []


def with_parties_of_content(
    outer: Roles, inner: Roles, *, mutual: bool, is_promise: bool = False, is_request: bool = False
) -> Roles:
    """Give a speech act without a recipient those whom the act it tells of is about.

    is_promise: of what is promised or threatened, those it is to be done to alone, if they are told.
    is_request: of what is asked for, those who are to do it alone, if they are told.
    """
    if outer.recipients or (mutual and len(outer.actors) > 1):
        return outer  # "Turkey and Libya agreed on borders" with each other
    about = inner.recipients if is_promise and inner.recipients else (*inner.recipients, *inner.actors)
    if is_request and inner.actors:
        about = inner.actors  # whom a demand is for, and what it is about, nobody asks
    added = tuple(_without(about, outer.actors)[:_MAX_PARTIES])
    if not added:
        return outer
    reason = _reason("recipients", "slot", "content", added)
    return Roles(outer.actors, added, (*outer.reasons, reason), outer.heads)


def _without(parties: Iterable[Party], known: Iterable[Party]) -> list[Party]:
    ids = {party.actor.id for party in known}
    spans = {(party.span.start, party.span.end) for party in known}
    return [p for p in parties if p.actor.id not in ids and (p.span.start, p.span.end) not in spans]


def completed(roles: Roles, candidate: Candidate, grounded: Grounded, event_type: EventType) -> Roles:
    """Fill what no slot named from the rest of the deed's phrase, and call pronouns by the name they stand for."""
    actors, recipients, reasons = roles.actors, roles.recipients, list(roles.reasons)
    if not actors and recipients:
        actors, rule = doers_below(candidate, grounded, recipients), DOER_BELOW
        if not actors:
            actors, rule = authorities_of_place(candidate, grounded), AUTHORITIES
        if actors:
            reasons.append(_reason("actors", "role", rule, actors))
    sent = tuple(p for p in recipients if is_means(p, event_type, actors, grounded))
    if sent and len(sent) == len(recipients):
        found = _found_below(candidate, grounded, (*actors, *sent), event_type)
        recipients = found[0]
        reasons = [reason for reason in reasons if reason.field != "recipients"]
        if recipients:
            reasons.append(_reason("recipients", "role", found[1], recipients))
    sides = len(actors) + len(recipients)
    is_open = sides < 2 if candidate.trigger.mutual else not recipients
    if actors and is_open and not _is_told_by_pronoun(candidate):
        added, rule = _found_below(candidate, grounded, actors, event_type)
        if added:
            recipients = (*recipients, *added[:_MAX_PARTIES])
            reasons.append(_reason("recipients", "role", rule, added))
    return Roles(_called(actors, grounded), _called(recipients, grounded), tuple(reasons), roles.heads)


def _is_told_by_pronoun(candidate: Candidate) -> bool:
    """Tell whether "him" or "them" says whom it is done to, though nobody knows who that is: nobody else then."""
    verb = candidate.token
    if verb.pos != "VERB":
        return False
    told = verb.child("dobj") if "object" in candidate.trigger.recipient else None
    if told is None and candidate.trigger.mutual:
        told = verb.prep("with") or verb.prep("to")  # "talked to me about Mexico"
    return told is not None and told.tag == "PRP" and told.lower != "it"


def _found_below(
    candidate: Candidate, grounded: Grounded, taken: tuple[Party, ...], event_type: EventType
) -> tuple[tuple[Party, ...], str]:
    """Return whom the deed's own phrase names beside those `taken`, else whose place it is, and which of the two."""
    found = nearby_parties(candidate, grounded, taken)
    return (found, NEARBY) if found else (people_of_place(candidate, grounded, taken, event_type), PLACE)


def _called(parties: tuple[Party, ...], grounded: Grounded) -> tuple[Party, ...]:
    """Show each party told by a pronoun with the words that name it in the same sentence, where they stand."""
    return tuple(_by_name(party, grounded) for party in parties)


def _by_name(party: Party, grounded: Grounded) -> Party:
    reading = grounded.reading
    token = reading.tokens[party.head] if 0 <= party.head < len(reading.tokens) else None
    if token is None or token.tag not in ("PRP", "PRP$"):
        return party
    named = reading.antecedent(token)
    mention = reading.mention_of.get(token.i)
    if named is None or mention is None:
        return party
    chain = reading.chain_of[mention.index]
    near = [m for m in chain.mentions if m.kind != "pronoun" and m.head.sent is token.sent]
    if not near:
        return party
    best = min(near, key=lambda m: abs(m.head.i - token.i))
    return replace(party, span=party_span(reading, best.head, best))
