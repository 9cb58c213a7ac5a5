"""Which pairs of claims that no rule links are worth asking the encoder about, and which of those come first."""

from __future__ import annotations

import re

from vedette.linking.apart import (
    ANYTHING,
    are_apart,
    are_of_other_kind,
    are_parted,
    cannot_both_be,
    count_one_thing,
    may_stand_for,
    tell_same_amounts,
)
from vedette.linking.comparing import CONTRADICTED, Held, is_one_voice
from vedette.linking.denials import (
    denied_first,
    is_of_earlier_time,
    is_of_intent,
    is_of_other_victims,
    is_of_something_else,
    is_plainly_denied,
)
from vedette.linking.doers import bare, denies_for_others, each_tells_of_own
from vedette.model.gist import Amount, Gist


def may_be_weighed(later: Held, earlier: Held, *, same_report: bool) -> bool:
    """Tell whether two claims that no rule links may be of one thing, so that the encoder is worth asking."""
    here, there = later.gist, earlier.gist
    if later.id == earlier.id or not (here.voices and there.voices and here.told and there.told):
        return False
    if not {later.stance, earlier.stance} <= CONTRADICTED or {"possible", "duty"} & {here.mood, there.mood}:
        return False
    if are_apart(here, there) or are_parted(here.qualities, there.qualities):
        return False  # "the northern bank is ours", "the southern bank is"
    if here.is_negative != there.is_negative and _is_left_open(*denied_first(here, there)):
        return False
    if _says_no_more(here, there) or _says_no_more(there, here) or _was_repelled(here, there):
        return False
    if _is_only_planned(here, there):
        return False
    if _tells_of_rest(here, there) or _tells_of_rest(there, here) or _is_over(here, there) or _is_over(there, here):
        return False
    return _may_count_one_thing(here, there) and not is_one_voice(here, there, same_report=same_report)


def _is_left_open(denied: Gist, told: Gist) -> bool:
    """Tell whether a "not" leaves it open whether what the other claim tells is so, as far as rules know."""
    if denied.mood != told.mood or is_of_earlier_time(denied, told) or denies_for_others(denied, told):
        return True  # "ordered them to be felled", "not one has been felled"
    if is_of_other_victims(denied, told) or is_of_intent(denied, told):
        return True
    if not is_plainly_denied(denied, told):
        return False
    if denied.things & ANYTHING and told.things and not may_stand_for(denied.things, told.things):
        return True
    is_else = is_of_something_else(denied, told) or are_of_other_kind(denied, told)
    return is_else or each_tells_of_own(denied, told)


def _says_no_more(one: Gist, other: Gist) -> bool:
    """Tell whether a claim says nothing that the other does not: "he was poisoned", "he was poisoned with arsenic"."""
    if one.is_negative or other.is_negative or not one.predicate or one.predicate != other.predicate:
        return False
    ours, theirs = bare(one.doers), bare(other.doers)
    is_other_doing = bool(ours and theirs and not ours & theirs)
    has_own_number = bool(one.amounts) and not tell_same_amounts(one, other)
    return not (is_other_doing or has_own_number) and one.words <= other.words and one.sites <= other.sites


_REPELLED = re.compile(
    r"\b(?:repell?\w*|repuls\w+|foil\w*|ward\w* off|(?:beat\w*|fought|fight\w*|held|hold\w*|driv\w+|drove) off"
    r"|(?:thr[eo]wn?|driven|drove|pushed|beaten|beat) back)\b",
    re.IGNORECASE,
)
"""Says of an attack that it failed."""


def _was_repelled(here: Gist, there: Gist) -> bool:
    """Tell whether the one says that there was an attack and the other that it failed: both may be right.

    Unless the attackers say what they won by it.
    """
    for one, other in ((here, there), (there, here)):
        is_attack = "attack" in one.words & other.words and "capture" not in one.words
        if is_attack and _REPELLED.search(other.told) and not _REPELLED.search(one.told):
            return True
    return False


def _is_only_planned(later: Gist, earlier: Gist) -> bool:
    """Tell whether what is still to be contradicts nothing that is: "our flag is on the hall", "another *will be*".

    The end of what lasts ("until June", "will run out on Friday") is to come for both.
    """
    is_to_be = later.mood == "plan" and earlier.mood == "fact" and "until:" not in earlier.days
    return is_to_be and not (later.is_negative or earlier.is_negative)


_MOST = re.compile(r"\b(?:(?:al)?most|much|parts?) of\b", re.IGNORECASE)
_A_PART = re.compile(r"\b(?:quarter|district|suburb|outskirt|neighbou?rhood|block|street|bank|side)s?\b")


def _tells_of_rest(one: Gist, other: Gist) -> bool:
    """Tell whether the other tells of a part, the one of most: "holds *most of* the town", "the mill *quarter*"."""
    return bool(_MOST.search(one.told) and _A_PART.search(other.told)) and not _MOST.search(other.told)


_NO_LONGER = re.compile(r"\b(?:no longer|not any (?:more|longer))\b", re.IGNORECASE)


def _is_over(one: Gist, other: Gist) -> bool:
    """Tell whether the one says that something holds "no longer", the other that it held on some day."""
    is_dated = any(not day.endswith(":") for day in other.days)
    return is_dated and bool(_NO_LONGER.search(one.told)) and not _NO_LONGER.search(other.told)


def _may_count_one_thing(here: Gist, there: Gist) -> bool:
    """Tell whether no numbers set two claims apart; which of them can both be right, rules know better."""
    ours, theirs = _counts(here, there), _counts(there, here)
    if here.is_negative != there.is_negative or not (ours and theirs):
        return True
    has_losses = "loss" in here.focus | there.focus  # each side's own
    return _count_the_same(ours, theirs) or (not has_losses and _numbers_clash(ours, theirs))


def _counts(one: Gist, other: Gist) -> tuple[Amount, ...]:
    """Return the amounts of a claim that count something: no mere "one side", no length of time told there alone.

    Nor a bare number beside people who are told ("forty residents died, *three* of them in one house").
    """
    lengths = any(amount.of == "duration" for amount in other.amounts)
    are_told = any(amount.of and amount.is_people for amount in one.amounts)
    return tuple(
        amount
        for amount in one.amounts
        if (amount.low, amount.high) != (1, 1) and (lengths or amount.of != "duration") and (amount.of or not are_told)
    )


def _count_the_same(ours: tuple[Amount, ...], theirs: tuple[Amount, ...]) -> bool:
    """Tell whether both tell one number, and of the same ("twelve men had been shot", "all twelve died of thirst")."""
    return any(
        (one.low, one.high) == (other.low, other.high) and count_one_thing(one, other)
        for one in ours
        for other in theirs
    )


def _numbers_clash(ours: tuple[Amount, ...], theirs: tuple[Amount, ...]) -> bool:
    """Tell whether two numbers cannot both be right, if they are of one thing: the words must tell that."""
    return any(
        ((one.is_people and other.is_people) or one.of == other.of)
        and count_one_thing(one, other)
        and cannot_both_be(one, other)
        for one in ours
        for other in theirs
    )


def shared_words(later: Held, earlier: Held) -> float:
    """Return the share of the content words of the one with fewer that the other has too."""
    here, there = later.gist.words, earlier.gist.words
    return len(here & there) / max(1, min(len(here), len(there)))


def closeness(later: Held, earlier: Held) -> float:
    """Return how much two claims have in common, from 0 to 3: content words, those named, places."""
    here, there = later.gist, earlier.gist
    words = shared_words(later, earlier)
    named = bool((here.names | here.doers | here.voices) & (there.names | there.doers | there.voices))
    return words + named + bool(here.sites & there.sites)
