"""Marks that CommonMark has not and a briefing takes: `H~2~O`, `m^2^`, and a term with `: meaning`.

Struck text (`~~words~~`) and notes have rules of their own in the library; small capitals are a
span, `[words]{.smallcaps}`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from mdit_py_plugins.deflist import deflist_plugin

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
