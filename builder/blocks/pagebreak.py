"""`:::{pagebreak}`: the paper goes on at a new page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from builder.blocks import BlockKind
from builder.content.blocks import BlockReader, DirectiveKind
from builder.content.directive import Allowed, Directive
from builder.frozen import dataclass
from builder.model.blocks import OwnBlock

if TYPE_CHECKING:
    from builder.outputs.pdf.plan.items import SetApart
    from builder.outputs.pdf.plan.planner import Planner
    from builder.outputs.pdf.write.context import LayoutContext
    from builder.outputs.pdf.write.flowable import Setting


@dataclass(frozen=True)
class PageBreak(OwnBlock):
    """Where the author asks the paper for a new page."""

    kind: ClassVar[str] = "pagebreak"


def _read(directive: Directive, _reader: BlockReader) -> PageBreak:
    return PageBreak(directive.place)


def _plan(block: PageBreak, planner: Planner) -> SetApart:
    from builder.outputs.pdf.plan.items import SetApart

    return SetApart(planner.anchor("page"), (), block.kind)


def _set(item: SetApart, _desk: LayoutContext) -> Setting:
    from builder.outputs.pdf.write.flowable import Setting

    setting = Setting(item)
    setting.breaks = True
    return setting


KIND: Final = BlockKind(DirectiveKind(Allowed(frozenset({"section"})), _read), _plan, _set)
