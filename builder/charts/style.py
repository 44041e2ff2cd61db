"""The house style's type: takes a theme, returns how each kind of words in a chart is set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from builder.model.text import Run
from builder.theme.theme import Theme


@dataclass(frozen=True)
class Type:
    """How words are set: font names, size, leading (points) and colour (`#RRGGBB`)."""

    font: str
    strong: str
    emphasis: str
    size: float
    leading: float
    colour: str

    def font_of(self, run: Run) -> str:
        """Return the name of the font that sets a run."""
        if run.strong:
            return self.strong
        return self.emphasis if run.emphasis else self.font

    def at(self, size: float) -> Type:
        """Return the same at another size, leading in proportion."""
        return replace(self, size=size, leading=self.leading * size / self.size)

    def inked(self, colour: str) -> Type:
        """Return the same in another colour."""
        return replace(self, colour=colour)


@dataclass(frozen=True)
class Style:
    """The type of a chart, and the theme whose colours it uses.

    `title` is the finding, `measure` the line below it, `label` names what is plotted, `value`
    prints numbers, `strong` an emphasised one, `tick` axes, `caption` quiet words in the plot,
    `series` names at the ends of lines, `source` the foot.
    """

    theme: Theme
    title: Type
    measure: Type
    label: Type
    value: Type
    strong: Type
    tick: Type
    caption: Type
    series: Type
    source: Type

    @staticmethod
    @cache
    def of(theme: Theme) -> Style:
        """Return the house style in a theme's fonts and colours."""
        sans, colours = theme.sans, theme.colours
        text = Type(sans.regular, sans.semibold, sans.italic, 8.5, 10.5, colours.ink)
        bold = replace(text, font=sans.semibold, strong=sans.bold, emphasis=sans.bold_italic)
        return Style(
            theme=theme,
            title=replace(bold, size=11, leading=13.5),
            measure=text.inked(colours.muted),
            label=text,
            value=text,
            strong=bold,
            tick=text.at(8),
            caption=text.at(8).inked(colours.muted),
            series=bold,
            source=replace(text, size=7, leading=9, colour=colours.muted),
        )
