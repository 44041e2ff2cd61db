"""`:::{epigraph} Who said it`: words of others at the head of a section."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Final

from builder.blocks import BlockKind
from builder.content.blocks import BlockReader, DirectiveKind
from builder.content.directive import Allowed, Directive
from builder.frozen import dataclass
from builder.model.blocks import OwnBlock, Section
from builder.model.text import Text, line
from builder.problems import Problems

if TYPE_CHECKING:
    from builder.outputs.pdf.plan.items import SetApart
    from builder.outputs.pdf.plan.planner import Planner
    from builder.outputs.pdf.write.context import LayoutContext
    from builder.outputs.pdf.write.flowable import Setting


@dataclass(frozen=True)
class Epigraph(OwnBlock):
    """Words that a section begins with, and whose they are (may be empty)."""

    kind: ClassVar[str] = "epigraph"
    paragraphs: tuple[Text, ...]
    attribution: Text


def _read(directive: Directive, reader: BlockReader) -> Epigraph:
    return Epigraph(directive.place, reader.paragraphs(directive), directive.text())


def _check(sections: Iterable[Section], problems: Problems) -> None:
    """Warn of every epigraph that stands elsewhere than at the head of a section."""
    for section in sections:
        for block in section.blocks[1:]:
            if isinstance(block, Epigraph):
                problems.warning(
                    block.place,
                    "the epigraph does not stand at the head of its section",
                    "move it below the section's title, or write :::{quote} here",
                )


def _plan(block: Epigraph, planner: Planner) -> SetApart:
    from builder.outputs.pdf.plan.items import SetApart

    return SetApart(
        planner.anchor(block.kind),
        tuple(line(text) for text in block.paragraphs),
        block.kind,
        attribution=line(block.attribution),
    )


def _set(item: SetApart, context: LayoutContext) -> Setting:
    """Set it in italics further in than the text, whose words it is below them."""
    from builder.outputs.pdf.write.setters.boxes import motto

    return motto(item, context)


KIND: Final = BlockKind(
    DirectiveKind(Allowed(frozenset({"section"}), "who said it?", (), "its words"), _read),
    _plan,
    _set,
    _check,
)
