"""The labelled sentences are well formed: every mark as the guide says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CHECK = Path(__file__).parents[1] / "training" / "events" / "check.py"


@pytest.mark.skipif(not CHECK.exists(), reason="the training sentences are no part of this installation")
def test_every_line_keeps_to_the_guide() -> None:
    run = subprocess.run([sys.executable, str(CHECK)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert " 0 lines at fault" in run.stdout
