"""What the README says to type exists, and what it shows is there."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.architecture.package_code import ROOT

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
MODULES = sorted(set(re.findall(r"python -m ((?:catalog|assistant|tests)[\w.]*)(?: ([a-z-]+))?", TEXT)))


def test_it_has_the_two_commands() -> None:
    blocks = re.findall(r"```bash\n(.*?)```", TEXT, re.DOTALL)
    assert [block.strip() for block in blocks[:2]] == [
        "pip install -r requirements.txt && python app.py",
        "pip install -r requirements.txt -r tests/requirements.txt && python -m pytest",
    ]


@pytest.mark.parametrize("path", sorted(set(re.findall(r"!\[[^\]]*\]\(([^)]+)\)", TEXT))))
def test_its_pictures_are_there(path: str) -> None:
    assert (ROOT / path).is_file()


@pytest.mark.parametrize(
    "path", re.findall(r"^(?:  )?([a-z]+(?:\.py|/))(?= )", TEXT.partition("## Where things are")[2], re.M)
)
def test_the_files_of_its_map_are_there(path: str) -> None:
    folders = (ROOT, ROOT / "catalog", ROOT / "assistant")
    assert any((folder / path).exists() for folder in folders)


@pytest.mark.parametrize(("module", "command"), MODULES)
def test_its_commands_exist(module: str, command: str) -> None:
    if module.startswith("tests"):
        assert (ROOT / f"{module.replace('.', '/')}.py").is_file()
        return
    said = subprocess.run(
        [sys.executable, "-m", module, *([command] if command else []), "--help"],
        cwd=ROOT, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert said.returncode == 0, said.stderr


def test_the_sample_shop_is_as_large_as_it_says() -> None:
    told = re.search(r"sample shop of (\d+) products", TEXT)
    files = (ROOT / "catalog" / "sample" / "products").glob("*.jsonl")
    assert told is not None
    assert int(told[1]) == sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)
