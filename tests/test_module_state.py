"""No module keeps state that anybody could change."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest

PACKAGES = ("vedette.attribution", "vedette.linking")


@pytest.mark.parametrize("package", PACKAGES)
def test_tables_of_a_module_cannot_be_changed(package: str) -> None:
    names = [f"{package}.{found.name}" for found in pkgutil.iter_modules(import_module(package).__path__)]
    changeable = [
        f"{name}.{key}"
        for name in names
        for key, value in vars(import_module(name)).items()
        if isinstance(value, dict | list | set) and not key.startswith("__")
    ]
    assert names
    assert changeable == []
