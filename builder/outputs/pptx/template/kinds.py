"""Where the parts of an archive lead, and what of that a deck takes from a template: a list of what
is allowed, all else goes.

Names of relationships are ISO/IEC 29500-1's and [MS-PPTX]'s; those not listed here, whatever they
are, lead to nothing that a deck holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from builder.frozen import dataclass
from builder.ooxml import TEMPLATE, Archive, PackageError, parsed
from builder.ooxml.escaping import quoteattr
from builder.ooxml.markup import OFFICE, RELATIONS, Relation, relations_in, relations_of

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
STRICT: Final = "{http://purl.oclc.org/ooxml/"
"""How namespaces begin in files saved as Strict Open XML."""

HEADER: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES: Final = "application/vnd.openxmlformats-officedocument."
_PRESENTATION: Final = f"{_TYPES}presentationml."
_MICROSOFT: Final = "application/vnd.ms-powerpoint."
MAIN_TYPE: Final = f"{_PRESENTATION}presentation.main+xml"
MAIN_TYPES: Final = frozenset(
    f"{maker}{kind}{form}"
    for kind in ("presentation", "template", "slideshow")
    for maker, form in ((_PRESENTATION, ".main+xml"), (_MICROSOFT, ".macroEnabled.main+xml"))
)
"""The types of a presentation's main part: .pptx, .potx and .ppsx, and those with macros."""


@dataclass(frozen=True)
class PartKind:
    """A kind of part that is taken: its root element, its type, where it lies, what it leads to.

    `needed` are kinds of which it must lead to exactly one; they stand in no attribute of it.
    """

    words: str
    root: str
    type: str
    place: str
    leads_to: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()


def _master(words: str, name: str, root: str, *others: str) -> PartKind:
    """Return a kind of master or layout, which needs the first of the `others` it leads to."""
    place = f"ppt/{name}s/{name}"
    return PartKind(words, f"{P}{root}", f"{_PRESENTATION}{name}+xml", place, others, others[:1])


PRESENTATION: Final = PartKind(
    "presentation",
    f"{P}presentation",
    MAIN_TYPE,
    "ppt/presentation",
    ("slideMaster", "notesMaster", "handoutMaster", "theme", "tableStyles"),
)
IMAGE: Final = PartKind("picture", "", "", "ppt/media/image")
KINDS: Final[Mapping[str, PartKind]] = {
    "slideMaster": _master(
        "slide master", "slideMaster", "sldMaster", "theme", "slideLayout", "image"
    ),
    "slideLayout": _master(
        "layout", "slideLayout", "sldLayout", "slideMaster", "themeOverride", "image"
    ),
    "notesMaster": _master("notes master", "notesMaster", "notesMaster", "theme", "image"),
    "handoutMaster": _master("handout master", "handoutMaster", "handoutMaster", "theme", "image"),
    "theme": PartKind("theme", f"{A}theme", f"{_TYPES}theme+xml", "ppt/theme/theme", ("image",)),
    "themeOverride": PartKind(
        "theme override",
        f"{A}themeOverride",
        f"{_TYPES}themeOverride+xml",
        "ppt/theme/themeOverride",
        ("image",),
    ),
    "tableStyles": PartKind(
        "table styles", f"{A}tblStyleLst", f"{_PRESENTATION}tableStyles+xml", "ppt/tableStyles"
    ),
    "image": IMAGE,
}
UNNAMED: Final = ("theme", "themeOverride", "slideMaster", "tableStyles")
"""Kinds that no attribute of a part's XML names: being related is enough (a layout's master)."""

LINKS: Final = "links out of the file"
ACTIONS: Final = "actions that run something"
ANIMATIONS: Final = "animations of layouts and masters"
SAMPLES: Final = "sample slides"
PICTURES: Final = "pictures that are none"
BEYOND: Final = "places that reach beyond the edge of its slides"
CHARTS: Final = "charts and diagrams on layouts"
OBJECTS: Final = "OLE objects"
CONTROLS: Final = "ActiveX controls"
OUTPUTS: Final = "sound and video"
FONTS: Final = "embedded fonts"
PASSWORD: Final = "a password to change it"
_OTHERS: Final = "parts of other kinds"

_ACTING: Final[Mapping[str, str]] = {
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "vbaProjectSignature": "macros",
    "oleObject": OBJECTS,
    "control": CONTROLS,
    "activeXControlBinary": CONTROLS,
    "audio": OUTPUTS,
    "video": OUTPUTS,
    "media": OUTPUTS,
    "extensibility": "commands for the ribbon",
    "customUI": "commands for the ribbon",
    "userCustomization": "commands for the ribbon",
    "webextension": "web extensions",
    "webextensiontaskpanes": "web extensions",
    "taskpanes": "web extensions",
    "font": FONTS,
    "origin": "digital signatures",
    "signature": "digital signatures",
    "certificate": "digital signatures",
    "attachedTemplate": LINKS,
}
_ON_LAYOUTS: Final[Mapping[str, str]] = {
    "chart": CHARTS,
    "chartEx": CHARTS,
    "diagramData": CHARTS,
    "diagramDrawing": CHARTS,
    "package": OBJECTS,
    "vmlDrawing": CONTROLS,
    "hdphoto": "sharper copies of pictures",
}
_QUIET: Final[Mapping[str, str]] = {
    "slide": SAMPLES,
    "notesSlide": "notes of sample slides",
    "comments": "comments",
    "commentAuthors": "comments",
    "authors": "comments",
    "tags": "tags",
    "customXml": "custom XML",
    "customXmlProps": "custom XML",
    "printerSettings": "printer settings",
    "thumbnail": "a thumbnail",
    "core-properties": "document properties",
    "extended-properties": "document properties",
    "custom-properties": "document properties",
    "classificationlabels": "document properties",
    "presProps": "settings of the show and the view",
    "viewProps": "settings of the show and the view",
    "revisionInfo": "records of changes",
    "changesInfo": "records of changes",
}
_OF_SLIDES: Final = frozenset(
    ("slideLayout", "slideMaster", "image", "theme", "hyperlink", *_ON_LAYOUTS)
)
_BELOW: Final = ("chartStyle", "chartColorStyle", "chartUserShapes", "diagramLayout")
_SILENT: Final = frozenset(
    (*_OF_SLIDES, *_BELOW, "diagramQuickStyle", "diagramColors", "themeOverride", "notesMaster")
)


def left(kind: str, *, of_samples: bool) -> tuple[str, bool] | None:
    """Return what a relationship that is not taken leads to, in words, and whether to warn of it.

    None for what goes without saying: what belongs to a sample slide, as its charts do. Warned of
    is what acts, what leads out, and what a slide would have looked different with.
    """
    if kind in _ACTING:
        return _ACTING[kind], True
    if kind in _QUIET:
        return _QUIET[kind], False
    if of_samples and kind in _SILENT:
        return None
    if kind in _ON_LAYOUTS:
        return _ON_LAYOUTS[kind], True
    return _OTHERS, not of_samples


_MOST: Final = 10_000
"""Relationships of one part."""
_TYPES_OF_PARTS: Final = "http://schemas.openxmlformats.org/package/2006/content-types"


def relations(archive: Archive, part: str) -> tuple[Relation, ...]:
    """Return a part's relationships, `""` for the package's own.

    Raises:
        PackageError: they are broken, or two share an id.
    """
    name = relations_of(part)
    if name not in archive:
        return ()
    found = tuple(relations_in(parsed(archive.read(name), name, TEMPLATE), part))
    if len(found) > _MOST:
        raise PackageError.of_part(
            name, f"holds {len(found):,} relationships, and at most {_MOST:,} are read"
        )
    ids = [each.id for each in found]
    if len(set(ids)) < len(ids):
        raise PackageError.of_part(name, "holds two relationships of one id")
    return found


def written(found: Iterable[Relation]) -> bytes:
    """Return relationships to parts as the part that holds them."""
    rows = "".join(
        f"<Relationship Id={quoteattr(each.id)} Type={quoteattr(OFFICE + each.kind)} "
        f"Target={quoteattr('/' + each.target)}/>"
        for each in found
    )
    return f'{HEADER}<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'.encode()


def types_written(defaults: Iterable[tuple[str, str]], parts: Iterable[tuple[str, str]]) -> bytes:
    """Return `[Content_Types].xml`: types by extension (without its dot), and by part."""
    rows = [
        f"<Default Extension={quoteattr(extension)} ContentType={quoteattr(kind)}/>"
        for extension, kind in defaults
    ]
    rows += [
        f"<Override PartName={quoteattr('/' + part)} ContentType={quoteattr(kind)}/>"
        for part, kind in parts
    ]
    return f'{HEADER}<Types xmlns="{_TYPES_OF_PARTS}">{"".join(rows)}</Types>'.encode()


def main_type(archive: Archive, part: str) -> str:
    """Return the type that an archive states of a part, "" for none.

    Raises:
        PackageError: the list of types is missing or broken.
    """
    root = parsed(archive.read("[Content_Types].xml"), "[Content_Types].xml", TEMPLATE)
    for element in root.iter(f"{{{_TYPES_OF_PARTS}}}Override"):
        if element.get("PartName", "").lstrip("/").casefold() == part.casefold():
            return element.get("ContentType", "")
    ending = part.rpartition(".")[2].casefold()
    for element in root.iter(f"{{{_TYPES_OF_PARTS}}}Default"):
        if element.get("Extension", "").casefold() == ending:
            return element.get("ContentType", "")
    return ""
