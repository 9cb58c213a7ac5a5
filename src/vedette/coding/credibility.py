"""How far a reading is to be believed: what lexicon and encoder say, who has part in it, and what the report is about.

News of sport, science, courts and private life is full of the words of politics. One sentence often cannot tell; the
report can: where nearly all its predicates are no events to the encoder, a single one seldom is (its *tenor*). The
shares of these signs were fitted (logistic regression) to events of open corpora judged right or wrong by hand;
`tools/fit_credibility.py` makes them anew, and the table beside this file holds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vedette.coding.matching import Candidate
from vedette.coding.parties import is_body
from vedette.coding.roles import Roles
from vedette.coding.typer import NONE, Weighed
from vedette.coding.weights import Credibility, load_table, log_odds
from vedette.reading import Reading

TABLE = "credibility.toml"
FACTORS = (
    "encoder_type", "encoder_nothing", "weight", "learned", "specificity", "tenor", "tenor_near", "public_actor",
    "public_recipient", "actor", "recipient", "unknown_actor", "noun",
)  # fmt: skip
_USUAL = 0.42
"""Share of predicates that are no events in the judged reports: held of a text before anything of it is read."""
_FIRM = 8
"""Predicates that weigh as much as what is usual; a text of one sentence has little tenor of its own."""
_FIRM_NEAR = 3
_ENOUGH = 14
"""Predicates from which on a text has a tenor: four or five sentences."""
_REACH = 3
"""Sentences before and after that count as near."""


@dataclass(frozen=True, slots=True)
class Tenor:
    """What a report is about: how much of it the encoder takes for no event of politics."""

    whole: float
    """Share in [0, 1]."""
    near: Mapping[int, float]
    """Sentence's index → share of the sentences round it."""
    predicates: int
    """How many were heard: a text of a sentence or two has no tenor of its own."""

    @property
    def is_slight(self) -> bool:
        """Whether the text is too short to have one."""
        return self.predicates < _ENOUGH

    def at(self, sentence: int) -> float:
        """Return the share round one sentence."""
        return self.near.get(sentence, self.whole)


@dataclass(frozen=True, slots=True)
class Heard:
    """What the encoder makes of one report."""

    weighed: Mapping[int, Weighed]
    """By the index of the predicate's word; empty where there is no encoder."""
    tenor: Tenor | None
    """None where there is no encoder."""

    def at(self, i: int) -> Weighed | None:
        """Return what it makes of one word; None where it was not asked."""
        return self.weighed.get(i)


NOT_HEARD = Heard({}, None)


def tenor_of(reading: Reading, weighed: Mapping[int, Weighed]) -> Tenor:
    """Return a report's tenor from what the encoder makes of its predicates, by token index."""
    sums: dict[int, tuple[float, int]] = {}
    for i, said in weighed.items():
        index = reading.tokens[i].sent.index
        total, number = sums.get(index, (0.0, 0))
        sums[index] = (total + said.of(NONE), number + 1)
    whole = _shrunk(sums.values(), _USUAL, _FIRM)
    near = {
        index: _shrunk(
            (sums[k] for k in range(index - _REACH, index + _REACH + 1) if k in sums and k != index), whole, _FIRM_NEAR
        )
        for index in sums
    }
    return Tenor(whole, near, len(weighed))


def _shrunk(sums: Iterable[tuple[float, int]], usual: float, firm: int) -> float:
    total, number = usual * firm, float(firm)
    for part, n in sums:
        total, number = total + part, number + n
    return total / number


def factors_of(candidate: Candidate, roles: Roles, said: Weighed, tenor: Tenor) -> dict[str, float]:
    """Return the signs of one reading, by the names of `FACTORS`."""
    trigger = candidate.trigger
    return {
        "encoder_type": log_odds(said.of(trigger.event_type)),
        "encoder_nothing": log_odds(said.of(NONE)),
        "weight": 0.5 if trigger.learned else trigger.weight,
        "learned": float(trigger.learned),
        "specificity": min(trigger.specificity, 3) / 3,
        "tenor": log_odds(tenor.whole),
        "tenor_near": log_odds(tenor.at(candidate.token.sent.index)),
        "public_actor": float(any(map(is_body, roles.actors))),
        "public_recipient": float(any(map(is_body, roles.recipients))),
        "actor": float(bool(roles.actors)),
        "recipient": float(bool(roles.recipients)),
        "unknown_actor": float(any(party.actor.id.startswith("x:") for party in roles.actors)),
        "noun": float(trigger.word_class == "noun"),
    }


def credibility_of(factors: Mapping[str, float]) -> Credibility:
    """Weigh the signs of one reading."""
    return load_table(TABLE, FACTORS).weigh(factors)


def bar_of(tenor: Tenor) -> float:
    """Return how credible the readings of one text must be to be coded."""
    return load_table(TABLE, FACTORS).bars["bar_short" if tenor.is_slight else "bar"]
