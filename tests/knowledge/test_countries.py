from __future__ import annotations

from pathlib import Path

import pytest

from vedette.errors import DataFileInvalid
from vedette.knowledge.countries import COLUMNS, Countries


@pytest.fixture(scope="module")
def countries() -> Countries:
    return Countries.load()


def code(country: object) -> str | None:
    return getattr(country, "iso3", None)


@pytest.mark.parametrize(
    ("words", "iso3"),
    [
        ("Tajikistan", "TJK"), ("the United States", "USA"), ("U.S.", "USA"), ("US", "USA"), ("US's", "USA"),
        ("UK", "GBR"), ("Britain", "GBR"), ("DPRK", "PRK"), ("Türkiye", "TUR"), ("Turkey's", "TUR"),
        ("RUSSIA", "RUS"), ("Côte d’Ivoire", "CIV"), ("Cote d'Ivoire", "CIV"), ("Kosovo", "KOS"),
        ("turkey", None), ("us", None), ("Us", None), ("uk", None), ("chad", None), ("", None), ("-", None),
    ],
)  # fmt: skip
def test_countries_are_found_by_name(countries: Countries, words: str, iso3: str | None) -> None:
    assert code(countries.named(words)) == iso3


@pytest.mark.parametrize(
    ("word", "iso3"),
    [
        ("Tajik", "TJK"), ("Tajikistani", "TJK"), ("Tajiks", "TJK"), ("Afghans", "AFG"), ("Kyrgyz", "KGZ"),
        ("Kazakh", "KAZ"), ("Uzbeks", "UZB"), ("Turkmen", "TKM"), ("British", "GBR"), ("Briton", "GBR"),
        ("Dutch", "NLD"), ("Filipinos", "PHL"), ("South Koreans", "KOR"), ("Nigerien", "NER"), ("Nigerian", "NGA"),
        ("Palestinians", "PSE"), ("polish", None), ("swiss roll", None),
    ],
)  # fmt: skip
def test_countries_are_found_by_demonym(countries: Countries, word: str, iso3: str | None) -> None:
    assert code(countries.demonym(word)) == iso3


@pytest.mark.parametrize(
    ("words", "iso3"),
    [
        ("Moscow", "RUS"), ("New Delhi", "IND"), ("the Kremlin", "RUS"), ("White House", "USA"), ("Élysée", "FRA"),
        ("Downing Street", "GBR"), ("Dushanbe", "TJK"), ("Brussels", None), ("Stanley", None),
    ],
)  # fmt: skip
def test_seats_stand_for_governments(countries: Countries, words: str, iso3: str | None) -> None:
    assert code(countries.capital(words)) == iso3


def test_longest_name_among_tokens(countries: Countries) -> None:
    found = countries.longest(["The", "South", "Korean", "navy"], 1)
    assert found is not None
    assert (found[0], found[1].iso3, found[2]) == (2, "KOR", True)
    assert countries.longest(["United", ",", "States"], 0) is None


def test_every_state_has_demonym_capital_and_position(countries: Countries) -> None:
    states = [c for c in countries if c.part_of is None and c.iso3 not in {"ATA", "DMA"}]
    assert len(states) >= 195
    assert [c.iso3 for c in states if not c.demonyms or not c.capital] == []
    assert all(-90 <= c.lat <= 90 and -180 <= c.lon <= 180 for c in countries)


@pytest.mark.parametrize(
    ("line", "reason"),
    [("TJK\tTJ\tTajikistan", "3 cells"), ("\t".join(["tj", "TJ", "T", "", "", "", "", "", "1", "2", "", "x"]), "iso3"),
     ("\t".join(["TJK", "TJ", "T", "", "", "", "", "", "north", "2", "", "x"]), "lat")],
)  # fmt: skip
def test_malformed_line_is_named(tmp_path: Path, line: str, reason: str) -> None:
    table = tmp_path / "countries.tsv"
    table.write_text("\t".join(COLUMNS) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(DataFileInvalid, match=f"countries.tsv, line 2: .*{reason}"):
        Countries.load(table)
