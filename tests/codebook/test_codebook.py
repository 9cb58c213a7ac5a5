"""The codebook holds PLOVER 2.0's lists whole."""

from __future__ import annotations

from vedette.codebook import load_codebook


def test_types_modes_contexts_and_sectors_are_complete() -> None:
    book = load_codebook()
    assert len(book.types) == 16
    assert sum(map(len, book.modes.values())) == 67
    assert len(book.contexts) == 37
    assert len(book.sectors) == 25


def test_quad_classes_group_four_families() -> None:
    book = load_codebook()
    by_quad = {quad: {name for name, entry in book.types.items() if entry.quad_class == quad} for quad in (1, 2, 3, 4)}
    assert by_quad[1] == {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"}
    assert by_quad[2] == {"COOPERATE", "AID", "RETREAT"}
    assert by_quad[3] == {"REQUEST", "ACCUSE", "REJECT", "THREATEN"}
    assert by_quad[4] == {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}


def test_every_mode_word_points_at_a_mode_of_its_type() -> None:
    book = load_codebook()
    for event_type, words in book.mode_words.items():
        assert set(words.values()) <= set(book.modes[event_type])
