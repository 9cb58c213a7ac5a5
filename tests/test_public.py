"""The public surface: what is exported is what is promised."""

from __future__ import annotations

import subprocess
import sys

import vedette


def test_all_is_sorted_and_every_name_is_there() -> None:
    assert vedette.__all__ == sorted(vedette.__all__)
    assert all(hasattr(vedette, name) for name in vedette.__all__)


def test_import_is_light() -> None:
    """`import vedette` loads neither parser nor database, so that `--help` stays quick."""
    told = subprocess.run(
        [sys.executable, "-c", "import sys, vedette; print(any(m in sys.modules for m in ('spacy', 'sqlalchemy')))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "False"
