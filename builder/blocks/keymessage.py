"""`:::{keymessage}`: the sentence of a section that readers should keep, set large."""

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
class KeyMessage(OwnBox):
    """A sentence to keep, in the first paragraph, and what explains it."""

    kind: ClassVar[str] = "keymessage"
    called: ClassVar[str] = "key_message"


def _read(directive: Directive, reader: BlockReader) -> KeyMessage:
    return KeyMessage(directive.place, directive.text(), reader.body(directive))


def _plan(block: KeyMessage, planner: Planner) -> SetApart:
    from builder.outputs.pdf.plan.apart import boxed

    return boxed(block, planner)


def _set(item: SetApart, context: LayoutContext) -> Setting:
    """Set it between rules of the accent, its first paragraph large."""
    from builder.outputs.pdf.write.setters.boxes import between_rules

    return between_rules(item, context)


KIND: Final = BlockKind(
    Kind(Allowed(frozenset({"section", "slide"}), "a title?", (), "its sentence"), _read),
    _plan,
    _set,
)
