"""A template named in briefing.yaml is part of the content."""

from __future__ import annotations

from pathlib import Path

from builder import up_to_date
from builder.content import read_content
from builder.model.briefing import Content
from builder.problems import Problems
from builder.starter import start


def with_template(folder: Path, name: str, data: bytes) -> tuple[Content | None, list[str]]:
    if not folder.exists():
        start(folder)
        path = folder / "briefing.yaml"
        path.write_text(path.read_text("utf-8") + f"\ntemplate: {name}\n", "utf-8")
    (folder / name).write_bytes(data)
    problems = Problems()
    content = read_content(folder, problems)
    return content, [str(problem) for problem in problems.errors]


def test_a_template_is_read_and_its_bytes_are_in_the_fingerprint(tmp_path: Path) -> None:
    folder, out = tmp_path / "briefing", tmp_path / "out"
    first, found = with_template(folder, "own.pptx", b"one")
    key = up_to_date.key(folder, out)
    second, _ = with_template(folder, "own.pptx", b"two")
    assert found == []
    assert first is not None
    assert second is not None
    assert first.meta.template_file == b"one"
    assert first.fingerprint != second.fingerprint
    assert up_to_date.key(folder, out) != key


def test_a_template_outside_the_folder_is_refused(tmp_path: Path) -> None:
    _, found = with_template(tmp_path / "briefing", "../own.pptx", b"one")
    assert any('"../own.pptx" lies outside the content folder' in each for each in found)
