from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from vedette.attribution import Attribution, find_attributions, predict_quotes
from vedette.model import Report
from vedette.reading import Parser, Reading

pytestmark = pytest.mark.model


class Example(NamedTuple):
    """One sentence and the attribution expected in it."""

    name: str
    kind: str
    speaker: str
    cue: str
    content: str
    text: str


def _load() -> list[Example]:
    lines = (Path(__file__).parent / "examples.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith(("#", "name\t"))]
    return [Example(*cells[:5], cells[5].replace("\\n", "\n")) for cells in rows]


ROWS = _load()
EXAMPLES = [row for row in ROWS if row.name != "silent"]
SILENT = [row.text for row in ROWS if row.name == "silent"]


@pytest.fixture(scope="module")
def readings(parser: Parser) -> dict[str, Reading]:
    reports = [Report.make(row.text, "2024-05-14") for row in ROWS]
    return {reading.report.text: reading for reading in parser.read_many(reports)}


def words(found: Attribution) -> str:
    span = found.content
    if not span.parts:
        return span.exact
    return " … ".join(span.exact[start - span.start : end - span.start] for start, end in span.parts)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_find_attributions_constructions(example: Example, readings: dict[str, Reading]) -> None:
    found = find_attributions(readings[example.text])
    rows = [
        (
            a.kind,
            a.speaker_words.exact if a.speaker_words is not None else "-",
            a.cue_words.exact if a.cue_words is not None else "-",
            words(a),
        )
        for a in found
    ]
    assert (example.kind, example.speaker, example.cue, example.content) in rows


@pytest.mark.parametrize("text", SILENT)
def test_find_attributions_silent(text: str, readings: dict[str, Reading]) -> None:
    assert find_attributions(readings[text]) == ()


def test_find_attributions_nested_has_parent(parser: Parser) -> None:
    reading = parser.read(
        Report.make("The ministry said that the rebels had threatened to burn the town.", "2024-05-14")
    )
    found = find_attributions(reading)
    assert [a.parent for a in found] == [None, 0]


def test_find_attributions_follows_paragraphs(parser: Parser) -> None:
    text = (
        "“The river rose for days and nobody came to help us.\n\n“We lost the house and the boat,” said Nadia Rahimi."
    )
    found = find_attributions(parser.read(Report.make(text, "2024-05-14")))
    assert len(found) == 1
    assert found[0].speaker_words is not None
    assert found[0].speaker_words.exact == "Nadia Rahimi"
    assert len(found[0].content.parts) == 2


def test_predict_quotes_leaves_nested_out(parser: Parser) -> None:
    text = "The ministry said that the rebels had threatened to burn the town."
    rows = predict_quotes(parser.read(Report.make(text, "2024-05-14")))
    assert [[text[s:e] for s, e in row["content"]] for row in rows] == [
        ["that the rebels had threatened to burn the town"]
    ]
    assert [text[s:e] for s, e in rows[0]["source"]] == ["The ministry"]


def test_find_attributions_hearers_and_dates_say_nothing(parser: Parser) -> None:
    texts = {
        "The union told workers gathered at its gate that the strike would go on.": ["The union"],
        "In her memoirs, published this week, Lena Osk writes that the judge was put under pressure.": ["Lena Osk"],
        "A year later, the army said the lie had been exposed.": ["the army"],
        "The guards had slept, the warden said; the prisoners walked out.": ["the warden"],
        "Two men were seized at the ford, police said; they face ten years in prison.": ["police"],
        "Forty were held, police said; relatives gathered outside the station.": ["police"],
        "The hill was closed, the army said; reporters were not let through.": ["the army"],
        "The bridge was mined, the army said; a court will hear the case in May.": ["the army"],
    }
    readings = parser.read_many([Report.make(text, "2024-05-14") for text in texts])
    told = [[a.speaker_words.exact if a.speaker_words else "-" for a in find_attributions(one)] for one in readings]
    assert told == list(texts.values())
