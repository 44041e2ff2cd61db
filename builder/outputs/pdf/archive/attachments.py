"""Files that ride along: takes the open PDF and data files, attaches them, named and described."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from builder.model.figure import Moment
from builder.outputs.pdf.archive.metadata import pdf_date
from builder.outputs.pdf.plan.data import DataFile

if TYPE_CHECKING:
    from pikepdf import Object, Pdf


def attach(pdf: Pdf, files: Iterable[DataFile], date: Moment) -> dict[str, Object]:
    """Attach files as of a date, associated with the whole document (ISO 19005-3, 6.8).

    Returns:
        The file specifications of those that belong to an item, by its anchor.
    """
    import pikepdf

    specifications = {file.name: (file, _specification(pdf, file, date)) for file in files}
    names: list[Object] = []
    for name, (_, specification) in sorted(specifications.items()):
        names += [pikepdf.String(name), specification]
    pdf.Root.Names.EmbeddedFiles = pikepdf.Dictionary(Names=pikepdf.Array(names))
    pdf.Root.AF = pikepdf.Array([specification for _, specification in specifications.values()])
    return {
        file.about: specification for file, specification in specifications.values() if file.about
    }


def refill(pdf: Pdf, name: str, content: bytes) -> None:
    """Give an attached file its content, which could not be known before."""
    named = pdf.Root.Names.EmbeddedFiles.Names
    for at in range(0, len(named), 2):
        if str(named[at]) == name:
            stream = named[at + 1].EF.F
            stream.write(content)
            stream.Params.Size = len(content)


def _specification(pdf: Pdf, file: DataFile, date: Moment) -> Object:
    """Return a file specification with its file (ISO 32000-1, 7.11.3 and 7.11.4)."""
    import pikepdf

    stream = pdf.make_stream(file.content)
    stream.Type = pikepdf.Name.EmbeddedFile
    stream.Subtype = pikepdf.Name(f"/{file.media_type}")
    when = pikepdf.String(pdf_date(date))
    stream.Params = pikepdf.Dictionary(Size=len(file.content), CreationDate=when, ModDate=when)
    specification = pikepdf.Dictionary(
        Type=pikepdf.Name.Filespec,
        F=pikepdf.String(file.name),
        UF=pikepdf.String(file.name),
        Desc=pikepdf.String(file.description),
        AFRelationship=pikepdf.Name(f"/{file.relation}"),
        EF=pikepdf.Dictionary(F=stream, UF=stream),
    )
    return pdf.make_indirect(specification)
