"""Which act is told inside which speech act."""

from __future__ import annotations

from vedette.codebook import Codebook
from vedette.coding.matching import Candidate
from vedette.coding.verdict import Verdict
from vedette.reading import Token

_INTO_CONTENT = frozenset({"ccomp", "xcomp", "pcomp", "pobj", "dobj", "acl", "advcl", "oprd"})
_FACT = frozenset({"happened", "ongoing"})


def enclosing_act(
    candidate: Candidate, candidates: list[Candidate], verdict: Verdict, codebook: Codebook
) -> Token | None:
    """Return the trigger of the speech act whose content this act is, or None.

    What a speech act only comments on stands alone: "condemned the attack" tells an attack that took place.
    """
    others = {c.token.i: c for c in candidates if c is not candidate}
    carried = {c.carrier.i: c for c in candidates if c.carrier is not None and c is not candidate}
    for other in candidates:
        if other.trigger.word_class == "modal" and other.token.head is (candidate.carrier or candidate.token):
            return other.token
    below = candidate.token
    entered = False
    for above in candidate.token.ancestors():
        entered = entered or below.dep in _INTO_CONTENT
        found = others.get(above.i) or carried.get(above.i)
        if (
            found is not None
            and entered
            and candidate.carrier is not above
            and _is_content(found, below, verdict, codebook)
        ):
            return found.token
        if below.dep == "relcl":
            return None
        below = above
    return None


def _is_content(outer: Candidate, below: Token, verdict: Verdict, codebook: Codebook) -> bool:
    if not codebook.types[outer.trigger.event_type].is_verbal:
        return False
    alleged = outer.trigger.event_type in ("ACCUSE", "THREATEN") and below.dep == "ccomp"
    return verdict.status not in _FACT or alleged
