"""A planned paper onto pages, then into a file.

    set_paper(plan, theme, cache) -> SetPaper -> write_paper(paper, path)

What the slides say of the paper's pages is known after the first, which is most of the work. A
second pass over the laid-out PDF makes it tagged and archival: it adds what ReportLab does not
write, the structure tree, XMP metadata, the output intent, named places and attachments, and mends
the fonts' maps. The same in gives the same bytes out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from builder.frozen import dataclass, replace
from builder.machine import give_back
from builder.model.blocks import ChartUse
from builder.model.briefing import Briefing
from builder.model.carried import Making, unsealed_json
from builder.model.chart import ResolvedChart
from builder.model.gauge import Gauged
from builder.model.ledger import Entry, LedgerPlace, PaperPages, PaperPart
from builder.outputs.pdf.plan import PaperPlan
from builder.outputs.pdf.plan.crossing import anchor_of
from builder.outputs.pdf.plan.items import Item, Tabular
from builder.outputs.pdf.plan.planner import runs_in
from builder.outputs.pdf.standards import STANDARDS
from builder.outputs.pdf.write.finished import MANY_PLACES, TaggedPaper, finish, tagged_paper
from builder.problems import NOWHERE, ContentError, Problems, shortened
from builder.theme.theme import Theme

if TYPE_CHECKING:
    from builder.charts import Margin
    from builder.outputs.pdf.tags import Marks
    from builder.outputs.pdf.write.canvas import Anchor, PaperCanvas
    from builder.outputs.pdf.write.context import Setter
    from builder.outputs.pdf.write.flowable import Setting
    from builder.outputs.pdf.write.watching import Watcher


_FEWEST_CHARACTERS: Final = 35
"""What a line of one of two columns holds at least, about, to be read with ease."""
_WITHOUT_PAGE: Final = attrgetter("kind", "owner", "form", "text", "channel", "within")


class NotDrawnError(Exception):
    """A text of the plan never reached the pages, or a link's goal did not: a bug of ours."""


@dataclass(frozen=True)
class SetPaper:
    """A paper laid out on its pages.

    `places` are all that the file must say, `words` what each page says as it is drawn, `gauged`
    what marks of charts measure. `pages` says where the paper's parts stand. The rest is what the
    file is made from: `goals` are what links lead to by name, `marks` the structure of what was
    drawn, `drawn` the pages as a plain PDF.
    """

    plan: PaperPlan
    places: tuple[LedgerPlace, ...]
    words: Mapping[int, str]
    gauged: tuple[Gauged, ...]
    pages: PaperPages
    goals: Mapping[str, Anchor] = field(repr=False)
    marks: Marks = field(repr=False)
    drawn: bytes = field(repr=False)

    @property
    def making(self) -> Making:
        """What the file carries of its making."""
        plan = self.plan
        files = {file.name: file.content for file in plan.files}
        return Making(
            plan.medium,
            plan.fingerprint,
            plan.slug,
            plan.edition,
            plan.snapshot,
            self.places,
            self.words,
            files,
            gauged=self.gauged,
        )


def charts_of(briefing: Briefing, theme: Theme) -> Iterator[tuple[ResolvedChart, float, Margin]]:
    """Yield the charts that stand in the text, with the width and margin that they will have."""
    from builder.outputs.pdf.write.context import chart_place, geometry
    from builder.outputs.pdf.write.styles import styles_of

    page = geometry(briefing.meta.page, theme, briefing.meta.layout)
    styles = styles_of(theme, page.area.grid)
    for block in (block for section in briefing.sections for block in section.blocks):
        if isinstance(block, ChartUse):
            chart = briefing.charts[block.name]
            yield chart, *chart_place(chart, page.column, styles)


def check_columns(briefing: Briefing, theme: Theme, problems: Problems) -> None:
    """Warn of columns whose lines hold so few characters that words stand far apart."""
    from builder.outputs.pdf.write.context import characters

    meta = briefing.meta
    held = characters(meta.page, theme, meta.layout)
    if meta.layout.columns > 1 and held < _FEWEST_CHARACTERS:
        problems.warning(
            meta.places.get("page", meta.place),
            f"a line of two columns holds about {held} characters in the theme {theme.name}, "
            f"where {_FEWEST_CHARACTERS} are wanted: words stand far apart, charts and tables "
            "across both",
            "set columns: 1 below `page`",
        )


def check_pictures(plan: PaperPlan, theme: Theme, problems: Problems) -> None:
    """Report what cannot be drawn of a paper's pictures, or not as it should be."""
    from builder.outputs.pdf.write.setters import pictures

    pictures.check_pictures(plan, theme, problems)


def set_paper(
    plan: PaperPlan,
    theme: Theme,
    cache: Path | None,
    setters: Mapping[type[Item], Setter] | None = None,
    watched: Watcher | None = None,
) -> SetPaper:
    """Lay the paper out; `cache` is a folder for what later builds can use again.

    `setters` set the items of another output, by their kind; `watched` is told of pages.

    Raises:
        ContentError: a font lacks a character of the content, or a chart or a heading is taller
            than a page.
        NotDrawnError: a planned text is not on the pages, or a link leads nowhere.
    """
    from builder.language.numbers import decimal_mark
    from builder.outputs.pdf.plan.anchors import destination
    from builder.outputs.pdf.write import fonts
    from builder.outputs.pdf.write.context import LayoutContext, geometry
    from builder.outputs.pdf.write.document import PaperDocument
    from builder.outputs.pdf.write.filler import TooTallError
    from builder.outputs.pdf.write.places import gauged, page_words, places
    from builder.outputs.pdf.write.revised import regroup
    from builder.outputs.pdf.write.styles import styles_of
    from builder.outputs.pdf.write.typeset import Typesetter
    from builder.text.opportunities import Hyphens

    fonts.prepare(theme)
    page = geometry(plan.page, theme, plan.layout)
    hyphens, problems = Hyphens(plan.language, cache), Problems()
    styles, mark = styles_of(theme, page.area.grid), decimal_mark(plan.language)
    setter = Typesetter(hyphens, problems)
    files = {file.about: file for file in plan.files if file.word}
    context = LayoutContext(
        theme, styles, setter, page, page.column, cache, mark, setters or {}, files
    )
    document = PaperDocument(plan, context)
    try:
        paper = document.lay_out(watched)
    except TooTallError as error:
        _tell_too_tall(error.setting, problems)
        raise ContentError(problems) from error
    problems.stop_on_errors()
    hyphens.save()
    _all_drawn(plan.ledger, paper.drawn)
    if STANDARDS[plan.standard].is_second:
        regroup(paper.marks)
    held, words = places(plan, paper), page_words(paper)
    paper.forget()
    return SetPaper(
        plan=plan,
        places=held,
        words=words,
        gauged=gauged(paper),
        pages=_pages(plan, paper),
        goals={destination(name): place for name, place in _led_to(paper)},
        marks=paper.marks,
        drawn=document.buffer.getvalue(),
    )


def write_paper(paper: SetPaper, path: Path) -> None:
    """Write a paper to `path`, tagged and archival.

    Raises:
        OSError: the file cannot be written.
    """
    long = len(paper.places) > MANY_PLACES
    if long:
        give_back()  # what laying out has left
    path.write_bytes(finish(_tagged(paper, len(paper.places)), unsealed_json(paper.making)))
    if long:
        give_back()


def _tagged(paper: SetPaper, places: int) -> TaggedPaper:
    return tagged_paper(paper.drawn, paper.plan, places, paper.goals, paper.marks)


def put_aside(paper: SetPaper, path: Path) -> PaperPages:
    """Write to `path`, for this program alone, what `finish_aside` makes the file from; return the
    paper's pages.

    What is written is let go before more is made: whoever hands the paper over should not hold it.

    Raises:
        OSError: the file cannot be written.
    """
    import pickle

    give_back()
    with path.open("wb") as file:
        pickle.dump(unsealed_json(paper.making), file, pickle.HIGHEST_PROTOCOL)
        pickle.dump(pickle.dumps(paper.places, pickle.HIGHEST_PROTOCOL), file)
        pages, making = paper.pages, partial(_tagged, replace(paper, places=()), len(paper.places))
        del paper
        give_back()
        pickle.dump(making(), file, pickle.HIGHEST_PROTOCOL)
    return pages


def finish_aside(aside: Path, path: Path) -> tuple[LedgerPlace, ...]:
    """Write a paper that was put aside to `path`; return what it must say.

    Raises:
        OSError: the file cannot be written.
    """
    import pickle

    with aside.open("rb") as file:
        carried: bytes = pickle.load(file)
        waiting: bytes = pickle.load(file)
        path.write_bytes(finish(pickle.load(file), carried))
    del carried
    give_back()
    places: tuple[LedgerPlace, ...] = pickle.loads(waiting)
    return places


def _pages(plan: PaperPlan, paper: PaperCanvas) -> PaperPages:
    spots = (
        (goal, PaperPart(called, paper.anchors[anchor_of(goal)].page))
        for goal, called in plan.called.items()
    )
    return PaperPages(dict(spots))


def _led_to(paper: PaperCanvas) -> Iterator[tuple[str, Anchor]]:
    """Yield the places that links lead to, by name, in order."""
    nowhere = sorted(paper.led_to - paper.anchors.keys())
    if nowhere:
        raise NotDrawnError(f"links lead nowhere: {', '.join(nowhere)}")
    for name in sorted(paper.led_to):
        yield name, paper.anchors[name]


def _all_drawn(planned: Iterable[Entry], drawn: Iterable[Entry]) -> None:
    """Hold what was drawn to what was planned.

    Raises:
        NotDrawnError: an owned text of the plan is nowhere.
    """
    left = Counter(map(_WITHOUT_PAGE, drawn))
    for entry in planned:
        said = _WITHOUT_PAGE(entry)
        if not left[said]:
            raise NotDrawnError(f"planned but not drawn: {entry}")
        left[said] -= 1


def _tell_too_tall(setting: Setting, problems: Problems) -> None:
    """Report what is taller than a page, where its first words stand in the content.

    Of a table it has been said which row or head is.
    """
    if isinstance(setting.item, Tabular) and problems.errors:
        return
    runs = tuple(runs_in(setting.item)) if setting.item else ()
    words = shortened("".join(run.text for run in runs))
    place = next((run.place for run in runs if run.place.file), NOWHERE)
    found = f'"{words}" is taller than a page and cannot be divided'
    problems.error(place, found, "shorten it, or say it in several paragraphs")
