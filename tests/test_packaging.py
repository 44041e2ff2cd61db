"""What the package says of itself: what it needs, under which licences, and its version."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NOTICES = (ROOT / "THIRD-PARTY.md").read_text("utf-8")
LOCKED = re.findall(r"(?m)^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text("utf-8"))

# What is imported under another name than it is installed under.
PACKAGES = {
    "PIL": "pillow",
    "resvg_py": "resvg-py",
    "markdown_it": "markdown-it-py",
    "pptx": "python-pptx",
    "yaml": "pyyaml",
}


def imported() -> Iterator[str]:
    """Yield the first part of each name that the package imports from other packages."""
    for module in (ROOT / "builder").rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            yield from {name.partition(".")[0] for name in names}


@pytest.mark.longer
def test_what_is_imported_is_required_and_what_is_required_is_imported() -> None:
    others = set(imported()) - {"builder"} - sys.stdlib_module_names
    packages = {PACKAGES.get(name, name.replace("_", "-")) for name in others}
    assert packages == set(PROJECT["dependencies"])


def test_the_version_stands_in_the_code_alone() -> None:
    assert "version" not in PROJECT
    assert "version" in PROJECT["dynamic"]


def test_every_font_is_named_with_its_licence() -> None:
    licence = (ROOT / "LICENSE").read_text("utf-8")
    for font in (ROOT / "assets" / "fonts").glob("*.ttf"):
        family = f"{font.stem.partition('-')[0]}-*.ttf"
        assert f"assets/fonts/{family}" in licence
        assert f"`{family}`" in NOTICES


def test_every_package_that_users_install_is_named_with_its_licence() -> None:
    named = re.findall(r"(?m)^\| ([a-z0-9-]+) \| [A-Z]", NOTICES)
    assert named == LOCKED


@pytest.mark.parametrize("package", LOCKED)
def test_no_package_that_users_install_is_to_be_had_under_the_gpl_alone(package: str) -> None:
    said = metadata.metadata(package)
    classified = [each for each in said.get_all("Classifier", []) if each.startswith("License")]
    whole = (said["License"] or "").splitlines()[:1]  # some give the whole text
    stated = [each for each in (said["License-Expression"], *classified, *whole) if each]
    if not stated:  # some only have their licence's text with them
        texts = (
            each.read_text() for each in metadata.files(package) or () if "LICENSE" in each.name
        )
        stated = ["MIT" for text in texts if "Permission is hereby granted, free of charge" in text]
    assert stated, f"{package} states no licence"
    copyleft = [each for each in stated if re.search("GPL|General Public", each)]
    assert not copyleft or any("Mozilla" in each for each in stated), stated
