"""Whether a candidate has the parties an event needs: whom the trigger asks for, and a public body where doubt is.

Private life is full of the words of politics: friends meet, suppliers meet demand, a club refuses a player. Where the
encoder takes a word for nothing, the lexicon is heard only if a public body has part in it.
"""

from __future__ import annotations

from vedette.coding.choice import BARS
from vedette.coding.control import is_passive
from vedette.coding.matching import Candidate
from vedette.coding.parties import is_body
from vedette.coding.roles import Roles
from vedette.coding.typer import NONE, Weighed
from vedette.coding.verdict import Verdict

DEALINGS = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "AID", "COOPERATE", "REQUEST", "REJECT", "ACCUSE"})
"""What private people do with each other every day, and no report of politics means."""


def is_complete(candidate: Candidate, roles: Roles, verdict: Verdict, said: Weighed | None) -> bool:
    """Tell whether an event may be made of a candidate. `said`: what the encoder makes of it, if it was asked."""
    if not _is_believable(candidate, roles, said) or _is_interview(candidate, roles):
        return False
    match candidate.trigger.requires:
        case "actor":
            return bool(roles.actors)
        case "recipient":
            return bool(roles.recipients)
    if roles.actors or roles.recipients:
        return True
    if candidate.trigger.event_type == "PROTEST":
        # "A peaceful protest took place": who protests needs no name where the protest itself is told.
        return candidate.trigger.word_class == "noun" and candidate.token.dep in ("nsubj", "nsubjpass", "ROOT")
    # "fears that attacks could be launched", "shops were looted": force somebody wields, though nobody is named.
    wrecked = "destroy" in candidate.trigger.mode and is_passive(candidate.token)
    return candidate.trigger.event_type == "ASSAULT" and (
        candidate.carrier is not None or wrecked or verdict.status in ("feared", "threatened")
    )


def _is_believable(candidate: Candidate, roles: Roles, said: Weighed | None) -> bool:
    if candidate.trigger.learned:
        if candidate.trigger.requires == "actor":
            return any(is_body(party) for party in roles.actors)
        return bool(roles.actors and roles.recipients) and _is_public(roles)
    if candidate.trigger.word_class == "modal":
        # "Astronomers should keep an open mind" asks nothing of anybody in office.
        return any(is_body(party) for party in roles.recipients)
    if said is None or candidate.trigger.event_type == "PROTEST":
        return True
    nothing = said.of(NONE)
    if nothing >= BARS.surely_nothing:
        return False
    if nothing >= BARS.nothing:
        return _is_public(roles)
    is_dealing = candidate.trigger.event_type in DEALINGS
    return not is_dealing or nothing < BARS.nothing_private or _is_anybody_known(roles)


def _is_anybody_known(roles: Roles) -> bool:
    parties = (*roles.actors, *roles.recipients)
    return not parties or any(is_body(party) or not party.actor.id.startswith("x:") for party in parties)


def _is_interview(candidate: Candidate, roles: Roles) -> bool:
    """Tell whether somebody merely talks to an outlet: reporters are no parties of what they tell."""
    parties = (*roles.actors, *roles.recipients)
    return candidate.trigger.event_type == "CONSULT" and any(party.actor.kind == "media" for party in parties)


def _is_public(roles: Roles) -> bool:
    return any(is_body(party) for party in (*roles.actors, *roles.recipients))
