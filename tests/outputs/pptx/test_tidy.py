"""The house deck passes the checks that schema validators leave out, and these can fail."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.outputs.pptx.lint import lint
from tests.outputs.pptx.opened import Opened
from tests.shares import share


def test_the_deck_is_tidy(deck: Path) -> None:
    assert lint(deck.read_bytes()) == []


def changed(deck: Path, name: str, before: str, after: str) -> bytes:
    """Return a deck with one text replaced in one part."""
    parts = dict(Opened.of(deck).parts)
    assert before in parts[name].decode()
    parts[name] = parts[name].decode().replace(before, after, 1).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for member, data in parts.items():
            archive.writestr(member, data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "before", "after", "found"),
    share(
        [
            ("ppt/slides/slide1.xml", 'type="ctrTitle"', 'type="body" idx="1"', "has no title"),
            ("ppt/slides/slide2.xml", ' lang="', ' altLang="', "text without a language"),
            ("ppt/presentation.xml", "<p14:sldId ", "<p14:other ", "sections do not hold every"),
            (
                "ppt/_rels/presentation.xml.rels",
                "slides/slide2",
                "slides/slide99",
                "leads to the abs",
            ),
            ("ppt/charts/chart1.xml", "<c:v>", "<c:v>9", "the chart"),
            ("[Content_Types].xml", "/ppt/slides/slide1.xml", "/ppt/slides/other.xml", "absent"),
        ],
        3,
    ),
)
def test_the_lint_sees_what_is_broken(
    deck: Path, name: str, before: str, after: str, found: str
) -> None:
    assert any(found in finding for finding in lint(changed(deck, name, before, after)))
