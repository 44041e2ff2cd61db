"""What stands in a line besides words: formulas and citations.

A formula is what stands between dollar signs, and the one tree that every output is made from. The
tree is that of presentation MathML with shorter names: `row`, `mi`, `mn`, `mo`, `mtext`, `figure`
(what a figure prints), `space`, `frac`, `sqrt`, `root`, `sub`, `sup`, `subsup`, `under`, `over`,
`underover`, `nary` (a sum or an integral: its limits are its children), `fence`, `array`, `tr`,
`accent`, `bar`, `brace`.

A citation is what a text says in citing works, before a style sets it.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.frozen import dataclass
from builder.problems import NOWHERE, Place


@dataclass(frozen=True)
class FormulaNode:
    """A part of a formula: a leaf says `text`; `style` is how that is set, or what it encloses.

    `style` of leaves: `normal` (upright), `bold`, `italic`, `sans`, `mono`, or empty for what is
    usual; of a `fence` its two signs, of an `array` how columns stand, of `nary` where limits do.
    `slot` numbers the figures of a formula, from 0.
    """

    tag: str
    text: str = ""
    style: str = ""
    children: tuple[FormulaNode, ...] = ()
    slot: int = -1


@dataclass(frozen=True)
class Formula:
    """A formula of the content; two that are written alike differ by their `place`.

    `source` is LaTeX with its figures as `{{ figure }}`; `display` says that it stands on lines of
    its own, `label` what `@eq-...` calls it. `tree` is None until figures are printed; `owners`
    are those of the figures by slot: kind, id and form.
    """

    source: str
    display: bool = False
    label: str = ""
    place: Place = NOWHERE
    tree: FormulaNode | None = None
    owners: tuple[tuple[str, str, str], ...] = ()

    @property
    def leaves(self) -> Iterator[FormulaNode]:
        """Everything that it prints, in reading order."""
        waiting = [] if self.tree is None else [self.tree]
        while waiting:
            node = waiting.pop()
            if node.text and not node.children:
                yield node
            waiting += reversed(node.children)

    @property
    def has_digits(self) -> bool:
        """Whether it prints digits of its own, not those of a figure."""
        own = (leaf.text for leaf in self.leaves if leaf.tag != "figure")
        return any(character.isdigit() for text in own for character in text)


@dataclass(frozen=True, slots=True)
class Cited:
    """One work in a citation: what stands before and after it, and where in it.

    `label` is a CSL name of what `locator` counts (page, chapter); both may be empty.
    `without_author` leaves the names out, since the sentence says them.
    """

    key: str
    prefix: str = ""
    label: str = ""
    locator: str = ""
    suffix: str = ""
    without_author: bool = False
    place: Place = NOWHERE


@dataclass(frozen=True)
class Citation:
    """`[@a, p. 4; see @b]`, or `@a` where the sentence itself names the author (`narrative`)."""

    works: tuple[Cited, ...]
    narrative: bool
    place: Place
    strong: bool = False
    emphasis: bool = False

    def __str__(self) -> str:
        said = "; ".join(f"@{each.key}" for each in self.works)
        return said if self.narrative else f"[{said}]"
