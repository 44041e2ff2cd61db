"""What tells what is set from all else: takes items and the context that they are set in, returns a
sign for each, the same in later builds where item and context are equal, and only there.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence

from builder.memory import token
from builder.outputs.pdf.plan.data import DataFile
from builder.outputs.pdf.plan.items import Contents, Item
from builder.outputs.pdf.write.context import LayoutContext
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.shapes import shape_of


class Signs:
    """Signs of what is set in one context, with these notes at the feet of its pages.

    `ground` tells context and notes from others; like a sign it is None where nothing is
    remembered, or where something in it cannot be.
    """

    def __init__(self, context: LayoutContext, notes: Sequence[Item]) -> None:
        setter = context.setter.hyphens.language
        how = context.theme, context.geometry, context.column, context.decimal, setter
        self._files = context.files
        self._area = context.geometry.area
        self._context = token((how, tuple(context.setters.items())))
        self.ground = self._context and token((self._context, tuple(notes)))

    def give(self, settings: Iterable[Setting], items: Sequence[Item]) -> None:
        """Sign settings, each of which was made of the item beside it; but lists that follow one
        another are set as one.
        """
        lists = tuple(item for item in items if isinstance(item, Contents))
        for setting, item in zip(settings, items, strict=True):
            self.give_one(setting, item, lists if isinstance(item, Contents) else ())

    def give_one(self, setting: Setting, item: Item, more: Hashable) -> None:
        """Sign a setting by its shape, where that is known, else by what it was made of: of an item
        with the files that ride along with it, and of `more`; and by how pages may treat it.
        """
        if self.ground is None:
            return
        files = tuple(self._riding(item)) if self._files else ()
        setting.made_of = token((self._context, item, files, more))
        area = self._area
        shape = shape_of(setting, area.width if setting.across else area.column)
        own: Hashable = setting.made_of if shape is None else shape
        if setting.floats and shape is not None:  # words refer to it, and tables pass figures
            own = shape, item.anchor, type(item).__name__
        treated = setting.leads, setting.floats, setting.opens, setting.demands
        below = setting.rank, setting.section_rank if setting.floats else 0
        where = setting.across, setting.turned, setting.note, setting.closes
        setting.sign = None if own is None else token((own, treated, below, where))

    def _riding(self, item: Item) -> Iterator[DataFile]:
        """Yield the files that ride along with an item, and with those in it."""
        file = self._files.get(item.anchor)
        if file is not None:
            yield file
        for value in vars(item).values():
            if isinstance(value, tuple) and value and isinstance(value[0], Item):
                for each in value:
                    yield from self._riding(each)
