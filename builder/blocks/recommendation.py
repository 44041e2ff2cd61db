"""`:::{recommendation}`: what the paper asks its readers to do, in a box that says so first."""

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
class Recommendation(OwnBox):
    """Something to be done, and why."""

    kind: ClassVar[str] = "recommendation"
    called: ClassVar[str] = "recommended"


def _set(item: SetApart, context: LayoutContext) -> Setting:
    """Set it on a tint, under a band of the accent that says what it is in the paper's colour."""
    from builder.outputs.pdf.write.setters.boxes import banded

    return banded(item, context)


KIND: Final = boxed_kind(Recommendation, _set, "a title?", "its text")
