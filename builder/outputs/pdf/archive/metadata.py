"""What the file says of itself: takes a plan and the open PDF, writes XMP and its counterparts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from builder.model.figure import Moment
from builder.outputs.pdf.plan import PaperPlan

if TYPE_CHECKING:
    from pikepdf import Pdf

_SPACES: Final = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
# PDF/A-3 knows no property of PDF/UA: it must be described (ISO 19005-3, 6.6.2.3).
_EXTENSION: Final = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""


def describe(pdf: Pdf, plan: PaperPlan) -> None:
    """Write XMP (ISO 16684-1), the document information, language and how viewers show it."""
    import pikepdf

    pdf.Root.Lang = pikepdf.String(plan.language)
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = pikepdf.Name.UseOutlines
    for key in ("/CreationDate", "/ModDate"):
        pdf.docinfo[key] = pikepdf.String(pdf_date(plan.date))
    packet = pdf.make_stream(xmp(plan))
    packet.Type = pikepdf.Name.Metadata
    packet.Subtype = pikepdf.Name.XML
    pdf.Root.Metadata = packet


def xmp(plan: PaperPlan) -> bytes:
    """Return the XMP packet, which says what the document information says."""
    spaces = "".join(f' xmlns:{name}="{uri}"' for name, uri in _SPACES.items())
    return "\n".join(
        (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
            f'<rdf:Description rdf:about=""{spaces}>',
            *_properties(plan),
            _EXTENSION,
            "</rdf:Description></rdf:RDF></x:xmpmeta>",
            '<?xpacket end="w"?>',
        )
    ).encode()


def _properties(plan: PaperPlan) -> Iterator[str]:
    yield f"<dc:title>{_words(plan.title)}</dc:title>"
    if plan.subtitle:
        yield f"<dc:description>{_words(plan.subtitle)}</dc:description>"
    creators = plan.authors or (plan.publisher or plan.title,)
    yield f"<dc:creator>{_listed('Seq', creators)}</dc:creator>"
    if plan.publisher:
        yield f"<dc:publisher>{_listed('Bag', (plan.publisher,))}</dc:publisher>"
    yield f"<dc:language>{_listed('Bag', (plan.language,))}</dc:language>"
    yield "<dc:format>application/pdf</dc:format>"
    stamp = f"{iso_date(plan.date)}T00:00:00Z"
    for key in ("CreateDate", "ModifyDate", "MetadataDate"):
        yield f"<xmp:{key}>{stamp}</xmp:{key}>"
    yield "<xmp:CreatorTool>Paperdeck</xmp:CreatorTool><pdf:Producer>Paperdeck</pdf:Producer>"
    yield "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
    yield "<pdfuaid:part>1</pdfuaid:part>"


def _words(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'


def _listed(kind: str, items: tuple[str, ...]) -> str:
    inner = "".join(f"<rdf:li>{escape(item)}</rdf:li>" for item in items)
    return f"<rdf:{kind}>{inner}</rdf:{kind}>"


def iso_date(moment: Moment) -> str:
    """Return a full date: a month or a year stands for its first day."""
    return f"{moment.year:04d}-{moment.month or 1:02d}-{moment.day or 1:02d}"


def pdf_date(moment: Moment) -> str:
    """Return a date as PDF writes it (ISO 32000-1, 7.9.4): midnight, UTC."""
    return f"D:{iso_date(moment).replace('-', '')}000000Z"
