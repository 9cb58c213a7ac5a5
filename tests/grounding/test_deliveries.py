"""Who supplied equipment to whom."""

from __future__ import annotations

import pytest

from vedette.grounding.ground import ground
from vedette.knowledge import load_knowledge
from vedette.model import EquipmentMention, Report
from vedette.reading import Parser, Reader

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def reader(parser: Parser) -> Reader:
    return Reader(parser, load_knowledge())


def equipment(reader: Reader, text: str) -> tuple[EquipmentMention, ...]:
    return ground(reader.read(Report.make(text, "2022-05-01")), reader.knowledge).equipment


@pytest.mark.parametrize(
    ("text", "supplier", "recipient", "status"),
    [
        ("Russia delivered 12 Mi-24 helicopters to Tajikistan.", "gov:RUS", "gov:TJK", "happened"),
        ("Kyiv received Javelins from Washington.", "gov:USA", "gov:UKR", "happened"),
        ("A shipment of Turkish-made drones reached Ethiopia on Friday.", None, "gov:ETH", "happened"),
        ("Germany agreed to send 18 Leopard 2 tanks to Ukraine.", "gov:DEU", "gov:UKR", "planned"),
        ("Poland gave Ukraine 60 PT-91 tanks.", "gov:POL", "gov:UKR", "happened"),
        ("The United States approved the sale of 40 F-16 jets to Turkey.", "gov:USA", "gov:TUR", "planned"),
        ("Ukraine was given three S-300 batteries by Slovakia.", "gov:SVK", "gov:UKR", "happened"),
        ("Four attack helicopters were delivered to Mali by Russia.", "gov:RUS", "gov:MLI", "happened"),
        ("Drones supplied by Iran hit the port.", "gov:IRN", None, "happened"),
        ("The rebels fired missiles that Iran had shipped to Yemen.", "gov:IRN", "gov:YEM", "happened"),
        ("Pakistan bought 36 J-10C fighters from China.", "gov:CHN", "gov:PAK", "happened"),
        ("Washington suspended arms sales to Saudi Arabia.", "gov:USA", "gov:SAU", "not_happened"),
        ("France refused to sell warships to Russia.", "gov:FRA", "gov:RUS", "not_happened"),
        ("Moscow will not deliver S-400 systems to Iran.", "gov:RUS", "gov:IRN", "not_happened"),
        ("North Korea shipped more than 100 tonnes of ammunition to Russia.", "gov:PRK", "gov:RUS", "happened"),
        ("London promised to provide Kyiv with Storm Shadow missiles.", "gov:GBR", "gov:UKR", "planned"),
        ("The US accused Iran of supplying drones to Russia.", "gov:IRN", "gov:RUS", "unknown"),
        ("Iran denied supplying drones to Russia.", "gov:IRN", "gov:RUS", "denied"),
        ("Mali took delivery of two Su-25 jets from Russia.", "gov:RUS", "gov:MLI", "happened"),
        ("Russia's delivery of S-300s to Syria angered Israel.", "gov:RUS", "gov:SYR", "happened"),
        ("Police seized US-supplied rifles.", "gov:USA", None, "happened"),
        ("Turkey may sell Bayraktar TB2 drones to Kazakhstan.", "gov:TUR", "gov:KAZ", "hypothetical"),
    ],
)
def test_supplier_and_recipient(
    reader: Reader, text: str, supplier: str | None, recipient: str | None, status: str
) -> None:
    (item,) = equipment(reader, text)
    assert item.transfer is not None
    suppliers = [party.actor.id for party in item.transfer.suppliers]
    recipients = [party.actor.id for party in item.transfer.recipients]
    assert (suppliers, recipients) == ([supplier] if supplier else [], [recipient] if recipient else [])
    assert item.transfer.status == status
    for span in (item.transfer.trigger, *(p.span for p in (*item.transfer.suppliers, *item.transfer.recipients))):
        assert text[span.start : span.end] == span.exact


def test_all_goods_of_a_list_are_handed_over(reader: Reader) -> None:
    found = equipment(reader, "Iran has supplied the Houthis with ballistic missiles and drones.")
    assert [item.span.exact for item in found] == ["ballistic missiles", "drones"]
    assert all(item.transfer is not None and item.transfer.recipients for item in found)


@pytest.mark.parametrize(
    "text",
    [
        "Tanks reached the village.",
        "The destroyer fired 30 Tomahawk missiles at Syria.",
        "Russia sent warships to Syria.",
        "The company sold shares and the tanks stood idle.",
    ],
)
def test_moving_and_firing_hand_nothing_over(reader: Reader, text: str) -> None:
    assert all(item.transfer is None for item in equipment(reader, text))
