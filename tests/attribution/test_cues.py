from __future__ import annotations

from typing import get_args

import pytest

from vedette.attribution.cues import cue_lexicon, parse_lexicon
from vedette.errors import DataFileInvalid
from vedette.model import Stance
from vedette.model.claim import Attitude

HEAD = "kind\tcue\tattitude\tstance\tcontent\n"


def test_cue_lexicon_is_broad() -> None:
    lexicon = cue_lexicon()
    tables = (lexicon.verbs, lexicon.nouns, lexicon.adjectives, lexicon.prepositions)
    assert sum(map(len, tables)) >= 300
    cues = [cue for table in tables for entry in table.values() for cue in entry.frames.values()]
    assert {cue.attitude for cue in cues} == set(get_args(Attitude))
    assert {cue.stance for cue in cues} == set(get_args(Stance))


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("verb\tsay\tsays\tasserts", "4 columns"),
        ("word\tsay\tsays\tasserts\tclause", "'word' is none of"),
        ("verb\tsay\tutters\tasserts\tclause", "'utters' is none of"),
        ("verb\tsay\tsays\tyes\tclause", "'yes' is none of"),
        ("verb\tsay\tsays\tasserts\tsentence", "content 'sentence'"),
        ("verb\tsay\tsays\tasserts\tclause clause", "twice"),
    ],
)
def test_parse_lexicon_names_file_and_line(row: str, complaint: str) -> None:
    with pytest.raises(DataFileInvalid, match=r"mine\.tsv:2") as error:
        parse_lexicon(HEAD + row, "mine.tsv")
    assert complaint in str(error.value)


def test_parse_lexicon_finds_particles() -> None:
    lexicon = parse_lexicon(HEAD + "verb\tpoint out\tsays\tasserts\tclause", "mine.tsv")
    assert lexicon.verbs["point out"].first.attitude == "says"
