"""Text of charts into lines: what is lowered or raised becomes characters that are so anyway.

A chart's words are drawn in one size, and PowerPoint's own charts hold plain text: CO~2~ is CO₂
there. What has no such character is a mistake with a place.
"""

from __future__ import annotations

from typing import Final

from builder.facts.text import Printer
from builder.frozen import replace
from builder.model.text import PLAINLY, Line, Run, Text

_LOWERED: Final = dict(zip("0123456789", "₀₁₂₃₄₅₆₇₈₉", strict=True))
_RAISED: Final = dict(zip("123456789", "¹²³⁴⁵⁶⁷⁸⁹", strict=True))


class CharacterPrinter(Printer):
    """Prints the texts of charts."""

    def _line(self, text: Text, within: tuple[str, ...]) -> Line:
        line = super()._line(text, within)
        if all(run.manner == PLAINLY for run in line):
            return line
        return tuple(run if run.manner == PLAINLY else self._in_characters(run) for run in line)

    def _in_characters(self, run: Run) -> Run:
        manner = run.manner
        known = _LOWERED if manner.shift == "sub" else _RAISED
        if (
            manner._replace(icon="") == PLAINLY
        ):  # which stands for nothing here, as is told elsewhere
            return replace(run, manner=PLAINLY)
        whose = run.owner is not None and run.owner.kind == "figure"
        if manner.struck or manner.capitals:
            what = "struck text" if manner.struck else "small capitals"
            self._refuse(run, f'{what} in a chart: "{run.text}"', "write it plainly")
        elif whose or not set(run.text) <= set(known):
            how = "lowered" if manner.shift == "sub" else "raised"
            hint = "a chart lowers the digits from 0 to 9 alone, and raises those from 1 to 9"
            self._refuse(run, f'"{run.text}" cannot be {how} in a chart', hint)
        else:
            run = replace(run, text="".join(map(known.__getitem__, run.text)), breaks=())
        return replace(run, manner=PLAINLY)

    def _refuse(self, run: Run, found: str, hint: str) -> None:
        self.problems.error(run.place, found, hint)
