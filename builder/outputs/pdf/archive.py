"""What makes a PDF archival (ISO 19005-3 or -4): takes the open file, returns nothing, adds to it.

XMP with its counterparts, the sRGB output intent, files that ride along, and maps to Unicode: of
those ReportLab maps code 0 to U+0000, writes more than the 100 entries that a block may have, and
characters above U+FFFF as five digits instead of two surrogates (Adobe Technical Note 5411).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING, Final

from builder.memory import remembered
from builder.model.figure import Moment
from builder.outputs.pdf.plan import PaperPlan
from builder.outputs.pdf.plan.data import DataFile
from builder.outputs.pdf.standards import STANDARDS, UA_1, Standard
from builder.theme import assets

if TYPE_CHECKING:
    from pikepdf import Object, Pdf, Stream

_SPACES: Final = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
_EXTENDING: Final = {
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_DECLARING: Final = "http://pdfa.org/declarations/"
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
_PROFILE: Final = "sRGB-v2.icc"
_PAIR: Final = re.compile(rb"^<([0-9A-F]{2})> <([0-9A-F]{4,6})>$", re.MULTILINE)
_MOST: Final = 100
_HEAD: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""
_FOOT: Final = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def describe(pdf: Pdf, plan: PaperPlan) -> None:
    """Write XMP (ISO 16684-1), the document information, language and how viewers show it."""
    import pikepdf

    pdf.Root.Lang = pikepdf.String(plan.language)
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = pikepdf.Name.UseOutlines
    if STANDARDS[plan.standard].describes:
        for key in ("/CreationDate", "/ModDate"):
            pdf.docinfo[key] = pikepdf.String(pdf_date(plan.date))
    elif "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]  # which says less than the metadata (ISO 19005-4, 6.1.3)
    packet = _stream(pdf, xmp(plan))
    packet.Type = pikepdf.Name.Metadata
    packet.Subtype = pikepdf.Name.XML
    pdf.Root.Metadata = packet


def xmp(plan: PaperPlan) -> bytes:
    """Return the XMP packet, which says what the document information says."""
    standard = STANDARDS[plan.standard]
    named = _SPACES if standard is not UA_1 else {**_SPACES, **_EXTENDING}
    spaces = "".join(f' xmlns:{name}="{uri}"' for name, uri in named.items())
    return "\n".join(
        (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
            f'<rdf:Description rdf:about=""{spaces}>',
            *_properties(plan),
            *_kept_to(standard),
            *((_EXTENSION,) if standard is UA_1 else ()),
            "</rdf:Description></rdf:RDF></x:xmpmeta>",
            '<?xpacket end="w"?>',
        )
    ).encode()


def _properties(plan: PaperPlan) -> Iterator[str]:
    yield f"<dc:title>{_words(plan.title)}</dc:title>"
    if plan.description:
        yield f"<dc:description>{_words(plan.description)}</dc:description>"
    creators = plan.authors or (plan.publisher or plan.title,)
    if plan.authors or plan.publisher or STANDARDS[plan.standard].describes:
        yield f"<dc:creator>{_listed('Seq', creators)}</dc:creator>"
    if plan.publisher:
        yield f"<dc:publisher>{_listed('Bag', (plan.publisher,))}</dc:publisher>"
    if plan.keywords:
        yield f"<dc:subject>{_listed('Bag', plan.keywords)}</dc:subject>"
        yield f"<pdf:Keywords>{escape(', '.join(plan.keywords))}</pdf:Keywords>"
    yield f"<dc:language>{_listed('Bag', (plan.language,))}</dc:language>"
    yield "<dc:format>application/pdf</dc:format>"
    stamp = f"{iso_date(plan.date)}T00:00:00Z"
    for key in ("CreateDate", "ModifyDate", "MetadataDate"):
        yield f"<xmp:{key}>{stamp}</xmp:{key}>"
    yield "<xmp:CreatorTool>Paperdeck</xmp:CreatorTool><pdf:Producer>Paperdeck</pdf:Producer>"


def _kept_to(standard: Standard) -> Iterator[str]:
    """Yield what says which standards the file keeps to."""
    for prefix, said in (("pdfaid", standard.archival), ("pdfuaid", standard.universal)):
        yield "".join(f"<{prefix}:{key}>{value}</{prefix}:{key}>" for key, value in said.items())
    if standard.declared:
        conforms = (
            f'<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>{each}</pdfd:conformsTo></rdf:li>'
            for each in standard.declared
        )
        bag = f"<rdf:Bag>{''.join(conforms)}</rdf:Bag>"
        yield f'<pdfd:declarations xmlns:pdfd="{_DECLARING}">{bag}</pdfd:declarations>'


def _words(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text, quote=False)}</rdf:li></rdf:Alt>'


def _listed(kind: str, items: tuple[str, ...]) -> str:
    inner = "".join(f"<rdf:li>{escape(item, quote=False)}</rdf:li>" for item in items)
    return f"<rdf:{kind}>{inner}</rdf:{kind}>"


def iso_date(moment: Moment) -> str:
    """Return a full date: a month or a year stands for its first day."""
    return f"{moment.year:04d}-{moment.month or 1:02d}-{moment.day or 1:02d}"


def pdf_date(moment: Moment) -> str:
    """Return a date as PDF writes it (ISO 32000-1, 7.9.4): midnight, UTC."""
    return f"D:{iso_date(moment).replace('-', '')}000000Z"


def intend_srgb(pdf: Pdf) -> None:
    """Write the output intent (ISO 19005-3, 6.2.3).

    Raises:
        FileNotFoundError: the installation lacks the profile.
    """
    import pikepdf

    profile = _stream(pdf, assets.path("icc", _PROFILE).read_bytes())
    profile.N = 3
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier=pikepdf.String("sRGB"),
        Info=pikepdf.String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = pikepdf.Array([intent])


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
    import pikepdf

    named = pdf.Root.Names.EmbeddedFiles.Names
    for at in range(0, len(named), 2):
        if str(named[at]) == name:
            stream = named[at + 1].EF.F
            stream.write(zlib.compress(content), filter=pikepdf.Name.FlateDecode)
            stream.Params.Size = len(content)


def _specification(pdf: Pdf, file: DataFile, date: Moment) -> Object:
    """Return a file specification with its file (ISO 32000-1, 7.11.3 and 7.11.4)."""
    import pikepdf

    stream = _stream(pdf, file.content)
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


def mend_unicode_maps(pdf: Pdf) -> None:
    """Rewrite the map of every font."""
    import pikepdf

    done = set()
    for page in pdf.pages:
        for font in page.resources.get("/Font", pikepdf.Dictionary()).values():
            if "/ToUnicode" in font and font.ToUnicode.objgen not in done:
                done.add(font.ToUnicode.objgen)
                packed = _packed(_mended(font.ToUnicode.read_bytes()))
                font.ToUnicode.write(packed, filter=pikepdf.Name.FlateDecode)


def _mended(written: bytes) -> bytes:
    """Return a font's map as it should be, which its codes say."""

    def made() -> bytes:
        pairs = _PAIR.findall(written)
        return unicode_map([(int(code, 16), int(character, 16)) for code, character in pairs])

    return remembered(("mended", written), made, lambda mended: len(written) + len(mended))


def _stream(pdf: Pdf, content: bytes) -> Stream:
    import pikepdf

    return pdf.make_stream(_packed(content), Filter=pikepdf.Name.FlateDecode)


def _packed(content: bytes) -> bytes:
    """Return a stream's bytes compressed (ISO 32000-1, 7.4.4), as qpdf would."""

    def made() -> bytes:
        return zlib.compress(content)

    return remembered(("packed stream", content), made, lambda packed: len(content) + len(packed))


def unicode_map(codes: list[tuple[int, int]]) -> bytes:
    """Return the map (ISO 32000-1, 9.10.3) from codes of one byte to characters, less zeros."""
    return "\n".join((_HEAD, *_blocks(codes), _FOOT)).encode()


def _blocks(codes: list[tuple[int, int]]) -> Iterator[str]:
    lines = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in codes
        if code and character
    ]
    for start in range(0, len(lines), _MOST):
        block = lines[start : start + _MOST]
        yield "\n".join((f"{len(block)} beginbfchar", *block, "endbfchar"))
