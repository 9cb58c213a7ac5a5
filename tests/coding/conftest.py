"""The rules are tested alone, so that a newly trained encoder changes no test of theirs."""

from __future__ import annotations

import pytest

from vedette import Coder


@pytest.fixture(scope="session")
def coder() -> Coder:
    """Return a coder without the encoder, built once."""
    return Coder(fast=True)
