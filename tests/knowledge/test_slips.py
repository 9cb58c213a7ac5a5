"""Slips of one letter in single words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.knowledge import Countries
from vedette.knowledge.slips import Slips

WORDS = (("Ruritania", "RUR"), ("Borduria", "BOR"), ("Syldavia", "SYL"), ("Syldania", "SYN"), ("Graus", "GRA"))


@pytest.fixture(scope="module")
def slips() -> Slips:
    return Slips(lambda: WORDS)


@pytest.mark.parametrize("word", ["Ruritana", "Ruriitania", "Ruritamia", "Ruirtania"])
def test_one_letter_left_out_put_in_changed_or_swapped(slips: Slips, word: str) -> None:
    assert slips.of(word) == ("RUR",)


@pytest.mark.parametrize("word", ["Ruritania", "ruritana", "Turitania", "Rurtana", "Grauz", "", "R2ritania", "R" * 99])
def test_what_is_no_slip(slips: Slips, word: str) -> None:
    assert slips.of(word) == ()


def test_rivals_as_near_are_all_told(slips: Slips) -> None:
    assert slips.of("Syldaia") == ("SYL", "SYN")
    assert slips.of("Syldavia") == ()  # known itself


@pytest.mark.parametrize(
    ("word", "iso3"), [("Afganistan", "AFG"), ("Ethopia", "ETH"), ("Phillippines", "PHL"), ("Ghanians", "GHA")]
)
def test_a_misspelt_country_is_known(word: str, iso3: str) -> None:
    country = Countries.load().misspelt(word)
    assert country is not None
    assert country.iso3 == iso3


@pytest.mark.parametrize("word", ["Niger", "Nigeria", "Irak", "Austria", "Greene's", "Slovakia", "afganistan"])
def test_a_country_is_not_guessed(word: str) -> None:
    assert Countries.load().misspelt(word) is None


@given(st.text())
def test_any_word_is_survived(word: str) -> None:
    Slips(lambda: WORDS).of(word)
