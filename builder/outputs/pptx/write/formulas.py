"""Formulas as Office Math (ECMA-376-1, 22.1): a formula's tree in, OMML that can be edited out.

It stands where PowerPoint and Excel have it, in `m` of drawing/2010 in a paragraph, with a run of
plain characters for programs that know no formulas.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from builder.model.inline import Formula, FormulaNode
from builder.ooxml.escaping import escape, quoteattr

_MATH: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
# LibreOffice goes by the prefix a14 and then leaves out formulas that stand in a line: by any other
# it shows the run in their place. What a prefix stands for is all that Office looks at.
_PREFIX: Final = "dml14"
_CHOICE: Final = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    f'<mc:Choice xmlns:{_PREFIX}="http://schemas.microsoft.com/office/drawing/2010/main" '
    f'Requires="{_PREFIX}"><{_PREFIX}:m xmlns:m="{_MATH}">'
)
_RELATIONS: Final = frozenset("=≠<>≤≥≈∼≃≅≡∝≪≫→⇒⟹⇔⟺,;")
_SCRIPTS: Final = {
    "double": "double-struck",
    "script": "script",
    "fraktur": "fraktur",
    "sans": "sans-serif",
    "mono": "monospace",
}
_SIDES: Final = {"l": "left", "c": "center", "r": "right"}


def office_math(formula: Formula, fallback: str) -> str:
    """Return a formula within a paragraph; `fallback` is a run with what it says in a line.

    Its runs have no properties of DrawingML, which the standard does not know in them: size and
    colour are those of their paragraph's level.
    """
    math = f"<m:oMath>{_Writer().row(formula.tree or FormulaNode('row'))}</m:oMath>"
    if formula.display:
        left = '<m:oMathParaPr><m:jc m:val="left"/></m:oMathParaPr>'
        math = f"<m:oMathPara>{left}{math}</m:oMathPara>"
    return (
        f"{_CHOICE}{math}</{_PREFIX}:m></mc:Choice><mc:Fallback>{fallback}</mc:Fallback>"
        "</mc:AlternateContent>"
    )


class _Writer:
    """Writes parts of one formula."""

    def row(self, node: FormulaNode) -> str:
        """Return a part, a row as its children; a sum holds what it sums."""
        return "".join(self._all(node.children if node.tag == "row" else (node,)))

    def _all(self, nodes: Sequence[FormulaNode]) -> Iterator[str]:
        flat = list(_flat(nodes))
        at = 0
        while at < len(flat):
            node = flat[at]
            at += 1
            if node.tag != "nary":
                yield self._part(node)
                continue
            end = at
            while end < len(flat) and not (flat[end].tag == "mo" and flat[end].text in _RELATIONS):
                end += 1
            yield self._nary(node, "".join(self._all(flat[at:end])))
            at = end

    def _part(self, node: FormulaNode) -> str:
        if node.tag in _PARTS:
            return _PARTS[node.tag](self, node)
        return self._run(node) if node.text else ""

    @staticmethod
    def _run(node: FormulaNode) -> str:
        if node.tag in ("mtext", "figure"):
            said = "<m:nor/>"
        elif node.style in _SCRIPTS:
            said = f'<m:scr m:val="{_SCRIPTS[node.style]}"/><m:sty m:val="p"/>'
        elif node.style == "bold":
            said = '<m:sty m:val="b"/>'
        else:
            slanted = node.tag == "mi" and node.style in ("", "italic") and len(node.text) == 1
            said = f'<m:sty m:val="{"i" if slanted else "p"}"/>'
        text = f'<m:t xml:space="preserve">{escape(node.text)}</m:t>'
        return f"<m:r><m:rPr>{said}</m:rPr>{text}</m:r>"

    @staticmethod
    def _made(name: str, properties: str, *parts: tuple[str, str]) -> str:
        held = "".join(f"<m:{tag}>{said}</m:{tag}>" for tag, said in parts)
        return f"<m:{name}><m:{name}Pr>{properties}</m:{name}Pr>{held}</m:{name}>"

    def _nary(self, node: FormulaNode, summed: str) -> str:
        below, above = map(self.row, node.children)
        limits = "undOvr" if node.style else "subSup"
        hidden = "" if below else '<m:subHide m:val="1"/>'
        hidden += "" if above else '<m:supHide m:val="1"/>'
        properties = f'<m:chr m:val="{node.text}"/><m:limLoc m:val="{limits}"/>{hidden}'
        return self._made("nary", properties, ("sub", below), ("sup", above), ("e", summed))

    def _fraction(self, node: FormulaNode) -> str:
        bare = '<m:type m:val="noBar"/>' if node.style == "bare" else ""
        above, below = map(self.row, node.children)
        return self._made("f", bare, ("num", above), ("den", below))

    def _root(self, node: FormulaNode) -> str:
        if node.tag == "root":
            radicand, degree = map(self.row, node.children)
            return self._made("rad", "", ("deg", degree), ("e", radicand))
        hidden = '<m:degHide m:val="1"/>'
        return self._made("rad", hidden, ("deg", ""), ("e", self.row(node.children[0])))

    def _scripted(self, node: FormulaNode) -> str:
        name, tags = _SCRIPTED[node.tag]
        return self._made(name, "", *zip(("e", *tags), map(self.row, node.children), strict=True))

    def _stacked(self, node: FormulaNode) -> str:
        base, below, above = node.children
        inner = FormulaNode("under", children=(base, below))
        return self._scripted(FormulaNode("over", children=(inner, above)))

    def _fence(self, node: FormulaNode) -> str:
        opened, closed = (quoteattr(sign) for sign in node.style.split("\0"))
        properties = f"<m:begChr m:val={opened}/><m:endChr m:val={closed}/>"
        return self._made("d", properties, ("e", self.row(node.children[0])))

    def _table(self, node: FormulaNode) -> str:
        columns = "".join(
            f'<m:mc><m:mcPr><m:count m:val="1"/><m:mcJc m:val="{_SIDES[side]}"/></m:mcPr></m:mc>'
            for side in node.style
        )
        rows = (
            "".join(f"<m:e>{self.row(cell)}</m:e>" for cell in row.children)
            for row in node.children
        )
        hidden = '<m:plcHide m:val="1"/>'
        return self._made("m", f"{hidden}<m:mcs>{columns}</m:mcs>", *(("mr", row) for row in rows))

    def _accent(self, node: FormulaNode) -> str:
        return self._made("acc", f'<m:chr m:val="{node.text}"/>', ("e", self.row(node.children[0])))

    def _bar(self, node: FormulaNode) -> str:
        side = "bot" if node.text == "_" else "top"
        return self._made("bar", f'<m:pos m:val="{side}"/>', ("e", self.row(node.children[0])))

    def _brace(self, node: FormulaNode) -> str:
        side, joined = ("top", "bot") if node.text == "⏞" else ("bot", "top")
        properties = (
            f'<m:chr m:val="{node.text}"/><m:pos m:val="{side}"/><m:vertJc m:val="{joined}"/>'
        )
        return self._made("groupChr", properties, ("e", self.row(node.children[0])))


def _flat(nodes: Sequence[FormulaNode]) -> Iterator[FormulaNode]:
    for node in nodes:
        if node.tag == "row":
            yield from _flat(node.children)
        else:
            yield node


_SCRIPTED: Final = {
    "sub": ("sSub", ("sub",)),
    "sup": ("sSup", ("sup",)),
    "subsup": ("sSubSup", ("sub", "sup")),
    "under": ("limLow", ("lim",)),
    "over": ("limUpp", ("lim",)),
}
_PARTS: Final[Mapping[str, Callable[[_Writer, FormulaNode], str]]] = {
    "frac": _Writer._fraction,
    "sqrt": _Writer._root,
    "root": _Writer._root,
    "underover": _Writer._stacked,
    "fence": _Writer._fence,
    "array": _Writer._table,
    "accent": _Writer._accent,
    "bar": _Writer._bar,
    "brace": _Writer._brace,
    **dict.fromkeys(_SCRIPTED, _Writer._scripted),
}
