"""Explanations: the sentence cut at its marks, a reason for each field."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coded_reports import code, make_report
from vedette.model import Span
from vedette.views import explain_claim, explain_event, mark

TEXT = "abcdefghij" * 3


def test_event_explanation_marks_the_trigger_and_the_roles() -> None:
    coded = code(make_report())
    told = explain_event(coded.report, coded.events[0], "0.1.0")
    assert {run.text: run.marks for run in told.sentence if run.marks} == {
        "Taliban fighters": ("actor",),
        "attacked": ("trigger",),
        "soldiers": ("recipient",),
        "Qalai Naw": ("place",),
        "Wednesday": ("when",),
        "12": ("count",),
        "mortars": ("equipment",),
    }
    assert "".join(run.text for run in told.sentence) == coded.events[0].evidence.exact
    assert (told.rule, told.score, told.rivals[0].event_type) == ("assault.attack@1", 0.9, "MOBILIZE")


def test_event_explanation_gives_each_field_its_rule_and_words() -> None:
    coded = code(make_report())
    told = {reason.field: reason for reason in explain_event(coded.report, coded.events[0], "0.1.0").reasons}
    assert (told["status"].value, told["status"].rule, told["status"].words) == (
        "happened",
        "status.past@1",
        "attacked",
    )
    assert told["contexts"].rule == "context.army@1"
    assert told["moment"].value.startswith("2021-07-07 (2021-07-07 to 2021-07-07; precision day, basis text")
    assert told["asserted by"].value.endswith("denies in " + coded.claims[1].id)


def test_claim_explanation_marks_cue_speaker_and_content() -> None:
    coded = code(make_report())
    told = explain_claim(coded.report, coded.claims[0], "0.1.0")
    marks = {name for run in told.sentence for name in run.marks}
    assert marks == {"speaker", "cue", "content"}
    assert "".join(run.text for run in told.sentence) == "President Vladimir Putin said the attack was a concern."


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8))
def test_marks_never_change_the_words(spans: list[tuple[int, int]]) -> None:
    marks = [("x", Span.cut(TEXT, min(pair), max(pair))) for pair in spans]
    runs = mark(TEXT, Span.cut(TEXT, 5, 25), marks)
    assert "".join(run.text for run in runs) == TEXT[5:25]
