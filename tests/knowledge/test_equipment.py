from __future__ import annotations

from pathlib import Path

import pytest

from vedette.errors import DataFileInvalid
from vedette.knowledge.equipment import CATEGORY_COLUMNS, COLUMNS, EquipmentTable


@pytest.fixture(scope="module")
def equipment() -> EquipmentTable:
    return EquipmentTable.load()


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("NSV", "eq:nsv"), ('NSV "Utyos"', "eq:nsv"), ("NSV “Utyos”", "eq:nsv"), ("Utyos", "eq:nsv"),
        ("AK-47", "eq:ak-47"), ("AK-47s", "eq:ak-47"), ("Kalashnikovs", "eq:ak-47"), ("T-72s", "eq:t-72"),
        ("Bayraktar TB2", "eq:bayraktar-tb2"), ("Shahed-136", "eq:shahed-136"), ("HIMARS", "eq:himars"),
        ("S-400", "eq:s-400"), ("Mi-8", "eq:mi-8"), ("grad", None), ("Milan", None), ("Harm", None), ("", None),
    ],
)  # fmt: skip
def test_named_equipment(equipment: EquipmentTable, words: str, id_: str | None) -> None:
    item = equipment.named(words)
    assert (item.id if item else None) == id_


def test_nsv_is_a_heavy_machine_gun(equipment: EquipmentTable) -> None:
    item = equipment.named("NSV")
    assert item is not None
    assert (item.category, item.calibre_mm, item.origin) == ("heavy machine gun", 12.7, "RUS")
    assert len(equipment) >= 150


@pytest.mark.parametrize(
    ("lemma", "category"),
    [
        ("machine gun", "machine gun"), ("heavy machine gun", "heavy machine gun"), ("tank", "tank"),
        ("tanks", "tank"), ("arm", "weapon"), ("ammo", "ammunition"), ("howitzer", "artillery"),
        ("uav", "drone"), ("UAV", "drone"), ("roadside bomb", "improvised explosive device"), ("bread", None),
    ],
)  # fmt: skip
def test_generic_words_have_a_category(equipment: EquipmentTable, lemma: str, category: str | None) -> None:
    assert equipment.category(lemma) == category


@pytest.mark.parametrize(
    ("tokens", "found"),
    [
        (["NSV", "“", "Utyos", "”", "12.7", "mm"], (3, ("eq:nsv",))),
        (["Mi", "-", "8", "helicopter"], (3, ("eq:mi-8",))),
        (["Mi", "-", "8s"], (3, ("eq:mi-8",))),
        (["T-72s", "rolled"], (1, ("eq:t-72",))),
        (["Bread"], None),
    ],
)
def test_longest_name_among_tokens(equipment: EquipmentTable, tokens: list[str], found: object) -> None:
    assert equipment.longest(tokens, 0) == found


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ("eq:x\tX\t\tcatapult\t\tRUS\ttest", "category is 'catapult'"),
        ("eq:x\tX\t\ttank\twide\tRUS\ttest", "calibre_mm is 'wide'"),
        ("eq:x\tX\t\ttank\t125\tRUS\ttest\neq:x\tX\t\ttank\t125\tRUS\ttest", "stands twice"),
    ],
)
def test_malformed_line_is_named(tmp_path: Path, cells: str, reason: str) -> None:
    table, categories = tmp_path / "equipment.tsv", tmp_path / "categories.tsv"
    table.write_text("\t".join(COLUMNS) + "\n" + cells + "\n", encoding="utf-8")
    categories.write_text("\t".join(CATEGORY_COLUMNS) + "\ntank\tpanzer\ttest\n", encoding="utf-8")
    with pytest.raises(DataFileInvalid, match=f"equipment.tsv, line [23]: .*{reason}"):
        EquipmentTable.load(table, categories)
