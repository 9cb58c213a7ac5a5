"""Gestures and documents before a colon, on sentences made by hand."""

from __future__ import annotations

from collections.abc import Iterator

from hand_built import read_by_hand

from vedette.attribution.colon_presentations import _has_own_cue
from vedette.attribution.cues import cue_lexicon
from vedette.reading import Token

LABELS = (("PRON", "PRP", "nsubj"), ("VERB", "VBD", "ccomp"), ("PUNCT", ":", "punct"))


class Gone(tuple[Token, ...]):
    """Words that count how often somebody goes through all of them."""

    times = 0

    def __iter__(self) -> Iterator[Token]:
        Gone.times += 1
        return super().__iter__()


def _said(text: str) -> Gone:
    reading = read_by_hand(text, heads=lambda k, _: k + 1 if k % 3 == 0 else k, labels=lambda k: LABELS[k % 3])
    return Gone(reading.sentences[0].tokens)


def test_words_are_gone_through_once_however_many_verbs_they_hold() -> None:
    words = _said("He say : " * 50)
    Gone.times = 0
    assert not _has_own_cue(words, cue_lexicon())
    assert Gone.times == 1


def test_a_cue_behind_a_comma_is_a_cue_of_its_own() -> None:
    assert _has_own_cue(_said("He say , he say"), cue_lexicon())
    assert not _has_own_cue(_said("He say"), cue_lexicon())
