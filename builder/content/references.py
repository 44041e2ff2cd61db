"""Names and addresses that must lead somewhere: takes them, and what there is; reports the rest.

How stretches of words are set, links among them, is told here too: takes the token that opens one,
returns the style within it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, cast

from builder.content.context import Mention, MentionKind
from builder.content.digits import span_of
from builder.content.markdown import unshielded
from builder.model.blocks import LAYOUTS, ChartUse, Equation, Section, TableUse
from builder.model.inline import Citation
from builder.model.links import link
from builder.model.picture import PictureUse
from builder.model.table import DataTable
from builder.model.text import (
    PLAINLY,
    CrossReference,
    FigureUse,
    Inline,
    Manner,
    NoteMark,
    ReferenceKind,
    Run,
    names_of,
)
from builder.problems import Place, Problems, known_names

if TYPE_CHECKING:
    from markdown_it.token import Token

    from builder.content.context import Context
    from builder.content.entries import ContentEntry


_INLINES: Final = (Run, FigureUse, NoteMark, CrossReference, Citation)
_APART: Final = (Place, *_INLINES)
_NOUNS: Final[Mapping[MentionKind, str]] = {
    "data": "data file",
    "layout": "slide layout",
    "anchor": "anchor",
}
_GUESSED: Final = 100  # unknown names of which it is asked which known one is meant
_LEADS_TO: Final[Mapping[ReferenceKind, str]] = {
    "fig": "chart or picture that stands in the paper",
    "tbl": "table that stands in the paper",
    "eq": "formula that stands in the paper",
    "sec": "heading or section",
}


def parts(whole: object) -> Iterator[object]:
    """Yield every dataclass in a tuple or dataclass, outer before inner; no text, no place."""
    if isinstance(whole, tuple):
        for item in whole:
            yield from parts(item)
    elif not isinstance(whole, _APART) and hasattr(whole, "__dataclass_fields__"):
        yield whole
        kind: Any = type(whole)
        for name in names_of(kind):
            yield from parts(getattr(whole, name))


def inlines(part: object) -> list[Inline]:
    """Return every inline item below a dataclass or tuple, in the order of fields."""
    found: list[Inline] = []
    _gather(part, found)
    return found


def _gather(part: Any, found: list[Inline]) -> None:
    if isinstance(part, _INLINES):
        found.append(part)
    elif isinstance(part, tuple):
        for item in part:
            _gather(item, found)
    else:
        for name in names_of(cast("Any", type(part))):
            _gather(getattr(part, name), found)


def check_references(
    sections: Iterable[Section], anchors: Iterable[str], problems: Problems, *, whole: bool
) -> None:
    """Report each cross-reference of the paper's prose that leads nowhere, and those on slides.

    Unless `whole`, a directive was refused, which may show any chart or table.
    """
    sections = tuple(sections)
    blocks = [part for section in sections for part in parts(section.blocks)]
    known: dict[ReferenceKind, frozenset[str]] = {
        "fig": frozenset(
            block.name
            for block in blocks
            if isinstance(block, ChartUse)
            or (isinstance(block, PictureUse) and not block.decorative)
        ),
        "tbl": frozenset(block.name for block in blocks if isinstance(block, TableUse)),
        "eq": frozenset(
            block.label for block in blocks if isinstance(block, Equation) and block.label
        ),
        "sec": frozenset(anchors),
    }
    _check_labels(blocks, problems)
    for section in sections:
        for item in inlines((section.title, section.blocks, section.notes)):
            if not isinstance(item, CrossReference) or not (whole or item.kind == "sec"):
                continue
            if item.name not in known[item.kind]:
                found = f"{item} leads to no {_LEADS_TO[item.kind]}"
                hint = known_names(item.name, known[item.kind])
                problems.error(item.place, found, hint + _unnameable(item, known[item.kind]))
        refuse_references(section.slides, "on a slide", problems)
        _refuse_labels(section.slides, problems)


def _check_labels(blocks: Iterable[object], problems: Problems) -> None:
    """Report each formula that is called as one before it."""
    called: dict[str, Place] = {}
    for block in blocks:
        if isinstance(block, Equation) and block.label:
            if block.label in called:
                found = f'the formula "#eq-{block.label}" is defined twice'
                hint = f"first at {called[block.label]}; choose another name"
                problems.error(block.place, found, hint)
            called.setdefault(block.label, block.place)


def _refuse_labels(slides: object, problems: Problems) -> None:
    """Report the name of each formula on a slide: only the paper numbers them."""
    for block in parts(slides):
        if isinstance(block, Equation) and block.label:
            found = f'the formula on a slide is called "#eq-{block.label}"'
            problems.error(block.place, found, "only the paper numbers formulas: leave it out")


def _unnameable(item: CrossReference, known: Iterable[str]) -> str:
    """Return what to do where a table is meant whose name no reference can write."""
    marked = (name for name in sorted(known) if not re.fullmatch(r"[\w-]+", name))
    meant = next((name for name in marked if name.startswith(item.name)), "")
    if item.kind != "tbl" or not meant:
        return ""
    return (
        f'\n"{meant}" holds spaces or marks, so no reference can name it: rename data/{meant}.csv'
    )


def refuse_references(where: object, standing: str, problems: Problems) -> None:
    """Report every cross-reference in what can print none, a slide for one."""
    for item in inlines(where):
        if isinstance(item, CrossReference):
            problems.error(
                item.place,
                f"the cross-reference {item} stands {standing}",
                "only the paper's prose can refer by number: say it in words,"
                " or write \\@ for a sign that is to be seen",
            )


def refuse_citations(where: object, problems: Problems) -> None:
    """Report every citation in what can print none, a title or a caption for one."""
    for item in inlines(where):
        if isinstance(item, Citation):
            problems.error(
                item.place,
                f"the citation {item} stands in a title, a label or a caption",
                "cite in the text of a section or on a slide; a figure, chart or table names its"
                " source by source:, or write \\@ for a sign that is to be seen",
            )


def refuse_icons(where: object, what: str, problems: Problems) -> None:
    """Report every icon in `what`, which has no place for one."""
    for item in inlines(where):
        manner = getattr(item, "manner", PLAINLY)
        if manner.icon:
            problems.error(
                item.place,
                f'the icon "{manner.icon}" stands in {what}',
                "icons stand beside the points of a slide; remove {icon=...} here",
            )


def check_mentions(
    mentions: Iterable[Mention],
    known: Mapping[MentionKind, Iterable[str]],
    data: Mapping[str, DataTable],
    problems: Problems,
) -> None:
    """Report each mention of something that does not exist, with the names that do.

    A kind that is not in `known` could not be read; nothing is said of it here.
    """
    names: dict[MentionKind, frozenset[str]] = {
        **{kind: frozenset(them) for kind, them in known.items()},
        "layout": frozenset(LAYOUTS),
    }
    hints: dict[tuple[str, str], str] = {}
    for mention in mentions:
        noun = _NOUNS.get(mention.kind, mention.kind)
        if mention.kind == "column":
            # A missing file is reported where it is named; its columns need no more words.
            table = data.get(mention.of)
            if table is not None and mention.name not in table.columns:
                found = f'no column "{mention.name}" in {table.place.file}'
                problems.error(mention.place, found, known_names(mention.name, table.columns))
        elif mention.kind == "braced":
            if mention.name in names.get("figure", ()):
                use = " ".join(mention.of.strip("{}").split())
                hint = f"write a figure as {{{{ {use} }}}}; write \\{{ for a brace to be seen"
                problems.error(mention.place, f'"{mention.of}" in the text', hint)
        elif mention.kind in names and mention.name not in names[mention.kind]:
            key = mention.kind, mention.name
            if key not in hints:
                # Of hundreds of unknown names, none is a slip for a known one.
                guessed = len(hints) < _GUESSED
                hints[key] = known_names(mention.name, names[mention.kind]) if guessed else ""
            problems.error(mention.place, f'unknown {noun} "{mention.name}"', hints[key])


def miss(kind: MentionKind, mentions: Iterable[Mention], problems: Problems) -> bool:
    """Report once that a file is missing whose names are used; return whether any is.

    Each name that it would define is then no mistake of its own.
    """
    used = [mention for mention in mentions if mention.kind == kind]
    if not used:
        return False
    more = f", the first of {len(used):,} uses of {kind}s" if len(used) > 1 else ""
    problems.error(
        used[0].place,
        f'unknown {kind} "{used[0].name}"{more}: there is no {kind}s.yaml',
        f"write {kind}s.yaml beside briefing.yaml, with an entry for each {kind} that is used",
    )
    return True


def led_to(written: str, place: Place, context: Context) -> str:
    """Return where a link in a text leads; empty where that is refused."""
    found = link(written)
    if not written:
        context.problems.error(place, "a link to nothing", "write [words](address)")
    elif found.fault:
        context.problems.error(place, found.fault, found.hint)
    elif found.target.startswith("#"):
        context.mention("anchor", found.target[1:], place)
    return found.target


def url_of(entry: ContentEntry) -> str:
    """Return the `url` of an entry as written; empty where no link may lead there."""
    written = entry.word("url")
    found = link(written, inside=False)
    if written and found.fault:
        hint = f"{found.hint}; leave url: out where there is none"
        entry.context.problems.error(entry.where("url"), f"url: {found.fault}", hint)
    return written if found.target else ""


class Emphasis(NamedTuple):
    """How a stretch of words is set."""

    strong: int = 0
    emphasis: int = 0
    code: bool = False
    link: str | None = None
    claim: str | None = None
    language: str = ""
    year: bool = False
    manner: Manner = PLAINLY

    def opened(self, token: Token, place: Place, context: Context) -> Emphasis:
        """Return the style within what a token opens, whose mark stands at a place."""
        match token.type:
            case "strong_open":
                return self._replace(strong=self.strong + 1)
            case "em_open":
                return self._replace(emphasis=self.emphasis + 1)
            case "s_open":
                return self._replace(manner=self.manner._replace(struck=True))
            case "sub_open" | "sup_open":
                shift = cast(Literal["sub", "sup"], token.tag)
                return self._replace(manner=self.manner._replace(shift=shift))
            case "link_open":
                written = unshielded(str(token.attrs.get("href", "")))
                return self._replace(link=led_to(written, place, context))
        span = span_of(token, place, context)
        return self._replace(
            claim=span.claim or self.claim,
            language=span.language or self.language,
            year=span.year or self.year,
            manner=self.manner._replace(
                capitals=span.capitals or self.manner.capitals, icon=span.icon or self.manner.icon
            ),
        )
