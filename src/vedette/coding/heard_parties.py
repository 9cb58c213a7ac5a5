"""Parties as the encoder reads them, weighed against what the slots of the frame gave.

A frame knows where its parties usually stand; the encoder has read twelve thousand events with parties marked
(`training/roles`) and tells of each word of the sentence how likely it names the doer or the one it is done to. Neither
is right alone: the signs of each possible party are weighed together (`party_weights.toml`, fitted by
`tools/fit_parties.py`). A word that no slot reached may join as a party, and one that only a weak slot gave may be
struck for it; subject, object, "by" and possessor stand, for real reports showed the encoder to err there more often
than they. Each change is a reason of its own, so that `explain` shows it. Without an encoder (`--fast`) the slots stand
alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from vedette.coding.control import own_subject, struck_by_deed
from vedette.coding.matching import Candidate
from vedette.coding.nearby import PLACE
from vedette.coding.roles import Roles
from vedette.coding.typer import Weighed
from vedette.coding.weights import Table, load_table, log_odds
from vedette.grounding.grounded import Grounded
from vedette.grounding.phrases import is_principal, party_span
from vedette.grounding.provisional import called
from vedette.model import FieldReason, Party
from vedette.reading import Token

TABLE = "party_weights.toml"
SIGNS = (
    "own_side", "other_side", "core_slot", "weak_slot", "pronoun", "unknown", "near", "far", "is_doer", "side_taken",
    "best",
)  # fmt: skip
"""What is weighed of a possible party; docs/explained.md tells each."""
Side = Literal["actors", "recipients"]
_CORE = frozenset({"subject", "object", "by", "possessive", "indirect", "between", "holder", "surface-subject"})
"""Slots that seldom err."""
_ASKED = 0.12
"""Words below it on both sides are not weighed at all."""
_FAR = 6
"""Steps in the tree from which on a word is far from the deed."""


@dataclass(frozen=True, slots=True)
class Possible:
    """One possible party of a deed, on one side."""

    party: Party
    side: Side
    is_told: bool
    """Whether a slot gave it on this side."""
    is_mutual: bool
    """Whether the deed is done with each other, so that sides do not matter."""
    signs: Mapping[str, float]
    is_speaker: bool = False
    """Whether it is the one who says what the deed is told in."""

    @property
    def is_firm(self) -> bool:
        """Whether the encoder is not asked: given by a slot that seldom errs, or one of those who act together."""
        return self.is_told and (self.is_mutual or self.signs["core_slot"] == 1.0)

    @property
    def may_join(self) -> bool:
        """Whether nothing speaks against it from the start: it does not tell the deed, and is near or alone."""
        if self.is_told:
            return True
        return not self.is_speaker and (self.signs["side_taken"] == 0.0 or self.signs["near"] == 1.0)


def _credits(table: Table, possible: Possible) -> bool:
    """Tell whether a possible party is one."""
    return table.weigh(possible.signs).score >= table.bars["bar"]


def with_heard(roles: Roles, weighed: Sequence[Possible], table: Table | None = None) -> Roles:
    """Return the parties of one deed after the encoder was heard; unchanged where it was not asked.

    weighed: whoever may have part in it (`possible_parties`). table: another one than the shipped.
    """
    table = table or load_table(TABLE, SIGNS)
    told: dict[Side, list[Party]] = {"actors": [], "recipients": []}
    more: dict[Side, list[Party]] = {"actors": [], "recipients": []}
    for possible in weighed:
        if possible.is_firm or (possible.may_join and _credits(table, possible)):
            (told if possible.is_told else more)[possible.side].append(possible.party)
    if more["recipients"] and any(
        r.field == "recipients" and r.rule.startswith(f"role.{PLACE}@") for r in roles.reasons
    ):
        told["recipients"] = []  # whose place it is was only a stopgap
    # Whoever a slot gave is likelier than nobody.
    actors = _joined(told["actors"], more["actors"]) or roles.actors
    recipients = _joined(told["recipients"], more["recipients"]) or roles.recipients
    return _reasoned(roles, tuple(actors), tuple(recipients))


def possible_parties(
    roles: Roles, candidate: Candidate, grounded: Grounded, said: Weighed | None
) -> Iterator[Possible]:
    """Yield who may have part in a deed: those the slots gave, then the words heard; nobody where it was not asked."""
    if said is None:
        return
    hearing = _Hearing(candidate, grounded, said, roles)
    for side in _SIDES:
        for party in _of(roles, side):
            yield hearing.possible(party, side, is_told=True)
    for party, doer, done_to in hearing.others((*roles.actors, *roles.recipients)):
        yield hearing.possible(party, "actors" if doer >= done_to else "recipients", is_told=False)


_SIDES: tuple[Side, Side] = ("actors", "recipients")


def _of(roles: Roles, side: Side) -> tuple[Party, ...]:
    return roles.actors if side == "actors" else roles.recipients


@dataclass(frozen=True, slots=True)
class _Hearing:
    """What the encoder says of the words of one sentence, for one deed."""

    candidate: Candidate
    grounded: Grounded
    said: Weighed
    roles: Roles

    def possible(self, party: Party, side: Side, *, is_told: bool) -> Possible:
        """Return a possible party with its signs."""
        own, other = self._shares(party, side)
        slot = self._slot(side) if is_told else ""
        head = self.grounded.reading.tokens[party.head] if party.head >= 0 else None
        steps = _steps(head, self.candidate.token) if head is not None else _FAR
        beside = _of(self.roles, side)
        if is_told and head is not None:
            # Of "given by Germany and Romania" both gave it, whichever the encoder is surer of.
            listed = [p for p in beside if p is not party and _are_joined(head, p, self.grounded)]
            own = max([own, *(self._shares(p, side)[0] for p in listed)])
        best = max((a if side == "actors" else r for _, a, r in self.said.parties), default=0.0)
        signs = {
            "own_side": log_odds(own),
            "other_side": log_odds(other),
            "core_slot": float(is_told and slot in _CORE),
            "weak_slot": float(is_told and slot not in _CORE),
            "pronoun": float(head is not None and head.tag in ("PRP", "PRP$")),
            "unknown": float(not self.grounded.parties(head) if head is not None else 0.0),
            "near": float(steps <= 2),
            "far": float(steps >= _FAR),
            "is_doer": float(side == "actors"),
            "side_taken": float(any(p is not party for p in beside)),
            "best": float(own > 0 and own >= best),
        }
        return Possible(party, side, is_told, self.candidate.trigger.mutual, signs, self._is_speaker(head))

    def _is_speaker(self, head: Token | None) -> bool:
        """Tell whether a word is the subject of a verb whose clause the deed stands in ("*he* said … demanded")."""
        if head is None or head.dep not in ("nsubj", "nsubjpass"):
            return False
        below = self.candidate.token
        for above in self.candidate.token.ancestors():
            if below.dep in ("ccomp", "parataxis") and head.head is above:
                return True
            below = above
        return False

    def _shares(self, party: Party, side: Side) -> tuple[float, float]:
        """Return the probabilities that a party is of a side, and of the other."""
        words = self._words(party)
        if not words or (side == "recipients" and self._slot(side) == PLACE and party in self.roles.recipients):
            return 0.9, 0.002  # told outside the sentence, or only by where it was done: the encoder cannot tell
        doer, done_to = self.said.role_of(words)
        if self.candidate.trigger.mutual:
            return max(doer, done_to), 0.002
        return (doer, done_to) if side == "actors" else (done_to, doer)

    def _slot(self, side: Side) -> str:
        """Return the name of the slot that gave a side."""
        rule = next((reason.rule for reason in self.roles.reasons if reason.field == side), "")
        return rule.partition("@")[0].partition(".")[2]

    def others(self, known: Sequence[Party]) -> Iterator[tuple[Party, float, float]]:
        """Yield the parties that no slot reached, each with its two probabilities."""
        taken = {i for party in known for i in self._words(party)}
        struck = struck_by_deed(self.candidate.token)
        ids = {party.actor.id for party in known}
        for i, doer, done_to in self.said.parties:
            token = self.grounded.reading.tokens[i]
            if i in taken or max(doer, done_to) < _ASKED or _is_title(token):
                continue
            if struck is not None and doer >= done_to and struck in token.ancestors():
                continue  # "an attack on *an army post* that killed seven": it killed nobody
            if is_principal(token):
                continue  # "attacked banks on behalf of *Iran*": that is no one it was done to
            for party in [p for p in self.grounded.parties(token) if p.head == i] or self._unknown(token, taken):
                if party.actor.id not in ids:
                    ids.add(party.actor.id)
                    taken |= set(self._words(party))
                    yield party, doer, done_to

    def _words(self, party: Party) -> list[int]:
        """Return the words of a party inside the deed's sentence, by index."""
        tokens = self.candidate.token.sent.tokens
        inside = [t.i for t in tokens if party.span.start <= t.start < party.span.end]
        return inside + [party.head] * (tokens[0].i <= party.head <= tokens[-1].i)

    def _unknown(self, noun: Token, taken: Collection[int]) -> list[Party]:
        """Return somebody told by a common noun of no table ("the diggers"), but of "Russian missiles" only Russia."""
        if (
            noun.dep == "compound"
            or noun.tag not in ("NN", "NNS")
            or noun.ent in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY")
        ):
            return []
        span = party_span(self.grounded.reading, noun)
        inside = [t for t in noun.sent.tokens if span.start <= t.start < span.end and t is not noun]
        if any(t.i in taken or self.grounded.parties(t) for t in inside if t.dep != "det"):
            return []
        return [Party(span, called(span, "people" if noun.tag == "NNS" else "person"), noun.i)]


def _is_title(token: Token) -> bool:
    """Tell whether a parse made a subject of the title before the subject's name."""
    subject = own_subject(token.head) if token.dep == "nsubj" else None
    return subject is not None and subject.dep == "nsubj" and token.i < subject.i


def _steps(word: Token, deed: Token) -> int:
    """Return how many steps in the tree lie between a word and its deed."""
    above = {token.i: k for k, token in enumerate((word, *word.ancestors()))}
    for k, token in enumerate((deed, *deed.ancestors())):
        if token.i in above:
            return k + above[token.i]
    return _FAR


def _are_joined(word: Token, party: Party, grounded: Grounded) -> bool:
    """Tell whether a word is coordinated with a party's."""
    head = grounded.reading.tokens[party.head] if party.head >= 0 else None
    return head is not None and (any(t is word for t in head.conjuncts()) or any(t is head for t in word.conjuncts()))


def _joined(told: list[Party], more: list[Party]) -> list[Party]:
    """Return all parties but those whose words are only part of a new one's ("Chile" in "Chile's carabineros")."""
    spans = [(party.span.start, party.span.end) for party in more]
    return [p for p in told if not any(a <= p.span.start and p.span.end <= b for a, b in spans)] + more


def _reasoned(before: Roles, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> Roles:
    """Return the new parties with the slots' reasons where they still hold, and the encoder's where they do not."""
    if actors == before.actors and recipients == before.recipients:
        return before
    reasons = []
    for side, now, then in (("actors", actors, before.actors), ("recipients", recipients, before.recipients)):
        if any(p in then for p in now):
            reasons += [reason for reason in before.reasons if reason.field == side]
        if now != then:
            new = next((p.span for p in now if p not in then), None)
            reasons.append(FieldReason(side, f"encoder.{'party' if new is not None else 'struck'}@1", new))
    others = tuple(r for r in before.reasons if r.field not in _SIDES)
    return replace(before, actors=actors, recipients=recipients, reasons=(*reasons, *others))
