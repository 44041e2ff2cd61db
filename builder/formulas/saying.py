"""What a formula says: takes its tree, returns pieces of words with their owners.

Spoken, for those who hear it; and in a line, as slides carry it beside the formula itself and as a
reader of theirs makes it of the formula again (after UnicodeMath: "(a+b)/2", "x_i^2").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from importlib import import_module
from itertools import groupby
from typing import Final

from builder.language.language import LANGUAGES, base_language
from builder.model.inline import Formula, FormulaNode
from builder.model.text import Line, Owner, Run

_SIMPLE: Final = re.compile(r"(?:[\w.′]|(?<=\d),(?=\d))*|[()\[\]|‖]")
_ROW: Final = FormulaNode("row")
_CLOSING: Final = frozenset(",;:)]")
_OPENING: Final = frozenset("([")
Spell = Callable[[FormulaNode], list[FormulaNode]]


def in_a_line(formula: Formula) -> Line:
    """Return a formula as a line of characters."""
    return _runs(_line(formula.tree or _ROW), formula)


def spoken(formula: Formula, tag: str) -> Line:
    """Return a formula as it is read aloud in a language, a BCP 47 tag."""
    words = _words(base_language(tag))
    said: list[FormulaNode] = []
    for leaf in _Speaker(words).say(formula.tree or _ROW):
        if leaf.text[:1] in _CLOSING and said and said[-1].text.endswith(","):
            said[-1] = replace(said[-1], text=said[-1].text[:-1])
        before = said[-1].text if said else ""
        if leaf.text.strip():
            apart = bool(said) and leaf.text[0] not in _CLOSING and before not in _OPENING
            said += [_text(" "), leaf] if apart else [leaf]
    if said and said[-1].text.endswith(","):
        said[-1] = replace(said[-1], text=said[-1].text[:-1])
    return _runs(said or [_text(formula.source)], formula)


@lru_cache(maxsize=8)
def _words(language: str) -> Mapping[str, str]:
    known = language if language in LANGUAGES else "en"
    found: Mapping[str, str] = import_module(f"builder.language.{known}.aloud").SPOKEN
    return found


def _runs(leaves: Iterable[FormulaNode], formula: Formula) -> Line:
    """Return leaves as runs: those of a figure are the figure's, all others the formula's."""
    own = Owner("formula", formula.source)
    runs = []
    for slot, alike in groupby(leaves, key=lambda leaf: leaf.slot):
        text = "".join(leaf.text for leaf in alike)
        owner = Owner(*formula.owners[slot]) if slot >= 0 else own
        runs.append(Run(text, owner=owner, place=formula.place, formula=formula))
    return tuple(runs)


def _text(text: str) -> FormulaNode:
    return FormulaNode("mtext", text)


def _line(node: FormulaNode) -> list[FormulaNode]:
    children = node.children
    if node.tag in _LINES:
        return _LINES[node.tag](node)
    if children:
        return [leaf for child in children for leaf in _line(child)]
    return [node] if node.text else []


def _grouped(node: FormulaNode) -> list[FormulaNode]:
    """Return a part in brackets, unless it is one word or has brackets of its own."""
    leaves = _line(node)
    if node.tag == "fence" or _SIMPLE.fullmatch("".join(leaf.text for leaf in leaves)):
        return leaves
    return [_text("("), *leaves, _text(")")]


def _scripts(*signs: str) -> Spell:
    def spell(node: FormulaNode) -> list[FormulaNode]:
        base, *scripts = node.children
        found = _grouped(base)
        for sign, script in zip(signs, scripts, strict=True):
            found += [_text(sign), *_grouped(script)]
        return found

    return spell


def _stacked(node: FormulaNode) -> list[FormulaNode]:
    base, below, above = node.children
    return _line(
        FormulaNode("over", children=(FormulaNode("under", children=(base, below)), above))
    )


def _fraction(node: FormulaNode) -> list[FormulaNode]:
    above, below = map(_grouped, node.children)
    return [*above, _text("¦" if node.style == "bare" else "/"), *below]


def _root(node: FormulaNode) -> list[FormulaNode]:
    radicand, degree = map(_line, node.children)
    return [_text("√("), *degree, _text("&"), *radicand, _text(")")]


def _nary(node: FormulaNode) -> list[FormulaNode]:
    found = [_text(node.text)]
    for sign, limit in zip("_^", node.children, strict=True):
        held = _grouped(limit)
        found += [_text(sign), *held] if held else []
    return found


def _fence(node: FormulaNode) -> list[FormulaNode]:
    opened, closed = node.style.split("\0")
    return [_text(opened), *_line(node.children[0]), _text(closed)]


def _table(node: FormulaNode) -> list[FormulaNode]:
    found = [_text("■(")]
    for at, row in enumerate(node.children):
        found += [_text("@")] if at else []
        for column, cell in enumerate(row.children):
            found += [_text("&")] if column else []
            found += _line(cell)
    return [*found, _text(")")]


def _marked(node: FormulaNode) -> list[FormulaNode]:
    return [*_grouped(node.children[0]), _text(node.text)]


def _embraced(node: FormulaNode) -> list[FormulaNode]:
    return [_text(node.text), *_grouped(node.children[0])]


_LINES: Final[Mapping[str, Spell]] = {
    "frac": _fraction,
    "sqrt": lambda node: [_text("√"), *_grouped(node.children[0])],
    "root": _root,
    "sub": _scripts("_"),
    "sup": _scripts("^"),
    "subsup": _scripts("_", "^"),
    "under": _scripts("┬"),
    "over": _scripts("┴"),
    "underover": _stacked,
    "nary": _nary,
    "fence": _fence,
    "array": _table,
    "accent": _marked,
    "bar": _marked,
    "brace": _embraced,
}


class _Speaker:
    """Says parts of a formula in the words of one language."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words

    def say(self, node: FormulaNode) -> Iterator[FormulaNode]:
        """Yield what is said of a part, word by word."""
        spell = getattr(self, f"_{node.tag}", None)
        if spell is not None:
            yield from spell(node)
        elif node.children:
            for child in node.children:
                yield from self.say(child)
        elif node.slot >= 0 or node.tag in ("mn", "mtext"):
            yield node
        elif node.text:
            yield _text(self.words.get(node.text, node.text))

    def _about(self, key: str, *parts: FormulaNode) -> Iterator[FormulaNode]:
        """Yield a phrase of the language, its gaps `0` and `1` filled."""
        for word in re.split(r"\{(\d)\}", self.words[key]):
            if word.isdecimal():
                yield from self.say(parts[int(word)])
            elif word.strip():
                yield _text(word.strip())

    def _frac(self, node: FormulaNode) -> Iterator[FormulaNode]:
        if node.style == "bare":
            return self._about("choose", *node.children)
        simple = all(_is_simple(child) for child in node.children)
        return self._about("over" if simple else "fraction", *node.children)

    def _sqrt(self, node: FormulaNode) -> Iterator[FormulaNode]:
        simple = _is_simple(node.children[0])
        return self._about("sqrt" if simple else "sqrt_of", *node.children)

    def _root(self, node: FormulaNode) -> Iterator[FormulaNode]:
        return self._about("root", *node.children)

    def _sub(self, node: FormulaNode) -> Iterator[FormulaNode]:
        return self._about("sub", *node.children)

    def _sup(self, node: FormulaNode) -> Iterator[FormulaNode]:
        base, above = node.children
        said = "".join(leaf.text for leaf in _line(above))
        if said and set(said) == {"′"}:
            return self._about("prime", base)
        key = {"2": "squared", "3": "cubed"}.get(said, "power" if _is_simple(above) else "power_of")
        return self._about(key, base, above)

    def _subsup(self, node: FormulaNode) -> Iterator[FormulaNode]:
        base, below, above = node.children
        return self._sup(
            FormulaNode("sup", children=(FormulaNode("sub", children=(base, below)), above))
        )

    def _under(self, node: FormulaNode) -> Iterator[FormulaNode]:
        return self._about("under", *node.children)

    def _over(self, node: FormulaNode) -> Iterator[FormulaNode]:
        return self._about("set_over", *node.children)

    def _underover(self, node: FormulaNode) -> Iterator[FormulaNode]:
        return self._about("under_over", *node.children)

    def _nary(self, node: FormulaNode) -> Iterator[FormulaNode]:
        below, above = node.children
        yield _text(self.words.get(node.text, node.text))
        if _line(below):
            yield from self._about("from" if _line(above) else "where", below)
        if _line(above):
            yield from self._about("up_to", above)
        yield _text(self.words["of"])

    def _fence(self, node: FormulaNode) -> Iterator[FormulaNode]:
        opened, closed = node.style.split("\0")
        inner = node.children[0]
        if inner.tag == "array" and opened == "{" and not closed:
            yield from self._array(inner, "cases")
        elif inner.tag == "array":
            yield from self._array(inner, "matrix")
        else:
            yield _text(opened)
            yield from self.say(inner)
            yield _text(closed)

    def _array(self, node: FormulaNode, kind: str = "lines") -> Iterator[FormulaNode]:
        yield _text(self.words[kind])
        for at, row in enumerate(node.children):
            yield _text(";" if at else ":")
            for column, cell in enumerate(row.children):
                if column and kind != "lines":
                    yield _text(",")
                yield from self.say(cell)

    def _accent(self, node: FormulaNode) -> Iterator[FormulaNode]:
        yield from self.say(node.children[0])
        yield _text(self.words.get(node.text, node.text))

    def _bar(self, node: FormulaNode) -> Iterator[FormulaNode]:
        return self._about("underlined" if node.text == "_" else "bar", *node.children)

    def _brace(self, node: FormulaNode) -> Iterator[FormulaNode]:
        return self.say(node.children[0])


def _is_simple(node: FormulaNode) -> bool:
    return not node.children and node.tag != "space"
