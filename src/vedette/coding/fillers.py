"""Who fills a slot: the parties told there, whose a thing told there is, and who is understood where none is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from vedette.coding.control import Grammar, is_passive, surface_subject
from vedette.coding.matching import Candidate
from vedette.coding.nearby import names_somebody
from vedette.coding.slots import TAKEN_AS, fill
from vedette.coding.undergoing import SUFFERED_BY_OWNER, SUFFERED_BY_WHOM_IT_IS_OF, is_target, laid_to
from vedette.grounding.beside import told_of
from vedette.grounding.grounded import Grounded
from vedette.model import Party
from vedette.reading import Token

_DONE_TO_SOMEBODY = frozenset({"ACCUSE", "ASSAULT", "COERCE", "SANCTION", "REQUEST"})
_THING_OWNERS = ("by", "of", "from", "between")
_OCCASION = frozenset({"during", "over", "in", "at", "after", "before", "following", "ahead", "for", "on"})
_WITHOUT_ACTS = frozenset({"amod", "compound", "nmod"})
Owners = Literal["never", "core", "always"]
"""Where a thing stands for who owns it: in no slot; in subject, object and after "by"; in every slot."""


def without(parties: Iterable[Party], known: Iterable[Party]) -> list[Party]:
    """Return those of `parties` that are not among the known, by who they are and by their words."""
    ids = {party.actor.id for party in known}
    spans = {(party.span.start, party.span.end) for party in known}
    return [p for p in parties if p.actor.id not in ids and (p.span.start, p.span.end) not in spans]


def _is_against(modifier: Token) -> bool:
    """Tell whether a word before a noun names whom the act is turned against: "anti-government protests"."""
    if modifier.lower.startswith(("anti-", "anti–")):
        return True
    at = modifier.i - modifier.sent.tokens[0].i
    before = modifier.sent.tokens[max(0, at - 2) : at]
    return len(before) == 2 and before[0].lower == "anti" and before[1].text in ("-", "–")


@dataclass(frozen=True, slots=True)
class SlotFinder:
    """Looks up the parties that the slots of one candidate hold, as of a day."""

    grounded: Grounded
    grammar: Grammar
    on: date | None

    def first(self, token: Token, slots: Iterable[str], *, owners: Owners = "core") -> tuple[list[Party], str]:
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
                found.extend(without(parties, found))
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
