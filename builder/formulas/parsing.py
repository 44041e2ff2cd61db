"""LaTeX into a tree: takes what stands between dollar signs, returns it as `FormulaNode`s.

Nothing is passed over: a command without an equivalent in both files, a brace without its partner,
an argument that is missing is a `FormulaError` with the place of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, NoReturn

from builder.formulas import symbols
from builder.formulas.symbols import (
    EMPTY,
    FormulaError,
    Token,
    Tokens,
    joined,
    said,
    styled,
    tabular,
    tokens_of,
)
from builder.model.inline import FormulaNode
from builder.problems import known_names

_DEEPEST: Final = 40
_MOST: Final = 5_000
"""Characters of a formula; what fills a page has some five hundred."""
_SUPPORTED: Final = (
    "supported are Greek letters and signs by their names, \\frac, \\sqrt, \\sum and its like, "
    "\\left( \\right), functions such as \\log, accents such as \\hat, \\mathrm, \\text "
    "and the environments " + ", ".join(symbols.ENVIRONMENTS)
)
_MINUS: Final = {"-": "−", "*": "∗", "'": "′"}


@lru_cache(maxsize=1024)
def tree_of(source: str, *, display: bool = False) -> FormulaNode:
    """Return the tree of a formula; its figures are numbered leaves that say nothing yet.

    Raises:
        FormulaError: something in it is not supported, or not closed.
    """
    if len(source) > _MOST:
        raise FormulaError(0, f"a formula of {len(source):,} characters", f"at most {_MOST:,}")
    parser = _Parser(tokens_of(source), display=display)
    tree = parser.row(("end",))
    if not said(tree).strip():
        raise FormulaError(0, "an empty formula", "write it between the dollar signs, or remove it")
    return tree


@dataclass
class _Parser(Tokens):
    display: bool = False
    depth: int = 0
    slots: int = 0

    def row(self, ends: tuple[str, ...]) -> FormulaNode:
        """Read up to one of some tokens, which is left: a kind, or what it says."""
        self.depth += 1
        if self.depth > _DEEPEST:
            self._fail("a formula too deep", f"at most {_DEEPEST} braces in one another")
        found: list[FormulaNode] = []
        while not self._ends(ends):
            node = self._scripted()
            if node is not None:
                found.append(node)
        self.depth -= 1
        return found[0] if len(found) == 1 else FormulaNode("row", children=tuple(found))

    def _scripted(self) -> FormulaNode | None:
        """Read an atom and what stands below and above it."""
        base = FormulaNode("row") if self._here().text in ("_", "^") else self._atom()
        if base is None:
            return None
        below = above = None
        while self._here().text in ("_", "^", "'"):
            sign = self._take()
            if sign.text == "'":
                prime = FormulaNode("mo", "′")
                above = prime if above is None else joined(above, prime)
            elif sign.text == "_":
                if below is not None:
                    self._fail("two subscripts of one letter", "put braces around one", sign)
                below = self._argument()
            else:
                held, primed = self._argument(), above
                if primed is not None and not set(said(primed)) <= {"′"}:
                    self._fail("two superscripts of one letter", "put braces around one", sign)
                above = held if primed is None else joined(primed, held)
        return self._with_scripts(base, below, above)

    def _with_scripts(
        self, base: FormulaNode, below: FormulaNode | None, above: FormulaNode | None
    ) -> FormulaNode:
        if base.tag == "nary":
            return replace(base, children=(below or EMPTY, above or EMPTY))
        stacked = base.style == "limits" or base.tag == "brace"
        if base.style == "limits":
            base = replace(base, style="normal")
        if below is None and above is None:
            return base
        if stacked and (self.display or base.tag == "brace"):
            tags = ("under", "over", "underover")
        else:
            tags = ("sub", "sup", "subsup")
        if below is not None and above is not None:
            return FormulaNode(tags[2], children=(base, below, above))
        tag, script = (tags[0], below) if below is not None else (tags[1], above)
        return FormulaNode(tag, children=(base, script or EMPTY))

    def _argument(self) -> FormulaNode:
        """Read what a command or a script takes: a group, or one atom."""
        token = self._here()
        if token.kind == "end" or token.text in ("}", "&", "^", "_", r"\right", r"\\", r"\end"):
            self._fail("a formula in which an argument is missing", "write it in braces: {...}")
        return self._atom() or EMPTY

    def _atom(self) -> FormulaNode | None:
        token = self._take()
        if token.kind == "command":
            self.depth += 1
            if self.depth > _DEEPEST:
                self._fail("a formula too deep", f"at most {_DEEPEST} commands in one another")
            found = self._command(token)
            self.depth -= 1
            return found
        if token.kind == "use":
            self.slots += 1
            return FormulaNode("figure", token.text, slot=self.slots - 1)
        if token.kind == "number":
            # As TeX has it, braces make a comma part of a number: 1{,}96.
            return FormulaNode("mn", token.text.replace("{", "").replace("}", ""))
        if token.text == "{":
            inner = self.row(("}",))
            self.at += 1
            return inner
        if token.text in ("}", "&", "%", "#", "$"):
            self._fail(f'"{token.text}" in a formula', f"write \\{token.text}", token)
        if token.text == "~":
            return FormulaNode("space", "\u00a0")
        if token.text.isalpha():
            return FormulaNode("mi", token.text)
        return FormulaNode("mo", _MINUS.get(token.text, token.text))

    def _command(self, token: Token) -> FormulaNode | None:
        name = token.text[1:]
        if name in symbols.SPACES:
            return FormulaNode("space", symbols.SPACES[name])
        if name == "!":
            self._fail(f'"{token.text}" is not supported in a formula', "leave it out", token)
        if name in symbols.SIGNS or name == "|":
            if name in "%$#&_":
                return FormulaNode("mi", name, "normal")
            return FormulaNode("mo", "‖" if name == "|" else name)
        for table, tag, style in (
            (symbols.LETTERS, "mi", ""),
            (symbols.UPRIGHT, "mi", "normal"),
            (symbols.OPERATORS, "mo", ""),
            (symbols.LIMITED, "mi", "limits"),
        ):
            if name in table:
                return FormulaNode(tag, table[name], style)
        if name in symbols.LARGE:
            sign = symbols.LARGE[name]
            under = self.display and sign not in symbols.INTEGRALS
            return FormulaNode("nary", sign, "under" if under else "", (EMPTY, EMPTY))
        if name in symbols.FUNCTIONS:
            return FormulaNode("mi", name, "normal")
        return self._structure(name, token)

    def _structure(self, name: str, token: Token) -> FormulaNode | None:
        if name in ("frac", "dfrac", "tfrac"):
            return FormulaNode("frac", children=(self._argument(), self._argument()))
        if name == "binom":
            pair = FormulaNode("frac", style="bare", children=(self._argument(), self._argument()))
            return FormulaNode("fence", style="(\0)", children=(pair,))
        if name == "sqrt":
            return self._root()
        if name in symbols.ACCENTS:
            return FormulaNode("accent", symbols.ACCENTS[name], children=(self._argument(),))
        if name in symbols.BARS:
            return FormulaNode("bar", symbols.BARS[name], children=(self._argument(),))
        if name in symbols.BRACES:
            return FormulaNode("brace", symbols.BRACES[name], children=(self._argument(),))
        if name in symbols.FONTS:
            return styled(self._argument(), symbols.FONTS[name])
        if name in symbols.TEXTS or name == "operatorname":
            return self._words(name)
        if name in ("overset", "stackrel", "underset"):
            mark, base = self._argument(), self._argument()
            return FormulaNode("under" if name == "underset" else "over", children=(base, mark))
        if name == "bmod":
            return FormulaNode("mo", "mod")
        if name == "pmod":
            inner = (
                FormulaNode("mi", "mod", "normal"),
                FormulaNode("space", "\u2005"),
                self._argument(),
            )
            return FormulaNode(
                "fence", style="(\0)", children=(FormulaNode("row", children=inner),)
            )
        if name == "not" and self._here().text in ("=", "<", ">"):
            return FormulaNode("mo", {"=": "≠", "<": "≮", ">": "≯"}[self._take().text])
        if name == "left":
            return self._fence()
        if name == "begin":
            return self._environment(token)
        self._unknown(name, token)

    def _unknown(self, name: str, token: Token) -> NoReturn:
        if name == "\\":
            hint = "lines are parted in \\begin{aligned} ... \\end{aligned} alone"
        elif name in ("right", "end"):
            hint = "write \\left( before it" if name == "right" else "write \\begin{...} before it"
        elif re.fullmatch(r"[bB]igg?[lrm]?", name):
            hint = "write \\left( ... \\right), which are as tall as what they hold"
        else:
            near = known_names(name, symbols.known()) if name.isalpha() else ""
            meant = f"{near.split('?')[0]}?" if near.startswith("did you") else ""
            hint = "\n".join(each for each in (meant, _SUPPORTED) if each)
        self._fail(f'the command "\\{name}" is not supported in a formula', hint, token)

    def _root(self) -> FormulaNode:
        if self._here().text != "[":
            return FormulaNode("sqrt", children=(self._argument(),))
        self.at += 1
        degree = self.row(("]",))
        self.at += 1
        return FormulaNode("root", children=(self._argument(), degree))

    def _fence(self) -> FormulaNode:
        opened = self._delimiter()
        inner = self.row((r"\right",))
        self.at += 1
        closed = self._delimiter()
        return FormulaNode("fence", style=f"{opened}\0{closed}", children=(inner,))

    def _delimiter(self) -> str:
        token = self._take()
        if token.text not in symbols.FENCES:
            hint = "write ( ) [ ] | \\{ \\} \\langle \\rangle \\lfloor \\lceil, or . for none"
            self._fail(f'"{token.text}" is no bracket of a formula', hint, token)
        return symbols.FENCES[token.text]

    def _words(self, name: str) -> FormulaNode:
        """Read words up to a closing brace as they are written."""
        token = self._here()
        if token.text != "{":
            self._fail("a formula in which an argument is missing", "write it in braces: {...}")
        self.at += 1
        parts: list[FormulaNode] = []
        begun = ""
        style = symbols.TEXTS.get(name, "")
        while (token := self.tokens[self.at]).text != "}":
            if token.kind == "use":
                parts += [FormulaNode("mtext", begun, style)] if begun else []
                parts.append(FormulaNode("figure", token.text, slot=self.slots))
                self.slots, begun = self.slots + 1, ""
            elif token.kind == "end" or token.text in ("{", "$"):
                self._fail(f"words in \\{name} that do not end", "write plain words and }")
            elif token.kind == "command" and token.text[1:] not in symbols.SIGNS | {" ", ","}:
                self._fail(f'"{token.text}" within \\{name}', "write plain words there")
            else:
                begun += " " if token.kind == "space" else token.text.lstrip("\\")
            self.at += 1
        self.at += 1
        if name == "operatorname" and not parts:
            return FormulaNode("mi", begun, "normal")
        parts += [FormulaNode("mtext", begun, style)] if begun else []
        return parts[0] if len(parts) == 1 else FormulaNode("row", children=tuple(parts))

    def _environment(self, begin: Token) -> FormulaNode:
        name = self._name()
        if name not in symbols.ENVIRONMENTS:
            hint = "supported are " + ", ".join(symbols.ENVIRONMENTS)
            self._fail(f'the environment "{name}" is not supported in a formula', hint, begin)
        rows: list[tuple[FormulaNode, ...]] = []
        cells: list[FormulaNode] = []
        while True:
            cells.append(self.row(("&", r"\\", r"\end")))
            token = self._take()
            if token.text == "&":
                continue
            if token.text == r"\end" and not any(map(said, cells)) and rows:
                break
            rows.append(tuple(cells))
            cells = []
            if token.text == r"\end":
                break
        closed = self._name()
        if closed != name:
            self._fail(f"\\begin{{{name}}} is closed by \\end{{{closed}}}", "close what is open")
        return tabular(name, rows)
