"""Claims of different reports: found, linked the same in whatever order they come, and read back with their links."""

from __future__ import annotations

import json
import sqlite3
from itertools import permutations
from pathlib import Path

import pytest

from vedette import CodedReport, Coder
from vedette.cli.claiming import disputes
from vedette.cli.options import Format
from vedette.export import brief_page
from vedette.linking.weigher import ClaimWeigher
from vedette.model import Report
from vedette.store import ClaimFilter, Store, open_store
from vedette.views import BriefFilter, build_brief, build_disputes, side_name

pytestmark = pytest.mark.model
REPORTS = (
    ("2022-01-15", "The Tajik interior ministry said that twelve people were killed in the shelling of Bokhtar."),
    ("2022-01-16", "The Tajik interior ministry said that nineteen people were killed in the shelling of Bokhtar."),
    ("2022-01-16", "The Taliban said that three people were killed in the shelling of Bokhtar."),
    ("2022-01-17", "Uzbekistan said that nineteen people were killed in the shelling of Bokhtar."),
)


@pytest.fixture(scope="module")
def coded(coder: Coder) -> list[CodedReport]:
    return [coder.code(Report.make(text, day)) for day, text in REPORTS]


def kept(path: Path, coded: list[CodedReport], weigher: ClaimWeigher | None = None) -> Store:
    store = open_store(path)
    with store.writer(weigher) as writer:
        for one in coded:
            assert writer.add(one)
    return store


def links(store: Store) -> set[tuple[str, str, str]]:
    return {
        (one.claim.content.exact, link.relation, store.claim(link.claim_id).claim.content.exact)
        for one in store.claims()
        for link in one.claim.links
    }


def test_links_across_reports(tmp_path: Path, coded: list[CodedReport]) -> None:
    twelve, nineteen, three = (
        f"{n} people were killed in the shelling of Bokhtar" for n in ("twelve", "nineteen", "three")
    )
    with kept(tmp_path / "a.db", coded) as store:
        found = links(store)
    assert (nineteen, "revises", twelve) in found
    assert (nineteen, "agrees", nineteen) in found
    assert {(three, "disputes", nineteen), (nineteen, "disputes", three)} & found


def test_the_order_of_adding_makes_no_difference(tmp_path: Path, coded: list[CodedReport]) -> None:
    found = set()
    for k, order in enumerate(list(permutations(coded))[::5]):
        with kept(tmp_path / f"{k}.db", list(order)) as store:
            found.add(frozenset((a.claim.id, k.relation, k.claim_id) for a in store.claims() for k in a.claim.links))
    assert len(found) == 1


def test_claims_far_apart_in_time_are_left_apart(tmp_path: Path, coder: Coder, coded: list[CodedReport]) -> None:
    late = coder.code(Report.make(REPORTS[2][1], "2022-06-01"))
    with kept(tmp_path / "a.db", [coded[0], late]) as store:
        assert links(store) == set()


def test_about_finds_by_name_pronoun_and_words(tmp_path: Path, coder: Coder) -> None:
    text = (
        "The Taliban returned to Doha on Monday. Uzbekistan said that they had kept the truce. "
        "Iran said that bread was dear."
    )
    with kept(tmp_path / "a.db", [coder.code(Report.make(text, "2022-01-15"))]) as store:
        assert [c.claim.content.exact for c in store.claims(ClaimFilter(about="Taliban"))] == [
            "they had kept the truce"
        ]
        assert [c.claim.content.exact for c in store.claims(ClaimFilter(about="bread"))] == ["bread was dear"]
        assert list(store.claims(ClaimFilter(about="Peru"))) == []


def test_a_dispute_has_sides_and_figures(tmp_path: Path, coded: list[CodedReport]) -> None:
    with kept(tmp_path / "a.db", coded) as store:
        (dispute,) = build_disputes(store, ClaimFilter(about="Bokhtar"))
        assert build_disputes(store, ClaimFilter(speaker="Peru")) == ()
    speakers = [{s.party.actor.country for one in side for s in one.claim.speakers} for side in dispute.sides]
    assert sorted(map(sorted, speakers)) == [["AFG"], ["TJK", "UZB"]]
    assert (dispute.low, dispute.high) == (3, 19)
    assert dispute.days == ("2022-01-15", "2022-01-17")
    assert all(stand.link.rule for stand in dispute.stands)


def test_speakers_are_counted(tmp_path: Path, coded: list[CodedReport]) -> None:
    with kept(tmp_path / "a.db", coded) as store:
        found = {one.name: one for one in store.speakers()}
    taliban = found["Taliban"]
    assert (taliban.claims, taliban.reports, taliban.country) == (1, 1, "AFG")
    assert taliban.against + taliban.disputed > 0


def test_as_many_sides_as_versions(tmp_path: Path, coder: Coder, capsys: pytest.CaptureFixture[str]) -> None:
    voices = ("Iran", "Iraq", "Turkey", "Greece", "France", "Spain", "Italy", "Chad", "Niger", "Kenya")
    told = [
        coder.code(
            Report.make(f"{voice} said that {9 + 4 * k} people were killed in the shelling of Bokhtar.", "2022-01-16")
        )
        for k, voice in enumerate(voices)
    ]
    path = tmp_path / "a.db"
    with kept(path, told) as store:
        (dispute,) = build_disputes(store, ClaimFilter(about="Bokhtar"))
        page = brief_page(build_brief(store, BriefFilter()))
    assert len(dispute.sides) == len(voices)
    assert "side J:" in page
    disputes(store=path, form=Format.CSV)
    sides = {line.split(",")[1] for line in capsys.readouterr().out.splitlines()[1:]}
    assert sides == set("ABCDEFGHIJ")
    assert [side_name(25), side_name(26), side_name(27)] == ["Z", "AA", "AB"]


UNLIKE = (
    ("2022-01-15", "The prisoners' union of Bokhtar said that guards had murdered Omar Tarek in the Bokhtar jail."),
    ("2022-01-16", "The prison service of Bokhtar said that Omar Tarek had hanged himself in the Bokhtar jail."),
)


def test_the_encoder_links_across_reports_in_either_order(tmp_path: Path, coder: Coder) -> None:
    told = [coder.code(Report.make(text, day)) for day, text in UNLIKE]
    found = []
    for name, order in (("a", told), ("b", told[::-1])):
        with kept(tmp_path / f"{name}.db", order, coder.weigher) as store:
            found.append(links(store))
    with kept(tmp_path / "c.db", told) as store:
        assert not links(store)
    assert found[0] == found[1]
    assert [relation for _, relation, _ in found[0]] == ["disputes"]


def test_a_claim_kept_before_the_encoder_is_linked_by_rules_alone(tmp_path: Path, coded: list[CodedReport]) -> None:
    with kept(tmp_path / "a.db", coded[:2]) as store:
        before = links(store)
    with kept(tmp_path / "b.db", coded[:1]) as store:
        with sqlite3.connect(store.path) as raw:
            (text,) = raw.execute("SELECT gist FROM claim").fetchone()
            gist = json.loads(text)
            del gist["told"]
            raw.execute("UPDATE claim SET gist = ?", (json.dumps(gist),))
        with store.writer(ClaimWeigher()) as writer:
            writer.add(coded[1])
        assert links(store) == before
