"""Measure every stage on the evaluation sets and write the figures into docs/accuracy.md.

usage: python tools/accuracy.py [FOLDER] [--only SET,SET]      FOLDER holds eval/ and seed/ (default ../shared)

Predicts each set with `vedette eval`'s own code, scores it with the scorer that came with the set, and
replaces the part of docs/accuracy.md between its two markers. What was read by hand stands below them.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vedette import CodedReport, Coder, Report
from vedette.evals import run_task
from vedette.ingest import read_inputs
from vedette.model.record import to_record

PAGE = Path(__file__).parents[1] / "docs" / "accuracy.md"
LINKS = Path(__file__).parents[1] / "tests" / "gold" / "claim_links"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
CORPORA = ("corpus_wikinews_2019_2020", "corpus_us_statements_ukraine_2022_2024")


@dataclass(frozen=True)
class Measure:
    """One set, its task, and the scorer's command line."""

    gold: str
    task: str
    scorer: str
    options: tuple[str, ...] = ()
    lines: int = 4


MEASURES = (
    Measure("events_plv.dev", "events", "score_events.py", lines=4),
    Measure("events_plover_gsr.dev", "events", "score_events.py", lines=5),
    Measure("quotes_polnear.dev", "quotes", "score_quotes.py", lines=7),
    Measure("quotes_gum_news.dev", "quotes", "score_quotes.py", lines=7),
    Measure("timex_te3_timebank.dev", "times", "score_timex.py", lines=5),
    Measure("timex_te3_aquaint.dev", "times", "score_timex.py", lines=5),
    Measure("timex_meantime.dev", "times", "score_timex.py", lines=5),
    Measure("dates_gum_news.dev", "times", "score_timex.py", lines=5),
    Measure("geo_trnews.dev", "places", "score_geo.py", lines=3),
    Measure("geo_lgl.dev", "places", "score_geo.py", lines=3),
    Measure("geo_geovirus.dev", "places", "score_geo.py", lines=3),
    Measure("geo_geowebnews.dev", "places", "score_geo.py", ("--literal",), lines=3),
    Measure("coref_ner_gum_news.dev", "names", "score_spans.py",
            ("--task", "entities", "--types", "person,organization,place"), lines=2),
    Measure("coref_ner_gum_news.dev", "coreference", "score_clusters.py",
            ("--items", "entities", "--within-doc", "--types", "person,organization,place"), lines=2),
    Measure("factuality_uw.dev", "status", "score_labels.py", ("--field", "score"), lines=1),
    Measure("factuality_meantime.dev", "status", "score_labels.py", ("--field", "certainty"), lines=6),
    Measure("factuality_meantime.dev", "status", "score_labels.py", ("--field", "polarity"), lines=6),
    Measure("entity_link_meantime.dev", "links", "score_spans.py", ("--task", "links"), lines=2),
    Measure("entity_link_msnbc.dev", "links", "score_spans.py", ("--task", "links"), lines=2),
    Measure("coref_ecbplus.dev", "same-event", "score_clusters.py", ("--items", "events"), lines=1),
    Measure("coref_events_meantime.dev", "same-event", "score_clusters.py", (), lines=1),
    Measure("coref_ecbplus.dev", "same-story", "score_clusters.py", ("--items", "docs:subtopic"), lines=1),
    Measure("claims_emergent.dev", "stance", "score_labels.py", ("--field", "stance"), lines=4),
)  # fmt: skip


def main() -> None:
    """Measure, print and write."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", nargs="?", type=Path, default=Path("../shared"))
    options.add_argument("--only", default="", help="sets to measure, by name, separated by commas; nothing is written")
    given = options.parse_args()
    if not (given.folder / "eval").is_dir():
        sys.exit(f"{given.folder}: no folder eval/ in it; name the folder that holds the evaluation sets")
    only = set(filter(None, given.only.split(",")))
    coder = Coder()
    fast = Coder(fast=True)
    parts = []
    for measure in MEASURES:
        if not only or measure.gold in only:
            parts.append(_measured(given.folder, measure, coder))
            if measure.task == "events":
                parts.append(_measured(given.folder, measure, fast, note=" --fast"))
    if not only:
        parts += [_seed(given.folder, coder), _seed(given.folder, fast, note=" --fast")]
        parts += [
            _coarse(given.folder, coder),
            _coarse(given.folder, fast, note=" --fast"),
            *(
                _links(half, coder)
                for half in ("dev", "held", "papers", "desks", "close", "close_held", "wires", "wires_held")
            ),
            _corpora(given.folder, coder),
        ]
        _write(parts, coder)
    print("\n".join(parts))


def _measured(folder: Path, measure: Measure, coder: Coder, note: str = "") -> str:
    gold = folder / "eval" / f"{measure.gold}.jsonl"
    with tempfile.TemporaryDirectory() as scratch:
        predictions = Path(scratch) / "predictions.jsonl"
        told = run_task(measure.task, gold, predictions, coder=coder)
        print(told.splitlines()[0], file=sys.stderr)
        scorer = [sys.executable, str(folder / "eval" / measure.scorer), str(gold), str(predictions), *measure.options]
        printed = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout
        lines = printed.splitlines()[: measure.lines]
        if measure.task == "links":
            identity = [sys.executable, str(Path(__file__).parent / "identity.py"), str(gold), str(predictions)]
            lines += subprocess.run(identity, capture_output=True, text=True, check=True).stdout.splitlines()
    baseline = "".join(f" ({line})" for line in told.splitlines() if line.startswith("plain baseline"))
    command = " ".join((measure.scorer, f"{measure.gold}.jsonl", "OUT.jsonl", *measure.options))
    head = f"### {measure.task}{note}: {measure.gold}{baseline}\n\n"
    head += f"`vedette eval {measure.task} {measure.gold}.jsonl{note} --predictions OUT.jsonl`, `{command}`"
    return f"{head}\n\n```text\n{chr(10).join(lines)}\n```\n"


def _links(half: str, coder: Coder) -> str:
    """Score gold of claim links, which is our own and lies in this repository."""
    with tempfile.TemporaryDirectory() as scratch:
        told = run_task("claim-links", LINKS / f"{half}.jsonl", Path(scratch) / "predictions.jsonl", coder=coder)
    lines = "\n".join(told.splitlines()[1:])
    command = f"`vedette eval claim-links tests/gold/claim_links/{half}.jsonl --predictions OUT.jsonl`"
    return f"### claim links: {half}\n\n{command}\n\n```text\n{lines}\n```\n"


def _seed(folder: Path, coder: Coder, note: str = "") -> str:
    report = next(item for item in read_inputs([folder / "seed" / "report.txt"]) if isinstance(item, Report))
    line = json.dumps(to_record(coder.code(report)))
    scorer = [sys.executable, str(folder / "seed" / "score_seed.py")]
    printed = subprocess.run(scorer, input=line, capture_output=True, text=True, check=False).stdout
    last = "\n".join(printed.splitlines()[-2:])
    command = f"`vedette code report.txt{note} --format jsonl | score_seed.py`"
    return f"### seed report{note}\n\n{command}\n\n```text\n{last}\n```\n"


def _coarse(folder: Path, coder: Coder, note: str = "") -> str:
    """Score the coarse set: of each label's rows, the share where one of its expected types comes out."""
    gold = folder / "eval" / "events_case2021_acled.dev.jsonl"
    expected = json.loads((folder / "eval" / "case2021_plover.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        predictions = Path(scratch) / "predictions.jsonl"
        run_task("events", gold, predictions, coder=coder)
        found = {row["id"]: row["events"] for row in map(json.loads, predictions.open(encoding="utf-8"))}
    tally: dict[str, list[int]] = {}
    for row in map(json.loads, gold.open(encoding="utf-8")):
        types = expected.get(row["label"])
        if types is not None:
            coded = {event["event_type"] for event in found[row["id"]]}
            counts = tally.setdefault(row["label"], [0, 0])
            counts[0] += bool(coded & set(types)) if types else not coded
            counts[1] += 1
    lines = [f"{label:32s} {good}/{total} {good / total:.2f}" for label, (good, total) in sorted(tally.items())]
    good, total = map(sum, zip(*tally.values(), strict=True))
    lines.append(f"all {good}/{total} {good / total:.3f}")
    return f"### events (coarse){note}: events_case2021_acled.dev\n\n```text\n" + "\n".join(lines) + "\n```\n"


def _corpora(folder: Path, coder: Coder) -> str:
    """Code the real reports without gold: nothing may crash, fail or point at wrong words."""
    rows = []
    for name in CORPORA:
        items = list(coder.code_many(read_inputs([folder / "eval" / f"{name}.jsonl"])))
        coded = [item for item in items if isinstance(item, CodedReport)]
        wrong = sum(_wrong_offsets(item) for item in coded)
        failures = len(items) - len(coded) + sum(len(item.failures) for item in coded)
        with_event = sum(bool(item.events) for item in coded)
        events = sum(len(item.events) for item in coded)
        rows.append(f"| {name} | {len(items)} | {failures} | {wrong} | {with_event / len(items):.3f} | {events} |")
    head = "| corpus | reports | failures | wrong offsets | share with an event | event mentions |"
    head += "\n|---|---|---|---|---|---|"
    return "### real reports without gold\n\n" + "\n".join([head, *rows]) + "\n"


def _wrong_offsets(coded: CodedReport) -> int:
    text = coded.report.text

    def wrong(node: object) -> int:
        if isinstance(node, dict):
            here = {"start", "end", "exact"} <= node.keys() and text[node["start"] : node["end"]] != node["exact"]
            return here + sum(map(wrong, node.values()))
        return sum(map(wrong, node)) if isinstance(node, list) else 0

    return wrong({key: value for key, value in to_record(coded).items() if key != "report"})


def _write(parts: list[str], coder: Coder) -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    made = (
        f"Measured on {date.today().isoformat()} with version {coder.version.version}, parser {coder.version.model}, "
    )
    made += f"codebook {coder.version.codebook}, knowledge {coder.version.knowledge}, by `make accuracy`.\n"
    PAGE.write_text(f"{before}{BEGIN}\n\n{made}\n{chr(10).join(parts)}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
