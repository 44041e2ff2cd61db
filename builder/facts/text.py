"""Text into lines: takes text with figures and marks of notes, or source ids; returns runs only.

A whole printed figure, hedge and unit included, is one run that the figure owns.

A chart's words are drawn in one size, and PowerPoint's own charts hold plain text: there, what is
lowered or raised becomes characters that are so anyway, CO~2~ is CO₂. What has no such character is
a mistake with a place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from typing import Final

from builder.facts.again import printed_again
from builder.facts.figures import year_of
from builder.facts.printing import capitalised, hedge_word, printed_figure, unit_beside
from builder.facts.runs import ending, in_case, owned, unnumbered, with_ranges
from builder.frozen import dataclass, replace
from builder.language.dates import printed_date, word
from builder.language.language import NBSP, language_of
from builder.language.punctuation import SIGNS, punctuated
from builder.model.figure import (
    IN_CASE,
    Figure,
    Form,
    FormError,
    Moment,
    Periods,
    ResolvedFigure,
    form_name,
    form_of,
)
from builder.model.inline import Citation
from builder.model.text import (
    PLAINLY,
    CrossReference,
    FigureUse,
    Line,
    Manner,
    NoteMark,
    Owner,
    Run,
    Text,
    join,
    named,
)
from builder.problems import Problems

# Notes by the file that defines them and their key there.
NoteNumbers = Mapping[tuple[str, str], int]

_BYTES: Final = 4_000  # of a text printed
_IN_FULL: Final = frozenset(("full", "bare"))

_LOWERED: Final = dict(zip("0123456789", "₀₁₂₃₄₅₆₇₈₉", strict=True))
_RAISED: Final = dict(zip("123456789", "¹²³⁴⁵⁶⁷⁸⁹", strict=True))


@dataclass(frozen=True)
class Printer:
    """Prints texts in one language.

    `stated` are the figures as written, for their labels and periods in words; `figures` those
    that have a value; `notes` the numbers of the paper's notes. What cannot be printed is added
    to `problems`.
    """

    tag: str
    stated: Mapping[str, Figure]
    figures: Mapping[str, ResolvedFigure]
    notes: NoteNumbers
    problems: Problems
    _printed: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict)
    states: dict[str, object] = field(default_factory=dict)

    def line(self, text: Text) -> Line:
        """Return a text as runs."""
        return self._line(text, ())

    def line_again(self, text: Text) -> Line:
        """Return a text that is itself remembered as runs, as it was where they are the same."""
        return printed_again(self, (text,), "printed line", lambda own: own.line(text), _BYTES)

    def figure(self, name: str, *forms: str) -> Run:
        """Return a known figure in a form that can be said of any figure, as one run."""
        text = self._printed_text(name, forms)
        return Run(text, owner=Owner("figure", name, form_name(forms)))

    def label(self, name: str) -> Line:
        """Return a figure's label, owned by it."""
        return self._label(self.stated[name], (name,))

    def as_of(self, name: str) -> Line:
        """Return the period of a figure, "not stated" where it has none; a date needs none."""
        period = self._as_of(name, (name,))
        if period or year_of(self.figures[name]):
            return period
        return (Run(word(self.tag, "not_stated")),)

    def forms(self, name: str) -> Mapping[str, Line]:
        """Return a figure in the forms that panels and registers need; its kg stands beside it."""
        figure = self.figures[name]
        value = figure.rounded
        hedge = hedge_word(figure.hedge, figure.unit, self.tag, value) if figure.hedge else ""
        unit = unit_beside(figure, self.tag)
        short = self.figure(name, "short")
        if isinstance(figure.value, Decimal):
            if unit in SIGNS:
                owner = Owner("figure", name, "short|with_unit")
                short, unit = replace(short, text=f"{short.text}{NBSP}{unit}", owner=owner), ""
            short = replace(short, manner=Manner(parted=True))
        return {
            "full": (self.figure(name),),
            "number": (self.figure(name, "number"),),
            "short": self._placed((short,), name),
            "unit": self._placed((named(unit),), name) if unit else (),
            "hedge": (Run(hedge),) if hedge else (),
            "as_of": self._placed(self.as_of(name), name),
            "label": self.label(name),
        }

    def _placed(self, line: Line, name: str) -> Line:
        """Return a line of a figure's whose runs stand where the figure does, if nowhere else."""
        place = self.stated[name].place
        return tuple(run if run.place.file else replace(run, place=place) for run in line)

    def _line(self, text: Text, within: tuple[str, ...]) -> Line:
        runs: list[Run] = []
        for item in text:
            if isinstance(item, Run):
                runs.append(item)
            elif isinstance(item, NoteMark):
                runs += self._mark(item)
            elif isinstance(item, CrossReference):
                runs.append(unnumbered(item))
            elif isinstance(item, Citation):
                # Of a work that there is not, which was told when the content was read.
                runs.append(Run(str(item), owner=Owner("name", str(item)), place=item.place))
            elif item.formula is not None:
                printed = self._use(item, within)
                runs += [replace(run, formula=item.formula) for run in printed]
            else:
                runs += self._in_case(self._use(item, within), runs)
        if any(run.formula for run in runs):
            from builder.formulas import composed

            runs = list(composed(runs, self.tag, self.problems))
        return with_ranges(punctuated(tuple(runs), self.tag), self.tag)

    def _in_case(self, line: Line, before: Sequence[Run]) -> Line:
        """Return what a figure prints as it stands after the words before it: «у березні»."""
        said = ending(before)
        inflected = language_of(self.tag).date_in_case
        found: list[Run] = []
        for run in line:
            owner, text = run.owner, inflected(said, run.text)
            if owner is not None and owner.kind == "figure" and owner.form in _IN_FULL:
                text = in_case(said, text, self.figures[owner.id], self.tag)
            if owner is not None and owner.form != "label" and text != run.text:
                forms = (*(owner.form.split("|") if owner.form != "full" else ()), IN_CASE)
                run = replace(run, text=text, owner=replace(owner, form=form_name(forms)))
            found.append(run)
        return tuple(found)

    def _mark(self, mark: NoteMark) -> Line:
        number = self.notes.get((mark.place.file, mark.key))
        if number is None:
            return ()
        owner = Owner("furniture", f"note-{number}")
        return (Run(str(number), owner=owner, note=number, place=mark.place),)

    def _use(self, use: FigureUse, within: tuple[str, ...]) -> Line:
        if use.figure not in self.figures:
            return ()
        try:
            form = form_of(use.forms)
            if form.base in ("label", "as_of"):
                return self._prose(use, form, within)
            text = self._printed_text(use.figure, use.forms)
        except FormError as error:
            self.problems.error(use.place, f'figure "{use.figure}": {error.found}', error.hint)
            return ()
        owner = Owner("figure", use.figure, form_name(use.forms))
        return (
            Run(
                text,
                use.strong,
                use.emphasis,
                False,
                use.link,
                owner,
                use.claim,
                None,
                use.place,
                manner=use.manner,
            ),
        )

    def _printed_text(self, name: str, forms: tuple[str, ...]) -> str:
        key, figure = (name, forms), self.figures[name]
        if key not in self._printed:
            self._printed[key] = printed_figure(figure, form_of(forms), self.tag)
        return self._printed[key]

    def _prose(self, use: FigureUse, form: Form, within: tuple[str, ...]) -> Line:
        """Return a label or a period in the setting of the use that asks for it."""
        if use.figure in within:
            raise FormError(
                f"its {form.base} uses itself: {' -> '.join((*within, use.figure))}",
                "write one of them in words",
            )
        inner = (*within, use.figure)
        if form.base == "label":
            runs = self._label(self.stated[use.figure], inner)
        else:
            runs = self._as_of(use.figure, inner)
            if not runs:
                raise FormError("it states no `as_of`", "give the figure one, or drop the form")
        set_alike = [
            replace(
                run,
                strong=use.strong,
                emphasis=use.emphasis,
                link=use.link,
                claim=use.claim,
                place=use.place,
            )
            for run in runs
        ]
        if form.capital and set_alike:
            set_alike[0] = replace(set_alike[0], text=capitalised(set_alike[0].text))
        return tuple(set_alike)

    def _label(self, figure: Figure, within: tuple[str, ...]) -> Line:
        text = figure.texts.get("label") or (Run(figure.label),)
        return owned(self._line(text, within), Owner("figure", figure.id, "label"))

    def _as_of(self, name: str, within: tuple[str, ...]) -> Line:
        """Return the period of a figure, its own or, of a formula, those of its inputs."""
        period = self.figures[name].as_of
        owner = Owner("figure", name, "as_of")
        if period is None:
            return ()
        if isinstance(period, tuple):
            return self._several(period, owner, within)
        if isinstance(period, Moment):
            return (Run(printed_date(period, "full", self.tag), owner=owner),)
        stated = self.stated[name]
        while stated.as_of is None:
            stated = self.stated[self.figures[stated.id].inputs[0]]
        text = stated.texts.get("as_of") or (Run(period),)
        return owned(self._line(text, within), owner)

    def _several(self, periods: Periods, owner: Owner, within: tuple[str, ...]) -> Line:
        """Return periods one after the other, as one run where all that they say is theirs."""
        missing: Line = (Run(word(self.tag, "not_stated")),)
        said = (
            missing if period is None else self._as_of(name, within) for period, name in periods
        )
        runs = join(said, ", ")
        if all(run.owner is None or run.owner.form == "as_of" for run in runs):
            return (Run("".join(run.text for run in runs), owner=owner),)
        return owned(runs, owner)


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
