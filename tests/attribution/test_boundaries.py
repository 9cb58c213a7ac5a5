"""Where content ends, on drafts made by hand."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hand_built import read_by_hand

from vedette.attribution import boundaries
from vedette.attribution.attributions import Draft
from vedette.attribution.content import subtree_indices
from vedette.attribution.cues import Cue
from vedette.reading import Token

SAYING = Cue("verb", "say", "says", "asserts", ("clause", "quote"))


def test_the_branch_of_a_cue_is_built_once_however_many_stand_round_it(monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[Token] = []

    def counted(roots: Iterable[Token]) -> set[int]:
        built.extend(roots)
        return subtree_indices(built[-1:])

    monkeypatch.setattr(boundaries, "subtree_indices", counted)
    # Every word hangs on the one before it.
    reading = read_by_hand("said " * 40, heads=lambda k, _: max(k - 1, 0), labels=lambda _: ("VERB", "VBD", "ccomp"))
    sentence = reading.sentences[0]
    drafts = [Draft("made@1", cue, SAYING, "ing", cue, subtree_indices(cue.children)) for cue in sentence.tokens]
    boundaries.settle(sentence, drafts)
    assert built == list(sentence.tokens[1:])
    assert [draft.parent for draft in drafts] == [None, *drafts[:-1]]
