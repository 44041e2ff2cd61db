"""The second pass over a laid-out paper: takes its bytes and what was marked, returns the file.

It adds what ReportLab does not write, the structure tree, metadata, the output intent, named places
and attachments, and mends the fonts' maps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import field, replace
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

from builder.frozen import dataclass
from builder.language.dates import word
from builder.model.carried import Seal, sealed_json
from builder.model.snapshot import Snapshot
from builder.outputs.pdf.archive import attach, describe, intend_srgb, mend_unicode_maps, refill
from builder.outputs.pdf.plan import PaperPlan
from builder.outputs.pdf.plan.data import JSON, DataFile
from builder.outputs.pdf.standards import STANDARDS
from builder.outputs.pdf.tags import UNSAID, LinkBox, Marks
from builder.outputs.pdf.write.tree import Tagged, join_tree, with_tree
from builder.seals.pdf import seal, stamped
from builder.workers import beside, is_spare

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

    from builder.outputs.pdf.write.canvas import Anchor

MANY_PLACES: Final = 10_000
"""Places of a paper so long that memory is minded; others are made before it could matter."""

_ABOVE: Final = 4.0  # points that a viewer shows above what a link leads to
LEDGER_NAME: Final = "paperdeck-ledger.json"


class PaperLink(NamedTuple):
    """A link of a paper: its box, what it says, and the anchor of the item whose file it opens."""

    box: LinkBox
    says: str
    opens: str


@dataclass(frozen=True)
class TaggedPaper:
    """A laid-out PDF, the same with its structure tree, and all else that finishing it takes.

    `plan` says what the file is, no longer what stands on its pages; `places` counts what does.
    `goals` are what names lead to, `outlined` the names that bookmarks lead to.
    """

    laid_out: bytes = field(repr=False)
    tagged: Tagged
    plan: PaperPlan
    places: int
    goals: Mapping[str, Anchor] = field(repr=False)
    links: tuple[PaperLink, ...] = field(repr=False)
    outlined: tuple[str, ...] = field(repr=False)


def tagged_paper(
    laid_out: bytes, plan: PaperPlan, places: int, goals: Mapping[str, Anchor], marks: Marks
) -> TaggedPaper:
    """Write the structure of what was drawn, `marks`, behind a laid-out PDF.

    What comes of it needs neither the structure nor the places any more.
    """
    tagged = with_tree(laid_out, marks, STANDARDS[plan.standard])
    return TaggedPaper(
        laid_out,
        tagged,
        replace(plan, items=(), ledger=(), called={}, snapshot=Snapshot()),
        places,
        goals,
        tuple(PaperLink(box, element.says, element.opens) for box, element in marks.links),
        tuple(marks.outlined),
    )


def finish(paper: TaggedPaper, carried: bytes) -> bytes:
    """Return the PDF as PDF/UA-1 and PDF/A-3a want it, with its ledger, `carried` without its seal.

    What a long paper draws is sealed by another process, beside the making of the rest.
    """
    import pikepdf

    finished, sealing = BytesIO(), partial(_sealed, paper)
    plan, tagged = paper.plan, paper.tagged
    with ExitStack() as left:
        sealed = None
        if paper.places > MANY_PLACES and is_spare():
            sealed = left.enter_context(beside(sealing))
        pdf = left.enter_context(pikepdf.open(BytesIO(tagged.data)))
        _complete(pdf, paper, tagged.standing)
        ledger = DataFile(LEDGER_NAME, JSON, b"", word(plan.language, "ledger"), "Supplement")
        files = attach(pdf, (ledger, *plan.files), plan.date)
        join_tree(pdf, tagged, files)
        _let_open(pdf, paper.links, files)
        drawn = sealed() if sealed is not None else seal(pdf)
        refill(pdf, LEDGER_NAME, sealed_json(carried, drawn))
        pdf.save(
            finished,
            deterministic_id=True,
            fix_metadata_version=False,
            min_version=STANDARDS[plan.standard].version,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return stamped(finished.getvalue())


def _sealed(paper: TaggedPaper) -> Seal:
    """Return the seal of what a laid-out PDF will draw."""
    import pikepdf

    with pikepdf.open(BytesIO(paper.laid_out)) as pdf:
        _complete(pdf, paper)
        return seal(pdf)


def _complete(pdf: Pdf, paper: TaggedPaper, standing: Mapping[str, int] | None = None) -> None:
    """Complete what an open PDF shows and does; its structure and its attachments say more.

    `standing` are the numbers of the structure elements that places begin with, if links lead to
    those too.
    """
    describe(pdf, paper.plan)
    intend_srgb(pdf)
    mend_unicode_maps(pdf)
    _name_places(pdf, paper.goals, standing or {})
    if standing:
        _name_bookmarks(pdf, paper.outlined)
    for page in pdf.pages:
        if "/Trans" in page:
            del page["/Trans"]
    _tell_links(pdf, paper.links)


def _name_places(pdf: Pdf, places: Mapping[str, Anchor], standing: Mapping[str, int]) -> None:
    """Write the name tree of destinations (ISO 32000-1, 12.3.2.3), which is sorted by name.

    One that is a structure destination too (ISO 32000-2, 12.3.2.3) has a place on the page beside
    it, for the programs that know no other.
    """
    import pikepdf

    names: list[pikepdf.Object] = []
    pages = [page.obj for page in pdf.pages]
    for name, place in sorted(places.items()):
        page = pages[place.page - 1]
        top = round(place.top + _ABOVE, 1)
        goal = pikepdf.Array([page, pikepdf.Name.XYZ, 0, top, 0])
        number = standing.get(name)
        if number is not None:
            element = pdf.get_object((number, 0))
            there = pikepdf.Array([element, pikepdf.Name.XYZ, 0, top, 0])
            names += [pikepdf.String(name), pikepdf.Dictionary(D=goal, SD=there)]
            continue
        names += [pikepdf.String(name), goal]
    pdf.Root.Names = pikepdf.Dictionary(Dests=pikepdf.Dictionary(Names=pikepdf.Array(names)))


def _tell_links(pdf: Pdf, links: Iterable[PaperLink]) -> None:
    """Let pages and links of an open PDF know of a structure tree, readers of what links say and of
    the tab order.
    """
    import pikepdf

    pages = [page.obj for page in pdf.pages]
    for index, page in enumerate(pages):
        page.Tabs = pikepdf.Name.S
        page.StructParents = index
    nothing: Object | None = None
    for key, (annotation, link) in enumerate(_annotations(pdf, links), start=len(pages)):
        annotation.StructParent = key
        annotation.Contents = pikepdf.String(link.says or UNSAID)
        if link.opens:  # its words are the page's: it draws nothing of its own
            box = pikepdf.Array([0, 0, 1, 1])
            kind = {"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Form, "/BBox": box}
            nothing = nothing or pdf.make_indirect(pdf.make_stream(b"", kind))
            annotation.AP = pikepdf.Dictionary(N=nothing)
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)


def _let_open(pdf: Pdf, links: Iterable[PaperLink], files: Mapping[str, Object]) -> None:
    """Let what opens files lead to them: `files` are file specifications by items' anchors."""
    for annotation, link in _annotations(pdf, links):
        if link.opens:
            annotation.FS = files[link.opens]


def _annotations(pdf: Pdf, links: Iterable[PaperLink]) -> Iterator[tuple[Object, PaperLink]]:
    """Yield the annotation of each link, in order, with it."""
    held: dict[int, list[Object]] = {}
    for link in links:
        page = link.box.page
        if page not in held:
            held[page] = list(pdf.pages[page].Annots)
        yield held[page][link.box.index], link


def _name_bookmarks(pdf: Pdf, outlined: Iterable[str]) -> None:
    """Let bookmarks lead to places by their names, which lead into the structure too."""
    import pikepdf

    names = iter(outlined)
    waiting = [pdf.Root.Outlines.get("/First")] if "/Outlines" in pdf.Root else []
    while waiting:
        entry = waiting.pop()
        if entry is not None:
            entry.Dest = pikepdf.String(next(names))
            waiting += [entry.get("/Next"), entry.get("/First")]
