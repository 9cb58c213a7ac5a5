"""Linking: what is told of the same thing, inside one report and across reports."""

from vedette.linking.claims import held, keys_of, link_across, link_claims
from vedette.linking.comparing import Held
from vedette.linking.voices import attach_voices

__all__ = ["Held", "attach_voices", "held", "keys_of", "link_across", "link_claims"]
