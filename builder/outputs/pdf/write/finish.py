"""The second pass over a laid-out PDF: takes its bytes, returns them tagged and archival.

Adds what ReportLab does not write: the structure tree, XMP metadata, the output intent, named
places, attachments; and mends the fonts' maps. The same bytes in give the same bytes out.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Final

from builder.language.words import word
from builder.model.carried import Making, carried_json
from builder.outputs.pdf.archive.attachments import attach, refill
from builder.outputs.pdf.archive.colour import intend_srgb
from builder.outputs.pdf.archive.metadata import describe
from builder.outputs.pdf.archive.unicode import mend_unicode_maps
from builder.outputs.pdf.plan import PaperPlan
from builder.outputs.pdf.plan.data import JSON, DataFile
from builder.outputs.pdf.tags import Marks
from builder.outputs.pdf.tags.tree import join_tree, with_tree
from builder.seals.pdf import seal, stamped

if TYPE_CHECKING:
    from pikepdf import Pdf

    from builder.outputs.pdf.write.canvas import Anchor

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

    `goals` are what names lead to, `marks` the structure of what was drawn.
    """
    import pikepdf

    finished = BytesIO()
    tagged = with_tree(laid_out, marks)
    with pikepdf.open(BytesIO(tagged.data)) as pdf:
        describe(pdf, plan)
        intend_srgb(pdf)
        mend_unicode_maps(pdf)
        _name_places(pdf, goals)
        for page in pdf.pages:
            if "/Trans" in page:
                del page["/Trans"]
        ledger = DataFile(LEDGER_NAME, JSON, b"", word(plan.language, "ledger"), "Supplement")
        files = attach(pdf, (ledger, *plan.files), plan.date)
        join_tree(pdf, marks, tagged, files)
        refill(pdf, LEDGER_NAME, carried_json(making, seal(pdf)).encode())
        pdf.save(
            finished,
            deterministic_id=True,
            fix_metadata_version=False,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return stamped(finished.getvalue())


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
