"""Documentation is true: every block of the API page runs, every link leads somewhere, every command is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
_BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)


@pytest.mark.model
@pytest.mark.parametrize("block", _BLOCK.findall((ROOT / "docs" / "python.md").read_text(encoding="utf-8")))
def test_api_blocks_run(block: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(block, "docs/python.md", "exec"), {})  # noqa: S102
    assert "failed:" not in capsys.readouterr().out


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.model
def test_example_of_the_readme_is_what_is_coded() -> None:
    from vedette import Coder, Report

    page = (ROOT / "README.md").read_text(encoding="utf-8")
    text, shown = re.search(r"cat border.txt\n(.*?)\n\n\$ vedette code border.txt\n(.*?)```", page, re.DOTALL).groups()  # type: ignore[union-attr]
    coded = Coder().code(Report.make(text, text.split()[1]))
    events, claims = (
        [re.split(r"\s{2,}", line.strip()) for line in table.splitlines()[1:]]
        for table in shown.strip("\n").split("\n\n")
    )
    assert [row[:2] for row in events] == [[event.event_type, event.status] for event in coded.events]
    for row, event in zip(events, coded.events, strict=True):
        assert row[-1] == f"«{event.trigger.exact}»"
        parties = [party.actor.name for party in (*event.actors, *event.recipients)]
        assert all(name in "  ".join(row) for name in parties), (row, parties)
    said = [[c.speakers[0].party.actor.name, c.stance, " ".join(c.content.exact.split())] for c in coded.claims]
    assert claims == said


def test_every_evaluation_task_is_documented() -> None:
    from vedette.evals import TASKS

    page = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in page for name in TASKS)


def test_every_command_is_documented() -> None:
    import typer

    from vedette.cli.app import app

    command = typer.main.get_command(app)
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert all(f"vedette {name}" in page for name in command.commands)  # type: ignore[attr-defined]
