"""What a "not" denies and what it leaves open: all that another claim tells, a part of it, or something else."""

from __future__ import annotations

from vedette.attribution.said_things import SAID_THINGS
from vedette.linking.apart import PERSONS, asides_of, count_one_thing, share_an_amount
from vedette.linking.circumstances import HOW, SET_APART, TAKEN_UP
from vedette.linking.doers import bare
from vedette.model.gist import Gist
from vedette.reading.actor_nouns import load_actor_nouns

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
    return _tell_of_one_kind(denied, told) and not share_an_amount(denied, told)


def _tell_of_one_kind(denied: Gist, told: Gist) -> bool:
    """Tell whether two claims have numbers of one kind of thing: "two engineers" are no "300,000 dollars".

    A bare number in what denies all of them is of others ("no inmate had died, and *the four* in hospital …").
    """
    denies_all = bool(denied.circumstances & _victims(denied))
    return any(
        count_one_thing(one, other) for one in denied.amounts for other in told.amounts if one.of or not denies_all
    )


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
_NOTHING_MORE = frozenset({"none", "man", "place", "kind", "unit", "word", "death", "involvement", "true", *FALLING})
"""Matters that a denial may name though what it denies does not ("none of its *units*", "*word* of a surrender")."""
_STEM = 5
"""Letters by which a noun is known again in the id of a doer ("rebel", "x:rebels")."""


def is_of_intent(denied: Gist, told: Gist) -> bool:
    """Tell whether a "not" is only of how a deed was meant: "bombed it", "had not *deliberately* targeted it"."""
    meant = {HOW + adverb for adverb in _MEANT}
    return bool(denied.circumstances & meant - told.circumstances)


_MEANT = ("deliberately", "intentionally", "purposely", "purposefully", "knowingly", "wilfully", "directly")


def is_of_other_victims(denied: Gist, told: Gist) -> bool:
    """Tell whether a denial of harm is of others than those told: of one group, of civilians, of the merely hurt.

    "Twelve people were killed", "none of *its staff* was"; "nineteen *soldiers* were", "no *civilian* was"; "thirty
    were *hurt*", "nobody had *died*".
    """
    if not denied.words & _HARM or denied.things & _ANYBODY:
        return False
    if not denied.words & told.words & _HARM:
        return "death" in denied.words and "injury" in told.words
    ours = {kind for word in _victims(denied) - told.words if (kind := _kind_of(word)) is not None}
    named = {amount.of for amount in told.amounts if amount.is_people}
    if not ours or not named or named & denied.words:
        return False
    if named <= PERSONS:
        return True
    theirs = {kind for word in named if (kind := _kind_of(word)) is not None}
    return bool(theirs) and not theirs & ours and bool(_UNDER_ARMS & (theirs ^ ours))


def _victims(denied: Gist) -> frozenset[str]:
    """Return nouns of those who were not harmed: "no *sailor* was killed", "no *sailor* lost his life"."""
    lost = denied.doers if denied.predicate == "lose" else frozenset()
    return denied.things | {doer.rpartition(":")[2] for doer in lost}


def _kind_of(noun: str) -> str | None:
    row = load_actor_nouns().word(noun)
    return row.kind if row is not None else None


_HARM = frozenset({"death", "injury"})
_ANYBODY = frozenset({"nobody", "anybody", "anyone"})
_UNDER_ARMS = frozenset({"military", "police", "armed_group"})


def _narrowing(denied: Gist, told: Gist) -> set[str]:
    own = denied.circumstances - told.circumstances - {TAKEN_UP}
    return {one for one in own if one.removeprefix(HOW) not in told.words}
