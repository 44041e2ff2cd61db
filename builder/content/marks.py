"""Marks that CommonMark has not: those that a briefing takes, `H~2~O`, `m^2^` and a term with
`: meaning`, and those of other Markdowns, which would be printed as typed: says what to write.

Struck text (`~~words~~`) and notes have rules of their own in the library; small capitals are a
span, `[words]{.smallcaps}`.

Pandoc, MyST, GitHub and wikis have more marks. A sign that is only a sign (~5, a == b) is left
alone; a backslash before it makes it one.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from markdown_it.common.utils import normalizeReference
from mdit_py_plugins.deflist import deflist_plugin

from builder.frozen import dataclass

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline


_USE: Final = r"\{\{[^{}\n]*\}\}"
_SHIFTED: Final = {
    "~": (
        "sub",
        rf"(?<=[\w)\]^])~(?!~)((?:[\w()+,.−–*-]|{_USE})+)~(?![\d~])|~(?!\d)([\w()+-]+)~(?![\d~])",
    ),
    "^": ("sup", rf"\^(?=[^^\n]*[^\W_])((?:[^\s^{{\[]|{_USE})(?:[^\s^{{]|{_USE})*)\^(?!\^)"),
}
_LONGEST_TERM: Final = 40  # characters
_INDENT: Final = 2  # of what belongs to a meaning, in columns
_SHOWN: Final = 60
_TASK: Final = re.compile(r"\[[ xX]\](?:\s|$)")
_RULED: Final = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?|\|\s*:?-{2,}:?\s*\|")
_GRID: Final = re.compile(r"\+(?:[-=:]{2,}\+)+")
_TARGET: Final = re.compile(r"\([\w-]+\)=")
_HIDDEN: Final = re.compile(r"(?<![\w|])\|\|(?=[^\s|])[^|\n]*[^\s|]\|\|(?![\w|])")
_CODE: Final = re.compile(r"`[^`]*`|\$[^$]*\$")


def use_marks(markdown: MarkdownIt) -> None:
    """Let a parser read these marks."""
    markdown.enable("strikethrough")
    markdown.inline.ruler.before("strikethrough", "shifted", _shifted)
    markdown.use(deflist_plugin)
    ruler = markdown.block.ruler
    defined = ruler.__rules__[ruler.__find__("deflist")].fn

    def definitions(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        """Read definitions below short terms: a line of French may begin with a colon."""
        if not silent:
            term = state.getLines(start, start + 1, 0, False).strip()
            if len(term) > _LONGEST_TERM or not _is_meaning(state, _below(state, start, end)):
                return False
            end = _end_of_terms(state, start, end)
        return bool(defined(state, start, end, silent))

    ruler.at("deflist", definitions, {"alt": ["paragraph", "reference", "blockquote"]})


def _end_of_terms(state: StateBlock, start: int, end: int) -> int:
    """Return the line that ends a list of terms: what begins another block is no further term."""
    begins = state.md.block.ruler.getRules("paragraph")
    state.parentType = "root"  # a paragraph, which was tried before, lets fewer blocks begin
    for line in range(start + 1, end):
        below = _below(state, line, end)
        inside = state.sCount[line] - state.blkIndent >= _INDENT or _is_meaning(state, line)
        if state.isEmpty(line) or inside or not _is_meaning(state, below):
            continue
        long = state.eMarks[line] - state.bMarks[line] - state.tShift[line] > _LONGEST_TERM
        if long or any(rule(state, line, end, True) for rule in begins):
            return line
    return end


def _below(state: StateBlock, line: int, end: int) -> int:
    """Return the next line that is not empty, or the line itself where none is."""
    return next((at for at in range(line + 1, end) if not state.isEmpty(at)), line)


def _is_meaning(state: StateBlock, line: int) -> bool:
    return state.src.startswith(":", state.bMarks[line] + state.tShift[line])


@cache
def _pattern(looks: str) -> re.Pattern[str]:
    """Return a pattern, made when a text first has its sign: most have neither."""
    return re.compile(looks)


def _shifted(state: StateInline, silent: bool) -> bool:
    """Read `~lowered~` or `^raised^`, which hold no spaces."""
    kind, looks = _SHIFTED.get(state.src[state.pos], ("", ""))
    found = _pattern(looks).match(state.src, state.pos, state.posMax) if looks else None
    if found is None:
        return False
    end = found.end()
    if not silent:
        most, state.pos, state.posMax = state.posMax, state.pos + 1, end - 1
        state.push(f"{kind}_open", kind, 1)
        state.md.inline.tokenize(state)
        state.push(f"{kind}_close", kind, -1)
        state.posMax = most
    state.pos = end
    return True


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
    "+": (
        UnsupportedMark(
            r"(?<![\w+])\+\+(?=[^\s+])[^\n]*?[^\s+]\+\+(?![\w+])",
            "inserted text",
            "write the words themselves, or *words*",
        ),
    ),
    "%": (
        UnsupportedMark(
            r"(?<![\w%])%%(?=[^\s%])[^\n]*?[^\s%]%%(?![\w%])",
            "a comment in signs",
            "write <!-- words -->",
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
            r"\{(?:\+\+[^{}\n]*\+\+|--[^{}\n]*--|==[^{}\n]*==|~~[^{}\n]*~~|>>[^{}\n]*<<)\}",
            "a mark of changes",
            "write the words as they are to stand",
        ),
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
    for number, line in enumerate(lines):
        if hidden := _HIDDEN.search(_CODE.sub(" ", line)):
            hint = "remove it: on paper nothing can be shown later"
            return number, _said("hidden text", hidden.group()), hint
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
