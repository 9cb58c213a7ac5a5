"""Code the drawn reports and draw the claims that precision is judged on, by seed.

    python tools/draw_claims.py ../shared/eval > judge.tsv            # 200 claims to judge, with their surroundings

The reports are those whose ids were drawn and kept before any was read (tests/gold/precision/reports.tsv). Who judges
adds three columns: claim (is it one at all), speaker, content (1 right, 0 wrong) and the class of error. Verdicts are
kept with ids only (tests/gold/precision/claim_verdicts.tsv): the texts are not ours.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from draw_events import SEED, coded
from drawn import GOLD, rows_of

from vedette import CodedReport
from vedette.model import Claim

NUMBER = 200
_AROUND = 120
"""Characters shown before and after the words."""


def speakers(claim: Claim) -> str:
    """Return who speaks as a judge reads it: the words and who they are taken for."""
    found = []
    for one in claim.speakers:
        behalf = f" for {one.on_behalf_of.actor.name}" if one.on_behalf_of is not None else ""
        found.append(f"{one.party.span.exact} = {one.party.actor.name}{behalf}")
    return "; ".join(" ".join(one.split()) for one in found) or "-"


def row(report: CodedReport, claim: Claim) -> str:
    """Return one claim in its surroundings."""
    text, words = report.report.text, claim.evidence or claim.content
    around = text[max(0, words.start - _AROUND) : words.end + _AROUND // 3]
    cells = (
        claim.id,
        report.report.id,
        claim.kind,
        claim.attitude,
        claim.stance,
        speakers(claim),
        " … ".join(text[start:end] for start, end in claim.content.runs),
        around,
    )
    return "\t".join(" ".join(cell.split()) for cell in cells)


def main() -> None:
    """Print the drawn claims."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rest", action="store_true", help="claims of the same reports that nobody has judged")
    asked = parser.parse_args()
    claims = [(one, claim) for one in coded(asked.folder) for claim in one.claims]
    if asked.rest:
        judged = {row["claim"] for row in rows_of(GOLD / "claim_verdicts.tsv")}
        claims = [(one, claim) for one, claim in claims if claim.id not in judged]
    chosen = sorted(random.Random(SEED).sample(range(len(claims)), min(NUMBER, len(claims))))
    print("\t".join(("claim", "report", "kind", "attitude", "stance", "speakers", "content", "around")))
    for k in chosen:
        print(row(*claims[k]))


if __name__ == "__main__":
    main()
