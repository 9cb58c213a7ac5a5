"""Ground a reading: resolve what it mentions to known or provisional things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.grounding.actors import find_actors
from vedette.grounding.counts import find_counts
from vedette.grounding.deliveries import with_transfers
from vedette.grounding.equipment import find_equipment
from vedette.grounding.facts import find_facts, find_forces
from vedette.grounding.grounded import Grounded
from vedette.grounding.moments import moment_finder
from vedette.grounding.parties import PartyFinder
from vedette.grounding.places import find_places
from vedette.grounding.times import find_times
from vedette.model import Party
from vedette.reading import Reading, Token

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge


def ground(reading: Reading, knowledge: Knowledge) -> Grounded:
    """Return the reading with its actors, places, times, equipment, counts and facts."""
    places = find_places(reading, knowledge)
    times = find_times(reading)
    parties = PartyFinder(reading, knowledge, places)
    day = reading.report.published_on
    equipment = find_equipment(reading, knowledge)
    counts = find_counts(reading)
    told = [item.span for item in equipment] + [count.span for count in counts]

    def named(token: Token) -> tuple[Party, ...]:
        return parties(token, day)

    return Grounded(
        reading=reading,
        actors=find_actors(reading, parties),
        places=places,
        times=times,
        equipment=with_transfers(reading, equipment, named),
        counts=counts,
        facts=find_facts(reading) + find_forces(reading, told, named),
        party_finder=parties,
        moment_finder=moment_finder(reading, times),
    )
