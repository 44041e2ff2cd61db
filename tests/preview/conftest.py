"""One preview for all tests of a process: to begin one takes a second."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.preview.served import Preview, serving

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    here = tmp_path_factory.mktemp("preview")
    shutil.copytree(ROOT / "tests/cases/small", here / "content")
    with serving(here / "content", here / "build") as served:
        yield served


@pytest.fixture
def fresh(preview: Preview) -> Iterator[Preview]:
    """The preview, its content as it was afterwards."""
    kept = {path: path.read_bytes() for path in preview.folder.rglob("*") if path.is_file()}
    yield preview
    if preview.state["whatif"] is not None:
        preview.post("what-if", {"values": {}})
        preview.until(lambda state: state["whatif"] is None and preview.settled(state))
    left = {path: path.read_bytes() for path in preview.folder.rglob("*") if path.is_file()}
    for path in left.keys() - kept.keys():
        path.unlink()
    for path, data in kept.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    if left != kept or preview.state["build"]["status"] == "broken":
        preview.saved("figures.yaml")
