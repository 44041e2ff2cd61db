"""The second pass over a laid-out PDF: takes its bytes, returns them finished.

Adds what ReportLab does not write: XMP metadata, the document's language, the ledger as an
attachment. The same bytes in give the same bytes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Final

from builder.model.carried import carried_json
from builder.model.figure import Moment
from builder.model.ledger import Entry
from builder.paper.plan import PaperPlan

if TYPE_CHECKING:
    from pikepdf import Pdf

    from builder.paper.write.canvas import Anchor

_ABOVE: Final = 4.0  # points that a viewer shows above what a link leads to
LEDGER_NAME: Final = "paperdeck-ledger.json"


def finish(
    laid_out: bytes, plan: PaperPlan, ledger: Iterable[Entry], places: Mapping[str, Anchor]
) -> bytes:
    """Return the PDF with metadata, language, the places that names lead to, and the ledger."""
    import pikepdf

    finished = BytesIO()
    with pikepdf.open(BytesIO(laid_out)) as pdf:
        _describe(pdf, plan)
        _name_places(pdf, places)
        carried = carried_json(plan.fingerprint, plan.slug, plan.edition, ledger, plan.snapshot)
        _attach(pdf, LEDGER_NAME, carried.encode(), plan.date)
        for page in pdf.pages:
            if "/Trans" in page:
                del page["/Trans"]
        pdf.save(finished, deterministic_id=True, fix_metadata_version=False)
    return finished.getvalue()


def _describe(pdf: Pdf, plan: PaperPlan) -> None:
    """Write XMP (ISO 16684-1) and the dates and preferences of the document catalogue."""
    import pikepdf

    stamp = _date(plan.date)
    pdf.Root.Lang = pikepdf.String(plan.language)
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = pikepdf.Name.UseOutlines
    compact = stamp.replace("-", "")
    for key in ("/CreationDate", "/ModDate"):
        pdf.docinfo[key] = pikepdf.String(f"D:{compact}000000Z")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["dc:title"] = plan.title
        xmp["dc:language"] = [plan.language]
        xmp["dc:creator"] = list(plan.authors) or [plan.publisher or plan.title]
        if plan.subtitle:
            xmp["dc:description"] = plan.subtitle
        if plan.publisher:
            xmp["dc:publisher"] = [plan.publisher]
        xmp["xmp:CreateDate"] = xmp["xmp:ModifyDate"] = f"{stamp}T00:00:00Z"
        xmp["xmp:CreatorTool"] = "Paperdeck"
        xmp["pdf:Producer"] = "Paperdeck"


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


def _attach(pdf: Pdf, name: str, content: bytes, date: Moment) -> None:
    """Attach a file with its size and the content's date (ISO 32000-1, 7.11.4)."""
    import pikepdf

    compact = _date(date).replace("-", "")
    stream = pdf.make_stream(content)
    stream.Type = pikepdf.Name.EmbeddedFile
    stream.Subtype = pikepdf.Name("/application/json")
    stream.Params = pikepdf.Dictionary(
        Size=len(content), ModDate=pikepdf.String(f"D:{compact}000000Z")
    )
    spec = pikepdf.Dictionary(
        Type=pikepdf.Name.Filespec,
        F=pikepdf.String(name),
        UF=pikepdf.String(name),
        Desc=pikepdf.String("Every figure that this paper prints, with its page"),
        AFRelationship=pikepdf.Name.Data,
        EF=pikepdf.Dictionary(F=stream, UF=stream),
    )
    names = pikepdf.Array([pikepdf.String(name), pdf.make_indirect(spec)])
    pdf.Root.Names.EmbeddedFiles = pikepdf.Dictionary(Names=names)


def _date(moment: Moment) -> str:
    """Return a full date: a month or a year stands for its first day."""
    return f"{moment.year:04d}-{moment.month or 1:02d}-{moment.day or 1:02d}"
