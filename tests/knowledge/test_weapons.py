from __future__ import annotations

import pytest

from vedette.knowledge.equipment import EquipmentTable
from vedette.knowledge.weapons import weapons


@pytest.fixture(scope="module")
def table() -> EquipmentTable:
    return EquipmentTable.load()


@pytest.mark.parametrize(
    ("name", "id_", "how"),
    [
        ("NSV", "eq:nsv", "name"), ("Utyos", "eq:nsv", "alias"), ("eq:nsv", "eq:nsv", "name"),
        ("Su-25s", "eq:su-25", "name"), ("su 25", "eq:su-25", "designation"), ("ak47", "eq:ak-47", "designation"),
        ("mi8", "eq:mi-8", "designation"), ("Bayraktr", "eq:bayraktar-tb2", "one letter off"),
        ("Reagan", "eq:uss-ronald-reagan", "part of the name"),
    ],
)  # fmt: skip
def test_weapons_are_found_by_name_designation_and_slip(table: EquipmentTable, name: str, id_: str, how: str) -> None:
    first = weapons(table, name)[0]
    assert (first.known.id, first.how) == (id_, how)


@pytest.mark.parametrize("name", ["", "-", "  ", "zzzzzz", "Su-99", "x" * 10_000])
def test_unknown_is_an_answer(table: EquipmentTable, name: str) -> None:
    assert weapons(table, name) == ()


def test_scores_fall_and_lie_between_0_and_1(table: EquipmentTable) -> None:
    scores = [one.score for one in weapons(table, "Grad")]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
