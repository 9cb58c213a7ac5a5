from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from vedette.errors import DataFileInvalid
from vedette.knowledge.arms_context import ArmsContext
from vedette.knowledge.equipment import CATEGORY_COLUMNS, COLUMNS, MAKER_COLUMNS, EquipmentTable, KnownEquipment


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
    assert len(equipment) >= 750


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
        ("eq:x\tX\t\t\tcatapult\t\tRUS\t\ttest", "category is 'catapult'"),
        ("eq:x\tX\t\t\ttank\twide\tRUS\t\ttest", "calibre_mm is 'wide'"),
        ("eq:x\tX\t\t\ttank\t125\tRUS\t\ttest\neq:x\tY\t\t\ttank\t125\tRUS\t\ttest", "stands twice"),
        ("eq:x\tX\tQ\t\ttank\t\tRUS\t\ttest\neq:y\tY\tQ\t\ttank\t\tRUS\t\ttest", "'Q' already names eq:x"),
        ("eq:x\tX\t\tZ\ttank\t125\tRUS\t\ttest", "doubtful has 'Z'"),
        ("eq:x\tX\t\t\ttank\t125\tRussia\t\ttest", "origin is 'Russia'"),
        ("eq:x\tX\t\t\ttank\t125\tRUS\tAcme\ttest", "maker is 'Acme'"),
    ],
)
def test_malformed_line_is_named(tmp_path: Path, cells: str, reason: str) -> None:
    table, categories, makers = tmp_path / "equipment.tsv", tmp_path / "categories.tsv", tmp_path / "makers.tsv"
    table.write_text("\t".join(COLUMNS) + "\n" + cells + "\n", encoding="utf-8")
    categories.write_text("\t".join(CATEGORY_COLUMNS) + "\ntank\tpanzer\ttest\n", encoding="utf-8")
    makers.write_text("\t".join(MAKER_COLUMNS) + "\nTank Works\tRUS\ttest\n", encoding="utf-8")
    with pytest.raises(DataFileInvalid, match=f"equipment.tsv, line [23]: .*{reason}"):
        EquipmentTable.load(table, categories, makers)


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("SS-26 Stone", "eq:iskander"), ("SA-11 Gadfly", "eq:buk"), ("Hind", "eq:mi-24"), ("Solntsepyok", "eq:tos-1"),
        ("Geran-2", "eq:shahed-136"), ("Lancet-3", "eq:zala-lancet"), ("Smerch", "eq:bm-30-smerch"),
        ("Storm Shadows", "eq:storm-shadow"), ("Type 055 destroyer", "eq:type-055-destroyer"),
        ("Kizilelma", "eq:kizilelma"), ("K239 Chunmoo", "eq:k239-chunmoo"), ("Scorpène-class", "eq:scorpene-class"),
    ],
)  # fmt: skip
def test_nicknames_and_reporting_names(equipment: EquipmentTable, words: str, id_: str) -> None:
    item = equipment.named(words)
    assert item is not None
    assert item.id == id_


def test_the_table_is_broad(equipment: EquipmentTable) -> None:
    origins = Counter(item.origin for item in equipment)
    assert sum(item.maker is not None for item in equipment) >= 300
    for country in ("CHN", "IRN", "TUR", "ISR", "KOR", "IND", "PAK", "FRA", "GBR", "DEU", "SWE", "ZAF"):
        assert origins[country] >= 10, country
    assert len(Counter(item.category for item in equipment)) >= 30


HORNET = KnownEquipment("eq:h", "Hornet", (), "combat aircraft", None, "USA", "test", doubtful=("Hornet",))


@pytest.mark.parametrize(
    ("text", "is_weapon"),
    [
        ("A Hornet jet crashed", True), ("The Hornet , a twin-engine aircraft , turned", True),
        ("The navy flew four Hornets over the strait", True), ("Kuwait received its first Hornet", True),
        ("Two Hornets were shot down", True), ("Hornets have been delivered", True), ("Hornet won the race", False),
        ("Four Hornets players were injured", False), ("Flowers were delivered to Hornet", False),
        ("The Hornets beat the Lakers", False), ("A bomber crashed at Hornet Field airport", False),
        ("He was armed with a Hornet", True),
    ],
)  # fmt: skip
def test_doubtful_names_count_only_beside_words_of_arms(text: str, is_weapon: bool) -> None:
    table = EquipmentTable([HORNET], [("combat aircraft", "combat aircraft")], ArmsContext.load())
    tokens = text.split()
    found = [at for at in range(len(tokens)) if table.longest(tokens, at)]
    assert bool(found) == is_weapon
    assert table.named("Hornet") is HORNET
