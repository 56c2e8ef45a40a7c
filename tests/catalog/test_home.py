"""A home is made once, owned by one process, and never taken for another folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from catalog.errors import SetupError
from catalog.home import Home, home_path

HOLDER = """
import sys, time
from pathlib import Path
from catalog.home import Home
held = Home.make(Path(sys.argv[1])).own("python app.py")
print("held", flush=True)
time.sleep(60)
"""


def test_the_option_wins_over_the_environment_over_the_data_directory(tmp_path: Path) -> None:
    assert home_path(tmp_path / "a", {"DAOGOU_HOME": str(tmp_path / "b")}) == tmp_path / "a"
    assert home_path(None, {"DAOGOU_HOME": str(tmp_path / "b")}) == tmp_path / "b"
    assert home_path(None, {}).name == "daogou"
    assert home_path("~/shop", {}) == Path.home() / "shop"


def test_a_home_is_made_with_its_parents_and_opened_again(tmp_path: Path) -> None:
    home = Home.make(tmp_path / "new" / "home")
    assert home.path.is_dir()
    assert Home.make(home.path) == home
    assert home.store.parent == home.chroma.parent == home.settings.parent == home.path


def test_a_folder_with_settings_alone_becomes_a_home(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("")
    (tmp_path / ".hidden").write_text("")
    assert Home.make(tmp_path).settings.exists()


def test_reading_needs_a_catalogue(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="python -m catalog import"):
        Home.existing(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_other_folders_files_and_layouts_are_refused(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "thesis.doc").write_text("x")
    with pytest.raises(SetupError, match=r"thesis\.doc"):
        Home.make(foreign)
    assert [one.name for one in foreign.iterdir()] == ["thesis.doc"]
    with pytest.raises(SetupError, match="is a file"):
        Home.make(foreign / "thesis.doc")
    newer = Home.make(tmp_path / "newer")
    (newer.path / "daogou-home").write_text("layout 9\n")
    with pytest.raises(SetupError, match="another version"):
        Home.make(newer.path)


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SetupError, match="can't be"):
        Home.make(tmp_path / "file" / "home")


def test_the_second_owner_is_refused_by_name_and_process(tmp_path: Path) -> None:
    home = Home.make(tmp_path / "home")
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(home.path)], stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(SetupError, match=rf"'python app\.py' \(process {holder.pid}\).*--home"):
            home.own("test")
        assert home.own_if_free("test") is None
    finally:
        holder.kill()
        holder.wait()
    with home.own("test"), pytest.raises(SetupError, match="'test'"):
        home.own("again")
    home.own("after").close()


def test_a_killed_owner_leaves_the_home_free(tmp_path: Path) -> None:
    home = Home.make(tmp_path / "home")
    (home.path / "owner.json").write_text('{"pid": 999999999, "command": "gone"}')
    assert home.owner() is None
    home.own("test").close()
