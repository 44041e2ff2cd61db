"""What a formula's source is made of: its signs one after another, the commands of LaTeX that it
may use, and the parts that are made of other parts.

Names in, characters and kinds out; `FormulaNode`s in, one out. What cannot be read is a
`FormulaError`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final, NamedTuple, NoReturn

from builder.model.inline import FormulaNode

_TOKEN: Final = re.compile(
    r"(?P<use>\{\{[^{}\n]*\}\})|(?P<command>\\(?:[A-Za-z]+|.|\n))|(?P<space>\s+)"
    r"|(?P<number>\d+(?:(?:\.|\{[,.]\})\d+)*)|(?P<other>.)",
    re.DOTALL,
)

USE: Final = re.compile(r"\{\{[^{}\n]*\}\}")
"""A figure within a formula."""

EMPTY: Final = FormulaNode("row")


def _table(said: str) -> Mapping[str, str]:
    words = said.split()
    return dict(zip(words[::2], words[1::2], strict=True))


LETTERS: Final = _table(
    "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι "
    "kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς "
    "tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω ell ℓ imath ı jmath ȷ"
)
"""Set in italics, as Latin letters are."""

UPRIGHT: Final = _table(
    "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω hbar ℏ "
    "infty ∞ partial ∂ nabla ∇ emptyset ∅ varnothing ∅ aleph ℵ Re ℜ Im ℑ wp ℘ top ⊤ bot ⊥ angle ∠ "
    "degree ° dots … ldots … cdots ⋯ vdots ⋮ ddots ⋱ euro € pounds £ prime ′"
)

OPERATORS: Final = _table(
    "pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ "
    "odot ⊙ cap ∩ cup ∪ setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ neg ¬ lnot ¬ forall ∀ exists ∃ "
    "nexists ∄ colon : mid ∣ nmid ∤ parallel ∥ perp ⊥ vert | lvert | rvert | "
    "Vert ‖ lVert ‖ rVert ‖ lbrace { rbrace } lbrack [ rbrack ] langle ⟨ "
    "rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ "
    "leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ ll ≪ gg ≫ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ "
    "asymp ≍ doteq ≐ lt < gt > in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ "
    "prec ≺ succ ≻ models ⊨ vdash ⊢ to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ "
    "Rightarrow ⇒ implies ⟹ Leftarrow ⇐ Leftrightarrow ⇔ iff ⟺ mapsto ↦ uparrow ↑ downarrow ↓ "
    "longrightarrow ⟶ longleftarrow ⟵ therefore ∴ because ∵ coloneqq ≔ triangle △ "
    "backslash \\"
)

LARGE: Final = _table(
    "sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ "
    "bigoplus ⨁ bigotimes ⨂"
)
INTEGRALS: Final = frozenset("∫∬∭∮")
"""Large operators whose limits stand beside them everywhere."""


def _names(said: str) -> tuple[str, ...]:
    return tuple(said.split())


FUNCTIONS: Final = frozenset(
    _names(
        "sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan log ln lg exp arg deg "
        "dim ker hom"
    )
)
LIMITED: Final = {
    **{name: name for name in _names("lim max min sup inf det gcd Pr")},
    "limsup": "lim sup",
    "liminf": "lim inf",
}
"""Functions below which something may stand."""

ACCENTS: Final = {
    "hat": "\u0302",
    "widehat": "\u0302",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "vec": "\u20d7",
    "dot": "\u0307",
    "ddot": "\u0308",
    "check": "\u030c",
    "breve": "\u0306",
    "acute": "\u0301",
    "grave": "\u0300",
    "mathring": "\u030a",
}
"""Combining characters."""

BARS: Final = {"overline": "¯", "bar": "¯", "underline": "_"}
BRACES: Final = {"overbrace": "⏞", "underbrace": "⏟"}

SPACES: Final = {
    ",": "\u2009",
    "thinspace": "\u2009",
    ":": "\u2005",
    ">": "\u2005",
    ";": "\u2004",
    " ": "\u00a0",
    "quad": "\u2003",
    "qquad": "\u2003\u2003",
}
WIDTHS: Final = {"\u2009": 1 / 6, "\u2005": 2 / 9, "\u2004": 5 / 18, "\u00a0": 0.25, "\u2003": 1.0}
"""Of a space, in sizes."""

SIGNS: Final = frozenset("{}%$&#_|")
"""What stands for itself after a backslash."""

FONTS: Final = {
    "mathrm": "normal",
    "mathbf": "bold",
    "boldsymbol": "bold",
    "mathit": "italic",
    "mathsf": "sans",
    "mathtt": "mono",
    "mathbb": "double",
    "mathcal": "script",
    "mathscr": "script",
    "mathfrak": "fraktur",
}
TEXTS: Final = {"text": "", "textrm": "", "mbox": "", "textbf": "bold", "textit": "italic"}

ENVIRONMENTS: Final = {
    "matrix": ("", ""),
    "smallmatrix": ("", ""),
    "pmatrix": ("(", ")"),
    "bmatrix": ("[", "]"),
    "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
    "cases": ("{", ""),
    "aligned": ("", ""),
    "split": ("", ""),
    "gathered": ("", ""),
}

FENCES: Final = {
    "(": "(",
    ")": ")",
    "[": "[",
    "]": "]",
    "|": "|",
    "/": "/",
    "<": "⟨",
    ">": "⟩",
    ".": "",
    r"\{": "{",
    r"\}": "}",
    r"\|": "‖",
    **{
        f"\\{name}": OPERATORS[name]
        for name in _names(
            "vert lvert rvert Vert lVert rVert lbrace rbrace lbrack rbrack langle rangle lfloor "
            "rfloor lceil rceil uparrow downarrow"
        )
    },
}

STRUCTURES: Final = _names(
    "frac dfrac tfrac binom sqrt left right begin end overset underset stackrel operatorname "
    "bmod pmod not"
)


def known() -> frozenset[str]:
    """Return the names of all commands that are supported."""
    tables = (LETTERS, UPRIGHT, OPERATORS, LARGE, LIMITED, ACCENTS, BARS, BRACES, FONTS, TEXTS)
    names = {name for table in tables for name in table} | {*FUNCTIONS, *STRUCTURES}
    return frozenset(names | {name for name in SPACES if name.isalpha()})


class FormulaError(Exception):
    """What cannot be read of a formula: where in its source, what was found, what to do."""

    def __init__(self, at: int, found: str, hint: str) -> None:
        self.at, self.found, self.hint = at, found, hint
        super().__init__(found)


class Token(NamedTuple):
    kind: str
    text: str
    at: int


def tokens_of(source: str) -> list[Token]:
    """Return the tokens of a source, the last of which is its end."""
    found = [Token(str(one.lastgroup), one.group(), one.start()) for one in _TOKEN.finditer(source)]
    return [*found, Token("end", "", len(source))]


@dataclass
class Tokens:
    """Tokens while they are read."""

    tokens: list[Token]
    at: int = 0

    def _ends(self, ends: tuple[str, ...]) -> bool:
        token = self._here()
        if token.kind == "end" and "end" not in ends:
            self._fail(f"a formula ends without {ends[0]}", "close what it opens")
        return token.kind in ends or token.text in ends

    def _here(self) -> Token:
        while self.tokens[self.at].kind == "space":
            self.at += 1
        return self.tokens[self.at]

    def _take(self) -> Token:
        token = self._here()
        self.at += token.kind != "end"
        return token

    def _fail(self, found: str, hint: str, token: Token | None = None) -> NoReturn:
        raise FormulaError((token or self.tokens[self.at]).at, found, hint)

    def _name(self) -> str:
        if self._take().text != "{":
            self._fail("an environment without a name", "write \\begin{aligned}")
        name = ""
        while (token := self._take()).text != "}":
            if token.kind == "end":
                self._fail("an environment without a name", "write \\begin{aligned}")
            name += token.text
        return name


def tabular(name: str, rows: list[tuple[FormulaNode, ...]]) -> FormulaNode:
    """Return the rows of an environment, as wide as the widest, within its signs."""
    wide = max(len(row) for row in rows)
    sides = {"cases": "l" * wide, "aligned": "rl" * wide, "split": "rl" * wide}
    filled = (row + (EMPTY,) * (wide - len(row)) for row in rows)
    style = sides.get(name, "c" * wide)[:wide]
    held = FormulaNode(
        "array", style=style, children=tuple(FormulaNode("tr", children=row) for row in filled)
    )
    opened, closed = ENVIRONMENTS[name]
    if not opened:
        return held
    return FormulaNode("fence", style=f"{opened}\0{closed}", children=(held,))


def styled(node: FormulaNode, style: str) -> FormulaNode:
    """Return a part whose letters and digits are set otherwise."""
    if node.tag in ("mi", "mn"):
        return replace(node, style=style)
    return replace(node, children=tuple(styled(child, style) for child in node.children))


def joined(*nodes: FormulaNode) -> FormulaNode:
    """Return parts as one row."""
    flat = (node.children if node.tag == "row" else (node,) for node in nodes)
    return FormulaNode("row", children=tuple(chain.from_iterable(flat)))


def said(node: FormulaNode) -> str:
    """Return all characters of a part."""
    return node.text + "".join(map(said, node.children))
