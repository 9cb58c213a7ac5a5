"""Fit how parties of the slots and of the encoder are weighed together (src/vedette/coding/party_weights.toml).

    make train                                          # an encoder that has not read every tenth sentence
    python tools/fit_parties.py --read ../shared/eval   # renew the signs with it, then fit
    python tools/fit_parties.py                         # fit anew from training/parties/signs.tsv

Two kinds of rows: the possible parties of labelled events in the sentences that encoder has not read (right where
`training/roles` marks their word on that side), and those of events in real reports whose parties were judged right by
hand: there all that was told is right and nothing is missing. Of real reports only signs are kept, no words. Logistic
regression with a ridge penalty, Newton steps, cross-validated by sentence or report.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from drawn import FITTED, JUDGED, drawn_reports, rows_of, table_of
from fitting import fitted, held_out, signs_of, write_table
from tokenizers import Tokenizer
from train_events import HELD, base_model, load_checker, read_rows

from vedette import Coder, Report
from vedette.coding import EventCoder, PredicateTyper
from vedette.coding.heard_parties import SIGNS, TABLE, Possible
from vedette.grounding import Grounded, ground

TRAINING = Path(__file__).parents[1] / "training"
ROLES, ROWS = TRAINING / "roles", TRAINING / "parties" / "signs.tsv"
BAR = 0.5
_JUDGED = 0.35
"""Weight of all judged rows together, of the labelled ones: only events judged right are among them, so that slots look
better there than they are."""


def labelled(coder: Coder, events: EventCoder) -> Iterator[tuple[str, Possible, bool]]:
    """Yield the possible parties of labelled events that the encoder has not read, and whether each is right."""
    tokenizer = Tokenizer.from_file(str(base_model() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    held = {row.id for row in read_rows(tokenizer)[0][::HELD]}
    listing = load_checker(ROLES, "listing.py")
    for path in sorted(ROLES.glob("m*.tsv")):
        told, _ = listing.read(path.stem)
        for sentence in listing.sentences(path.stem):
            if sentence.id not in held:
                continue
            grounded = ground(coder.reader.read(Report.make(sentence.text, "2022-03-10")), coder.knowledge)
            starts = {
                event.start: told.get(f"{sentence.id}.{k}") for k, event in enumerate(listing.events(sentence), 1)
            }
            for trigger, possible in events.possible_parties(grounded):
                marked = starts.get(trigger.start)
                if marked is not None:
                    yield sentence.id, possible, _is_marked(possible, marked, grounded)


def _is_marked(possible: Possible, marked: Any, grounded: Grounded) -> bool:
    """Tell whether a party's words, or a pronoun that stands for it, are marked on its side."""
    cell = marked.actors if possible.side == "actors" else marked.recipients
    if possible.is_mutual:
        cell = (*marked.actors, *marked.recipients)
    span = possible.party.span
    tokens = {token.start: token for token in grounded.reading.tokens}
    named = {p.actor.id for start, _ in cell if start in tokens for p in grounded.parties(tokens[start])}
    return any(span.start <= start < span.end for start, _ in cell) or possible.party.actor.id in named


def judged(folder: Path, coder: Coder, events: EventCoder) -> Iterator[tuple[str, Possible, bool]]:
    """Yield the possible parties of events whose parties were judged right in real reports."""
    right = {
        row["event"] for name in JUDGED for row in rows_of(table_of("verdicts", name))
        if row["type_right"] == row["parties_right"] == "1"
    }  # fmt: skip
    for report in drawn_reports(folder, *(table_of("reports", name) for name in FITTED[2:])):
        grounded = ground(coder.reader.read(report), coder.knowledge)
        ids = {event.trigger.start: event.id for event in events(grounded)}
        for trigger, possible in events.possible_parties(grounded):
            if ids.get(trigger.start) in right:
                yield report.id, possible, possible.is_told


def renew(folder: Path) -> None:
    """Write the signs of all possible parties anew."""
    coder = Coder(fast=True)
    events = EventCoder(coder.events.lexicon, typer=PredicateTyper())
    with ROWS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("source", "group", "right", *SIGNS))
        for source, rows in (("labelled", labelled(coder, events)), ("judged", judged(folder, coder, events))):
            for group, possible, right in rows:
                values = (f"{possible.signs[name]:.3f}" for name in SIGNS)
                writer.writerow((source, group, int(right), *values))


def main() -> None:
    """Renew the signs if asked to, fit, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--read", type=Path, metavar="EVAL", help="renew the signs first")
    asked = parser.parse_args()
    if asked.read:
        renew(asked.read)
    rows = rows_of(ROWS)
    x = signs_of(rows, SIGNS)
    right = np.array([float(row["right"]) for row in rows])
    sources = np.array([row["source"] for row in rows])
    counts = np.where(
        sources == "judged", _JUDGED * (sources == "labelled").sum() / max(1, (sources == "judged").sum()), 1.0
    )
    said = held_out(x, right, [row["group"] for row in rows], counts)
    told = np.array([float(row["core_slot"]) + float(row["weak_slot"]) > 0 for row in rows])
    for source in ("labelled", "judged"):
        for name, which in (("told by a slot", told), ("heard only", ~told)):
            mine = (sources == source) & which
            hit = ((said >= BAR) == (right == 1))[mine].mean()
            print(
                f"{source:9s} {name:15s} {mine.sum():5d} rows, right {right[mine].mean():.3f}, weighed right {hit:.3f}"
            )
    notes = ("How signs of a possible party are weighed (log odds); written by tools/fit_parties.py.",)
    write_table(TABLE, notes, fitted(x, right, counts), SIGNS, {"bar": (BAR, "")})


if __name__ == "__main__":
    main()
