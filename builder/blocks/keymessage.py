"""`:::{keymessage}`: the sentence of a section that readers should keep, set large."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from builder.blocks import boxed_kind
from builder.frozen import dataclass
from builder.model.blocks import OwnBox

if TYPE_CHECKING:
    from builder.outputs.pdf.plan.items import SetApart
    from builder.outputs.pdf.write.context import LayoutContext
    from builder.outputs.pdf.write.flowable import Setting


@dataclass(frozen=True)
class KeyMessage(OwnBox):
    """A sentence to keep, in the first paragraph, and what explains it."""

    kind: ClassVar[str] = "keymessage"
    called: ClassVar[str] = "key_message"


def _set(item: SetApart, context: LayoutContext) -> Setting:
    """Set it between rules of the accent, its first paragraph large."""
    from builder.outputs.pdf.write.setters.boxes import between_rules

    return between_rules(item, context)


KIND: Final = boxed_kind(KeyMessage, _set, "a title?", "its sentence")
