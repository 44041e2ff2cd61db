"""`:::{pullquote}`: words of the paper itself, set large to catch the eye."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from builder.blocks import BlockKind
from builder.content.blocks import BlockReader, DirectiveKind
from builder.content.directive import Allowed, Directive
from builder.frozen import dataclass
from builder.model.blocks import OwnBlock, Section
from builder.model.text import Text, line, plain
from builder.problems import Problems

if TYPE_CHECKING:
    from builder.outputs.pdf.plan.items import SetApart
    from builder.outputs.pdf.plan.planner import Planner
    from builder.outputs.pdf.write.context import LayoutContext
    from builder.outputs.pdf.write.flowable import Setting

_GAP: Final = re.compile(r"\s*(?:…|\.\.\.|\[…\])\s*")  # words left out
_EDGES: Final = " .,;:!?«»„“”‘’\"'"
_WHOLE: Final = 1e6  # points: no page divides it


@dataclass(frozen=True)
class PullQuote(OwnBlock):
    """Words of the paper itself."""

    kind: ClassVar[str] = "pullquote"
    paragraphs: tuple[Text, ...]


def _read(directive: Directive, reader: BlockReader) -> PullQuote:
    return PullQuote(directive.place, reader.paragraphs(directive))


def _check(sections: Iterable[Section], problems: Problems) -> None:
    """Warn of every pull quote whose words stand nowhere else in the paper's text.

    Readers take them for the paper's own. Words may be left out where "…" says so; capitals and
    the marks at either end may differ.
    """
    quotes, said = _quoted(sections)
    for quote in quotes:
        for text in quote.paragraphs:
            if not _repeats(text, said):
                problems.warning(
                    quote.place,
                    f'the pull quote "{plain(text)}" is not in the paper\'s text',
                    "repeat words of the paper, or write :::{quote} for the words of others",
                )


def _quoted(sections: Iterable[Section]) -> tuple[list[PullQuote], str]:
    """Return the pull quotes of sections, and the words of all that is no pull quote."""
    from builder.model.text import texts_of, walked

    blocks = tuple(section.blocks for section in sections)
    quotes = [found for found in walked(blocks) if isinstance(found, PullQuote)]
    if not quotes:
        return [], ""
    own = {id(text) for quote in quotes for text in quote.paragraphs}
    return quotes, " ".join(_words(text) for text in texts_of(blocks) if id(text) not in own)


def _repeats(text: Text, said: str) -> bool:
    """Return whether words of the paper say a text, or each part of it between gaps."""
    return all(part.strip(_EDGES) in said for part in _GAP.split(_words(text)))


def _words(text: Text) -> str:
    return " ".join(plain(text).split()).casefold()


def _plan(block: PullQuote, planner: Planner) -> SetApart:
    from builder.outputs.pdf.plan.items import SetApart

    sections = [section for section in planner.briefing.sections if not section.deck_only]
    said = _quoted(sections)[1]
    repeats = all(_repeats(text, said) for text in block.paragraphs)
    paragraphs = tuple(line(text) for text in block.paragraphs)
    return SetApart(planner.anchor(block.kind), paragraphs, block.kind, repeats)


def _set(item: SetApart, context: LayoutContext) -> Setting:
    """Set the words large, under a rule, in the margin where there is one; who listens hears them
    once, where they stand in the text.
    """
    from builder.outputs.pdf.tags import Element
    from builder.outputs.pdf.write import margins
    from builder.outputs.pdf.write.stack import Dress, Stack

    accent = context.theme.colours.accent
    size, leading = context.theme.paper.steps.lead, 17.0 * context.theme.paper.scale
    style = replace(
        context.styles.headings[0], size=size, leading=leading, colour=accent, cut="regular"
    )
    children = [context.text(line, style, within=item.anchor, after=4) for line in item.paragraphs]
    room, apart = margins.room(context), 4 * context.styles.unit
    element = Element("BlockQuote")
    kind = margins.Seen if item.repeats else Stack

    def placed(left: float) -> Setting:
        dress = Dress(padding=(11, 0, 4, 0), line=(2.0, accent), left=left)
        made = kind(children, item=item, dress=dress, whole=_WHOLE, element=element)
        made.spaceBefore = made.spaceAfter = apart
        return made

    within = placed(context.column.left)
    return margins.noted(placed(0.0), room, within, item=item) if room else within


# Slides have quotes of their own; a pull quote is for the paper's prose.
KIND: Final = BlockKind(
    DirectiveKind(Allowed(frozenset({"section"}), body="its words"), _read), _plan, _set, _check
)
