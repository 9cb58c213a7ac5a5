"""Ingest: bytes into reports. Text is never altered, dates are never guessed."""

from vedette.ingest.dates import normalise_date
from vedette.ingest.inputs import read_inputs
from vedette.ingest.limits import Limits

__all__ = ["Limits", "normalise_date", "read_inputs"]
