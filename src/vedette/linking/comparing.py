"""How a later claim stands to an earlier one, from their gists alone: the same within a report and across reports.

By what they are about, by polarity and by figures. Words that merely sound alike never link two claims, since a denial
sounds just like the claim it denies.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass
from types import MappingProxyType

from vedette.linking.matters import opposites
from vedette.model.claim import Relation
from vedette.model.gist import Amount, Gist
from vedette.reading.actor_nouns import load_actor_nouns

_ALIKE = 0.5
"""Share of matters two claims must have in common to say the same."""
_BODY_COUNT = frozenset({"death", "injury"})
_CONTRADICTED = frozenset({"asserts", "confirms", "accuses", "corrects", "denies", "promises"})


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
    is_same = _one_voice(here, there, same_report=same_report)
    if not same_report and not is_same and _answers_across(here, there):
        return Found("denies" if here.is_negative else "disputes", "link.answers@4")
    if here.mood == "duty" or later.stance not in _CONTRADICTED or earlier.stance not in _CONTRADICTED:
        return _alike(here, there, is_same) if later.stance == earlier.stance else None
    for rule in _RULES:
        found = rule(here, there, is_same)
        if found is not None and later.stance == "confirms" and found.rule.startswith(("link.doers", "link.opposites")):
            continue  # "admitted that its patrol had crossed the line"
        if found is not None:
            return found
    return None


def _answers_across(here: Gist, there: Gist) -> bool:
    """Tell whether a claim judges the words of another report: by whom they are and what they are about.

    Where no owner is told, the two must share a name and two matters.
    """
    answer = here.answer
    if answer is None or not answer.is_saying or there.answer is not None:
        return False
    if answer.owners and not answer.owners & _bare(there.voices):
        return False
    shared = answer.topic & there.words
    return bool(shared) if answer.owners else len(shared) >= 2 and bool(here.names & there.names)


def may_be_weighed(later: Held, earlier: Held, *, same_report: bool) -> bool:
    """Tell whether two claims that no rule links may be of one thing, so that the encoder is worth asking."""
    here, there = later.gist, earlier.gist
    if later.id == earlier.id or not (here.voices and there.voices and here.told and there.told):
        return False
    if later.stance not in _CONTRADICTED or earlier.stance not in _CONTRADICTED:
        return False
    if {"possible", "duty"} & {here.mood, there.mood} or _are_apart(here, there):
        return False
    if _parted(here.qualities, there.qualities):
        return False  # "the northern bank is ours", "the southern bank is"
    if _is_plainly_denied(here, there) or (here.amounts and there.amounts and not _tolls_clash(here, there)):
        return False  # which numbers can both be right, and what a "not" leaves open, rules know better
    return not _one_voice(here, there, same_report=same_report)


def _tolls_clash(here: Gist, there: Gist) -> bool:
    """Tell whether two numbers of people cannot both be right, if they are of one thing: the words must tell that."""
    if here.is_negative != there.is_negative or "loss" in here.focus | there.focus:
        return False
    return any(
        one.is_people and other.is_people and _same_thing(one, other) and _apart(one, other)
        for one in here.amounts
        for other in there.amounts
    )


def _is_plainly_denied(here: Gist, there: Gist) -> bool:
    """Tell whether one claim says with a "not" what the other says without: the rule of polarity has weighed it."""
    if here.is_negative == there.is_negative:
        return False
    return bool({here.predicate} & there.words or {there.predicate} & here.words)


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


def _one_voice(here: Gist, there: Gist, *, same_report: bool) -> bool:
    """Tell whether one voice speaks twice; a body may be taken up by its bare noun in the same report."""
    shared = {key for key in here.voices & there.voices if not key.startswith(("of:", "bare:", "called:"))}
    if not same_report:
        return any(not key.startswith("~") for key in shared) and not (here.is_nameless or there.is_nameless)
    if shared:
        return True
    nouns = {key[5:] for key in here.voices | there.voices if key.startswith("bare:")}
    both = [{key.partition(":")[2] for key in one.voices if key.startswith(("of:", "bare:"))} for one in (here, there)]
    return bool(both[0] & both[1] & nouns)


def _figures(here: Gist, there: Gist, is_same: bool) -> Found | None:
    """Another number of the same thing: revised by the same voice, disputed by another."""
    if not _one_matter(here, there) or here.is_negative or there.is_negative:
        return None
    if "loss" in here.focus | there.focus and not _bare(here.doers) & _bare(there.doers):
        return None  # each side tells its own losses
    shared = here.words & there.words
    for amount in here.amounts:
        for before in there.amounts:
            is_shared = len(shared) > 1 or (amount.of == before.of and amount.is_people)
            if not amount.kind and not before.kind and _of_two_doings(here, there):
                continue  # "a hundred workers were dismissed", "two hundred were hired"
            if not (amount.is_people and before.is_people) and not _of_one_doing(here, there):
                continue  # a hundred million "invested", seven hundred "paid in taxes"
            if not _is_counted_so(amount, before, here) or not _is_counted_so(before, amount, there):
                continue  # ten passengers "were aboard", one passenger "was injured"
            if is_shared and _same_thing(amount, before) and _apart(amount, before):
                return Found("revises" if is_same else "disputes", "link.figures@3", amount)
    return None


def _polarity(here: Gist, there: Gist, is_same: bool) -> Found | None:
    """One says that it is so, the other that it is not."""
    if here.is_negative == there.is_negative or here.answer is not None or there.answer is not None:
        return None
    if not _one_deed(here, there) or not (is_same or _same_doer(here, there)):
        return None
    if _asides(here) != _asides(there):
        return None  # "not before that day" tells of another time
    denied, told = (here, there) if here.is_negative else (there, here)
    if denied.circumstances - told.circumstances - told.words:
        return None  # "did not beat anybody in her presence" leaves it open whether they did elsewhere
    if is_same:
        return Found("revises", "link.polarity@3")
    return Found("denies" if here.is_negative else "disputes", "link.polarity@3")


def _involvement(here: Gist, there: Gist, is_same: bool) -> Found | None:
    """ "We had no part in it" answers whoever named us."""
    if is_same or not here.is_negative or "involvement" not in here.focus or there.is_negative:
        return None
    named = _bare(there.doers) | there.names
    return Found("denies", "link.involvement@2") if _bare(here.voices) & named else None


def _opposites(here: Gist, there: Gist, is_same: bool) -> Found | None:
    """Two predicates that exclude each other, of one thing."""
    if here.is_negative or there.is_negative or not _may_be_one(here, there):
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
    return Found("revises" if is_same else "disputes", "link.contrary@1" if is_plain else "link.opposites@2")


def _doers(here: Gist, there: Gist, is_same: bool) -> Found | None:
    """One deed, two doers: each side names the other, or claims the town for itself."""
    if here.is_negative or there.is_negative or "loss" in here.focus | there.focus or not _one_deed(here, there):
        return None
    if not here.predicate or here.predicate != there.predicate:
        held = "capture" in here.focus and "capture" in there.focus
        if not held or not ((here.words & there.words) - {"capture"} or here.sites & there.sites):
            return None  # "the palace is in our hands", "the station is in ours"
        if (here.words ^ there.words) & _PORTIONS:
            return None  # "most of the district is ours", "we hold two villages in the district"
    elif not here.things & there.things and len(here.words & there.words) < 2:
        return None  # "twelve rebels surrendered", "twelve soldiers surrendered": both may have
    ours, theirs = _who(here, there), _who(there, here)
    if not ours or not theirs or _bare(ours) & _bare(theirs):
        return None
    if _may_be_speaker(ours, here, theirs) or _may_be_speaker(theirs, there, ours):
        return None
    return Found("revises" if is_same else "disputes", "link.doers@3")


_PORTIONS = frozenset(
    """village quarter suburb outskirt half part third centre center neighbourhood neighborhood street block district
    side area""".split()
)
"""Words of parts of a place; whoever holds one need not hold the whole."""


def _of_two_doings(here: Gist, there: Gist) -> bool:
    """Tell whether two claims tell different doings by their predicates."""
    if not here.predicate or not there.predicate:
        return False
    return here.predicate not in there.words and there.predicate not in here.words


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
    matter = _KIND_MATTERS.get(other.kind)
    return matter is None or matter in one.words or bool(one.words & _TOLLS)


def _may_be_speaker(doers: frozenset[str], one: Gist, others: frozenset[str]) -> bool:
    """Tell whether a doer told by a mere noun ("the movement") may be the speaker himself, whom the other names."""
    is_open = all(
        doer.startswith("~") and doer.rpartition("-")[2].rpartition(":")[2].lstrip("~") in _OWN for doer in doers
    )
    return is_open and bool(_bare(one.voices) & _bare(others))


_OWN = frozenset({"movement", "group", "organisation", "organization", "party", "side", "front", "alliance", "militia"})
"""Nouns by which a spokesman tells of his own."""


def _moved(here: Gist, there: Gist, is_same: bool) -> Found | None:
    """What is planned is planned by the same voice for another day or place."""
    if not is_same or here.mood != "plan" or here.is_negative or there.is_negative:
        return None
    if here.predicate != there.predicate or here.focus != there.focus or _parted(here.qualities, there.qualities):
        return None
    apart = (here.days and there.days and not _overlap(here.days, there.days)) or (
        here.sites and there.sites and not _sites_meet(here.sites, there.sites)
    )
    shared = (here.words & there.words) | (here.doers & there.doers)
    return Found("revises", "link.moved@2") if apart and shared else None


def _alike(here: Gist, there: Gist, is_same: bool) -> Found | None:
    """The same thing said again, by the same voice or another."""
    if here.is_negative != there.is_negative or not _may_be_one(here, there):
        return None
    ours, theirs = _bare(here.doers), _bare(there.doers)
    if ours and theirs and not ours & theirs and not any(d.startswith("~") for d in (*here.doers, *there.doers)):
        return None
    shared, together = here.words & there.words, here.words | there.words
    enough = len(shared) >= 2 and len(shared) >= _ALIKE * len(together)
    if not enough or not here.focus & there.focus or not _same_amounts(here, there):
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
    return bool(shared) and bool(here.focus & there.words or there.focus & here.words) and _may_be_one(here, there)


def _one_deed(here: Gist, there: Gist) -> bool:
    """Tell whether two claims tell of one deed."""
    shared = here.focus & there.words
    if not shared or not there.focus & here.words or not _may_be_one(here, there):
        return False
    if not here.predicate or not there.predicate:
        # "There was no landing" denies one; of a mere noun phrase ("the growth") nobody knows what it states.
        is_stated = all(one.predicate or one.is_negative for one in (here, there))
        return is_stated or len(here.words & there.words) > 1
    if here.predicate in there.words or there.predicate in here.words:
        if here.things and there.things and not here.things & there.things:
            return _may_be_it(here.things, there.things) or _may_be_it(there.things, here.things)
        return True
    # One doer "had wrecked the mosque", "had not touched it"; "was towed" and "was not insured" are two matters.
    denied = here if here.is_negative else there
    if denied.predicate not in _WIDE:
        return False  # "had threatened the priest", "had not killed him"
    is_somebody = any(":" in doer for doer in denied.doers)  # no "order" that "did not cover" something
    is_of_one = bool(_bare(here.doers) & _bare(there.doers)) or (
        bool(here.doers and there.doers) and is_somebody and _speaks_of_own(here, there)
    )
    return is_of_one and bool(here.things & there.things)


_WIDE = frozenset(
    {"touch", "harm", "hurt", "damage", "attack", "target", "approach", "do", "use", "fire", "involvement"}
)
"""Predicates of which a denial rules out narrower deeds."""
_ANYBODY = frozenset({"nobody", "anybody", "anyone", "him", "her", "he"})
_ANYTHING = _ANYBODY | {"nothing", "anything", "none", "it", "them", "one", "such"}
"""Words that may stand for whatever the other claim names."""


def _may_be_it(words: frozenset[str], things: frozenset[str]) -> bool:
    """Tell whether a word may stand for the other's things; "anybody" is no gate."""
    if not words & _ANYTHING:
        return False
    nouns = load_actor_nouns()
    is_people = any(thing in _PERSONS or nouns.word(thing) is not None or thing[:1].isupper() for thing in things)
    return bool(words & (_ANYTHING - _ANYBODY)) or is_people or "death" in things


def _may_be_one(here: Gist, there: Gist) -> bool:
    """Tell whether nothing sets the things apart that two claims speak of: days, places, or parts of them."""
    if _are_apart(here, there):
        return False
    return not _parted(here.qualities, there.qualities) and not _of_other_kind(here, there)


def _are_apart(here: Gist, there: Gist) -> bool:
    """Tell whether two claims speak of different days or places."""
    days = [{day for day in one.days if not day.endswith(":")} for one in (here, there)]
    if days[0] and days[1] and not _overlap(days[0], days[1]):
        return True
    return bool(here.sites and there.sites) and not _sites_meet(here.sites, there.sites)


def _asides(one: Gist) -> set[str]:
    return {day for day in one.days if day.endswith(":")}


def _overlap(here: Set[str], there: Set[str]) -> bool:
    return any(a.startswith(b) or b.startswith(a) for a in here for b in there)


def _sites_meet(here: frozenset[str], there: frozenset[str]) -> bool:
    """Tell whether one name ends another ("Adar", "Mount Adar"); "Old Parra" and "New Parra" are two."""
    return any(a == b or a.endswith(" " + b) or b.endswith(" " + a) for a in here for b in there)


def _of_other_kind(here: Gist, there: Gist) -> bool:
    """Tell whether one thing is told apart by a word before it ("the water plant", "the power plant")."""
    things = {thing for thing, _ in here.kinds} & {thing for thing, _ in there.kinds}
    return any(not _kinds_of(thing, here) & _kinds_of(thing, there) for thing in things)


def _kinds_of(thing: str, one: Gist) -> set[str]:
    """Return all words that tell a thing apart: "the Luhayba salt works" has two."""
    return {kind for named, kind in one.kinds if named == thing}


_PARTS = (
    frozenset({"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west"}),
    frozenset({"first", "second", "third", "fourth", "previous", "next", "following", "last", "earlier", "later"}),
    frozenset({"old", "new", "upper", "lower", "inner", "outer"}),
    frozenset({"left", "right", "near", "far"}),
)


def _parted(here: frozenset[str], there: frozenset[str]) -> bool:
    """Tell whether two claims single out different parts of a thing ("the eastern well", "the western well")."""
    return any(here & part and there & part and not here & there & part for part in _PARTS)


def _same_thing(one: Amount, other: Amount) -> bool:
    if one.kind and other.kind and one.kind != other.kind:
        return False
    generic = one.of in _PERSONS or other.of in _PERSONS
    if one.of != other.of and not (one.is_people and other.is_people and generic):
        return False
    told = one.qualities & _STATES, other.qualities & _STATES
    return not (told[0] and told[1] and not told[0] & told[1])


_PERSONS = frozenset({"people", "person", "life", "body", "man", "dead", "", "victim", "other", "of"})
"""What is counted where no more is told of whom."""
_STATES = frozenset({"dead", "wounded", "injured", "missing", "captured", "killed", "hurt"})


def _apart(one: Amount, other: Amount) -> bool:
    """Tell whether two numbers cannot both be right."""
    low = max(one.low if one.low is not None else 0.0, other.low if other.low is not None else 0.0)
    high = min(one.high if one.high is not None else 1e12, other.high if other.high is not None else 1e12)
    return low > high


def _same_amounts(here: Gist, there: Gist) -> bool:
    return {(a.low, a.high) for a in here.amounts} == {(b.low, b.high) for b in there.amounts}


def _same_doer(here: Gist, there: Gist) -> bool:
    """Tell whether the deed may be of the same doers: they meet, one is not told, or told by a mere noun."""
    ours, theirs = _bare(here.doers), _bare(there.doers)
    if not ours or not theirs or ours & theirs or _speaks_of_own(here, there):
        return True
    if _are_two_bodies(ours, theirs):
        return False  # "the army had withdrawn", "the police had not"
    is_open = any(doer.startswith("~") for doer in (*here.doers, *there.doers))
    return is_open and len(here.words & there.words) >= (1 if (here.things | there.things) & _ANYTHING else 2)


def _are_two_bodies(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether doers are told by nouns of two kinds of forces: an army's men are no police and no rebels."""
    kinds = [{kind for doer in side if (kind := _force_of(doer)) is not None} for side in (ours, theirs)]
    return bool(kinds[0] and kinds[1] and not kinds[0] & kinds[1])


def _force_of(doer: str) -> str | None:
    noun = load_actor_nouns().word(doer.rpartition(":")[2].rpartition("-")[2])
    return noun.kind if noun is not None and noun.kind in ("military", "police", "armed_group") else None


def _bare(doers: frozenset[str]) -> frozenset[str]:
    return frozenset(doer.lstrip("~") for doer in doers)


def _speaks_of_own(here: Gist, there: Gist) -> bool:
    """Tell whether a speaker's own people are the doers the other names ("its officers", "the police")."""
    return bool(_bare(here.voices) & _bare(there.doers) or _bare(there.voices) & _bare(here.doers))


def _who(one: Gist, other: Gist) -> frozenset[str]:
    """Return who does it; where a town is taken or held and nobody is named, whoever says so."""
    if one.doers:
        return one.doers
    return one.voices if "capture" in one.focus else frozenset()
