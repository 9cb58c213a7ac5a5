"""Print how much of an entity-linking set the knowledge tables could know, and the score over that share.

    python tools/identity.py GOLD.jsonl PREDICTIONS.jsonl

Could know: the gold page's title is a title of something in the tables (an actor, a country and its bodies, a
place of the gazetteer found by that title). Over that share, as the sets' scorer counts: gold items outside it are
left out, and so are predictions that overlap none of what is left; the rest is precision, recall and F1 of spans
that overlap and have the same title, one to one.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from vedette.knowledge import Knowledge, load_knowledge
from vedette.knowledge.titles import PageTitles

Row = dict[str, Any]


def page(link: str | None) -> str | None:
    """Return the title in a link or title, spelled one way, as the scorer does."""
    if not link:
        return None
    title = unquote(re.split(r"/(?:wiki|page|resource)/", link)[-1]).replace(" ", "_").strip("_")
    return title[:1].upper() + title[1:]


class Known:
    """Tells whether the tables hold what a page is about."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._gazetteer = knowledge.gazetteer
        self._titles = PageTitles.load(knowledge.countries)
        self._actors = {page(title) for title in self._titles.all_actors(knowledge.actors)}

    def has(self, title: str) -> bool:
        """Tell whether `title` is a title of something known."""
        return title in self._actors or any(title in self._of_places(name) for name in _names(title))

    def _of_places(self, name: str) -> set[str]:
        return {
            found
            for e in self._gazetteer.find(name)
            for found in self._titles.of_place(e.id, e.name, e.country, e.admin1, e.precision)
        }


def _names(title: str) -> tuple[str, ...]:
    plain = title.replace("_", " ")
    return plain, plain.partition(",")[0], plain.partition(" (")[0]


def score(gold: list[Row], predicted: dict[str, Row], known: Known) -> tuple[int, int, int, int, int]:
    """Return gold items with a page, those that could be known, predictions read, hits and wrong ones."""
    total = knowable = read = hits = 0
    for row in gold:
        items = [(m["start"], m["end"], page(m.get("wiki") or m.get("uri"))) for m in row["mentions"]]
        items = [item for item in items if item[2]]
        total += len(items)
        left = [item for item in items if known.has(str(item[2]))]
        knowable += len(left)
        mine = [(m["start"], m["end"], page(m["wiki"])) for m in predicted.get(str(row["id"]), {}).get("mentions", [])]
        mine = [m for m in mine if any(m[0] < g[1] and g[0] < m[1] for g in left)]
        read += len(mine)
        used: set[int] = set()
        for start, end, title in mine:
            hit = next(
                (k for k, g in enumerate(left) if k not in used and start < g[1] and g[0] < end and g[2] == title), None
            )
            if hit is not None:
                used.add(hit)
                hits += 1
    return total, knowable, read, hits, read - hits


def main() -> None:
    """Print the share and the scores of one set."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("predictions", type=Path)
    given = options.parse_args()
    gold = [json.loads(line) for line in given.gold.read_text("utf-8").splitlines() if line.strip()]
    lines = given.predictions.read_text("utf-8").splitlines()
    predicted = {str(row["id"]): row for row in map(json.loads, filter(str.strip, lines))}
    total, knowable, read, hits, _ = score(gold, predicted, Known(load_knowledge()))
    precision, recall = hits / max(read, 1), hits / max(knowable, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    sys.stdout.write(f"could know {knowable} of {total} ({knowable / max(total, 1):.3f})\n")
    sys.stdout.write(f"over that share  P {precision:.4f} R {recall:.4f} F1 {f1:.4f}\n")


if __name__ == "__main__":
    main()
