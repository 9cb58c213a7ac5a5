"""Status as the encoder reads it, where no word of the rules takes an act out of the world.

The rules of `status` climb the tree; a parse gone wrong, or a frame they do not know ("interested in resuming talks",
"a deal to normalise relations"), leaves an act told as done. The encoder has read the status of twelve thousand acts
(`training/events`). Where it is sure enough it is heard, and `explain` names it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from vedette.coding.matching import Candidate
from vedette.coding.roles import SPEECH_ACTS
from vedette.coding.typer import NONE, Weighed
from vedette.coding.verdict import Verdict
from vedette.model import Status

_TOLD = "status.told-as-fact@1"
_BARS: Mapping[str, float] = {
    "planned": 0.9, "hypothetical": 0.9, "demanded": 0.65, "feared": 0.9, "threatened": 0.9, "not_happened": 0.9,
    "attempted": 0.9, "ongoing": 0.9,
}  # fmt: skip
"""How sure it must be of each."""


def with_heard_status(verdict: Verdict, candidate: Candidate, said: Weighed | None) -> Verdict:
    """Return the encoder's status for an act that the rules find told as a plain fact, where it is sure of another.

    What somebody says he says: a speech act stands as the rules have it.
    """
    if said is None or verdict.rule != _TOLD or candidate.trigger.event_type in SPEECH_ACTS or said.best == NONE:
        return verdict
    bar = _BARS.get(said.status)
    if bar is None or said.status_probability < bar:
        return verdict
    return Verdict(cast(Status, said.status), "status.heard@1", candidate.token)
