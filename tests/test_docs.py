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
