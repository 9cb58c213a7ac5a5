"""Shared fixtures."""

from __future__ import annotations

from pathlib import Path

import pytest

from vedette import Coder
from vedette.reading import Parser

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The real parser, loaded once a session."""
    return Parser()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of evaluation sets; tests that need it are skipped where it is not at hand."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the evaluation sets in {SHARED.name}/ beside the checkout")
    return SHARED


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The whole pipeline, loaded once a session."""
    return Coder()
