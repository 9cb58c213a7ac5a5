"""What sets two claims apart: days, places, parts and kinds of things, and numbers that count other things."""

from __future__ import annotations

from collections.abc import Set
from math import inf

from vedette.grounding.timex.calendar import stretch
from vedette.model.gist import Amount, Gist
from vedette.reading.actor_nouns import load_actor_nouns


def may_be_one(here: Gist, there: Gist) -> bool:
    """Tell whether nothing sets the things apart that two claims speak of: days, places, or parts of them."""
    if are_apart(here, there):
        return False
    return not are_parted(here.qualities, there.qualities) and not are_of_other_kind(here, there)


def are_apart(here: Gist, there: Gist) -> bool:
    """Tell whether two claims speak of different days or places."""
    days = [{day for day in one.days if not day.endswith(":")} for one in (here, there)]
    if "until:" in here.days | there.days:
        days = [set(), set()]  # "extended until 30 June", "runs out on Friday": one end is told, and another
    if days[0] and days[1] and not days_meet(days[0], days[1]) and not _lasts(here, there) and not _lasts(there, here):
        return True
    return bool(here.sites and there.sites) and not sites_meet(here.sites, there.sites)


_STILL = "still:"


def _lasts(state: Gist, change: Gist) -> bool:
    """Tell whether a state lasts on a day after a change ("released on Friday", "*still* held on Saturday")."""
    return _STILL in state.days and max(state.days - asides_of(state) - {_STILL}) > max(change.days - asides_of(change))


def asides_of(one: Gist) -> set[str]:
    """Return the marks of how a time bounds what is told ("before:", "by:") among the days; "still:" bounds nothing."""
    return {day for day in one.days if day.endswith(":") and day != _STILL}


def days_meet(here: Set[str], there: Set[str]) -> bool:
    """Tell whether one day, week or month of one claim holds or cuts one of the other.

    Of "now", "recently" and "soon" nobody knows how far they reach: they meet any day.
    """
    return any(_times_meet(a, b) for a in here for b in there)


def _times_meet(one: str, other: str) -> bool:
    if one.endswith("_REF") or other.endswith("_REF") or one.startswith(other) or other.startswith(one):
        return True
    if "T" in one and "T" in other:
        return False  # two hours of one day
    ours, theirs = stretch(one), stretch(other)
    return ours is not None and theirs is not None and ours[0] <= theirs[1] and theirs[0] <= ours[1]


def sites_meet(here: frozenset[str], there: frozenset[str]) -> bool:
    """Tell whether one name ends another ("Adar", "Mount Adar"); "Old Parra" and "New Parra" are two."""
    return any(a == b or a.endswith(" " + b) or b.endswith(" " + a) for a in here for b in there)


def are_of_other_kind(here: Gist, there: Gist) -> bool:
    """Tell whether each claim tells one thing apart by words that the other lacks ("water plant", "power plant")."""
    things = {thing for thing, _ in here.kinds} & {thing for thing, _ in there.kinds}
    kinds = ((_kinds_of(thing, here), _kinds_of(thing, there)) for thing in things)
    return any(ours - theirs and theirs - ours for ours, theirs in kinds)


def _kinds_of(thing: str, one: Gist) -> set[str]:
    """Return all words that tell a thing apart: "the Luhayba salt works" has two."""
    return {kind for named, kind in one.kinds if named == thing}


ANOTHER = frozenset({"first", "second", "third", "fourth", "previous", "next", "following", "last", "earlier", "later"})
"""Words that tell one of several like things, times or attempts from the others."""
_PARTS = (
    frozenset({"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west"}),
    ANOTHER,
    frozenset({"old", "new", "upper", "lower", "inner", "outer"}),
    frozenset({"left", "right", "near", "far"}),
)


def are_parted(here: frozenset[str], there: frozenset[str]) -> bool:
    """Tell whether two claims single out different parts of a thing ("the eastern well", "the western well")."""
    return any(here & part and there & part and not here & there & part for part in _PARTS)


def count_one_thing(one: Amount, other: Amount) -> bool:
    """Tell whether two numbers may count the same: people of no other kind or state, or things of one name."""
    if one.kind and other.kind and one.kind != other.kind:
        return False
    generic = one.of in PERSONS or other.of in PERSONS
    if one.of != other.of and one.of in _SEXED and other.of in _SEXED:
        return False  # "nine men", "six women"
    if one.of != other.of and not (one.is_people and other.is_people and generic):
        return False
    told = one.qualities & _STATES, other.qualities & _STATES
    whose = [{quality for quality in side.qualities if quality.startswith(OWNED)} for side in (one, other)]
    return not any(ours and theirs and not ours & theirs for ours, theirs in (told, whose))


OWNED = "of:"
"""Begins the quality that tells whose the counted are: one army lost 105 of "its soldiers", another 71."""


PERSONS = frozenset({"people", "person", "life", "body", "man", "dead", "", "victim", "other", "of"})
"""What is counted where no more is told of whom."""
_EVERYBODY = frozenset({"people", "person"})
"""Words that count a whole, of which whoever is told more closely ("six soldiers") may be a part."""
_SEXED = frozenset({"man", "woman", "boy", "girl", "child"})
_STATES = frozenset({"dead", "wounded", "injured", "missing", "captured", "killed", "hurt"})


def cannot_both_be(one: Amount, other: Amount) -> bool:
    """Tell whether two numbers cannot both be right, if they are of the same."""
    return _least(one) > _most(other) or _least(other) > _most(one)


def are_at_odds(one: Amount, other: Amount) -> bool:
    """Tell whether two numbers cannot both be right; one of a part can, where it is no larger than the whole."""
    if _is_part(one, other):
        return _least(one) > _most(other)
    if _is_part(other, one):
        return _least(other) > _most(one)
    return cannot_both_be(one, other)


def _is_part(one: Amount, other: Amount) -> bool:
    """Tell whether a number is of a part of what the other counts: "six soldiers" of "nine people"."""
    return other.of in _EVERYBODY and one.of not in PERSONS


def _least(amount: Amount) -> float:
    return amount.low if amount.low is not None else 0.0


def _most(amount: Amount) -> float:
    return amount.high if amount.high is not None else inf


def tell_same_amounts(here: Gist, there: Gist) -> bool:
    """Tell whether two claims tell the same numbers."""
    return {(a.low, a.high) for a in here.amounts} == {(b.low, b.high) for b in there.amounts}


def share_an_amount(here: Gist, there: Gist) -> bool:
    """Tell whether two claims tell one number alike."""
    return bool({(a.low, a.high) for a in here.amounts} & {(b.low, b.high) for b in there.amounts})


ANYTHING_AT_ALL = frozenset({"nobody", "anybody", "anyone", "nothing", "anything", "none"})
"""Words for whatever there is."""
_ANYBODY = frozenset({"nobody", "anybody", "anyone", "him", "her", "he"})
ANYTHING = ANYTHING_AT_ALL | _ANYBODY | {"it", "them", "one", "such"}
"""Words that may stand for whatever the other claim names."""


def may_stand_for(words: frozenset[str], things: frozenset[str]) -> bool:
    """Tell whether a word may stand for the other's things; "anybody" is no gate."""
    if not words & ANYTHING:
        return False
    nouns = load_actor_nouns()
    is_people = any(thing in PERSONS or nouns.word(thing) is not None or thing[:1].isupper() for thing in things)
    return bool(words & (ANYTHING - _ANYBODY)) or is_people or "death" in things
