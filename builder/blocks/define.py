"""`:::{define} Term`: what a term means in this paper, the term hung beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from builder.blocks import BlockKind
from builder.content.blocks import BlockReader, Kind
from builder.content.directive import Allowed, Directive
from builder.frozen import dataclass
from builder.model.blocks import OwnBox

if TYPE_CHECKING:
    from builder.outputs.pdf.plan.items import SetApart
    from builder.outputs.pdf.plan.planner import Planner
    from builder.outputs.pdf.write.context import LayoutContext
    from builder.outputs.pdf.write.flowable import Setting


@dataclass(frozen=True)
class Defined(OwnBox):
    """A term, which is its title, and what it means."""

    kind: ClassVar[str] = "define"
    called: ClassVar[str] = "definition"


def _read(directive: Directive, reader: BlockReader) -> Defined:
    return Defined(directive.place, directive.text(), reader.body(directive))


def _plan(block: Defined, planner: Planner) -> SetApart:
    from builder.outputs.pdf.plan.apart import boxed

    return boxed(block, planner, label=planner.word(block.called))


def _set(item: SetApart, context: LayoutContext) -> Setting:
    """Set it under a hairline, the term in the margin where there is one, else above."""
    from builder.outputs.pdf.write.setters.boxes import hung

    return hung(item, context)


KIND: Final = BlockKind(
    Kind(Allowed(frozenset({"section", "slide"}), "a term", (), "what it means"), _read),
    _plan,
    _set,
)
