"""Whose deed two claims tell of: whether it may be the same people's, and whether a speaker tells of his own."""

from __future__ import annotations

from vedette.linking.apart import ANYTHING
from vedette.model.gist import Gist
from vedette.reading.actor_nouns import load_actor_nouns


def may_be_speaker(doers: frozenset[str], one: Gist, others: frozenset[str]) -> bool:
    """Tell whether a doer told by a mere noun ("the movement") may be the speaker himself, whom the other names."""
    is_open = all(
        doer.startswith("~") and doer.rpartition("-")[2].rpartition(":")[2].lstrip("~") in _OWN for doer in doers
    )
    return is_open and bool(bare(one.voices) & bare(others))


_OWN = frozenset({"movement", "group", "organisation", "organization", "party", "side", "front", "alliance", "militia"})
"""Nouns by which a spokesman tells of his own."""


def may_be_same_doer(here: Gist, there: Gist) -> bool:
    """Tell whether the deed may be of the same doers: they meet, one is not told, or told by a mere noun."""
    ours, theirs = bare(here.doers), bare(there.doers)
    if not ours or not theirs or ours & theirs or speaks_of_own(here, there):
        return True
    if _are_two_bodies(ours, theirs):
        return False  # "the army had withdrawn", "the police had not"
    is_open = any(doer.startswith("~") for doer in (*here.doers, *there.doers))
    return is_open and len(here.words & there.words) >= (1 if (here.things | there.things) & ANYTHING else 2)


def _are_two_bodies(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether doers are told by nouns of two kinds of forces: an army's men are no police and no rebels."""
    kinds = [{kind for doer in side if (kind := _force_of(doer)) is not None} for side in (ours, theirs)]
    return bool(kinds[0] and kinds[1] and not kinds[0] & kinds[1])


def _force_of(doer: str) -> str | None:
    noun = load_actor_nouns().word(doer.rpartition(":")[2].rpartition("-")[2])
    return noun.kind if noun is not None and noun.kind in ("military", "police", "armed_group") else None


def bare(doers: frozenset[str]) -> frozenset[str]:
    """Return doers or voices without the mark of mere nouns."""
    return frozenset(doer.lstrip("~") for doer in doers)


def speaks_of_own(here: Gist, there: Gist) -> bool:
    """Tell whether a speaker's own people are the doers the other names ("its officers", "the police")."""
    return bool(bare(here.voices) & bare(there.doers) or bare(there.voices) & bare(here.doers))


def denies_for_others(denied: Gist, told: Gist) -> bool:
    """Tell whether who denies a deed of his own is another than who did it: "the Tolari delegation", "the Emben one".

    His own body's noun, told of somebody whom no name of his own fits.
    """
    keys = bare(denied.voices) | bare(denied.doers)
    if not bare(denied.doers) & bare(denied.voices) or bare(told.doers) & keys:
        return False
    named = [of_whom for noun, of_whom in told.kinds if f"of:{noun}" in denied.voices]
    return bool(named) and bool(told.doers) and not any(of_whom[:5] in key for of_whom in named for key in keys)


def each_tells_of_own(here: Gist, there: Gist) -> bool:
    """Tell whether each speaker tells of his own people's deed: "we rescued forty", "our boats had rescued nobody".

    Not where the one names the other ("we met the envoy"): then both tell of one deed.
    """
    return _tells_of_own(here, there) and _tells_of_own(there, here)


def _tells_of_own(one: Gist, other: Gist) -> bool:
    own, others = bare(one.doers) & bare(one.voices), bare(other.voices) | bare(other.doers)
    called = {key.rpartition(":")[2].rpartition("-")[2] for key in others}
    return bool(own) and not bare(one.doers) & others and not one.names & others and not one.words & called


def owns_up(later: Gist, earlier: Gist) -> bool:
    """Tell whether a speaker tells a deed of his own that the earlier claim says he did: "our men placed the bomb".

    To the same thing, as far as both name one: "its guns had fired on a depot" owns up to no shelling of the school.
    """
    own = bare(later.doers) & bare(later.voices)
    if later.is_negative or earlier.is_negative or not own & bare(earlier.doers) or own & bare(earlier.voices):
        return False
    return bool(later.things & earlier.words) or not earlier.things


def who_did(one: Gist) -> frozenset[str]:
    """Return who does it; where a town is taken or held and nobody is named, whoever says so."""
    if one.doers:
        return one.doers
    return one.voices if "capture" in one.focus else frozenset()
