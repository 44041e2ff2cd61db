"""`:::{recommendation}`: what the paper asks its readers to do, in a box that says so first."""

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
class Recommendation(OwnBox):
    """Something to be done, and why."""

    kind: ClassVar[str] = "recommendation"
    called: ClassVar[str] = "recommended"


def _read(directive: Directive, reader: BlockReader) -> Recommendation:
    return Recommendation(directive.place, directive.text(), reader.body(directive))


def _plan(block: Recommendation, planner: Planner) -> SetApart:
    from builder.outputs.pdf.plan.apart import boxed

    return boxed(block, planner)


def _set(item: SetApart, context: LayoutContext) -> Setting:
    """Set it on a tint, under a band of the accent that says what it is in the paper's colour."""
    from builder.outputs.pdf.write.setters.boxes import banded

    return banded(item, context)


KIND: Final = BlockKind(
    Kind(Allowed(frozenset({"section", "slide"}), "a title?", (), "its text"), _read), _plan, _set
)
