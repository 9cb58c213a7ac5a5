"""The codebook: event types, modes, contexts and sectors as data."""

from vedette.codebook.codebook import Codebook, TypeEntry, load_codebook

__all__ = ["Codebook", "TypeEntry", "load_codebook"]
