"""What kind of party somebody is, as far as events of politics ask for it."""

from __future__ import annotations

from vedette.model import Party

_PUBLIC = frozenset({"state", "government", "military", "police", "armed_group", "party", "igo", "ngo"})
"""Whose doings are political whatever the word for them."""
_PUBLIC_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "REB", "OPP", "PTY", "SPY", "PRM", "UAF", "PRE"})


def is_body(party: Party) -> bool:
    """Tell whether a party is a public body, somebody in public office, or the people of a country."""
    actor = party.actor
    return (
        actor.kind in _PUBLIC
        or actor.id.startswith("p:")  # the tables hold people in public office, before and after it too
        or bool(_PUBLIC_SECTORS & set(actor.sectors))
        or (actor.kind == "people" and actor.country is not None)
    )
