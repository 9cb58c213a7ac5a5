"""What rules and the encoder of links make of two claims together."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from vedette.linking.apart import ANYTHING_AT_ALL
from vedette.linking.comparing import Found, Held
from vedette.linking.denials import denied_first, is_narrower, is_plainly_denied, judges_what_is_felt
from vedette.linking.doers import owns_up
from vedette.model.gist import Gist

if TYPE_CHECKING:
    from vedette.linking.weigher import ClashWeight

BELIEVED, ALIKE = 0.2, 0.9
"""Probability of a clash from which the encoder makes one of a lone pair where no rule does, and that of saying the
same from which it makes an agreement. These and those below were chosen on `dev`, `papers`, `desks`, `close` and
`wires` of `tests/gold/claim_links` together, on short reports and real ones."""
_DISBELIEVED = MappingProxyType(
    {"link.polarity": 0.3, "link.opposites": 0.6, "link.doers": 0.6, "link.figures": 0.6},
)
"""Probability of a clash below which the encoder takes back what a rule found. A plain "not" it knows less well than
rules do; two numbers, doers or opposites clash only where all else is the same, which it reads better."""
_PLAIN = 0.6
"""The first of these where one claim says with a "not" what the other says without, which mostly are of two things."""
_NARROW = 0.7
"""The same where besides the "not" tells of narrower circumstances ("was not beaten *in her presence*")."""
_OTHER_WORDS = 0.5
"""The same where the later claim denies something in other words: more than half of what is denied below that is
something else ("fired rubber bullets", "denied having used *live ammunition*")."""
_AFTER_A_NO = 0.6
"""The same where the earlier claim says what is not so and the later one what is, in other words: mostly they agree
("the village was never taken", "the flag had flown all week")."""
_TWO_DENIALS = 0.9
"""The same where both claims say what is not so: mostly each side denies the deed of its own."""
_CLEARER = 1.1
"""How many times as likely a clash must be as that both say the same, which the encoder tells apart less well."""
ACROSS = 2.0
"""How many pairs a pair of claims of two reports counts as one of: a number of its own, so that what is found does not
hang on what else a store holds."""
MOST_OPEN = 6
"""Pairs that no rule links up to which a report's are asked about: a longer report has hundreds for each clash."""


def settled(found: Found | None, weight: ClashWeight, later: Held, earlier: Held, among: float = 1.0) -> Found | None:
    """Return how two claims stand to each other: the encoder fills in for rules and takes back their conflicts.

    among: how many pairs of claims these are one of, from 1. The more pairs a report has, the fewer of them clash, so
    that the odds must be as many times better.
    """
    if found is not None:
        is_unlikely = may_be_taken_back(found) and weight.conflict < _DISBELIEVED[found.rule.partition("@")[0]]
        return None if is_unlikely and not _is_sure(found, later.gist, earlier.gist) else found
    is_denied = earlier.stance == "denies" and not later.gist.is_negative and weight.conflict > weight.same
    if (_concedes(later) or owns_up(later.gist, earlier.gist)) and not is_denied:
        # Whoever concedes or confirms something contradicts nothing but its denial; of one matter with it, he says
        # the same.
        is_of_it = weight.same + weight.conflict >= bar_among(BELIEVED, among)
        return Found("agrees", "link.weighed@1") if is_of_it else None
    least = bar_among(BELIEVED, among)
    if is_plainly_denied(later.gist, earlier.gist):
        is_narrow = is_narrower(*denied_first(later.gist, earlier.gist))
        least = max(least, _NARROW if is_narrow else _PLAIN)
    elif earlier.gist.is_negative:
        least = max(least, _TWO_DENIALS if later.gist.is_negative else _AFTER_A_NO)
    elif later.gist.is_negative:
        least = max(least, _OTHER_WORDS)
    if weight.conflict >= least and weight.conflict >= _CLEARER * weight.same:
        return Found("denies" if _says_no(later.gist) else "disputes", "link.weighed@1")
    is_same = weight.same >= bar_among(ALIKE, among)
    return Found("agrees", "link.weighed@1") if is_same else None


def _is_sure(found: Found, here: Gist, there: Gist) -> bool:
    """Tell whether a "not" stands whatever the encoder makes of it.

    One of what is only felt ("there was no threat"), which it takes for no clash, and one of anybody or anything at all
    ("nobody had been arrested", "not one stone", "not any attack"), so of whoever and whatever is told too.
    """
    if not found.rule.startswith("link.polarity"):
        return False
    denied, told = denied_first(here, there)
    is_of_all = bool(denied.things & ANYTHING_AT_ALL) or _OF_ALL.search(denied.told) is not None
    return judges_what_is_felt(denied, told) or is_of_all


_OF_ALL = re.compile(
    r"\bnot one\b|\bnot a single\b|(?:\bnot|n['’]t|\bnever|\bnor|\bdenied:.{0,40})\b.{0,25}\bany\b", re.IGNORECASE
)


_NO = re.compile(r"\b(?:not|no(?! longer)|never|nobody|none|nothing(?! else)|neither|cannot)\b|n['’]t\b", re.IGNORECASE)
_INSTEAD = re.compile(r"\b(?:but|only|rather|instead|more than|fewer than|less than)\b", re.IGNORECASE)
"""Words by which a "not" only makes room for something else ("not by us *but* by them")."""
_RELATIVE = re.compile(r"\b(?:who|which|whose)\b[^,;.]*", re.IGNORECASE)


_YES = re.compile(r"(?:\W*(?:yes|it is true|true)|.{,60}[,.!?] yes)\b", re.IGNORECASE)


def _concedes(later: Held) -> bool:
    """Tell whether a claim concedes or confirms: by its cue, or by a "yes" at its beginning or soon behind it."""
    return later.stance == "confirms" or _YES.match(later.gist.told.partition(": ")[2]) is not None


def _says_no(gist: Gist) -> bool:
    """Tell whether a claim says that something is not so, in whichever of its main clauses."""
    said = _RELATIVE.sub("", gist.told.partition(": ")[2]).removeprefix("But ")
    return gist.is_negative or bool(_NO.search(said) and not _INSTEAD.search(said))


def may_be_taken_back(found: Found) -> bool:
    """Tell whether the encoder may take back what a rule found: a conflict of predicates, doers, numbers or by a "not".

    What an answer is to the encoder cannot see.
    """
    return found.relation in ("denies", "disputes") and found.rule.partition("@")[0] in _DISBELIEVED


def bar_among(bar: float, among: float) -> float:
    """Return the probability that one of some pairs must have where a lone one must have `bar`, from 0 to 1."""
    odds = bar / (1 - bar) * max(1.0, among)
    return odds / (1 + odds)
