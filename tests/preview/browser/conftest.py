"""A Chromium and a preview for the tests of the page: one browser a run, one preview a module."""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.preview.browser.screen import PATIENCE, Screen

ROOT = Path(__file__).resolve().parents[3]
HERE = Path(__file__).parent


def pytest_itemcollected(item: pytest.Item) -> None:
    if HERE in item.path.parents:
        item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all tests of a process."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("chromium not found")
    playing = pytest.importorskip("playwright.sync_api", reason="playwright not found")
    with playing.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A copy of the content that the module names as `CONTENT`, else of the real briefing."""
    folder = tmp_path_factory.mktemp("preview") / "content"
    shutil.copytree(getattr(request.module, "CONTENT", ROOT / "content"), folder)
    return folder


@pytest.fixture(scope="module")
def options() -> list[str]:
    """What else the command line says; a module may have its own."""
    return []


@pytest.fixture(scope="module")
def address(content: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a preview of the content, as the command prints it."""
    command = [sys.executable, "-m", "builder", "preview", str(content), "--no-open"]
    out = content.parent / "build"
    process = subprocess.Popen(
        [*command, "--out", str(out), *request.getfixturevalue("options")],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield _said(process)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    if not select.select([process.stdout], [], [], PATIENCE)[0]:
        pytest.fail("the preview says nothing")
    said = process.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+/\S+/", said)
    assert found is not None, said
    return found[0]


@pytest.fixture
def screen(chromium: Any, address: str, request: pytest.FixtureRequest) -> Iterator[Screen]:
    """The page in a tab of its own, when all that it shows is there."""
    tab = Screen(chromium, address, getattr(request.module, "PATIENCE", PATIENCE))
    tab.settle()
    yield tab
    complaints = tab.complaints
    tab.close()
    assert complaints == [], "the browser complains of what the page does"
