"""What rules and the encoder of links make of two claims together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.linking.comparing import Found, Held

if TYPE_CHECKING:
    from vedette.linking.weigher import ClashWeight

BELIEVED, DISBELIEVED, ALIKE = 0.4, 0.05, 0.9
"""Probability of a clash from which the encoder makes one of a lone pair where no rule does, and below which it takes
one back; and that of saying the same from which it makes an agreement. Chosen on the development half of
`tests/gold/claim_links`."""
ACROSS = 2.0
"""How many pairs a pair of claims of two reports counts as one of: a number of its own, so that what is found does not
hang on what else a store holds."""
MOST_OPEN = 4
"""Pairs that no rule links up to which a report's are asked about: a longer report has hundreds for each clash."""


def settled(found: Found | None, weight: ClashWeight, later: Held, among: float = 1.0) -> Found | None:
    """Return how two claims stand to each other: the encoder fills in for rules and takes back their conflicts.

    among: how many pairs of claims these are one of, from 1. A report seldom holds more than one clash that no rule
    finds, however many pairs of claims it has, so that the odds must be better by as much.
    """
    if found is not None:
        return None if may_be_taken_back(found) and weight.conflict < DISBELIEVED else found
    if weight.conflict >= bar_among(BELIEVED, among):
        return Found("denies" if later.gist.is_negative else "disputes", "link.weighed@1")
    return Found("agrees", "link.weighed@1") if weight.same >= bar_among(ALIKE, among) else None


def may_be_taken_back(found: Found) -> bool:
    """Tell whether the encoder may take back what a rule found: a conflict of two predicates or of two doers.

    Numbers and a plain "not" a rule knows better, and what an answer is to, the encoder cannot see.
    """
    return found.relation in ("denies", "disputes") and found.rule.startswith(("link.opposites", "link.doers"))


def bar_among(bar: float, among: float) -> float:
    """Return the probability that asks of one of many pairs what `bar` asks of a lone one, from 0 to 1."""
    odds = bar / (1 - bar) * max(1.0, among)
    return odds / (1 + odds)
