"""The labelled sentences are well formed: every mark as the guide says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TRAINING = Path(__file__).parents[1] / "training"
CHECK = TRAINING / "events" / "check.py"


@pytest.mark.skipif(not CHECK.exists(), reason="the training sentences are no part of this installation")
def test_every_line_keeps_to_the_guide() -> None:
    run = subprocess.run([sys.executable, str(CHECK)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert " 0 lines at fault" in run.stdout


@pytest.mark.skipif(not CHECK.exists(), reason="the training sentences are no part of this installation")
def test_every_event_of_a_labelled_file_has_its_parties() -> None:
    run = subprocess.run(
        [sys.executable, str(TRAINING / "roles" / "listing.py"), "check"], capture_output=True, text=True, check=True
    )
    lines = run.stdout.splitlines()
    assert len(lines) > 10
    for line in lines:
        _name, _, rest = line.partition(": ")
        done, of, wanted = rest.split(" ")[:3]
        assert (of, done) == ("of", wanted), line


@pytest.mark.skipif(not CHECK.exists(), reason="the training sentences are no part of this installation")
def test_second_labels_of_parties_agree_with_the_first() -> None:
    run = subprocess.run(
        [sys.executable, str(TRAINING / "roles" / "listing.py"), "agreement"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "all parties alike" in run.stdout
    assert float(run.stdout.splitlines()[0].rpartition(" ")[2]) >= 0.85
