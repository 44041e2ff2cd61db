"""The package that a deck is saved in, and what it says of itself: properties, ledger, sections.

Parts are named in linear time, archives are of fixed bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final, TypeAlias

from builder.model.carried import Making, carried_json
from builder.model.figure import Moment
from builder.model.saying import NOTHING
from builder.ooxml.archiving import archived
from builder.ooxml.escaping import escape, quoteattr
from builder.ooxml.markup import RELATIONS
from builder.outputs.pptx.plan.deck import DeckPlan
from builder.outputs.pptx.write.inks import filling
from builder.seals.pptx import seal
from builder.theme.theme import Theme

if TYPE_CHECKING:
    from lxml import etree
    from pptx.opc.package import OpcPackage, _Relationships
    from pptx.opc.packuri import PackURI
    from pptx.presentation import Presentation

_CONTENT_TYPES: Final = "[Content_Types].xml"
_NUMBERED: Final = re.compile(r"rId\d+")


def count_part_names(package: OpcPackage) -> None:
    """Give a package counters for the names of new parts.

    python-pptx looks through all parts for each new name, which is quadratic in slides.
    """
    from pptx.opc.packuri import PackURI

    counts: Counter[str] = Counter()
    taken = {str(part.partname) for part in package.iter_parts()}

    def next_partname(template: str) -> PackURI:
        counts[template] += 1
        while template % counts[template] in taken:
            counts[template] += 1
        return PackURI(template % counts[template])

    vars(package)["next_partname"] = next_partname


Members: TypeAlias = Mapping[str, bytes]


def members_of(package: OpcPackage) -> Members:
    """Return the members of the archive that a package is saved in.

    python-pptx would compress every part in its own order and date, only to be unpacked again.
    """
    from pptx.opc.oxml import serialize_part_xml
    from pptx.opc.packuri import PACKAGE_URI
    from pptx.opc.serialized import _ContentTypesItem

    parts = tuple(package.iter_parts())
    types = serialize_part_xml(_ContentTypesItem.xml_for(parts))
    own = _relations(package._rels)
    members = {_CONTENT_TYPES: types, PACKAGE_URI.rels_uri.membername: own}
    for part in parts:
        members[part.partname.membername] = part.blob
        if part._rels:
            members[part.partname.rels_uri.membername] = _relations(part.rels)
    return members


def _relations(held: _Relationships) -> bytes:
    """Return the part of relationships as python-pptx writes it, by number, in a third of its time:
    a long deck has thousands.
    """
    from lxml import etree

    root = etree.Element(f"{{{RELATIONS}}}Relationships", nsmap={None: RELATIONS})
    for key in sorted(held, key=lambda key: (int(key[3:]) if _NUMBERED.fullmatch(key) else 0, key)):
        each = held[key]
        said = {"Id": key, "Type": each.reltype, "Target": each.target_ref}
        outside = {"TargetMode": "External"} if each.is_external else {}
        etree.SubElement(root, f"{{{RELATIONS}}}Relationship", said | outside)
    written: bytes = etree.tostring(root, encoding="UTF-8", standalone=True)
    return written


def identified(members: Members, fingerprint: str) -> Members:
    """Return the members of a deck that was made for the fingerprint `UNKNOWN` with its own."""
    # No text of the content has a bracket in XML.
    said = {
        _CUSTOM: (f">{UNKNOWN[:8]}<", f">{fingerprint[:8]}<"),
        _ABOUT: (_guid(UNKNOWN), _guid(fingerprint)),
    }
    core = (f">{UNKNOWN}</dc:identifier>", f">{fingerprint}</dc:identifier>")
    return {
        name: data.replace(before.encode(), after.encode())
        if name in said or name.startswith("docProps/")
        else data
        for name, data in members.items()
        for before, after in [said.get(name, core)]
    }


def normalised(archive: bytes) -> bytes:
    """Return a zip archive with the same members as one of fixed bytes."""
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        return zipped({name: source.read(name) for name in source.namelist()})


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Return members as a zip archive, sorted and dated alike: same content, same bytes.

    `[Content_Types].xml` comes first, as ECMA-376-2 advises; archives inside are only stored.
    """
    names = sorted(members, key=lambda name: (name != _CONTENT_TYPES, name))
    return archived((name, members[name], not name.endswith(".xlsx")) for name in names)


NAMESPACE: Final = "urn:paperdeck:ledger"
_LEDGER: Final = "customXml/item1.xml"
_ABOUT: Final = "customXml/itemProps1.xml"
_CUSTOM: Final = "docProps/custom.xml"
UNKNOWN: Final = "-" * 64
"""Stands for a fingerprint in what is made before there is one."""
# ECMA-376-1, 19.7.13: the least id that a slide may have.
FIRST_SLIDE_ID: Final = 256
_HEADER: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPES: Final = "application/vnd.openxmlformats-officedocument"
# PowerPoint's uri for its list of sections ([MS-PPTX] 2.6.22).
_SECTIONS_URI: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14: Final = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_P: Final = "http://schemas.openxmlformats.org/presentationml/2006/main"
_CUSTOM_SET: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def describe(deck: Presentation, plan: DeckPlan) -> None:
    """Set the core properties from the content alone: no name or time of this machine."""
    core = deck.core_properties
    said = {
        "title": plan.title,
        "subject": plan.subtitle,
        "description": plan.description,
        "creator": "; ".join(plan.authors) or plan.publisher,
        "keywords": "; ".join(plan.keywords),
        "lastModifiedBy": plan.publisher,
        "language": plan.language,
        "version": plan.edition,
        "identifier": plan.fingerprint,
    }
    for name, words in said.items():
        if words or name not in {"description", "keywords"}:
            # Set on the element: python-pptx refuses more than 255 characters, which no standard
            # limits (ECMA-376-2, 11) and a long title, message or list of authors has.
            getattr(core._element, f"get_or_add_{name}")().text = words
    core.created = core.modified = _moment(plan.date)
    core.revision = 1


def _moment(moment: Moment) -> datetime:
    return datetime(moment.year, moment.month or 1, moment.day or 1)


def attach_ledger(deck: Presentation, plan: DeckPlan) -> None:
    """Add the part of the ledger (custom XML: ECMA-376-1, 15.2.5), still empty, and the fingerprint
    as a property.
    """
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    package = deck.part.package
    digest = _guid(plan.fingerprint)
    item = Part(PackURI(f"/{_LEDGER}"), "application/xml", package, b"")
    about = (
        f'{_HEADER}<ds:datastoreItem ds:itemID="{digest}" xmlns:ds="{_OFFICE}/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    kind = f"{_TYPES}.customXmlProperties+xml"
    properties = Part(PackURI(f"/{_ABOUT}"), kind, package, about.encode())
    item.relate_to(properties, f"{_OFFICE}/relationships/customXmlProps")
    deck.part.relate_to(item, f"{_OFFICE}/relationships/customXml")

    custom = (
        f'{_HEADER}<Properties xmlns="{_OFFICE}/custom-properties" '
        f'xmlns:vt="{_OFFICE}/docPropsVTypes"><property fmtid="{_CUSTOM_SET}" pid="2" '
        f'name="paperdeck.fingerprint"><vt:lpwstr>{plan.fingerprint[:8]}</vt:lpwstr></property>'
        "</Properties>"
    )
    kind = f"{_TYPES}.custom-properties+xml"
    part = Part(PackURI(f"/{_CUSTOM}"), kind, package, custom.encode())
    package.relate_to(part, f"{_OFFICE}/relationships/custom-properties")


def ledger_part(plan: DeckPlan, look: Theme, members: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the ledger of a deck whose other members are written, as the member that it is.

    `look` is the theme that it is in.
    """
    filled = {place.filled for place in plan.places if place.filled}
    making = Making(
        "deck",
        plan.fingerprint,
        plan.slug,
        plan.edition,
        plan.snapshot,
        plan.places,
        colours={name: _filling(name, look) for name in sorted(filled)},
    )
    carried = carried_json(making, seal(members))
    text = f'{_HEADER}<ledger xmlns="{NAMESPACE}">{escape(carried)}</ledger>'
    return {_LEDGER: text.encode()}


def _filling(colour: str, look: Theme) -> str:
    if colour == NOTHING:
        return colour
    found, pattern = filling(colour, look)
    return found.colour + ("~" if pattern else "")


def _guid(digest: str) -> str:
    """Return a GUID made of the first 32 hexadecimal digits of a digest."""
    text = f"{digest:0<32}"[:32].upper()
    return "{" + "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:])) + "}"


def divide(deck: Presentation, plan: DeckPlan) -> None:
    """Name the runs of slides; PowerPoint wants every slide in exactly one section."""
    import hashlib

    from pptx.oxml import parse_xml

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
    root: etree._Element = deck.part._element
    extensions = root.find(f"{{{_P}}}extLst")
    if extensions is None:
        extensions = parse_xml(f'<p:extLst xmlns:p="{_P}"/>')
        root.append(extensions)
    extensions.append(parse_xml(extension))
