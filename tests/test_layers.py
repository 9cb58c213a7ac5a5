"""Imports go one way, as the contract in pyproject.toml says."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


def test_import_contracts_hold() -> None:
    command = shutil.which("lint-imports")
    if command is None:
        pytest.skip("import-linter is not on the path; `make check` runs it too")
    told = subprocess.run([command], capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1])
    assert told.returncode == 0, told.stdout
