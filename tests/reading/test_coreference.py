"""Chains: which mentions of a report stand for one thing."""

from __future__ import annotations

import pytest

from vedette.knowledge import Knowledge, load_knowledge
from vedette.model import Report
from vedette.reading import Parser, Reader, Reading
from vedette.reading.clusters import cluster_spans

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="module")
def reader(parser: Parser, knowledge: Knowledge) -> Reader:
    return Reader(parser, knowledge)


def read(reader: Reader, text: str, day: str = "2021-12-29") -> Reading:
    return reader.read(Report.make(text, day))


def together(reading: Reading, *words: str) -> bool:
    """Tell whether one chain holds mentions with all these words."""
    return any(set(words) <= {mention.span.exact for mention in chain.mentions} for chain in reading.chains)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Defence Minister Ivo Petrovic spoke in Skopje. Petrovic left at noon.", ["Petrovic"]),
        ("General Wen Jie met the envoy. Wen accused the guards of lying.", ["General Wen Jie", "Wen"]),
        ("Police arrested Omar al-Nasser. A court freed al-Nasser.", ["Omar al-Nasser", "al-Nasser"]),
        (
            "The mayor of Lviv said two had died. Mayor Ihor Bilyk had said three.",
            ["Mayor Ihor Bilyk", "The mayor of Lviv"],
        ),
        ("Ms Anna Keller spoke first. She said she would resign.", ["Ms Anna Keller", "She", "she"]),
        ("Mayor Omar Diallo met Amina Toure. Amina Toure said that she agreed with Diallo.", ["Amina Toure", "she"]),
        ("The rebels who left the town said they would return.", ["The rebels", "who", "they"]),
        ("The army said its soldiers had crossed the river.", ["The army", "its"]),
        ("Pavel Horak, a retired general, said he was ready.", ["Pavel Horak", "a retired general", "he"]),
        ("Turkey closed the crossing. The country blamed smugglers.", ["Turkey", "The country"]),
        ("Norway says it is willing to withdraw its troops.", ["Norway", "it", "its"]),
        ("Al-Shabaab seized the port. The group later withdrew.", ["Al-Shabaab", "The group"]),
        ('"I am not afraid," Lena Horn said.', ["I", "Lena Horn"]),
        ("The Lake Basin Commission (LBC) met. LBC members left early.", ["The Lake Basin Commission", "LBC"]),
    ],
)
def test_one_thing_is_one_chain(reader: Reader, text: str, words: list[str]) -> None:
    reading = read(reader, text)
    assert together(reading, *words), [[m.span.exact for m in chain.mentions] for chain in reading.chains]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Boris Hall met Maria Hall in Oslo.", ["Boris Hall", "Maria Hall"]),
        ("Ana Ruiz met Ana Castro. Ana left early.", ["Ana Ruiz", "Ana"]),
        ("A mayor of a small town left. Mayor Ihor Bilyk spoke.", ["A mayor of a small town", "Mayor Ihor Bilyk"]),
        ("Mr Adam Reed saw him in Lagos.", ["Mr Adam Reed", "him"]),
        ("Ms Ada Reed arrived. He was late.", ["Ms Ada Reed", "He"]),
        ("It is likely that Turkey will close the crossing.", ["It", "Turkey"]),
        ("A gunman shot at a gunman.", ["A gunman", "a gunman"]),
        ("Georgian troops and Russian troops left.", ["Georgian troops", "Russian troops"]),
    ],
)
def test_different_things_stay_apart(reader: Reader, text: str, words: list[str]) -> None:
    assert not together(read(reader, text), *words)


def test_every_mention_has_one_chain(reader: Reader) -> None:
    reading = read(
        reader, "The Kremlin said that President Vladimir Putin would meet his Tajik counterpart, who agreed."
    )
    assert sum(len(chain.mentions) for chain in reading.chains) == len(reading.mentions)


def test_spans_take_the_cluster_of_their_head(reader: Reader, knowledge: Knowledge) -> None:
    text = "Sister Agnes Moyo left Lusaka. She thanked the city."
    reading = read(reader, text)
    name, she, city = (text.index(word) for word in ("Sister", "She", "the city"))
    clusters = cluster_spans(reading, [(name, name + 17), (she, she + 3), (city, city + 8)], knowledge)
    assert clusters == [0, 0, 1]


def test_a_bare_surname_the_model_overlooks_is_the_persons(reader: Reader) -> None:
    text = "The army seeks the remains of Christopher Howes. Howes had been working for the group when he was seized."
    assert together(read(reader, text), "Christopher Howes", "he")


def test_a_family_is_no_she(reader: Reader) -> None:
    text = "One of them, Ana Ruiz, told reporters that it was over. “My family is close,” she said."
    assert together(read(reader, text), "Ana Ruiz", "she")


def test_who_speaks_is_not_named_in_his_own_words(reader: Reader) -> None:
    text = "Ana Ruiz trained the dog. “I wanted to show her that Omar could do something,” she said."
    assert together(read(reader, text), "Ana Ruiz", "she")
    text = "Paul Ryan spoke first. The critics met Ivo Horak. He believes Ivo Horak is correct."
    assert not together(read(reader, text), "Ivo Horak", "He")
