"""What a deck says of itself: properties, ledger, sections; a plan in, parts of its package out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from builder.model.carried import Making, carried_json
from builder.model.figure import Moment
from builder.ooxml.parts import (
    CORE,
    CORE_TYPE,
    HEADER,
    OFFICE,
    TYPES,
    Package,
    parsed,
)
from builder.outputs.pptx.plan.deck import DeckPlan
from builder.outputs.pptx.write import xml
from builder.seals.pptx import seal

if TYPE_CHECKING:
    from lxml import etree

NAMESPACE: Final = "urn:paperdeck:ledger"
_LEDGER: Final = "customXml/item1.xml"
# ECMA-376-1, 19.7.13: the least id that a slide may have.
FIRST_SLIDE_ID: Final = 256
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
# PowerPoint's uri for its list of sections ([MS-PPTX] 2.6.22).
_SECTIONS_URI: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14: Final = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_P: Final = "http://schemas.openxmlformats.org/presentationml/2006/main"
_CUSTOM_SET: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_CORE_SPACE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_SPACES: Final = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}


def describe(package: Package, plan: DeckPlan) -> None:
    """Set the core properties from the content alone: no name or time of this machine."""
    when = f"{_moment(plan.date)}T00:00:00Z"
    said = {
        "dc:title": plan.title,
        "dc:subject": plan.subtitle,
        "dc:creator": "; ".join(plan.authors) or plan.publisher,
        "cp:lastModifiedBy": plan.publisher,
        "dc:language": plan.language,
        "cp:version": plan.edition,
        "dc:identifier": plan.fingerprint,
        "dcterms:created": when,
        "dcterms:modified": when,
        "cp:revision": "1",
    }
    rows = []
    for name, text in said.items():
        space = _SPACES.get(name.partition(":")[0])
        declared = f' xmlns:{name.partition(":")[0]}="{space}"' if space else ""
        kind = ' xsi:type="dcterms:W3CDTF"' if name.startswith("dcterms:") else ""
        rows.append(f"<{name}{declared}{kind}>{escape(text)}</{name}>")
    name = package.root.one(CORE)
    part = package.parts[name] if name else package.add("docProps/core.xml", CORE_TYPE)
    package.root.relate(CORE, part.name)
    part.data = (
        f'{HEADER}<cp:coreProperties xmlns:cp="{_CORE_SPACE}" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{"".join(rows)}'
        "</cp:coreProperties>"
    ).encode()


def _moment(moment: Moment) -> str:
    return f"{moment.year:04}-{moment.month or 1:02}-{moment.day or 1:02}"


def attach_ledger(package: Package, plan: DeckPlan) -> None:
    """Add the part of the ledger (custom XML: ECMA-376-1, 15.2.5), still empty, and the fingerprint
    as a property.
    """
    digest = _guid(plan.fingerprint)
    item = package.add(_LEDGER, "application/xml")
    about = (
        f'{xml.HEADER}<ds:datastoreItem ds:itemID="{digest}" xmlns:ds="{_OFFICE}/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    kind = f"{TYPES}customXmlProperties+xml"
    properties = package.add("customXml/itemProps1.xml", kind, about.encode())
    item.relate(f"{OFFICE}customXmlProps", properties.name)
    package.main.relate(f"{OFFICE}customXml", item.name)

    custom = (
        f'{xml.HEADER}<Properties xmlns="{_OFFICE}/custom-properties" '
        f'xmlns:vt="{_OFFICE}/docPropsVTypes"><property fmtid="{_CUSTOM_SET}" pid="2" '
        f'name="paperdeck.fingerprint"><vt:lpwstr>{plan.fingerprint[:8]}</vt:lpwstr></property>'
        "</Properties>"
    )
    kind = f"{TYPES}custom-properties+xml"
    part = package.add("docProps/custom.xml", kind, custom.encode())
    package.root.relate(f"{OFFICE}custom-properties", part.name)


def ledger_part(plan: DeckPlan, members: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the ledger of a deck whose other members are written, as the member that it is."""
    making = Making("deck", plan.fingerprint, plan.slug, plan.edition, plan.snapshot, plan.places)
    carried = carried_json(making, seal(members))
    text = f'{xml.HEADER}<ledger xmlns="{NAMESPACE}">{escape(carried)}</ledger>'
    return {_LEDGER: text.encode()}


def _guid(digest: str) -> str:
    """Return a GUID made of the first 32 hexadecimal digits of a digest."""
    text = f"{digest:0<32}"[:32].upper()
    return "{" + "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:])) + "}"


def divide(root: etree._Element, plan: DeckPlan) -> None:
    """Name the runs of slides; PowerPoint wants every slide in exactly one section."""
    sections = []
    for section in plan.sections:
        guid = _guid(hashlib.sha256(section.id.encode()).hexdigest())
        slides = "".join(
            f'<p14:sldId id="{FIRST_SLIDE_ID + number - 1}"/>' for number in section.slides
        )
        sections.append(
            f"<p14:section name={quoteattr(section.name)} id={quoteattr(guid)}>"
            f"<p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>"
        )
    listed = f'<p14:sectionLst xmlns:p14="{_P14}">{"".join(sections)}</p14:sectionLst>'
    extension = f'<p:ext xmlns:p="{_P}" uri="{_SECTIONS_URI}">{listed}</p:ext>'
    extensions = root.find(f"{{{_P}}}extLst")
    if extensions is None:
        extensions = parsed(f'<p:extLst xmlns:p="{_P}"/>')
        root.append(extensions)
    extensions.append(parsed(extension))
