"""Attribution: who is said to have said what, and how they stand to it."""

from vedette.attribution.attribute import attribute
from vedette.attribution.attributions import Attribution
from vedette.attribution.cues import CueLexicon, cue_lexicon
from vedette.attribution.finder import find_attributions
from vedette.attribution.predict import predict_quotes
from vedette.attribution.quotes import Quotation, find_quotations

__all__ = [
    "Attribution", "CueLexicon", "Quotation", "attribute", "cue_lexicon", "find_attributions", "find_quotations",
    "predict_quotes",
]  # fmt: skip
