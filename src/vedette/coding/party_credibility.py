"""How far the parties of one deed are to be believed: what slots and encoder agree on, and how each party is told.

Who did it to whom is easily misread in a crowded sentence: "they" may be anybody, a name near the deed may belong to
another one. Where slot and encoder disagree, where a pronoun or a weak slot gave a party, parties are wrong more often
than not; a long report tells its deeds more than once, so that one told too darkly is left to `explain`. But what was
done is no less sure for it: where the deed itself is well believed, and one of its sides alone is, the other is left
open instead. The shares of these signs were fitted (logistic regression) to events of open corpora whose parties were
judged right or wrong by hand; `tools/fit_party_credibility.py` makes them anew, and the table beside this file holds
them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from vedette.coding.heard_parties import Possible
from vedette.coding.matching import Candidate
from vedette.coding.roles import Roles
from vedette.coding.weights import Credibility, load_table, share_of

TABLE = "party_credibility.toml"
_OF_A_SIDE = ("heard", "left_out", "weak", "pronoun", "unknown")
_Field = Literal["actors", "recipients"]
_SIDES: tuple[tuple[str, _Field], ...] = (("actor", "actors"), ("recipient", "recipients"))
PARTY_FACTORS = (*(f"{name}_{side}" for side, _ in _SIDES for name in _OF_A_SIDE), "noun")
"""What is weighed, for each side; docs/explained.md tells each."""
_UNHEARD = -6.0
"""Log odds of a word the encoder does not take for a party at all."""


def party_factors_of(candidate: Candidate, roles: Roles, possible: Sequence[Possible]) -> dict[str, float]:
    """Return the signs of one deed's parties, by the names of `PARTY_FACTORS`.

    roles: as they are coded. possible: whoever was weighed as a party, as the slots gave them.
    """
    found = {"noun": float(candidate.trigger.word_class == "noun")}
    for side, field in _SIDES:
        told = [one for one in possible if one.side == field and one.is_told]
        others = [one for one in possible if one.side == field and not one.is_told]
        parties = roles.actors if field == "actors" else roles.recipients
        found |= {
            f"heard_{side}": min((one.signs["own_side"] for one in told), default=0.0),
            f"left_out_{side}": max((one.signs["own_side"] for one in others), default=_UNHEARD),
            # Of what several do with each other no slot is weaker than another.
            f"weak_{side}": float(any(one.signs["weak_slot"] and not one.is_mutual for one in told)),
            f"pronoun_{side}": float(any(one.signs["pronoun"] for one in told)),
            f"unknown_{side}": float(any(party.actor.id.startswith("x:") for party in parties)),
        }
    return found


def party_credibility_of(factors: Mapping[str, float]) -> Credibility:
    """Weigh the signs of one deed's parties."""
    return load_table(TABLE, PARTY_FACTORS).weigh(factors)


def side_left_open(known: Credibility) -> _Field | None:
    """Return the side to leave open so that the other alone is believed; None where it is not.

    Of a side that stands alone nothing is left out, but whom a noun tells to have suffered a deed no one is told to
    have done did so ("the killing of sixty villagers"): of such the parties were right as often as of others.
    """
    signs, shares = dict(known.signs), load_table(TABLE, PARTY_FACTORS).weights
    heard: dict[_Field, float] = {field: _adds(side, signs, shares) for side, field in _SIDES if _is_told(side, signs)}
    if len(heard) < len(_SIDES):
        return "actors" if list(heard) == ["recipients"] and not signs["pronoun_recipient"] else None
    surer, open_side = sorted(heard, key=heard.__getitem__, reverse=True)
    start = load_table(TABLE, PARTY_FACTORS).start + shares["noun"] * signs["noun"]
    return open_side if share_of(start + heard[surer]) >= party_bar() else None


def _is_told(side: str, signs: Mapping[str, float]) -> bool:
    return any(signs[f"{name}_{side}"] for name in _OF_A_SIDE if name != "left_out")


def _adds(side: str, signs: Mapping[str, float], shares: Mapping[str, float]) -> float:
    return sum(shares[name] * signs[name] for name in (f"{sign}_{side}" for sign in _OF_A_SIDE))


def deed_bar() -> float:
    """Return how credible a deed must be for it to be coded with one side left open."""
    return load_table(TABLE, PARTY_FACTORS).bars["bar_deed"]


def party_bar() -> float:
    """Return how credible a deed's parties must be for it to be coded, in a text long enough to have a tenor."""
    return load_table(TABLE, PARTY_FACTORS).bars["bar"]
