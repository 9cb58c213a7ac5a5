"""Linking: what is told of the same thing, inside one report and across reports."""

from vedette.linking.claims import link_claims
from vedette.linking.voices import attach_voices

__all__ = ["attach_voices", "link_claims"]
