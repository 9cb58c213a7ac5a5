"""Whatever the tree, the words stand where they are said to stand."""

from __future__ import annotations

from hand_built import read_by_hand
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.attribution import find_attributions
from vedette.model import Span

WORDS = ("said", "claim", "that", "according", "to", "he", "who", "Ankara", "troops", "denied", ",", ".", ":", '"', "“",
         "”", "―", "called", "for", "afraid", "and", "not")  # fmt: skip
DEPS = ("nsubj", "ccomp", "xcomp", "dobj", "prep", "pobj", "conj", "advcl", "relcl", "acl", "parataxis", "mark", "aux",
        "punct", "nsubjpass", "agent", "oprd", "poss", "prt", "cc", "neg")  # fmt: skip
POS = (("VERB", "VBD"), ("VERB", "VBG"), ("VERB", "VBN"), ("NOUN", "NN"), ("PROPN", "NNP"), ("PRON", "PRP"),
       ("ADJ", "JJ"), ("ADP", "IN"), ("PUNCT", "."))  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.lists(st.integers(0, 10_000), min_size=40, max_size=40))
def test_attributions_stand_in_the_text(words: list[str], dice: list[int]) -> None:
    text = " ".join(words)
    reading = read_by_hand(
        text,
        heads=lambda k, count: 0 if k == 0 else dice[k % 40] % k,
        labels=lambda k: (*POS[dice[k % 40] % len(POS)], DEPS[dice[(k + 7) % 40] % len(DEPS)]),
    )
    first, second = find_attributions(reading), find_attributions(reading)
    for k, found in enumerate(first):
        for span in (found.content, found.cue_words, found.speaker_words):
            if span is not None:
                check(span, text)
        assert found.parent is None or (0 <= found.parent < len(first) and found.parent != k)
    assert [a.content for a in first] == [a.content for a in second]


def check(span: Span, text: str) -> None:
    assert text[span.start : span.end] == span.exact
    assert span.exact
    ends = [offset for part in span.parts for offset in part]
    assert ends == sorted(ends)
    if span.parts:
        assert (span.parts[0][0], span.parts[-1][1]) == (span.start, span.end)
