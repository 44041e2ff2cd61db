"""Helpers of these tests: contents written from a few words, and what reading them gives."""

from __future__ import annotations

from pathlib import Path

from builder.content import read_content
from builder.content.context import Context, Names
from builder.content.lines import Lines
from builder.content.sections import read_sections
from builder.model.blocks import Section
from builder.model.briefing import Content
from builder.problems import Place, Problems

SMALL = Path(__file__).parents[1] / "cases" / "small"

BRIEFING = """\
title: A title
slug: a
language: en-GB
date: 2025
sections: [one]
"""


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write a content folder: a minimal briefing, and `files` beside or instead of it."""
    minimal = {"briefing.yaml": BRIEFING, "sections/one.md": "# One\n\nWords.\n"}
    for name, text in (minimal | files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return folder


def read(folder: Path) -> tuple[Content, list[str]]:
    """Read a content that is good enough to be one, and every problem as text."""
    problems = Problems()
    content = read_content(folder, problems)
    assert content is not None, [str(problem) for problem in problems]
    return content, [str(problem) for problem in problems]


def section(text: str, *names: str) -> tuple[Section, Context]:
    """Read the text of one section, with declared names."""
    context = Context(Problems(), Names(names))
    anchors: dict[str, Place] = {}
    sections, _ = read_sections([("one", Lines("one.md", text))], anchors, context)
    return sections[0], context
