"""The second pass over a laid-out PDF: takes its bytes, returns them tagged and archival.

Adds what ReportLab does not write: the structure tree, XMP metadata, the output intent, named
places, attachments; and mends the fonts' maps. The same bytes in give the same bytes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Final

from builder.model.carried import carried_json
from builder.model.ledger import Entry
from builder.model.words import word
from builder.paper.archive.attachments import attach
from builder.paper.archive.colour import intend_srgb
from builder.paper.archive.metadata import describe
from builder.paper.archive.unicode import mend_unicode_maps
from builder.paper.plan import PaperPlan
from builder.paper.plan.data import JSON, DataFile
from builder.paper.tags import Marks
from builder.paper.tags.tree import write_tree

if TYPE_CHECKING:
    from pikepdf import Pdf

    from builder.paper.write.canvas import Anchor

_ABOVE: Final = 4.0  # points that a viewer shows above what a link leads to
LEDGER_NAME: Final = "paperdeck-ledger.json"


def finish(
    laid_out: bytes,
    plan: PaperPlan,
    ledger: Iterable[Entry],
    places: Mapping[str, Anchor],
    marks: Marks,
) -> bytes:
    """Return the PDF as PDF/UA-1 and PDF/A-3a want it.

    `places` are what names lead to, `marks` the structure of what was drawn.
    """
    import pikepdf

    finished = BytesIO()
    with pikepdf.open(BytesIO(laid_out)) as pdf:
        describe(pdf, plan)
        intend_srgb(pdf)
        mend_unicode_maps(pdf)
        _name_places(pdf, places)
        files = attach(pdf, (_carried(plan, ledger), *plan.files), plan.date)
        write_tree(pdf, marks, files)
        for page in pdf.pages:
            if "/Trans" in page:
                del page["/Trans"]
        pdf.save(
            finished,
            deterministic_id=True,
            fix_metadata_version=False,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return finished.getvalue()


def _carried(plan: PaperPlan, ledger: Iterable[Entry]) -> DataFile:
    """Return the ledger as a file to attach."""
    files = {file.name: file.content for file in plan.files}
    text = carried_json(
        plan.fingerprint, plan.slug, plan.edition, ledger, plan.snapshot, files, plan.medium
    )
    return DataFile(LEDGER_NAME, JSON, text.encode(), word(plan.language, "ledger"), "Supplement")


def _name_places(pdf: Pdf, places: Mapping[str, Anchor]) -> None:
    """Write the name tree of destinations (ISO 32000-1, 12.3.2.3), which is sorted by name."""
    import pikepdf

    names: list[pikepdf.Object] = []
    for name, place in sorted(places.items()):
        page = pdf.pages[place.page - 1].obj
        top = round(place.top + _ABOVE, 1)
        goal = pikepdf.Array([page, pikepdf.Name.XYZ, 0, top, 0])
        names += [pikepdf.String(name), goal]
    pdf.Root.Names = pikepdf.Dictionary(Dests=pikepdf.Dictionary(Names=pikepdf.Array(names)))
