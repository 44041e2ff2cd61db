"""The messages that the README quotes are the ones that an author meets."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from builder.cli import run

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")

# What an author changes in the real content before each message.
EDITS = {
    "claim": [("data/china_trade.csv", "Russia,240,", "Russia,900,")],
    "digit": [("sections/iran.md", "Both counts are", "Both counts, 3,700 and 400, are")],
    "words": [
        (
            "sections/iran.md",
            "Ballistic missiles are the second strand",
            "More than five million rounds fell. Ballistic missiles are the second strand",
        )
    ],
    "comparison": [
        ("sections/china.md", "stood at {{ trade_russia }}", "rose to {{ trade_russia }}")
    ],
}


def quoted(name: str) -> str:
    """Return the indented block after a marker, as it was printed."""
    block = re.search(rf"<!-- message: {name} -->\n\n((?:    .*\n)+)", README)
    assert block is not None, f"the README quotes no message {name}"
    return re.sub("(?m)^    ", "", block[1])


@pytest.mark.parametrize("name", EDITS)
def test_a_message_in_the_readme_is_the_one_that_is_printed(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "content", "content")
    for file, before, after in EDITS[name]:
        path = Path("content", file)
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after), "utf-8")
    run(["check", "content"])
    said = capsys.readouterr().err.replace("\u00a0", " ")
    assert quoted(name) in said


def test_every_message_that_the_readme_marks_is_held_to_this() -> None:
    assert set(re.findall(r"<!-- message: (\w+) -->", README)) == set(EDITS)
