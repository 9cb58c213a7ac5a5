from __future__ import annotations

import pytest

from vedette.knowledge import load_knowledge
from vedette.knowledge.spelling import Spellings, sound

KNOWN = [
    ("Volodymyr Zelensky", "p:a"),
    ("Muammar Gaddafi", "p:b"),
    ("John Kelly", "p:c"),
    ("Hezbollah", "g:h"),
    ("RSF", "g:r"),
]


@pytest.mark.parametrize(
    "spellings",
    [
        ("Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskij"),
        ("Lukashenko", "Lukashenka"),
        ("Gaddafi", "Qadhafi", "Kadhafi", "Qaddafi"),
        ("Mohammed", "Muhammad", "Mohamed"),
        ("Abdul Rahman", "Abdel-Rahman", "Abd al-Rahman"),
        ("Shoigu", "Shoygu"),
        ("Hussein", "Husayn", "Hossein"),
    ],
)
def test_transliterations_of_one_name_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({sound(name) for name in spellings}) == 1


def test_other_names_have_other_keys() -> None:
    assert len({sound(name) for name in ("Lavrov", "Latynin", "Lebed", "Lukin", "Lugovoi")}) == 5


def test_a_name_is_known_by_another_spelling() -> None:
    found = Spellings(lambda: KNOWN)
    assert found.otherwise("Volodymyr Zelenskiy") == ("p:a",)
    assert found.otherwise("Hizbullah") == ("g:h",)


def test_one_wrong_letter_in_a_long_name_is_a_slip() -> None:
    found = Spellings(lambda: KNOWN)
    assert found.slips("Volodymyr Zelenski") == ("p:a",)
    assert found.slips("Volodimyr Selensky") == ("p:a",)


@pytest.mark.parametrize("name", ["John Kerry", "RSM", "", "Ali", "x" * 10_000])
def test_short_names_and_acronyms_are_never_guessed(name: str) -> None:
    found = Spellings(lambda: KNOWN)
    assert found.slips(name) == ()


def test_another_surname_of_like_sound_is_no_slip() -> None:
    actors = load_knowledge().actors
    assert [one.id for one in actors.named("Michael Cohen")] == []
