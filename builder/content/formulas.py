"""Formulas in Markdown: takes what stands between dollar signs, returns inline items or a block.

Pandoc's rule tells a formula from a price: a sign before something, its partner after something
and not before a digit. What is left of it that is plainly money (US$3m or A$) stays prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Protocol

from builder.content.digits import check_use
from builder.content.lines import Locator
from builder.model.blocks import Equation
from builder.model.inline import Formula
from builder.model.text import FigureUse, Inline, Owner, Run, Text

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from builder.content.context import Context
    from builder.content.references import Emphasis
    from builder.content.sheet import SectionSheet
    from builder.content.tree import Node
    from builder.problems import Place, Problems

SHIELD: Final = "\ue07c"
"""What stands for a bar within `{{ }}`, so that it parts no cells of a table."""

_USE: Final = re.compile(r"\{\{[^{}\n]*\}\}")
_FORMULA: Final = re.compile(
    r"\$\$(?=[^$])[^$]+\$\$|(?<![\w$])\$(?![\s$])(?:[^$\\\n]|\\.)+?(?<!\s)\$(?![\d$])"
)
_BLOCK: Final = re.compile(
    r"\$\$(?P<held>(?:[^$\\]|\\.)*)\$\$[ \t]*(?:\{#(?P<label>[^\s{}]+)\})?", re.DOTALL
)
_LABEL: Final = re.compile(r"eq-(\w(?:[\w-]*\w)?)")
_MONEY: Final = re.compile(r"(?:\b|\d\s?)(?:US|CA?|AU?|NZ|HK|S|R)$")
_MARKED: Final = re.compile(r"[\\^_{}=]")
# Without a mark of LaTeX: letters one by one, digits and signs, but no words.
_BARE: Final = re.compile(r"(?=.*[A-Za-z])(?:[A-Za-z]{1,2}(?![A-Za-z])|[\s\d+\-*/<>,.()\[\]|!'’])+")
_JOINED: Final = re.compile(r"[+\-*/<>(|!'’]")
_OPEN: Final = re.compile(r"\$\$[ \t]*\n")
_AMOUNT: Final = re.compile(r"\d[\d.,]*\s?[A-Za-z]{0,2}")
_INDENTED: Final = 4


class Reading(Protocol):
    """A text while its tokens are read (`texts`)."""

    items: list[Inline]

    @property
    def locate(self) -> Locator:
        """Where its characters stand."""

    @property
    def context(self) -> Context:
        """What is gathered."""

    @property
    def style(self) -> Emphasis:
        """How words are set there."""

    def flush(self) -> None:
        """Make runs of the words gathered so far."""


def formula(state: StateInline, silent: bool) -> bool:
    """Read a formula as one token, whose `markup` is its dollar signs (an inline rule)."""
    if state.src[state.pos] != "$":
        return False
    found = _FORMULA.match(state.src, state.pos, state.posMax)
    if not found or not _is_one(found.group()):
        return not state.pos and bool(_OPEN.match(state.src)) and _unclosed(state, silent)
    if not silent:
        token = state.push("formula", "", 0)
        token.markup = "$$" if found.group().startswith("$$") else "$"
        token.content = found.group()[len(token.markup) : -len(token.markup)]
    state.pos = found.end()
    return True


def _unclosed(state: StateInline, silent: bool) -> bool:
    if not silent:
        token = state.push("unsupported", "", 0)
        token.content = "a formula that is not closed"
        token.info = "write $$ on the line below it, with no blank line between"
    state.pos += 2
    return True


def formula_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read `$$ ... $$ {#eq-name}` that begins a line as a block of its own (a block rule)."""
    first = state.bMarks[start] + state.tShift[start]
    if state.sCount[start] - state.blkIndent >= _INDENTED or state.src[first : first + 2] != "$$":
        return False
    indent = min(state.blkIndent, state.sCount[start])
    for line in range(start, end):
        if state.isEmpty(line) or state.sCount[line] < indent:
            return False
        lines = state.src[first : state.eMarks[line]]
        found = _BLOCK.fullmatch(lines.rstrip())
        if found is None:
            continue
        if not found["held"].strip():
            return False
        if not silent:
            state.line = line + 1
            token = state.push("formula_block", "", 0)
            token.content, token.map = found["held"], [start, line + 1]
            token.info = found["label"] or ""
        return True
    return False


def _is_one(written: str) -> bool:
    """Say whether what stands between dollar signs is a formula, not words between sums."""
    bare = _USE.sub("", written.strip("$")).strip()
    money = _MONEY.search(bare)
    if money and money.group() != bare:
        return False  # "$3m to US$", but "$S$"
    if _MARKED.search(bare):
        return True
    if not _BARE.fullmatch(bare) or _AMOUNT.fullmatch(bare):
        return False
    return bool(_JOINED.search(bare)) or (bare.isalpha() and not written.startswith("$$"))


def formula_items(
    formula: Formula, locate: Locator, context: Context, style: Emphasis
) -> Iterator[Inline]:
    """Yield the items of a formula: what is written, piece by piece, and its figures.

    `locate` says where the characters of its source stand. What cannot be read is reported; a
    sign stands for it, since the text is not empty.
    """
    from builder.formulas.parsing import tree_of
    from builder.formulas.symbols import FormulaError

    strong, emphasis, claim = bool(style.strong), bool(style.emphasis), style.claim
    try:
        tree_of(formula.source, display=formula.display)
    except FormulaError as error:
        context.problems.error(locate(error.at), error.found, error.hint)
        yield Run("…", place=formula.place)
        return
    if style.link:
        hint = "let words lead there: [words](address)"
        context.problems.error(formula.place, "a formula cannot be a link", hint)
    at = 0
    owner = Owner("formula", formula.source)
    for use in _USE.finditer(formula.source):
        if piece := formula.source[at : use.start()]:
            yield Run(
                piece, strong, emphasis, owner=owner, claim=claim, place=locate(at), formula=formula
            )
        at = use.end()
        yield _figure(use, formula, locate(use.start()), context, style)
    if piece := formula.source[at:]:
        yield Run(
            piece, strong, emphasis, owner=owner, claim=claim, place=locate(at), formula=formula
        )


def _figure(
    use: re.Match[str], formula: Formula, place: Place, context: Context, style: Emphasis
) -> FigureUse:
    written = use.group()[2:-2]
    name, *forms = (part.strip() for part in written.split("|"))
    check_use(written.strip(), name, forms, place, context.problems)
    context.mention("figure", name, place)
    return FigureUse(name, tuple(forms), place, claim=style.claim, formula=formula)


def inline_formula(reading: Reading, token: Token, at: int) -> None:
    """Add the items of a formula within a line, whose token begins at an index of the text."""
    reading.flush()
    locate, context = reading.locate, reading.context
    first = at + len(token.markup)
    if token.markup == "$$":
        hint = "write $$ ... $$ on lines of its own, or $...$ within a line"
        context.problems.error(locate(at), "a formula set apart in a line", hint)
    # Whatever stood in for bars within a use is a bar again; the text is as long as it was.
    made = Formula(token.content.replace(SHIELD, "|"), place=locate(at))
    reading.items += formula_items(
        made, lambda index: locate(first + index), context, reading.style
    )


def equation(node: Node, sheet: SectionSheet, line: int, place: Place) -> Equation | None:
    """Return a formula on lines of its own, which begins at a line of a sheet (from 0)."""
    from builder.content.references import Emphasis

    written = node.info
    named = _LABEL.fullmatch(written) if written else None
    if written and named is None:
        found = f'the formula is called "#{written}"'
        sheet.error(place, found, "write {#eq-name}, of letters, digits, - and _ alone")
        return None
    label = named[1] if named else ""
    source = node.content.replace(SHIELD, "|")
    lead = sheet.lines[line].index("$$") + 2

    def locate(index: int) -> Place:
        before = source[:index]
        further = before.count("\n")
        column = lead + index if not further else len(before) - before.rfind("\n") - 1
        return sheet.place(line + further, column)

    made = Formula(source.strip(), True, label, place)
    first = len(source) - len(source.lstrip())
    items = formula_items(made, lambda at: locate(at + first), sheet.context, Emphasis())
    return Equation(tuple(items), label, place)


def without_formulas(text: Text, problems: Problems) -> Text:
    """Return a text that cannot hold a formula; the first in it is reported."""
    for item in text:
        if isinstance(item, Run | FigureUse) and item.formula is not None:
            problems.error(
                item.formula.place,
                f'a formula is not supported here: "${item.formula.source}$"',
                "say it in words; a sign that is to be seen is written \\$\nformulas stand in "
                "prose, points, notes, captions, tables written in Markdown and titles of slides",
            )
            break
    return text
