"""Settings come from the environment, then from a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from vedette.errors import DataFileInvalid
from vedette.settings import DEFAULT_STORE, Settings


def test_without_anything_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Settings.from_environment({}) == Settings(DEFAULT_STORE, (), ())


def test_paths_of_a_file_are_relative_to_it_and_the_environment_is_stronger(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('store = "border.db"\nknowledge = ["a.csv", "b.csv"]\nlexicon = "own.toml"\n', "utf-8")
    found = Settings.from_environment({"VEDETTE_SETTINGS": str(file), "VEDETTE_KNOWLEDGE": "c.csv"})
    assert found == Settings(tmp_path / "border.db", (Path("c.csv"),), (tmp_path / "own.toml",))


def test_the_working_folder_s_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "vedette.toml").write_text('store = "x.db"', "utf-8")
    monkeypatch.chdir(tmp_path)
    assert Settings.from_environment({}).store == Path("x.db")


@pytest.mark.parametrize("text", ["sotre = 'x'", "store = ['a', 'b']", "lexicon = [1]", "store = "])
def test_what_is_not_known_is_told_with_the_file(tmp_path: Path, text: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(DataFileInvalid, match=r"mine\.toml"):
        Settings.from_environment({"VEDETTE_SETTINGS": str(file)})
