"""Tables of fitted weights."""

from __future__ import annotations

import pytest

from vedette.coding import credibility, heard_parties, party_credibility
from vedette.coding.weights import Table, load_table, parse_table
from vedette.errors import DataFileInvalid

SHIPPED = [
    (credibility.TABLE, credibility.FACTORS),
    (party_credibility.TABLE, party_credibility.PARTY_FACTORS),
    (heard_parties.TABLE, heard_parties.SIGNS),
]


@pytest.mark.parametrize(("name", "signs"), SHIPPED)
def test_shipped_tables_weigh_every_sign_once(name: str, signs: tuple[str, ...]) -> None:
    table = load_table(name, signs)
    assert tuple(table.weights) == signs
    assert 0 < table.bars["bar"] < 1
    text = "\n".join(["start = 0.0", "bar = 0.5", "[weights]", *(f"{sign} = 1.0" for sign in signs[1:])])
    with pytest.raises(DataFileInvalid, match=rf"{name}: .*missing or unknown: \['{signs[0]}'\]"):
        parse_table(text, name, signs)


def test_weighing_adds_up_the_log_odds_and_tells_the_greatest_first() -> None:
    table = Table(0.0, {"near": 1.0, "pronoun": -2.0, "idle": 3.0}, {})
    found = table.weigh({"near": 1.0, "pronoun": 1.0, "idle": 0.0})
    assert found.score == pytest.approx(0.2689, abs=1e-4)
    assert found.shares == (("pronoun", -2.0), ("near", 1.0))
    assert found.signs == (("near", 1.0), ("pronoun", 1.0), ("idle", 0.0))
