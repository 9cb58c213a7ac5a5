"""The task "claim-links": how the second of two given claims stands to the first, by what is coded from the reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from vedette.evals.scores import prf
from vedette.linking import held, link_across
from vedette.model import Claim, CodedReport, Report
from vedette.pipeline import Coder

Row = dict[str, Any]
RELATIONS = ("denies", "disputes", "revises", "repeats", "agrees")
_AGAINST = frozenset({"denies", "disputes"})
_WORD = re.compile(r"\w+")
_NO_WORDS = frozenset({"that", "the", "a", "an"})


def predict_claim_links(rows: Sequence[Row], coder: Coder) -> Iterator[Row]:
    """Write the relation of each row's second claim to its first, "none" where they stand in none."""
    reports = [
        Report.make(one["text"], one["date"], publisher=one.get("publisher")) for row in rows for one in row["reports"]
    ]
    coded = iter(coder.code_many(reports))
    for row in rows:
        claims = [one.claims if isinstance(one := next(coded), CodedReport) else () for _ in row["reports"]]
        sides = [_matching(claims[row[side]["report"]], row[side]) for side in ("first", "second")]
        told = (_relation(second, first, row, coder) for second in sides[1] for first in sides[0])
        relation = next(filter(None, told), "none")
        yield {"id": row["id"], "relation": relation, "found": [bool(side) for side in sides]}


def _matching(claims: Sequence[Claim], side: Row) -> list[Claim]:
    """Return the claims that cover at least half of the given words, those that fit best first."""
    wanted = _words(side["exact"])
    fits = []
    for claim in claims:
        start, end = max(claim.content.start, side["start"]), min(claim.content.end, side["end"])
        if end <= start:
            continue
        said = _words(claim.content.exact)
        shared = len(wanted & said)
        if shared * 2 >= len(wanted):
            fits.append((shared / max(1, len(wanted | said)), claim))
    return [claim for _, claim in sorted(fits, key=lambda fit: -fit[0])]


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - _NO_WORDS


def _relation(second: Claim, first: Claim, row: Row, coder: Coder) -> str:
    if row["first"]["report"] == row["second"]["report"]:
        told = [link.relation for link in second.links if link.claim_id == first.id]
        told += [link.relation for link in first.links if link.claim_id == second.id]
        return told[0] if told else ""
    later, earlier = held(second), held(first)
    if later is None or earlier is None:
        return ""
    (link,) = link_across([(later, earlier)], coder.weigher)
    return link.relation if link is not None else ""


def score_claim_links(gold: Sequence[Row], found: Sequence[Row]) -> list[str]:
    """Score relations: each, disputes and denies together, and false conflicts on pairs that have none."""
    told = {row["id"]: row for row in found}
    lines = [f"pairs {len(gold)}  both claims found {sum(all(row['found']) for row in found) / max(1, len(gold)):.3f}"]
    tally: Counter[tuple[str, str]] = Counter((row["relation"], told[row["id"]]["relation"]) for row in gold)
    for name in RELATIONS:
        right = tally[name, name]
        said = sum(n for (_, one), n in tally.items() if one == name)
        true = sum(n for (one, _), n in tally.items() if one == name)
        lines.append(f"{name:9s} P {{:.3f}} R {{:.3f}} F1 {{:.3f}}  n {true}".format(*prf(right, said, true)))
    right = sum(tally[name, name] for name in _AGAINST)
    said = sum(n for (_, one), n in tally.items() if one in _AGAINST)
    true = sum(n for (one, _), n in tally.items() if one in _AGAINST)
    lines.append("disputes and denies: P {:.3f} R {:.3f} F1 {:.3f}".format(*prf(right, said, true)))
    loose = sum(n for (a, b), n in tally.items() if a in _AGAINST and b in _AGAINST)
    lines.append("conflict of either kind: P {:.3f} R {:.3f} F1 {:.3f}".format(*prf(loose, said, true)))
    none = sum(n for (one, _), n in tally.items() if one == "none")
    false = sum(n for (a, b), n in tally.items() if a == "none" and b in _AGAINST)
    lines.append(f"false conflicts on pairs without any: {false}/{none} {false / max(1, none):.3f}")
    return lines
