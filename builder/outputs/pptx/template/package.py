"""A template as a deck takes it: bytes in; cleaned parts, and what is left out, out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Final

from lxml import etree

from builder.frozen import dataclass
from builder.ooxml import TEMPLATE, Archive, PackageError, parsed
from builder.ooxml.markup import Relation, quoted, relations_of
from builder.outputs.pptx.template.kinds import (
    HEADER,
    MAIN_TYPES,
    PRESENTATION,
    P,
    R,
    main_type,
    relations,
    types_written,
    written,
)
from builder.outputs.pptx.template.model import LeftOut, NotATemplateError
from builder.outputs.pptx.template.pictures import TYPES
from builder.outputs.pptx.template.taking import Taking

PRESENTATION_PART: Final = "ppt/presentation.xml"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml"
_SHOWN: Final = {"presProps": "presentationPr", "viewProps": "viewPr"}
_SPACE: Final = f'xmlns:p="{P.strip("{}")}"'
_DEFAULTS: Final = (
    ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
    ("xml", "application/xml"),
    *((ending.lstrip("."), kind) for ending, kind in TYPES.items()),
)
_OTHERS: Final = {
    "mimetype": "an OpenDocument file (.odp or .otp)",
    "word/document.xml": "a Word document",
    "xl/workbook.xml": "an Excel workbook",
    "theme/theme/themeManager.xml": "an Office theme (.thmx)",
}
_RELATIONS: Final = 50_000


@dataclass(frozen=True)
class Package:
    """The parts that a deck takes: bytes, types and relationships by name.

    Everything in it was looked at: XML parses, numbers are numbers, relationships lead to parts.
    `left` is what was left out, `samples` the masters of the sample slides in their order.
    """

    parts: Mapping[str, bytes]
    types: Mapping[str, str]
    relations: Mapping[str, tuple[Relation, ...]]
    left: tuple[LeftOut, ...]
    samples: tuple[str, ...]

    @classmethod
    def of(cls, data: bytes) -> Package:
        """Open an archive.

        Raises:
            NotATemplateError: it is no presentation that can be used; names the part and why.
        """
        try:
            archive = Archive.of(data, TEMPLATE)
            main = _main(archive)
            taking = Taking(archive)
            taking.take(main, PRESENTATION)
            note_the_rest(taking, main)
            samples = masters_of_samples(taking, main)
        except PackageError as error:
            raise NotATemplateError(str(error)) from error
        left = tuple(sorted(set(taking.left)))
        return cls(taking.parts, taking.types, taking.related, left, samples)

    def xml(self, name: str) -> etree._Element:
        """Return a part's root."""
        return parsed(self.parts[name], name, TEMPLATE)

    def related(self, part: str, kind: str) -> Iterator[tuple[str, str]]:
        """Yield id and target of a part's relationships of a kind, such as `slideLayout`."""
        for each in self.relations.get(part, ()):
            if each.kind == kind:
                yield each.id, each.target

    def one(self, part: str, kind: str) -> str:
        """Return the target of the only relationship of a kind, "" for none."""
        return next((target for _, target in self.related(part, kind)), "")

    def listed(self, part: str, kind: str, element: str) -> list[str]:
        """Return targets in the order in which the part lists their ids in `element`."""
        targets = dict(self.related(part, kind))
        ids = [each.get(f"{R}id", "") for each in self.xml(part).iter(f"{P}{element}")]
        return [targets[key] for key in ids if key in targets]

    def packed(self) -> bytes:
        """Return the parts as a presentation without slides, which python-pptx can open.

        How it is shown and viewed is ours: a show that runs by itself is no part of a template.
        """
        main = self.relations[PRESENTATION_PART]
        free = (f"rId{number}" for number in count(1))
        taken = {each.id for each in main}
        added = [
            Relation(next(each for each in free if each not in taken), kind, f"ppt/{kind}.xml")
            for kind in _SHOWN
        ]
        relations = {**self.relations, PRESENTATION_PART: (*main, *added)}
        relations[""] = (Relation("rId1", "officeDocument", PRESENTATION_PART),)
        parts = {
            f"ppt/{kind}.xml": f"{HEADER}<p:{root} {_SPACE}/>".encode()
            for kind, root in _SHOWN.items()
        }
        types = {**self.types, **{f"ppt/{kind}.xml": f"{_TYPE}.{kind}+xml" for kind in _SHOWN}}
        members = {
            "[Content_Types].xml": types_written(_DEFAULTS, types.items()),
            **{relations_of(part): written(each) for part, each in relations.items() if each},
            **parts,
            **self.parts,
        }
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
            for name, member in members.items():
                archive.writestr(zipfile.ZipInfo(name), member)
        return buffer.getvalue()


def _main(archive: Archive) -> str:
    """Return the name of the presentation's part.

    Raises:
        PackageError: the archive holds no presentation.
    """
    for member, what in _OTHERS.items():
        if member in archive:
            raise PackageError(f"it is {what}, whatever its name says")
    leads = [each for each in relations(archive, "") if each.kind == "officeDocument"]
    if "[Content_Types].xml" not in archive or len(leads) != 1 or leads[0].external:
        raise PackageError("it is no PowerPoint file: its archive names no presentation")
    main = leads[0].target
    if not leads[0].usual and main in archive:
        raise PackageError("it is Strict Open XML; save it as an ordinary presentation")
    if main not in archive:
        raise PackageError.of_part(main, "is missing, the presentation itself")
    kind = main_type(archive, main)
    if kind not in MAIN_TYPES:
        raise PackageError.of_part(main, f'is no presentation: its type is "{quoted(kind)}"')
    return main


def note_the_rest(taking: Taking, main: str) -> None:
    """Note what a template holds beside the parts that were taken, `main` its presentation.

    Raises:
        PackageError: there is no end of it.
    """
    for each in _relations_of_sample(taking, ""):
        if each.target != main or each.external:
            taking.leave(each, "the package")
    waiting = [each.target for name in ("", *taking.names) for each in _inner(taking, name)]
    seen, total = {"", *taking.names}, 0
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for each in _relations_of_sample(taking, name):
            taking.leave(each, name, of_samples=True)
            total += 1
        if total > _RELATIONS:
            raise PackageError(f"it holds more than {_RELATIONS:,} relationships")
        waiting += [each.target for each in _inner(taking, name)]


def masters_of_samples(taking: Taking, main: str) -> tuple[str, ...]:
    """Return the masters that the sample slides use, in their order, by the names in the deck."""
    slides = {each.id: each.target for each in _inner(taking, main) if each.kind == "slide"}
    root = parsed(taking.archive.read(main), main, TEMPLATE)
    found = []
    for listed in root.iter(f"{P}sldId"):
        slide = slides.get(listed.get(f"{R}id", ""), "")
        master = _one(taking, _one(taking, slide, "slideLayout"), "slideMaster")
        if master in taking.names:
            found.append(taking.names[master])
    return tuple(found)


def _one(taking: Taking, part: str, kind: str) -> str:
    targets = (each.target for each in _inner(taking, part) if each.kind == kind)
    return next(targets, "") if part else ""


def _inner(taking: Taking, part: str) -> list[Relation]:
    return [each for each in _relations_of_sample(taking, part) if not each.external]


def _relations_of_sample(taking: Taking, part: str) -> tuple[Relation, ...]:
    """Return a part's relationships; none where they cannot be read."""
    if part not in taking.known:
        try:
            taking.known[part] = relations(taking.archive, part)
        except PackageError:
            taking.known[part] = ()
    return taking.known[part]
