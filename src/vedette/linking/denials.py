"""What a "not" denies and what it leaves open: all that another claim tells, a part of it, or something else."""

from __future__ import annotations

from vedette.attribution.said_things import SAID_THINGS
from vedette.linking.apart import asides_of, share_an_amount
from vedette.linking.circumstances import HOW, SET_APART, TAKEN_UP
from vedette.linking.doers import bare
from vedette.model.gist import Gist

FELT = frozenset({"danger"})
"""Matters of what is feared rather than said ("called the concern unwarranted")."""


def is_plainly_denied(here: Gist, there: Gist) -> bool:
    """Tell whether one claim says with a "not" what the other says without: in nearly the same words."""
    if here.is_negative == there.is_negative:
        return False
    return bool({here.predicate} & there.words or {there.predicate} & here.words)


def judges_what_is_felt(denied: Gist, told: Gist) -> bool:
    """Tell whether a "not" denies only what is felt ("there was no threat"), as a whole."""
    return not denied.predicate and bool(denied.focus & told.focus & FELT)


def denied_first(here: Gist, there: Gist) -> tuple[Gist, Gist]:
    """Return two claims of which one is negative, that one first."""
    return (here, there) if here.is_negative else (there, here)


def leaves_open(denied: Gist, told: Gist) -> bool:
    """Tell whether a "not" denies so narrowly that what the other claim tells may be true all the same."""
    return is_of_something_else(denied, told) or is_narrower(denied, told)


def is_of_something_else(denied: Gist, told: Gist) -> bool:
    """Tell whether a "not" is of another time or number than what the other claim tells, or of the whole of it."""
    if asides_of(denied) - asides_of(told):
        return True  # "not before that day"
    if denied.circumstances & SET_APART - told.circumstances:
        return True  # "by day", "not by night"; "not all ports"
    if any(one.startswith(HOW) for one in _narrowing(denied, told)):
        return True  # "entered", "had not entered armed"
    # "Fell below nine per cent", "did not fall below eight".
    return bool(denied.amounts and told.amounts) and not share_an_amount(denied, told)


def is_of_earlier_time(denied: Gist, told: Gist) -> bool:
    """Tell whether a "not" is only of a time before another ("not before dawn", "had not arrived by evening")."""
    return bool({"before:", "by:"} & (asides_of(denied) - asides_of(told)))


def is_narrower(denied: Gist, told: Gist) -> bool:
    """Tell whether a "not" is of circumstances that the other claim does not tell.

    "Did not beat anybody in her presence" leaves it open whether they did elsewhere.
    """
    return len(_narrowing(denied, told)) > (TAKEN_UP in told.circumstances)


def adds_something(denied: Gist, told: Gist) -> bool:
    """Tell whether a "not" is of more than the other claim tells: "joined the strike", "no *headteacher* joined it".

    What it adds may be what makes it true: whom, where, how, why. What every account may name is nothing more, nor are
    the doers both tell of.
    """
    if judges_what_is_felt(denied, told):
        return False  # "causes some alarm", "saw no threat to any neighbour": what is feared is judged as a whole
    doers = bare(denied.doers) & bare(told.doers)
    more = denied.words - told.words - _NOTHING_MORE - SAID_THINGS
    return any(not any(word[:_STEM] in doer for doer in doers) for word in more)


FALLING = ("fall", "lose", "loss")
"""Predicates that tell a deed as what becomes of whom it is done to: a town is captured, it "falls"."""
_NOTHING_MORE = frozenset({"none", "man", "place", "kind", "unit", "word", "death", "involvement", *FALLING})
"""Matters that a denial may name though what it denies does not ("none of its *units*", "*word* of a surrender")."""
_STEM = 5
"""Letters by which a noun is known again in the id of a doer ("rebel", "x:rebels")."""


def _narrowing(denied: Gist, told: Gist) -> set[str]:
    own = denied.circumstances - told.circumstances - {TAKEN_UP}
    return {one for one in own if one.removeprefix(HOW) not in told.words}
