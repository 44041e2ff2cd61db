"""The examples of CommonMark's specification as contents: reads them, and prepares them to build.

The specification is under CC-BY-SA: it is fetched through npm where it is asked for, and is no part
of this repository. An address without a scheme is refused, and a digit that belongs to nothing, so
examples get `https:` before their addresses and letters for their digits outside code; nothing else
of them is changed.
"""

from __future__ import annotations

import re
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt

PACKAGE: Final = "commonmark-spec@0.31.2"
COUNT: Final = 652
_FENCE: Final = "`" * 32
_EXAMPLE: Final = re.compile(
    rf"^{_FENCE} example\n(?P<markdown>.*?)^\.\n(?P<html>.*?)^{_FENCE}$", re.DOTALL | re.MULTILINE
)
_AIMS: Final = re.compile(
    r"(?P<before>\](?:\([ \t]*|:[ \t]*\n?[ \t]*)<?)(?P<aim>(?![a-zA-Z][\w+.-]+:|#|[)>\s])[^\s)>]+)"
)
_LETTERS: Final = str.maketrans("0123456789", "abcdefghij")
_KEPT: Final = re.compile(
    r"&#[xX]?[0-9a-fA-F]+;|^(?:[ \t>*+-]|\d{1,9}[.)](?=\s|$))*|h[1-6]\b", re.MULTILINE
)


@dataclass(frozen=True)
class Example:
    """An example by its number from 1: Markdown, and the HTML that it means."""

    number: int
    markdown: str
    html: str

    @property
    def words(self) -> str:
        """All that a reader sees of it: letters and digits, in order."""
        reader = _Words()
        reader.feed(self.html)
        reader.close()
        return letters("".join(reader.found))


class _Words(HTMLParser):
    """Gathers what HTML shows, the numbers of points among it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._numbers: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ol", "ul"):
            start = int(dict(attrs).get("start") or 1)
            self._numbers.append(start if tag == "ol" else None)
        elif tag == "li" and self._numbers:
            number = self._numbers[-1]
            if number is not None:
                self.found.append(str(number))
                self._numbers[-1] = number + 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ol", "ul") and self._numbers:
            self._numbers.pop()

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def letters(text: str) -> str:
    """Return the letters and digits of a text, which no setting changes."""
    return "".join(re.findall(r"[^\W_]", text))


def fetched(folder: Path) -> str:
    """Return the specification, fetched into a folder.

    Raises:
        OSError, subprocess.SubprocessError: it cannot be fetched.
    """
    command = ("npm", "pack", PACKAGE, "--silent", "--pack-destination", str(folder))
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    (packed,) = folder.glob("commonmark-spec-*.tgz")
    with tarfile.open(packed) as archive:
        held = archive.extractfile("package/spec.txt")
        if held is None:
            raise OSError("the package holds no spec.txt")
        return held.read().decode("utf-8")


def examples(spec: str) -> Iterator[Example]:
    """Yield the examples of the specification; an arrow in it stands for a tab."""
    for number, found in enumerate(_EXAMPLE.finditer(spec), 1):
        markdown, html = (found[name].replace("→", "\t") for name in ("markdown", "html"))
        yield Example(number, markdown, html)


def prepared(example: Example) -> Example:
    """Return an example with https addresses, and letters for the digits outside its code.

    What would be another structure then, as a numbered list, keeps those that begin lines, or is
    left as it is.
    """
    for change in (_with_addresses, _with_letters, _all_letters):
        markdown = change(example.markdown)
        html = _parser().render(markdown)
        if _structure(html) == _structure(_parser().render(example.markdown)):
            example = Example(example.number, markdown, html)
    return example


def _with_addresses(markdown: str) -> str:
    return _AIMS.sub(
        lambda found: found["before"] + "https://example.org/" + found["aim"].lstrip("/"), markdown
    )


def _with_letters(markdown: str) -> str:
    lines = markdown.splitlines(keepends=True)
    code = {
        at
        for token in _parser().parse(markdown)
        if token.type in ("fence", "code_block") and token.map
        for at in range(*token.map)
    }
    return "".join(line if at in code else _lettered(line) for at, line in enumerate(lines))


def _all_letters(markdown: str) -> str:
    return markdown if "`" in markdown else markdown.translate(_LETTERS)


def _lettered(line: str) -> str:
    parts = re.split(r"(`+[^`]*`+)", line)
    return "".join(part if at % 2 else _apart(part, first=not at) for at, part in enumerate(parts))


def _apart(words: str, *, first: bool) -> str:
    found, at = [], 0
    for kept in _KEPT.finditer(words):
        if kept.start() and kept.group()[:1] not in "&h":
            continue
        if not first and kept.group()[:1] not in "&h":
            continue
        found += [words[at : kept.start()].translate(_LETTERS), kept.group()]
        at = kept.end()
    return "".join((*found, words[at:].translate(_LETTERS)))


def _structure(html: str) -> list[str]:
    return re.findall(r"</?[a-z]\w*", html)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark")


def as_section(example: Example) -> str:
    """Return the text of a section that holds an example, under a title unless it has one."""
    tokens = _parser().parse(example.markdown)
    titled = bool(tokens) and tokens[0].type == "heading_open" and tokens[0].tag == "h1"
    return example.markdown if titled else f"# Title\n\n{example.markdown}"
