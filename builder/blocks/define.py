"""`:::{define} Term`: what a term means in this paper, the term hung beside it."""

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
class Defined(OwnBox):
    """A term, which is its title, and what it means."""

    kind: ClassVar[str] = "define"
    called: ClassVar[str] = "definition"


def _set(item: SetApart, context: LayoutContext) -> Setting:
    """Set it between hairlines, the term in the margin where there is one, else above."""
    from builder.outputs.pdf.write.setters.boxes import hung

    return hung(item, context)


KIND: Final = boxed_kind(Defined, _set, "a term", "what it means", hung=True)
