"""How a later claim stands to an earlier one, from their gists alone: the same within a report and across reports.

By what they are about, by polarity and by figures. Words that merely sound alike never link two claims, since a denial
sounds just like the claim it denies.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from vedette.linking.apart import (
    ANOTHER,
    are_at_odds,
    are_parted,
    asides_of,
    count_one_thing,
    days_meet,
    may_be_one,
    may_stand_for,
    sites_meet,
    tell_same_amounts,
)
from vedette.linking.denials import FALLING, adds_something, denied_first, leaves_open
from vedette.linking.doers import (
    bare,
    denies_for_others,
    each_tells_of_own,
    may_be_same_doer,
    may_be_speaker,
    speaks_of_own,
    who_did,
)
from vedette.linking.matters import opposites
from vedette.model.claim import Relation
from vedette.model.gist import Amount, Gist

_ALIKE = 0.5
"""Share of matters two claims must have in common to say the same."""
CONTRADICTED = frozenset({"asserts", "confirms", "accuses", "corrects", "denies", "promises"})


@dataclass(frozen=True, slots=True)
class Held:
    """A claim as far as it is compared."""

    id: str
    stance: str
    attitude: str
    gist: Gist


@dataclass(frozen=True, slots=True)
class Found:
    """How the later claim stands to the earlier one, and the rule that says so."""

    relation: Relation
    rule: str
    amount: Amount | None = None
    """The figure in question; None where none is."""


def compared(later: Held, earlier: Held, *, same_report: bool) -> Found | None:
    """Return how a later claim stands to an earlier one, or None where they stand in no relation.

    same_report: whether unnamed speakers ("officials") called alike are the same people.
    """
    here, there = later.gist, earlier.gist
    if not here.voices or not there.voices or later.id == earlier.id:
        return None
    if here.mood != there.mood or here.mood == "possible":
        return None
    is_same = is_one_voice(here, there, same_report=same_report)
    if not same_report and not is_same and _answers_across(here, there):
        return Found("denies" if here.is_negative else "disputes", "link.answers@7")
    if here.mood == "duty" or later.stance not in CONTRADICTED or earlier.stance not in CONTRADICTED:
        return _alike(here, there, is_same) if later.stance == earlier.stance else None
    for rule in _RULES:
        found = rule(here, there, is_same)
        # Who "admitted that its patrol had crossed the line" is no other doer.
        is_conceded = later.stance == "confirms" and rule in (_doers, _opposites)
        if found is not None and not is_conceded:
            return found
    return _toll(here, there, is_same) if same_report else None


def _toll(here: Gist, there: Gist, is_same: bool) -> Found | None:
    """Another toll told without a word of what it is of: in one report it is of the deaths told there before."""
    if here.is_negative or there.is_negative or here.sites or not may_be_one(here, there):
        return None
    if here.predicate != "death" or here.words != {"death"} or "death" not in there.focus:
        return None
    for amount in here.amounts:
        for before in there.amounts:
            is_bare = not amount.of and before.is_people and before.kind in ("", "killed")
            if is_bare and count_one_thing(amount, before) and are_at_odds(amount, before):
                return Found("revises" if is_same else "disputes", "link.figures@7", amount)
    return None


def _answers_across(here: Gist, there: Gist) -> bool:
    """Tell whether a claim judges the words of another report: by whom they are and what they are about.

    Where no owner is told, the two must share two matters.
    """
    answer = here.answer
    if answer is None or not answer.is_saying or there.answer is not None:
        return False
    if answer.owners and not answer.owners & bare(there.voices):
        return False
    shared = answer.topic & there.words
    return bool(shared) if answer.owners else len(shared) >= 2


def is_one_voice(here: Gist, there: Gist, *, same_report: bool) -> bool:
    """Tell whether one voice speaks twice.

    A body may be taken up by its bare noun in the same report, a person by his title in another ("General Stahl", "the
    general").
    """
    shared = {
        key for key in here.voices & there.voices if not key.startswith(("of:", "bare:", "the:", "called:", "titled:"))
    }
    if not same_report:
        if _goes_by_title(here, there) or _goes_by_title(there, here):
            return True
        return any(not key.startswith("~") for key in shared) and not (here.is_nameless or there.is_nameless)
    if shared:
        return True
    nouns = {key[5:] for key in here.voices | there.voices if key.startswith("bare:")}
    both = [{key.partition(":")[2] for key in one.voices if key.startswith(("of:", "bare:"))} for one in (here, there)]
    return bool(both[0] & both[1] & nouns)


def _goes_by_title(one: Gist, other: Gist) -> bool:
    """Tell whether a speaker without a name is called by the title of the other's."""
    titles = {key.partition(":")[2] for key in other.voices if key.startswith("titled:")}
    return any(f"the:{title}" in one.voices for title in titles)


def _figures(here: Gist, there: Gist, is_same: bool) -> Found | None:
    """Another number of the same thing: revised by the same voice, disputed by another."""
    if not _one_matter(here, there) or here.is_negative or there.is_negative:
        return None
    if "loss" in here.focus | there.focus and not bare(here.doers) & bare(there.doers):
        return None  # each side tells its own losses
    if asides_of(here) != asides_of(there) or "by:" in asides_of(here):
        return None  # "wounded", "wounded since Monday"; "had voted by noon", "by six": counts that grow
    if not is_same and each_tells_of_own(here, there):
        return None  # one air force "had shot down 30 drones", the other "had shot down 12"
    shared = here.words & there.words
    for amount in here.amounts:
        for before in there.amounts:
            is_shared = len(shared) > 1 or (amount.of == before.of and amount.is_people)
            is_of_kind = amount.is_people and before.is_people and (amount.kind or before.kind)
            if not is_of_kind and not _of_one_doing(here, there):
                continue  # "a hundred were dismissed", "two hundred had gone on strike"; sums invested, paid in taxes
            if not _is_counted_so(amount, before, here) or not _is_counted_so(before, amount, there):
                continue  # ten passengers "were aboard", one passenger "was injured"
            if is_shared and count_one_thing(amount, before) and are_at_odds(amount, before):
                return Found("revises" if is_same else "disputes", "link.figures@7", amount)
    return None


def _polarity(here: Gist, there: Gist, is_same: bool) -> Found | None:
    """One says that it is so, the other that it is not."""
    if here.is_negative == there.is_negative or here.answer is not None or there.answer is not None:
        return None
    if not _one_deed(here, there) or not (is_same or may_be_same_doer(here, there)):
        return None
    denied, told = denied_first(here, there)
    if not is_same and (each_tells_of_own(here, there) or denies_for_others(denied, told)):
        return None
    if leaves_open(denied, told) or adds_something(denied, told):
        return None
    if denied.predicate and told.predicate and denied.predicate not in (told.predicate, *FALLING):
        return None  # "had resigned", "was not asked to resign"; "agreed to leave", "have not left"
    if (denied.qualities ^ told.qualities) & ANOTHER:
        return None  # "had won the match", "had not won the *first* one"
    if is_same:
        return Found("revises", "link.polarity@6")
    return Found("denies" if here.is_negative else "disputes", "link.polarity@6")


def _involvement(here: Gist, there: Gist, is_same: bool) -> Found | None:
    """ "We had no part in it" answers whoever names us, before or after.

    What is named after it must be of the same matter: the denial cannot have taken up what was not told yet.
    """
    denied, told = denied_first(here, there)
    if is_same or not denied.is_negative or "involvement" not in denied.focus or told.is_negative:
        return None
    is_named = bare(denied.voices) & (bare(told.doers) | told.names)
    is_of_own = bool(bare(denied.doers) & bare(told.doers)) and bool((denied.words & told.words) - {"involvement"})
    if not is_named and not is_of_own:
        return None  # "his embassy had no part in the escape" answers who names the embassy
    if denied is here:
        return Found("denies", "link.involvement@4")
    is_of_it = bool(denied.words & told.focus)
    return Found("disputes", "link.involvement@4") if is_of_it else None


def _opposites(here: Gist, there: Gist, is_same: bool) -> Found | None:
    """Two predicates that exclude each other, of one thing."""
    if here.is_negative or there.is_negative or not may_be_one(here, there):
        return None
    pairs = opposites()
    ours, theirs = here.focus | here.qualities, there.focus | there.qualities
    # A word that both have sets nobody apart: "the captives will go free", "would be set free".
    only = [(a, b) for a in ours - there.words for b in theirs - here.words if (a, b) in pairs]
    clash = {word for pair in only for word in pair}
    rest = (here.words & there.words) | (here.sites & there.sites) | (here.things & there.things)
    if not clash or not rest:
        return None
    # "The water is safe", "the water is unsafe": there is nothing else that the two could differ in.
    is_plain = here.words - clash == there.words - clash
    if not is_plain and ((here.focus - clash) - there.words or (there.focus - clash) - here.words):
        return None  # "the road is open", "the tunnel on the road is closed"
    if (here.qualities ^ there.qualities) - clash or (
        here.circumstances - there.words and there.circumstances - here.words
    ):
        return None  # "the talks had begun", "the first round had ended"; "open to walkers", "closed to lorries"
    return Found("revises" if is_same else "disputes", "link.contrary@1" if is_plain else "link.opposites@4")


def _doers(here: Gist, there: Gist, is_same: bool) -> Found | None:
    """One deed, two doers: each side names the other, or claims the town for itself."""
    if here.is_negative or there.is_negative or "loss" in here.focus | there.focus or not _one_deed(here, there):
        return None
    is_held = not here.predicate or here.predicate != there.predicate
    if not (_hold_one_place(here, there) if is_held else _do_one_thing(here, there)):
        return None
    ours, theirs = who_did(here), who_did(there)
    if not ours or not theirs or bare(ours) & bare(theirs):
        return None
    if may_be_speaker(ours, here, theirs) or may_be_speaker(theirs, there, ours):
        return None
    return Found("revises" if is_same else "disputes", "link.doers@5")


def _hold_one_place(here: Gist, there: Gist) -> bool:
    """Tell whether both claims tell who holds one place: the whole of it."""
    if not ("capture" in here.focus and "capture" in there.focus):
        return False
    if not ((here.words & there.words) - {"capture"} or here.sites & there.sites):
        return False  # "the palace is in our hands", "the station is in ours"
    if not here.sites & there.sites and (here.focus - there.words or there.focus - here.words):
        return False  # "the airport is in our hands", "the depot near the airport is in ours"
    # "Most of the district is ours", "we hold two villages in the district".
    return not (here.words ^ there.words) & _PORTIONS


def _do_one_thing(here: Gist, there: Gist) -> bool:
    """Tell whether what two claims tell with one predicate is done to one thing, as far as their nouns tell."""
    if not here.things & there.things and len(here.words & there.words) < 2:
        return False  # "twelve rebels surrendered", "twelve soldiers surrendered": both may have
    ours, theirs = here.focus & here.things, there.focus & there.things
    if ours and theirs and not ours & theirs:
        return False  # "freed the village", "freed the captives of the village"
    # The one "had shot down nine drones", the other "had shot down three".
    is_other_number = bool(here.amounts and there.amounts) and not tell_same_amounts(here, there)
    return not (is_other_number and each_tells_of_own(here, there))


_PORTIONS = frozenset(
    """village quarter suburb outskirt half part third centre center neighbourhood neighborhood street block district
    side area""".split()
)
"""Words of parts of a place; whoever holds one need not hold the whole."""


def _of_one_doing(here: Gist, there: Gist) -> bool:
    """Tell whether each claim tells of what the other's predicate means, as far as they have one."""
    return (not here.predicate or here.predicate in there.words) and (
        not there.predicate or there.predicate in here.words
    )


_KIND_MATTERS = MappingProxyType({"killed": "death", "injured": "injury"})


_TOLLS = frozenset({"toll", "figure", "number", "count", "tally", "casualty", "victim", "body", "lose", "loss"})


def _is_counted_so(amount: Amount, other: Amount, one: Gist) -> bool:
    """Tell whether an amount of no told kind may be of the other's: its claim tells of deaths where those are dead."""
    if amount.kind or not other.kind:
        return True
    return _KIND_MATTERS.get(other.kind, other.kind) in one.words or bool(one.words & _TOLLS)


def _moved(here: Gist, there: Gist, is_same: bool) -> Found | None:
    """What is planned is planned by the same voice for another day or place."""
    if not is_same or here.mood != "plan" or here.is_negative or there.is_negative:
        return None
    if here.predicate != there.predicate or here.focus != there.focus or are_parted(here.qualities, there.qualities):
        return None
    days = [{day for day in one.days if not day.endswith(":")} for one in (here, there)]
    apart = (days[0] and days[1] and asides_of(here) == asides_of(there) and not days_meet(*days)) or (
        here.sites and there.sites and not sites_meet(here.sites, there.sites)
    )
    shared = (here.words & there.words) | (here.doers & there.doers)
    return Found("revises", "link.moved@3") if apart and shared else None


def _alike(here: Gist, there: Gist, is_same: bool) -> Found | None:
    """The same thing said again, by the same voice or another."""
    if here.is_negative != there.is_negative or not may_be_one(here, there):
        return None
    ours, theirs = bare(here.doers), bare(there.doers)
    if ours and theirs and not ours & theirs and not any(d.startswith("~") for d in (*here.doers, *there.doers)):
        return None
    shared, together = here.words & there.words, here.words | there.words
    enough = len(shared) >= 2 and len(shared) >= _ALIKE * len(together)
    if not enough or not here.focus & there.focus or not tell_same_amounts(here, there):
        return None
    if is_same:
        return Found("repeats", "link.alike@2")
    return Found("agrees", "link.alike@2")


_RULES: tuple[Callable[[Gist, Gist, bool], Found | None], ...] = (
    _figures, _polarity, _involvement, _opposites, _doers, _moved, _alike,
)  # fmt: skip


def _one_matter(here: Gist, there: Gist) -> bool:
    """Tell whether two claims speak of one matter: predicate or thing alike, and nothing that sets them apart."""
    shared = here.words & there.words
    return bool(shared) and bool(here.focus & there.words or there.focus & here.words) and may_be_one(here, there)


def _one_deed(here: Gist, there: Gist) -> bool:
    """Tell whether two claims tell of one deed."""
    shared = here.focus & there.words
    if not shared or not there.focus & here.words or not may_be_one(here, there):
        return False
    things_meet = not (here.things and there.things) or bool(here.things & there.things)
    things_meet = things_meet or may_stand_for(here.things, there.things) or may_stand_for(there.things, here.things)
    if not here.predicate or not there.predicate:
        if not (here.predicate or there.predicate or things_meet):
            return False  # "used tear gas to disperse them", "used no live ammunition to disperse them"
        # "There was no landing" denies one; of a mere noun phrase ("the growth") nobody knows what it states.
        is_stated = all(one.predicate or one.is_negative for one in (here, there))
        return is_stated or len(here.words & there.words) > 1
    if here.predicate in there.words or there.predicate in here.words:
        return things_meet
    # One doer "had wrecked the mosque", "had not touched it"; "was towed" and "was not insured" are two matters.
    denied = here if here.is_negative else there
    if denied.predicate not in _WIDE:
        return False  # "had threatened the priest", "had not killed him"
    is_somebody = any(":" in doer for doer in denied.doers)  # no "order" that "did not cover" something
    is_of_one = bool(bare(here.doers) & bare(there.doers)) or (
        bool(here.doers and there.doers) and is_somebody and speaks_of_own(here, there)
    )
    return is_of_one and bool(here.things & there.things)


_WIDE = frozenset(
    {"touch", "harm", "hurt", "damage", "attack", "target", "approach", "do", "use", "fire", "involvement"}
)
"""Predicates of which a denial rules out narrower deeds."""
