"""Where a report's paragraphs end, and which line ends are only wraps."""

from __future__ import annotations

import pytest

from vedette.reading.paragraphs import dateline_end, split_paragraphs


def _pieces(text: str) -> list[str]:
    return [" ".join(text[p.start : p.end].split()) for p in split_paragraphs(text)]


@pytest.mark.parametrize("width", [60, 110, 140])
def test_wrapped_text_of_any_width_is_one_paragraph(width: int) -> None:
    words = "The minister said that the convoy had left the town before noon and would reach the pass at night. " * 8
    lines, line = [], ""
    for word in words.split():
        if len(line) + len(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    assert len(_pieces("\n".join([*lines, line]))) == 1


def test_a_single_wrap_is_seen_where_the_next_line_carries_on() -> None:
    text = "The minister said on Monday that the convoy of forty lorries had left\nthe town before noon."
    assert len(_pieces(text)) == 1


def test_paragraphs_of_a_line_each_stay_apart() -> None:
    text = "Minister visits the pass\nThe convoy left the town before noon on Monday.\nIt reached the pass at night."
    assert len(_pieces(text)) == 3


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("OSLO, 19 January (TPA) - The dam leaks.", "The dam leaks."),
        ("OSLO (Reuters) — The dam leaks.", "The dam leaks."),
        ("Oslo, Norway (CNN) -- The dam leaks.", "The dam leaks."),
        ("TARSHEL, Monday - Rockets fell.", "Rockets fell."),
        ("The allies - and their friends - left.", "The allies - and their friends - left."),
        ("NATO - the group that left - came back.", "NATO - the group that left - came back."),
        ("A B-52 fell.", "A B-52 fell."),
    ],
)
def test_a_dateline_ends_at_its_dash(text: str, rest: str) -> None:
    assert text[dateline_end(text) :] == rest


@pytest.mark.parametrize("text", ["ABC" + " " * 60_000 + "x", "ABC -" + " " * 60_000 + "x", "ABC (AP)" + " " * 60_000])
def test_no_run_of_blanks_makes_a_dateline_slow(text: str) -> None:
    assert dateline_end(text) == 0  # an unbounded expression would take minutes
