"""Blocks that one file each knows all of, and the registry by which everyone else knows them.

A new one is a module here and a line in `BLOCKS`. Nobody imports such a module: it is loaded when
content is read, although it says how the paper sets its block too, which it imports when that is
asked for. What stands on slides as well, or is numbered and listed, is known to those who lay it
out, and stands in `model.blocks`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from builder.frozen import dataclass

if TYPE_CHECKING:
    from builder.content.blocks import BlockReader, DirectiveKind
    from builder.content.directive import Directive
    from builder.model.blocks import OwnBox, Section
    from builder.outputs.pdf.plan.items import SetApart
    from builder.outputs.pdf.plan.planner import Planner
    from builder.outputs.pdf.write.context import LayoutContext
    from builder.outputs.pdf.write.flowable import Setting
    from builder.problems import Problems

BLOCKS: Final[tuple[str, ...]] = (
    "define",
    "epigraph",
    "keymessage",
    "pagebreak",
    "pullquote",
    "recommendation",
    "sidenote",
)


@dataclass(frozen=True)
class BlockKind:
    """A kind of block, from how it is written to how the paper sets it.

    `directive` says what `:::{name}` takes and reads it; `plan` makes what stands in the paper,
    and `set` sets that in its column. `check` reports, of all sections resolved, which blocks of
    the kind are not as they must be.
    """

    directive: DirectiveKind
    plan: Callable[[Any, Planner], SetApart]
    set: Callable[[SetApart, LayoutContext], Setting]
    check: Callable[[Iterable[Section], Problems], None] = lambda _sections, _problems: None


@lru_cache(maxsize=len(BLOCKS))
def block_kind(name: str) -> BlockKind:
    """Return what the block of that name is.

    Raises:
        LookupError: there is no such block.
    """
    if name not in BLOCKS:
        raise LookupError(name)
    kind: BlockKind = import_module(f"builder.blocks.{name}").KIND
    return kind


def boxed_kind(
    box: type[OwnBox],
    set_: Callable[[SetApart, LayoutContext], Setting],
    argument: str,
    body: str,
    *,
    hung: bool = False,
) -> BlockKind:
    """Return the kind of a box that may stand in sections and on slides.

    `argument` and `body` are what an author puts there, in words; what is `hung` has what it is
    called for itself, and its title as a heading.
    """

    from builder.content.blocks import DirectiveKind
    from builder.content.directive import Allowed

    def read(directive: Directive, reader: BlockReader) -> OwnBox:
        return box(directive.place, directive.text(), reader.body(directive))

    def plan(block: OwnBox, planner: Planner) -> SetApart:
        from builder.outputs.pdf.plan.planner import boxed

        return boxed(block, planner, label=planner.word(block.called) if hung else "")

    allowed = Allowed(frozenset({"section", "slide"}), argument, (), body)
    return BlockKind(DirectiveKind(allowed, read), plan, set_)
