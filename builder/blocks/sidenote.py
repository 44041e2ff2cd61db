"""`:::{sidenote}`: an aside to the text, in small type."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from builder.blocks import BlockKind
from builder.content.blocks import BlockReader, DirectiveKind
from builder.content.directive import Allowed, Directive
from builder.frozen import dataclass
from builder.model.blocks import OwnBlock
from builder.model.text import Text, line

if TYPE_CHECKING:
    from builder.outputs.pdf.plan.items import SetApart
    from builder.outputs.pdf.plan.planner import Planner
    from builder.outputs.pdf.write.context import LayoutContext
    from builder.outputs.pdf.write.flowable import Setting


@dataclass(frozen=True)
class SideNote(OwnBlock):
    """An aside: its title (may be empty) and its paragraphs."""

    kind: ClassVar[str] = "sidenote"
    title: Text
    paragraphs: tuple[Text, ...]


def _read(directive: Directive, reader: BlockReader) -> SideNote:
    return SideNote(directive.place, directive.text(), reader.paragraphs(directive))


def _plan(block: SideNote, planner: Planner) -> SetApart:
    from builder.outputs.pdf.plan.items import SetApart

    paragraphs = tuple(line(text) for text in block.paragraphs)
    anchor = planner.anchor(block.kind)
    return SetApart(anchor, paragraphs, block.kind, title=line(block.title))


def _set(item: SetApart, context: LayoutContext) -> Setting:
    """Set it in small type, in the margin where there is one."""
    from builder.outputs.pdf.write.setters.boxes import aside

    return aside(item, context)


KIND: Final = BlockKind(
    DirectiveKind(Allowed(frozenset({"section"}), "a title?", (), "its words"), _read), _plan, _set
)
