"""Marks of other Markdowns: finds what would be printed as typed, says what to write instead.

Pandoc, MyST, GitHub and wikis have marks that CommonMark has not. A sign that is only a sign
(~5, a == b) is left alone; a backslash before it makes it one.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from markdown_it.common.utils import normalizeReference

from builder.frozen import dataclass

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_SHOWN: Final = 60
_USE: Final = r"\{\{[^{}\n]*\}\}"


@dataclass(frozen=True)
class UnsupportedMark:
    """A kind of mark: how it looks (a pattern), what it is called, what to do instead."""

    looks: str
    name: str
    hint: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, made when a text first has the sign: most marks are never met."""
        return re.compile(self.looks)


_WIKI: Final = UnsupportedMark(
    r"\[\[[^\[\]\n]+\]\]", "a wiki link", "write [words](address), or @sec-anchor"
)
_BY_SIGN: Final[dict[str, tuple[UnsupportedMark, ...]]] = {
    "^": (
        UnsupportedMark(
            r"\^\[[^\]]*\]",
            "a note within the line",
            "write [^key] here, and on a line of its own [^key]: with its text",
        ),
    ),
    "=": (
        UnsupportedMark(
            r"(?<![\w=])==(?=[^\s=])[^\n]*?[^\s=]==(?![\w=])",
            "marked text",
            "write *words* or **words**",
        ),
    ),
    "[": (
        _WIKI,
        UnsupportedMark(
            r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]",
            "an alert",
            "write :::{callout} above the words and ::: below them",
        ),
        UnsupportedMark(
            r"\[TOC\]", "a mark for contents", "remove it: the paper makes its own contents"
        ),
    ),
    "@": (
        UnsupportedMark(
            r"@(?:[\"“'‘](?:fig|tbl|sec|eq)-[^\"”'’\n]*[\"”'’]?|(?:fig|tbl|sec|eq)-[{\"“'‘(\[][^\s]*)",
            "a cross-reference in marks",
            "write @fig-name or @tbl-name, of letters, digits, - and _ alone; rename a file that "
            "has another name",
        ),
    ),
    "{": (
        UnsupportedMark(
            r"\{\s*[.#][A-Za-z][\w-]*(?:\s[^{}\n]*)?\}|\{-\}",
            "an attribute",
            "remove it: only [words]{claim=id}, [words]{lang=de} and ## Heading {#anchor} are read",
        ),
        UnsupportedMark(r"\{[a-z][\w:.-]*\}(?=`)", "a role", "write plain words, or `code`"),
    ),
    "\\": (
        UnsupportedMark(
            r"\\[A-Za-z]{2,}(?:\[[^\]]*\])?\{[^{}]*\}",
            "a LaTeX command",
            "write Markdown: *words*, **words**",
        ),
    ),
}


def unsupported(state: StateInline, silent: bool) -> bool:
    """Read a mark that is not supported as one token, whose `info` is the hint (an inline rule)."""
    for mark in _BY_SIGN.get(state.src[state.pos], ()):
        found = mark.pattern.match(state.src, state.pos, state.posMax)
        if found and _is_meant(mark, found.group(), state):
            if not silent:
                token = state.push("unsupported", "", 0)
                token.content = _said(mark.name, found.group())
                token.info = mark.hint
            state.pos = found.end()
            return True
    return False


def _is_meant(mark: UnsupportedMark, found: str, state: StateInline) -> bool:
    """Say whether what looks like a mark is one: words in brackets may be a link by reference."""
    if mark is not _WIKI:
        return True
    return normalizeReference(found[2:-2]) not in state.env.get("references", {})


_TASK: Final = re.compile(r"\[[ xX]\](?:\s|$)")
_RULED: Final = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?|\|\s*:?-{2,}:?\s*\|")
_GRID: Final = re.compile(r"\+(?:[-=:]{2,}\+)+")
_TARGET: Final = re.compile(r"\([\w-]+\)=")


def unsupported_item(content: str) -> tuple[str, str] | None:
    """Return what is wrong with a point of a list, and what to do; None for nothing."""
    box = _TASK.match(content)
    if box is None:
        return None
    hint = "write it as a plain point; whether it is done, say in words"
    return _said("a task list", f"- {box.group().strip()}"), hint


def unsupported_paragraph(content: str) -> tuple[int, str, str] | None:
    """Return what other Markdowns do not take for a paragraph: its line, what it is, what to do."""
    lines = content.split("\n")
    for number, line in enumerate(map(str.strip, lines)):
        if _GRID.fullmatch(line):
            hint = "write | Header | Header |, then |---|---|, then a line to each row"
            return number, _said("a grid table", line), hint
        if _RULED.fullmatch(line):
            hint = "give the line of dashes as many cells as the header above it"
            return number, f'the table does not fit its header: "{line}"', hint
    if len(lines) > 1 and all(line.strip().startswith("|") for line in lines):
        hint = "write | Header | Header |, then |---|---|, then a line to each row"
        return 0, _said("a table without a line of dashes", lines[0]), hint
    if _TARGET.fullmatch(content):
        hint = "name the heading that follows: ## Heading {#anchor}"
        return 0, _said("a target", content), hint
    if lines[0].startswith("!!! "):
        hint = "write :::{callout} above the words and ::: below them"
        return 0, _said("an admonition", lines[0]), hint
    return _definition(lines)


def _definition(lines: list[str]) -> tuple[int, str, str] | None:
    """Return the line of a definition without a term."""
    if not re.match(r":\s+\S", lines[0]):
        return None
    hint = "write a short term on the line above it; its meaning stands below, after a colon"
    return 0, _said("a definition without a term", lines[0]), hint


def _said(name: str, words: str) -> str:
    shown = " ".join(words.split())
    shown = shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"
    return f'{name} is not supported: "{shown}"'
