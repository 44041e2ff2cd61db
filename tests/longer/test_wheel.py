"""Paperdeck installed: a source archive and its wheel, unpacked where there is no checkout.

The wheel is made from the source archive, as build tools do it, and installed without an index
into a new virtual environment. That one has no packages of its own but Paperdeck: a path file
leads it to those of the environment that runs the tests, so that nothing is fetched.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from dataclasses import dataclass
from email.message import Message
from email.parser import Parser
from pathlib import Path, PurePosixPath

import pytest

from builder.cli import run
from builder.version import VERSION

ROOT = Path(__file__).resolve().parents[2]
NAME = f"paperdeck-{VERSION}"
LICENCES = {
    "LICENSE",
    "THIRD-PARTY.md",
    "assets/fonts/LICENSE-liberation-sans.md",
    "assets/fonts/LICENSE-source-code-pro.md",
    "assets/fonts/LICENSE-source-sans.md",
    "assets/fonts/LICENSE-source-serif.md",
    "assets/icc/README.md",
    "assets/icons/LICENSE-bootstrap-icons.md",
}


@dataclass(frozen=True)
class Installed:
    """A virtual environment that holds the wheel, and an empty folder to stand in."""

    folder: Path
    here: Path

    def run(self, program: str, *arguments: str | Path) -> str:
        """Run a program of the environment; return what it prints."""
        own = ("PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE")
        outside = {name: value for name, value in os.environ.items() if name not in own}
        # Charts that the checkout has drawn must not do for those that the wheel should draw.
        outside["XDG_CACHE_HOME"] = str(self.folder / "cache")
        done = subprocess.run(
            [self.folder / "bin" / program, *arguments],
            cwd=self.here,
            env=outside,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive, made from this checkout."""
    folder = tmp_path_factory.mktemp("archive")
    before = untracked()
    build = f"from setuptools import build_meta; build_meta.build_sdist({str(folder)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=ROOT, check=True, capture_output=True)
    assert untracked() == before, "a package was made in the checkout itself"
    return folder / f"{NAME}.tar.gz"


@pytest.fixture(scope="module")
def wheel(archive: Path) -> Path:
    """The wheel, made from the source archive."""
    pip("wheel", "--no-deps", "--no-build-isolation", "-w", archive.parent, archive)
    return archive.parent / f"{NAME}-py3-none-any.whl"


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in an environment of its own."""
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    python = folder / "bin" / "python"
    pip("--python", python, "install", "--no-deps", "--no-compile", wheel)
    ours = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    [packages] = folder.glob("lib/python*/site-packages")
    (packages / "needed.pth").write_text("\n".join(sorted(ours)))
    return Installed(folder, tmp_path_factory.mktemp("empty"))


def pip(*arguments: str | Path) -> None:
    """Run the pip of the tests' environment, without an index."""
    alone = dict(os.environ, PIP_NO_INDEX="1", PIP_CONFIG_FILE=os.devnull)
    command = [sys.executable, "-m", "pip", *arguments]
    done = subprocess.run(command, env=alone, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def untracked() -> set[str]:
    """Return the names at the head of the checkout and in its `build/`."""
    return set(os.listdir(ROOT)) | {f"build/{each.name}" for each in (ROOT / "build").glob("*")}


def shipped(folder: str) -> set[str]:
    """Return the files of a folder of the checkout; hidden and compiled ones left out."""
    paths = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    kept = (path for path in paths if path.name[0] not in ".~" and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT).as_posix() for path in kept}


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder, by name."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def finished(folder: Path) -> dict[str, bytes]:
    """Return the files that a build has put into a folder, by name."""
    return {path.name: path.read_bytes() for path in folder.glob("*.p*") if path.name[0] != "."}


def about(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as packed:
        said = packed.read(f"{NAME}.dist-info/METADATA").decode()
    return Parser().parsestr(said, headersonly=True)


def test_the_archive_holds_what_a_wheel_is_made_from_and_nothing_else(archive: Path) -> None:
    with tarfile.open(archive) as packed:
        names = {each.name.removeprefix(f"{NAME}/") for each in packed if each.isfile()}
    generated = {"PKG-INFO", "setup.cfg"}
    heads = {"LICENSE", "MANIFEST.in", "README.md", "THIRD-PARTY.md", "pyproject.toml", "setup.py"}
    assert names - generated == heads | shipped("assets") | shipped("builder")


def test_the_wheel_holds_the_package_with_the_assets_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    told = {name for name in names if name.startswith(f"{NAME}.dist-info/")}
    assets = {f"builder/{name}" for name in shipped("assets")}
    assert names - told == shipped("builder") | assets
    assert {f"{NAME}.dist-info/licenses/{name}" for name in LICENCES} <= told


def test_the_wheel_says_its_version_its_licences_and_its_pythons(wheel: Path) -> None:
    said = about(wheel)
    assert said["Version"] == VERSION
    assert said["License-Expression"] == "MIT AND OFL-1.1 AND CC0-1.0"
    assert set(said.get_all("License-File", [])) == LICENCES
    assert said["Requires-Python"] == ">=3.11"
    pythons = {each.rpartition(" ")[2] for each in said.get_all("Classifier", [])}
    assert {"3.11", "3.12", "3.13"} <= pythons


def test_the_package_that_runs_is_the_installed_one(installed: Installed) -> None:
    said = installed.run("python", "-c", "import builder, sys; print(builder.__file__, *sys.path)")
    file, *searched = said.split()
    assert Path(file).is_relative_to(installed.folder)
    assert str(ROOT) not in searched


@pytest.mark.parametrize("command", [("paperdeck",), ("python", "-m", "builder")])
def test_both_names_of_the_command_tell_the_version(
    command: tuple[str, ...], installed: Installed
) -> None:
    assert installed.run(*command, "--version") == f"paperdeck {VERSION}\n"


def test_a_new_briefing_is_that_of_the_checkout_and_builds_the_same_bytes(
    installed: Installed, tmp_path: Path
) -> None:
    installed.run("paperdeck", "new", "ours")
    assert run(["new", str(tmp_path / "ours")]) == 0
    assert tree(installed.here / "ours") == tree(tmp_path / "ours")
    installed.run("paperdeck", "build", "ours", "--out", "made", "--strict")
    assert run(["build", str(tmp_path / "ours"), "--out", str(tmp_path / "made")]) == 0
    made = finished(installed.here / "made")
    assert sorted(PurePosixPath(name).suffix for name in made) == [".pdf", ".pptx"]
    assert made == finished(tmp_path / "made")
    files = (f"made/{name}" for name in sorted(made))
    assert "the same" in installed.run("paperdeck", "compare", *files)
    assert installed.run("paperdeck", "build", "ours", "--out", "made").count("is up to date") == 2


def test_every_font_theme_and_chart_gives_the_bytes_of_the_checkout(
    installed: Installed, house: Path
) -> None:
    installed.run("python", "-m", "builder", "build", ROOT / "content", "--out", "house")
    assert finished(installed.here / "house") == finished(house) != {}
