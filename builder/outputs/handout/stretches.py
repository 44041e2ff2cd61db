"""A slide as it is drawn: plain data, stretches of a display list, each with what it is."""

from __future__ import annotations

from typing import ClassVar

from builder.frozen import dataclass
from builder.model.displaylist import DisplayList, Operation, Text
from builder.model.text import Line, Run
from builder.outputs.handout.tagging import Tag
from builder.units import Box, Size


class Joined(Text):
    """Words that the next ones follow without a space."""

    after: ClassVar[str] = ""


@dataclass(frozen=True)
class StretchPart:
    """What of a stretch is drawn alike: `operations` of words that a link, a language or an owner
    sets apart, whose `run` is given then; or the outline of a formula, which is `told` in words
    and `shown` by these runs.

    `target` is where its words lead, `boxes` where they stand, by line.
    """

    operations: tuple[Operation, ...]
    run: Run | None = None
    target: str = ""
    boxes: tuple[Box, ...] = ()
    told: Line = ()
    shown: Line = ()


@dataclass(frozen=True)
class Stretch:
    """What is drawn one after another of one structure element, or of none (decoration).

    `printed` are the runs that its words say, whole, in order.
    """

    tag: Tag | None
    parts: tuple[StretchPart, ...]
    printed: Line


@dataclass(frozen=True)
class SlidePicture:
    """A slide in its `language`, drawn, in its own points. `tags` are all its elements, in reading
    order: such as nothing is drawn of too.
    """

    size: Size
    tags: tuple[Tag, ...]
    stretches: tuple[Stretch, ...]
    language: str = ""

    @property
    def printed(self) -> Line:
        """Every run that the slide's words say, in the order in which they are drawn."""
        return tuple(run for stretch in self.stretches for run in stretch.printed)

    def display(self, part: StretchPart) -> DisplayList:
        """Return what is drawn of a part."""
        return DisplayList(*self.size, part.operations)
