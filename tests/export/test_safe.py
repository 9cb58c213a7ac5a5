"""Hostile text: harmless on terminals, in spreadsheets, in Markdown and in JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.export import csv_safe, markdown_safe, terminal_safe, to_json_line

ESCAPES = ["\x1b[2J", "\x1b]0;title\x07", "\x9b31m", "a\rb\x08", "\u202egnp.exe", "\u2066a", "\x00", "\ud800"]


@pytest.mark.parametrize("text", ESCAPES)
def test_nothing_reaches_the_terminal_that_it_would_act_on(text: str) -> None:
    for shown in (terminal_safe(text), csv_safe(text), markdown_safe(text), to_json_line({"text": text})):
        assert not any(
            (ord(one) < 32 and one != "\n") or 0x7F <= ord(one) <= 0x9F or 0x202A <= ord(one) <= 0x202E for one in shown
        )
        shown.encode()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://a.example")', "\t=1"])
def test_no_cell_is_taken_for_a_formula(text: str) -> None:
    assert csv_safe(text) == "'" + text


def test_plain_words_stay_as_they_are() -> None:
    words = "Тоҷикистон: “guards”, 20 km (12 mi) from Qalai-Khumb – and 5.5 %."
    assert terminal_safe(words) == csv_safe(words) == markdown_safe(words) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[click](javascript:alert(1))", "\\[click\\](javascript:alert(1))"),
        ("![x](http://a.example/b.png)", "!\\[x\\](http://a.example/b.png)"),
        ("**bold** _it_ `code`", "\\*\\*bold\\*\\* \\_it\\_ \\`code\\`"),
        ("# Heading", "\\# Heading"),
        ("- item", "\\- item"),
        ("1. item", "1\\. item"),
        ("one\n\n# two", "one # two"),
        ("a&lt;b", "a&amp;lt;b"),
    ],
)
def test_neither_markdown_nor_html_means_anything(text: str, expected: str) -> None:
    assert markdown_safe(text) == expected


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_can_be_shown_and_comes_back_from_json(text: str) -> None:
    assert json.loads(to_json_line({"text": text}))["text"] == text
    assert "\n" not in terminal_safe(text) + markdown_safe(text) + to_json_line({"text": text})
