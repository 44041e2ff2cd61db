"""Text as DrawingML (ECMA-376-1, 21.1.2, 21.2): paragraphs or the runs of a chart in; text out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Final

from builder.charts.native import LabelPosition, NativePoint, Slot
from builder.frozen import dataclass, replace
from builder.model.text import Line, Manner, Run
from builder.ooxml.escaping import escape, quoteattr
from builder.outputs.pptx.plan.lines import as_one, held_together
from builder.outputs.pptx.plan.model import Paragraph, ParagraphStyle, Side
from builder.outputs.pptx.write import xml
from builder.outputs.pptx.write.xml import UNLED, chart_fill, fill
from builder.text.figures import parted_run
from builder.theme.theme import Theme
from builder.units import emu

MONO_FACE: Final = "Courier New"
"""The face of code, which every program has: as wide as the one that it is measured by."""


class _Manners(dict[Manner, str]):
    """The attributes of runs that are lowered, raised, struck or in small capitals (21.1.2.3.9)."""

    def __missing__(self, manner: Manner) -> str:
        said = ' strike="sngStrike"' if manner.struck else ""
        said += ' cap="small"' if manner.capitals else ""
        if manner.shift:
            said += f' baseline="{-25_000 if manner.shift == "sub" else 30_000}"'
        self[manner] = said
        return said


_MANNERS: Final = _Manners()
_NO_STYLE = ParagraphStyle(0.0, colour="", before=-1.0)


@dataclass(frozen=True)
class Links:
    """How a slide refers to where its links lead: by relationship ids."""

    to_slide: Callable[[int], str]
    to_address: Callable[[str], str]


@dataclass(frozen=True)
class TextWriter:
    """Writes the text of one slide; `language` is that of all words that name no other."""

    theme: Theme
    language: str
    links: Links

    def paragraphs(
        self,
        paragraphs: Sequence[Paragraph],
        base: Sequence[ParagraphStyle] = (),
        width: float = 0.0,
    ) -> str:
        """Return `a:p` elements; what the placeholder's `base` styles say already is left out.

        `width` is the box's, where text stands at its right edge.
        """
        return "".join(self._paragraph(paragraph, base, width) for paragraph in paragraphs)

    def list_style(
        self, paragraphs: Sequence[Paragraph], base: Sequence[ParagraphStyle] = ()
    ) -> str:
        """Return `a:lstStyle`: what formulas are set in, whose runs say no size of their own.

        It is said for levels whose paragraphs are all set alike, where `base` says otherwise.
        """
        if not any(run.formula for each in paragraphs for run in each.runs):
            return "<a:lstStyle/>"
        levels: dict[int, set[str]] = {}
        outlined: set[int] = set()
        for each in paragraphs:
            inherited = base[min(each.level, len(base) - 1)] if base else _NO_STYLE
            size = f' sz="{round(each.style.size * 100)}"'
            size = size if each.style.size != inherited.size else ""
            _, inner = self._look(Run(""), each.style, inherited)
            levels.setdefault(each.level, set()).add(f"<a:defRPr{size}>{inner}</a:defRPr>")
            if any(run.formula for run in each.runs):
                outlined.add(each.level)
        said = "".join(
            f"<a:lvl{level + 1}pPr>{''.join(levels[level])}</a:lvl{level + 1}pPr>"
            for level in sorted(outlined)
            if len(levels[level]) == 1
        )
        return f"<a:lstStyle>{said}</a:lstStyle>" if said else "<a:lstStyle/>"

    def plain(self, lines: Sequence[Line]) -> str:
        """Return `a:p` elements without any style, as notes have them."""
        return "".join(
            "<a:p>" + "".join(self._run(run, _NO_STYLE, _NO_STYLE, 0) for run in line) + "</a:p>"
            for line in lines
        )

    def _paragraph(self, paragraph: Paragraph, base: Sequence[ParagraphStyle], width: float) -> str:
        inherited = base[min(paragraph.level, len(base) - 1)] if base else _NO_STYLE
        properties = self._properties(paragraph, inherited, width)
        # An empty cell is as tall as its type, not as that of the programs.
        size = round(paragraph.style.size * 100)
        end = "" if paragraph.runs or paragraph.trailing else f'<a:endParaRPr sz="{size}"/>'
        return f"<a:p>{properties}{self.runs(paragraph, inherited)}{end}</a:p>"

    def runs(self, paragraph: Paragraph, inherited: ParagraphStyle) -> str:
        """Return a paragraph's `a:r` elements; what `inherited` says already is left out."""
        runs = []
        for formula, alike in groupby(paragraph.runs, key=lambda run: run.formula):
            if formula is not None:
                from builder.outputs.pptx.write.formulas import office_math

                said = Run("".join(run.text for run in alike))
                fallback = self._run(said, paragraph.style, inherited, 0)
                runs.append(office_math(formula, fallback))
                continue
            held = held_together(list(as_one(alike, paragraph.target)))
            runs += [self._run(run, paragraph.style, inherited, paragraph.target) for run in held]
        if paragraph.trailing:
            runs.append(self._run(Run("\t"), paragraph.style, inherited, 0))
            runs += [self._run(run, paragraph.style, inherited, 0) for run in paragraph.trailing]
        return "".join(runs)

    def _properties(self, paragraph: Paragraph, inherited: ParagraphStyle, width: float) -> str:
        style, level = paragraph.style, paragraph.level
        attributes = f' lvl="{level}"' if level else ""
        inner = ""
        ours, theirs = ((each.bullet, each.align, each.hang) for each in (style, inherited))
        if ours != theirs or not inherited.size:
            attributes = (
                f' marL="{emu(style.indent(level))}"{attributes} indent="{-emu(style.hang)}" '
                f'algn="{style.align}"'
            )
        if style.before != inherited.before:
            points = round(style.before * 100)
            inner += f'<a:spcBef><a:spcPts val="{points}"/></a:spcBef>'
        if style.bullet != inherited.bullet or paragraph.start > 1 or not inherited.size:
            inner += xml.bullet(style, self.theme, paragraph.start)
        if paragraph.trailing:
            # Programs disagree whether tabs count from the box or from the paragraph's indent:
            # this one stands inside the box for either.
            pos = emu(width - style.indent(level) - 1)
            inner += f'<a:tabLst><a:tab pos="{pos}" algn="r"/></a:tabLst>'
        return f"<a:pPr{attributes}>{inner}</a:pPr>" if attributes or inner else ""

    def _run(self, run: Run, style: ParagraphStyle, inherited: ParagraphStyle, target: int) -> str:
        if run.manner.parted:
            unit = replace(style, size=self.theme.deck.unit(style.size))
            parts = ((each, unit if small else style) for each, small in parted_run(run))
            return "".join(self._run(each, look, inherited, target) for each, look in parts)
        attributes, inner = self._look(run, style, inherited)
        inner += self._link(run, target)
        properties = f"<a:rPr{attributes}>{inner}</a:rPr>" if inner else f"<a:rPr{attributes}/>"
        pieces = [
            f"<a:r>{properties}<a:t>{escape(piece)}</a:t></a:r>" for piece in run.text.split("\n")
        ]
        return f"<a:br>{properties}</a:br>".join(pieces)

    def _look(self, run: Run, style: ParagraphStyle, inherited: ParagraphStyle) -> tuple[str, str]:
        """Return run properties, less what `inherited` says: attributes, and what they hold."""
        attributes = f" lang={quoteattr(run.language or self.language)}"
        if style.size != inherited.size:
            attributes += f' sz="{round(style.size * 100)}"'
        bold = style.bold or run.strong
        if bold != inherited.bold:
            attributes += f' b="{int(bold)}"'
        if run.emphasis:
            attributes += ' i="1"'
        attributes += _MANNERS[run.manner]
        inner = xml.fill(style.colour, self.theme) if style.colour != inherited.colour else ""
        if run.code:
            inner += f'<a:latin typeface="{MONO_FACE}"/><a:cs typeface="{MONO_FACE}"/>'
        return attributes, inner

    def _link(self, run: Run, target: int) -> str:
        if target:
            key = self.links.to_slide(target)
            return f'<a:hlinkClick r:id="{key}" action="ppaction://hlinksldjump"/>'
        # A link into the paper leads nowhere on a slide.
        if run.link and not run.link.startswith("#"):
            return f'<a:hlinkClick r:id="{self.links.to_address(run.link)}"/>'
        return ""


POSITIONS: Final[Mapping[LabelPosition | Side, str]] = {
    "outside_end": "outEnd",
    "beyond_end": "inEnd",
    "centre": "ctr",
    "right": "r",
    "left": "l",
    "above": "t",
    "below": "b",
}
UPRIGHT: Final = -5_400_000
_SILENT = "".join(
    f'<c:show{what} val="0"/>'
    for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
)
_SHOWN = _SILENT.replace('showVal val="0"', 'showVal val="1"')


@dataclass(frozen=True)
class ChartText:
    """Writes the texts of one chart at one size in one language."""

    theme: Theme
    language: str
    size: float

    def paint(self, slot: Slot) -> str:
        """Return the fill of a colour slot of a native chart."""
        return "<a:noFill/>" if slot == "none" else chart_fill(slot, self.theme)

    def line(self, width: float, colour: str) -> str:
        """Return `a:ln` in a colour of the theme; of no width, no line."""
        if not width:
            return "<a:ln><a:noFill/></a:ln>"
        return f'<a:ln w="{emu(width)}" cap="flat">{fill(colour, self.theme)}</a:ln>'

    def baseline(self) -> str:
        """Return the line on which marks stand."""
        return self.line(self.theme.habits.slide_baseline, "ink")

    def font(self, slot: Slot = "ink", *, strong: bool = False, tag: str = "defRPr") -> str:
        """Return run properties; `defRPr` is what PowerPoint uses where it writes the text."""
        return (
            f'<a:{tag} lang={quoteattr(self.language)} sz="{round(self.size * 100)}" '
            f'b="{int(strong)}">{self.paint(slot)}<a:latin typeface="+mn-lt"/></a:{tag}>'
        )

    def properties(self, slot: Slot = "ink", *, turn: int = 0) -> str:
        """Return `c:txPr`; `turn` counts 60,000 to a degree."""
        return (
            f'<c:txPr><a:bodyPr rot="{turn}" vert="horz"/><a:lstStyle/>'
            f"<a:p><a:pPr>{self.font(slot)}</a:pPr>"
            f"<a:endParaRPr lang={quoteattr(self.language)}/></a:p></c:txPr>"
        )

    def rich(self, line: Line, slot: Slot = "ink", *, strong: bool = False, turn: int = 0) -> str:
        """Return `c:tx` with a line word for word; `turn` counts 60,000 to a degree."""
        runs = "".join(
            f"<a:r>{self.font(slot, strong=strong or run.strong, tag='rPr')}"
            f"<a:t>{escape(run.text)}</a:t></a:r>"
            for run in line
        )
        return (
            f'<c:tx><c:rich><a:bodyPr rot="{turn}" wrap="none"/><a:lstStyle/><a:p><a:pPr>'
            f"{self.font(slot, strong=strong)}</a:pPr>{runs}</a:p></c:rich></c:tx>"
        )

    def labels(
        self,
        points: tuple[NativePoint, ...],
        position: LabelPosition,
        shifts: Mapping[int, tuple[float, float]],
        sides: Mapping[int, Side],
        *,
        placed: bool = True,
        ground: str = "",
    ) -> str:
        """Return `c:dLbls`: a text of its own for each point that has a label, and no others.

        `shifts` move labels right and down, as shares of the chart's size; `sides` are where single
        ones stand, on a `ground`, if any. Labels of a type that cannot place them are not `placed`.
        """
        filled = f"<c:spPr>{self.paint(ground)}<a:ln><a:noFill/></a:ln></c:spPr>" if ground else ""

        def where(at: int) -> str:
            side = sides.get(at, position)
            return f'<c:dLblPos val="{POSITIONS[side]}"/>' if side != "none" and placed else ""

        single = "".join(
            f'<c:dLbl><c:idx val="{at}"/>{_moved(*shifts.get(at, (0.0, 0.0)))}'
            f"{self.rich(point.label, point.label_colour, strong=point.strong)}{filled}"
            f"{where(at)}{_SHOWN}</c:dLbl>"
            for at, point in enumerate(points)
            if point.label and point.value is not None
        )
        bare = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        shared = f"{bare}{self.properties()}{_SILENT}{UNLED if shifts else ''}"
        return f"<c:dLbls>{single}{shared}</c:dLbls>" if single else ""

    def axis_title(self, line: Line, *, upright: bool, layout: str = "", slot: Slot = "ink") -> str:
        """Return `c:title` of an axis, turned beside an upright one; `layout` places it."""
        if not line:
            return ""
        turn = -5_400_000 if upright else 0
        text = self.rich(line, slot, strong=slot != "ink", turn=turn)
        return f'<c:title>{text}{layout}<c:overlay val="0"/></c:title>'


def _moved(right: float, down: float) -> str:
    if not (right or down):
        return ""
    place = f'<c:x val="{right:.5f}"/><c:y val="{down:.5f}"/>'
    return f"<c:layout><c:manualLayout>{place}</c:manualLayout></c:layout>"
