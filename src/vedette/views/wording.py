"""Claims in words that say enough by themselves."""

from __future__ import annotations

from vedette.model import Claim

_FEW_WORDS = 4
"""Words of a claim up to which its sentence is shown too: "that" or "the figure" tells nothing alone."""


def is_short(claim: Claim) -> bool:
    """Tell whether a claim's own words are too few to say what it is about."""
    return len(claim.content.exact.split()) <= _FEW_WORDS


def sentence_of(claim: Claim) -> str | None:
    """Return the sentence a short claim is told in; None where its own words say enough, or are all there is."""
    if not is_short(claim) or claim.evidence is None:
        return None
    sentence = " ".join(claim.evidence.exact.split())
    return sentence if len(sentence) > len(claim.content.exact) else None
