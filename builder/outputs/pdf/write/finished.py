"""The second pass over a laid-out paper: takes its bytes and what was marked, returns the file.

It adds what ReportLab does not write, the structure tree, metadata, the output intent, named places
and attachments, and mends the fonts' maps.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Final

from builder.language.dates import word
from builder.model.carried import Making, Seal, sealed_json, unsealed_json
from builder.outputs.pdf.archive import attach, describe, intend_srgb, mend_unicode_maps, refill
from builder.outputs.pdf.plan import PaperPlan
from builder.outputs.pdf.plan.data import JSON, DataFile
from builder.outputs.pdf.standards import STANDARDS
from builder.outputs.pdf.tags import UNSAID, Marks
from builder.outputs.pdf.write.tree import join_tree, with_tree
from builder.seals.pdf import seal, stamped
from builder.workers import beside, is_spare

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

    from builder.outputs.pdf.write.canvas import Anchor

MANY_PLACES: Final = 10_000
"""Places of a paper so long that memory is minded; others are made before it could matter."""

_ABOVE: Final = 4.0  # points that a viewer shows above what a link leads to
LEDGER_NAME: Final = "paperdeck-ledger.json"


def finish(
    laid_out: bytes,
    plan: PaperPlan,
    making: Making,
    goals: Mapping[str, Anchor],
    marks: Marks,
) -> bytes:
    """Return the PDF as PDF/UA-1 and PDF/A-3a want it, carrying what it was made from.

    `goals` are what names lead to, `marks` the structure of what was drawn. What a long paper
    draws is sealed by another process, beside the making of its tree.
    """
    import pikepdf

    finished, sealing = BytesIO(), partial(_sealed, laid_out, plan, goals, marks)
    with ExitStack() as left:
        sealed = None
        if len(making.places) > MANY_PLACES and is_spare():
            sealed = left.enter_context(beside(sealing))
        standard = STANDARDS[plan.standard]
        carried, tagged = unsealed_json(making), with_tree(laid_out, marks, standard)
        pdf = left.enter_context(pikepdf.open(BytesIO(tagged.data)))
        _complete(pdf, plan, goals, marks, tagged.standing)
        ledger = DataFile(LEDGER_NAME, JSON, b"", word(plan.language, "ledger"), "Supplement")
        files = attach(pdf, (ledger, *plan.files), plan.date)
        join_tree(pdf, tagged, files)
        drawn = sealed() if sealed is not None else seal(pdf)
        refill(pdf, LEDGER_NAME, sealed_json(carried, drawn))
        pdf.save(
            finished,
            deterministic_id=True,
            fix_metadata_version=False,
            min_version=standard.version,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return stamped(finished.getvalue())


def _sealed(laid_out: bytes, plan: PaperPlan, goals: Mapping[str, Anchor], marks: Marks) -> Seal:
    """Return the seal of what a laid-out PDF will draw."""
    import pikepdf

    with pikepdf.open(BytesIO(laid_out)) as pdf:
        _complete(pdf, plan, goals, marks)
        return seal(pdf)


def _complete(
    pdf: Pdf,
    plan: PaperPlan,
    goals: Mapping[str, Anchor],
    marks: Marks,
    standing: Mapping[str, int] | None = None,
) -> None:
    """Complete what an open PDF shows and does; its structure and its attachments say more.

    `standing` are the numbers of the structure elements that places begin with, if links lead to
    those too.
    """
    describe(pdf, plan)
    intend_srgb(pdf)
    mend_unicode_maps(pdf)
    _name_places(pdf, goals, standing or {})
    if standing:
        name_bookmarks(pdf, marks)
    for page in pdf.pages:
        if "/Trans" in page:
            del page["/Trans"]
    tell_links(pdf, marks)


def _name_places(pdf: Pdf, places: Mapping[str, Anchor], standing: Mapping[str, int]) -> None:
    """Write the name tree of destinations (ISO 32000-1, 12.3.2.3), which is sorted by name.

    One that is a structure destination too (ISO 32000-2, 12.3.2.3) has a place on the page beside
    it, for the programs that know no other.
    """
    import pikepdf

    names: list[pikepdf.Object] = []
    for name, place in sorted(places.items()):
        page = pdf.pages[place.page - 1].obj
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


def tell_links(pdf: Pdf, marks: Marks) -> None:
    """Let pages and links of an open PDF know of a structure tree, readers of what links say and of
    the tab order.
    """
    import pikepdf

    pages = [page.obj for page in pdf.pages]
    for index, page in enumerate(pages):
        page.Tabs = pikepdf.Name.S
        page.StructParents = index
    annotations: dict[int, list[Object]] = {}
    for key, (box, element) in enumerate(marks.links, start=len(pages)):
        if box.page not in annotations:
            annotations[box.page] = list(pages[box.page].Annots)
        annotation = annotations[box.page][box.index]
        annotation.StructParent = key
        annotation.Contents = pikepdf.String(element.says or UNSAID)
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)


def name_bookmarks(pdf: Pdf, marks: Marks) -> None:
    """Let bookmarks lead to places by their names, which lead into the structure too."""
    import pikepdf

    names = iter(marks.outlined)
    waiting = [pdf.Root.Outlines.get("/First")] if "/Outlines" in pdf.Root else []
    while waiting:
        entry = waiting.pop()
        if entry is not None:
            entry.Dest = pikepdf.String(next(names))
            waiting += [entry.get("/Next"), entry.get("/First")]
