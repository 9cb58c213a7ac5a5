from __future__ import annotations

import pytest

from vedette.errors import DataFileInvalid
from vedette.model import Report
from vedette.pipeline import Coder
from vedette.reading.given_names import given_names, parse_given_names


def test_the_shipped_table_tells_names_of_all_regions() -> None:
    names = given_names()
    assert len(names) > 2000
    assert [names[one] for one in ("olena", "yitzhak", "fatima", "kofi", "jean-yves")] == ["f", "m", "f", "m", "m"]


@pytest.mark.parametrize("row", ["Olena\tf", "olena\tx", "olena", "olena\tf\nolena\tf"])
def test_a_faulty_row_is_named(row: str) -> None:
    with pytest.raises(DataFileInvalid, match=r"names\.tsv:[23]"):
        parse_given_names(f"name\tgender\n{row}\n", "names.tsv")


@pytest.mark.model
def test_she_is_nobody_with_a_mans_name(coder: Coder) -> None:
    text = (
        "Margalit Dovev walked behind Yitzhak Arad in the garden of the ministry. Yitzhak Arad smiled. "
        "She said that the gate had been open."
    )
    coded = coder.code(Report.make(text, "2021-12-29"))
    assert [one.party.actor.name for one in coded.claims[0].speakers] == ["Margalit Dovev"]
