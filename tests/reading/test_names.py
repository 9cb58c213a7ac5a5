"""Mentions: what a report names, with which kind and words."""

from __future__ import annotations

import pytest

from vedette.errors import DataFileInvalid
from vedette.knowledge import Knowledge, load_knowledge
from vedette.model import Report
from vedette.reading import Parser, Reader, Reading
from vedette.reading.actor_nouns import load_actor_nouns, parse_actor_nouns
from vedette.reading.names import name_tokens


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="module")
def reader(parser: Parser, knowledge: Knowledge) -> Reader:
    return Reader(parser, knowledge)


def read(reader: Reader, text: str, day: str = "2021-12-29") -> Reading:
    return reader.read(Report.make(text, day))


def kinds(reading: Reading) -> dict[str, str]:
    return {mention.span.exact: mention.kind for mention in reading.mentions}


def test_actor_nouns_cover_every_sector() -> None:
    nouns = load_actor_nouns()
    rows = [row for rows in nouns.by_head.values() for _, row in rows]
    assert len(rows) >= 250
    told = {sector for row in rows for sector in row.sectors}
    assert told >= set(
        "COP GOV JUD LEG MIL PRM PTY REB SPY UAF AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP REL SOC".split()
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("soldier\tperson\tmilitary\tMIL\tmil", "line 2: 5 columns"),
        ("soldier\tman\tmilitary\tMIL\tmil\t-", "line 2: 'man'"),
        ("soldier\tperson\tmilitary\tXYZ\tmil\t-", "line 2: sector 'XYZ'"),
        ("soldier\tperson\tmilitary\tMIL\tzzz\t-", "line 2: body 'zzz'"),
    ],
)
def test_actor_nouns_malformed_row_names_its_line(row: str, message: str) -> None:
    with pytest.raises(DataFileInvalid, match=message):
        parse_actor_nouns(f"noun\tstands_for\tkind\tsectors\tbody\toffice\n{row}\n", "nouns.tsv")


@pytest.mark.model
def test_a_person_is_one_mention_with_titles(reader: Reader) -> None:
    reading = read(reader, "Belarusian President Alexander Lukashenko arrived in Sochi on Friday.")
    (person,) = [mention for mention in reading.mentions if mention.kind == "person"]
    assert person.span.exact == "Belarusian President Alexander Lukashenko"
    assert person.head.text == "Lukashenko"
    assert [token.text for token in name_tokens(person)] == ["Alexander", "Lukashenko"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The Uzbek army closed the bridge at Termez.", "Uzbek army", "organisation"),
        ("Al-Shabaab fighters left the village before dawn.", "Al-Shabaab", "organisation"),
        ("Kenya sent two envoys to the talks.", "Kenya", "country"),
        ("The insurgents denied the report.", "The insurgents", "group"),
        ("A spokeswoman declined to comment.", "A spokeswoman", "role"),
        ("They left on Sunday.", "They", "pronoun"),
    ],
)
def test_kinds_of_mention(reader: Reader, text: str, words: str, kind: str) -> None:
    assert kinds(read(reader, text)).get(words) == kind


@pytest.mark.model
def test_knowledge_overrides_the_model(reader: Reader) -> None:
    reading = read(reader, "The Tajik parliament met in Dushanbe while Kyrgyz troops watched the border.")
    assert not [mention for mention in reading.mentions if mention.kind == "person"]


@pytest.mark.model
@pytest.mark.parametrize("text", ["\x00", "🙂" * 50, "((((((", "a" * 5000, "I", "- - -", "“”", "1 2 3 4 5"])
def test_any_text_survives(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    for mention in reading.mentions:
        assert text[mention.span.start : mention.span.end] == mention.span.exact
        assert reading.chain_of[mention.index] in reading.chains
