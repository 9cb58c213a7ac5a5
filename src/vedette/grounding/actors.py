"""The actors of a report: every named chain, resolved as of publication."""

from __future__ import annotations

from vedette.grounding.parties import PartyFinder
from vedette.model import Actor, ActorMentions, Span
from vedette.reading import Chain, Reading

_NAMED = frozenset({"person", "organisation"})


def find_actors(reading: Reading, parties: PartyFinder) -> tuple[ActorMentions, ...]:
    """Return every actor the report names or describes with a country, with all its mentions.

    Bare countries and places are left out: they are actors only where they do something.
    """
    found: dict[str, tuple[Actor, set[Span]]] = {}
    for chain in reading.chains:
        actor = _actor(chain, reading, parties)
        if actor is not None:
            known = found.setdefault(actor.id, (actor, set()))
            known[1].update(mention.span for mention in chain.mentions)
    rows = [ActorMentions(actor, tuple(sorted(spans))) for actor, spans in found.values()]
    return tuple(sorted(rows, key=lambda row: row.mentions[0]))


def _actor(chain: Chain, reading: Reading, parties: PartyFinder) -> Actor | None:
    best = chain.best
    if best.kind not in (*_NAMED, "role", "group"):
        return None
    if best.known and best.known[0].partition(":")[0] in ("demonym", "country", "seat"):
        return None
    resolved = parties.one(best.head, reading.report.published_on)
    if len(resolved) != 1:
        return None
    actor = resolved[0].actor
    if best.kind not in _NAMED and actor.country is None:
        return None
    return actor
