"""Templates spoilt on purpose: those refused, and those of which something is left out."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from tests.hostile import archives as z
from tests.hostile.archives import LAYOUT, MASTER, PRESENTATION, THEME, TYPES
from tests.outputs.pptx.templates import template

Spoil = Callable[[dict[str, bytes]], None]

EXTERNAL = (
    '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">'
    '<!ENTITY y SYSTEM "http://192.0.2.1/x">]>'
)
LAUGHS = "<!DOCTYPE r [<!ENTITY a0 'lol'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)
)
BASIC = "application/vnd.openxmlformats-officedocument.presentationml"


@cache
def sound() -> bytes:
    """Return Office's default template, 16:9."""
    return template()


def spoilt(*changes: Spoil) -> bytes:
    """Return that template after changes to its members."""
    parts = z.parts_of(sound())
    for change in changes:
        change(parts)
    return z.zipped(parts)


def put(part: str, old: str, new: str) -> Spoil:
    """Return a change of words of a part, which must be there."""

    def change(parts: dict[str, bytes]) -> None:
        assert old.encode() in parts[part], (part, old)
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)

    return change


def whole(part: str, data: bytes) -> Spoil:
    """Return a change of a whole part."""
    return lambda parts: parts.update({part: data})


def gone(part: str) -> Spoil:
    """Return a change that takes a part away, and leaves what refers to it."""
    return lambda parts: parts.pop(part) and None


def declared(part: str, dtd: str, encoding: str = "utf-8") -> Spoil:
    """Return a change that puts a DTD before the root element of a part."""

    def change(parts: dict[str, bytes]) -> None:
        text = parts[part].decode()
        head, _, body = text.partition("?>")
        head = head.replace("UTF-8", encoding.upper())
        parts[part] = f"{head}?>{dtd}{body.lstrip()}".encode(encoding)

    return change


def encoded(part: str, name: str, stated: str) -> Spoil:
    """Return a change that writes a part in another encoding, and states one."""

    def change(parts: dict[str, bytes]) -> None:
        text = parts[part].decode().replace('encoding="UTF-8"', f'encoding="{stated}"')
        text = text.replace("encoding='UTF-8'", f'encoding="{stated}"')
        if "16" not in name:
            text = text.encode("ascii", "replace").decode()
        assert stated in text
        parts[part] = text.encode(name)

    return change


def sized(cx: object, cy: object = 6_858_000) -> Spoil:
    """Return a change of the slides' size, in EMU."""

    def change(parts: dict[str, bytes]) -> None:
        head, _, rest = parts[PRESENTATION].partition(b"<p:sldSz ")
        tail = rest[rest.index(b"/>") :]
        parts[PRESENTATION] = head + f'<p:sldSz cx="{cx}" cy="{cy}"'.encode() + tail

    return change


def _masterless(parts: dict[str, bytes]) -> None:
    parts["ppt/slideLayouts/_rels/slideLayout2.xml.rels"] = parts[
        "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
    ].replace(b"/slideMaster", b"/slideMister")


def _many(parts: dict[str, bytes]) -> None:
    parts.update({f"ppt/media/image{n}.png": b"" for n in range(10_001)})


def _layouts(parts: dict[str, bytes]) -> None:
    """Give the master 1,100 layouts more."""
    layout = parts[LAYOUT]
    lead = parts["ppt/slideLayouts/_rels/slideLayout2.xml.rels"]
    ids = ""
    for n in range(100, 1200):
        parts[f"ppt/slideLayouts/slideLayout{n}.xml"] = layout
        parts[f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels"] = lead
        target = f"/ppt/slideLayouts/slideLayout{n}.xml"
        z.related(parts, MASTER, "slideLayout", target, key=f"rIdM{n}")
        ids += f'<p:sldLayoutId id="{2147490000 + n}" r:id="rIdM{n}"/>'
    z.inside(parts, MASTER, ids, b"</p:sldLayoutIdLst>")


def _rows(parts: dict[str, bytes], name: str, count: int = 10_001) -> None:
    """Add relationships to a part of them, each to a part of its own that is not there."""
    rows = "".join(
        f'<Relationship Id="many{n}" Type="{z.OFFICE}tags" Target="/ppt/tags/tag{n}.xml"/>'
        for n in range(count)
    )
    parts[name] = parts[name].replace(b"</Relationships>", f"{rows}</Relationships>".encode())


def _related(parts: dict[str, bytes]) -> None:
    """Let the presentation lead to slides that lead to ten thousand parts each."""
    for slide in range(6):
        name = f"ppt/slides/slide{slide}.xml"
        z.related(parts, PRESENTATION, "slide", f"/{name}", key=f"many{slide}")
        z.related(parts, name, "tags", "/ppt/tags/tag.xml")
        _rows(parts, f"ppt/slides/_rels/slide{slide}.xml.rels", 9_990)


def _second(parts: dict[str, bytes]) -> None:
    """Add a second master that lists the layouts of the first."""
    name = "ppt/slideMasters/slideMaster2.xml"
    parts[name] = parts[MASTER]
    parts["ppt/slideMasters/_rels/slideMaster2.xml.rels"] = parts[
        "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    ]
    z.related(parts, PRESENTATION, "slideMaster", f"/{name}", key="rIdM2")
    listed = '<p:sldMasterId id="2147499999" r:id="rIdM2"/>'
    z.inside(parts, PRESENTATION, listed, b"</p:sldMasterIdLst>")


def _shapes(parts: dict[str, bytes]) -> None:
    z.inside(parts, LAYOUT, z.shape("") * 1500, b"</p:spTree>")


def _old(name: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + name.encode("utf-16-le")


def _lying() -> bytes:
    """Return an archive in which a part says it has 100 bytes, and has 200 MB."""
    data = bytearray(z.zipped({**z.parts_of(sound()), THEME: b" " * 200_000_000}))
    place = data.rindex(THEME.encode()) - 46
    data[place + 24 : place + 28] = (100).to_bytes(4, "little")
    return bytes(data)


def _crc() -> bytes:
    data = bytearray(sound())
    place = data.rindex(THEME.encode()) - 46
    data[place + 16] ^= 0xFF
    return bytes(data)


def _truncated() -> bytes:
    data = bytearray(sound())
    place = data.index(THEME.encode()) + len(THEME)
    data[place + 30 : place + 900] = b"\xff" * 870
    return bytes(data)


def _twice() -> bytes:
    data = z.zipped({**z.parts_of(sound()), "ppt/theme/theme9.xml": b"<a/>"})
    return data.replace(b"ppt/theme/theme9.xml", THEME.encode())


def _named(name: str) -> bytes:
    data = z.zipped({**z.parts_of(sound()), "x" * len(name): b"x"})
    return data.replace(b"x" * len(name), name.encode())


def _dense() -> bytes:
    """Return the template that once took a gigabyte: half a megabyte of empty elements."""
    return spoilt(lambda parts: z.inside(parts, MASTER, "<p:x/>" * 12_000_000))


REFUSED: Mapping[str, tuple[Callable[[], bytes], str]] = {
    # What is no template at all.
    "empty file": (lambda: b"", "it is empty"),
    "text": (lambda: b"no zip", "it is no Office file: no zip archive begins in it"),
    "pdf": (lambda: b"%PDF-1.7\n...", "it is a PDF, whatever its name says"),
    "old ppt": (lambda: _old("PowerPoint Document"), "an old PowerPoint file (.ppt or .pot)"),
    "encrypted": (lambda: _old("EncryptedPackage"), "it is protected with a password"),
    "odp": (
        lambda: z.zipped({"mimetype": b"application/vnd.oasis.opendocument.presentation"}),
        "it is an OpenDocument file (.odp or .otp)",
    ),
    "workbook": (lambda: spoilt(whole("xl/workbook.xml", b"<x/>")), "it is an Excel workbook"),
    "word": (lambda: spoilt(whole("word/document.xml", b"<x/>")), "it is a Word document"),
    "no presentation": (
        lambda: spoilt(gone(PRESENTATION)),
        "its part ppt/presentation.xml is missing",
    ),
    "no types": (lambda: spoilt(gone(TYPES)), "it is no PowerPoint file"),
    "other type": (
        lambda: spoilt(put(TYPES, f"{BASIC}.presentation.main+xml", "image/png")),
        'its part ppt/presentation.xml is no presentation: its type is "image/png"',
    ),
    "strict": (
        lambda: spoilt(
            put(
                "_rels/.rels",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDoc",
                "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDoc",
            )
        ),
        "it is Strict Open XML",
    ),
    # Archives that are traps.
    "many members": (lambda: spoilt(_many), "members, and at most 10,000 are read"),
    "one bomb": (
        lambda: spoilt(whole("ppt/media/image9.bmp", b"\0" * 30_000_000)),
        "grows from 28 kB to 29 MB when unpacked, more than 250 times",
    ),
    "large part": (
        lambda: spoilt(whole("ppt/media/image9.bmp", b"\0" * 40_000_000)),
        "its part ppt/media/image9.bmp is 38 MB when unpacked, and at most 32 MB are read",
    ),
    "many bombs": (
        lambda: z.zipped(
            {
                **z.parts_of(spoilt(*(_shown(f"image{n}.png") for n in range(20)))),
                **{f"ppt/media/image{n}.png": z.png(9, 9) + b"\0" * 3_900_000 for n in range(20)},
            }
        ),
        "its parts come to more than 64 MB when unpacked",
    ),
    "lying size": (_lying, "its part ppt/theme/theme1.xml is damaged"),
    "overlapping": (lambda: _overlap(), "the archive overlaps"),
    "two of a name": (_twice, 'it holds two members called "ppt/theme/theme1.xml"'),
    "leading up": (lambda: _named("../../etc/cron.d/x"), "which is no name of a part"),
    "absolute": (lambda: _named("/etc/cron.d/x"), "which is no name of a part"),
    "backslash": (lambda: _named("..\\..\\x.xml"), "which is no name of a part"),
    "encrypted member": (lambda: _flag(8, 1), "its part ppt/theme/theme1.xml is encrypted"),
    "bzip2": (
        lambda: z.zipped(z.parts_of(sound()), zipfile.ZIP_BZIP2),
        "is compressed with bzip2, which Office never uses",
    ),
    "deflate64": (lambda: _flag(10, 9), "is compressed with Deflate64"),
    "zip64 oddity": (lambda: _flag(24, 0xFFFFFFFF, 4), f"its part {THEME} is 4 GB when unpacked"),
    "bad checksum": (_crc, "its part ppt/theme/theme1.xml is damaged (Bad CRC-32"),
    "broken deflate": (_truncated, "its part ppt/theme/theme1.xml is damaged"),
    "cut off": (lambda: sound()[:-400], "the file is cut off"),
    # XML that is a trap.
    **{
        f"dtd in {name}": (
            lambda part=part: spoilt(declared(part, EXTERNAL)),  # type: ignore[misc]
            f"its part {part} holds a DTD",
        )
        for name, part in {
            "presentation": PRESENTATION,
            "master": MASTER,
            "layout": LAYOUT,
            "theme": THEME,
            "relationships": "ppt/_rels/presentation.xml.rels",
        }.items()
    },
    "entities": (lambda: spoilt(declared(MASTER, LAUGHS + "]>")), f"its part {MASTER} holds a DTD"),
    "dtd in utf-16": (
        lambda: spoilt(declared(THEME, LAUGHS + "]>", "utf-16")),
        f"its part {THEME} holds a DTD",
    ),
    "depth": (
        lambda: spoilt(lambda p: z.inside(p, LAYOUT, "<p:x>" * 100_000 + "</p:x>" * 100_000)),
        f"its part {LAYOUT} is no well-formed XML",
    ),
    "dense": (_dense, f"its part {MASTER}"),
    "many elements": (
        lambda: spoilt(lambda p: z.inside(p, MASTER, "<p:x/>" * 400_000)),
        f"its part {MASTER} holds 400,",
    ),
    "huge attribute": (
        lambda: spoilt(put(LAYOUT, 'name="', f'name="{"x" * 12_000_000}')),
        f"its part {LAYOUT}",
    ),
    "many namespaces": (
        lambda: spoilt(lambda p: z.inside(p, LAYOUT, '<x xmlns="u"/>' * 30_000)),
        "namespaces, and at most 20,000 are read",
    ),
    "many attributes": (
        lambda: spoilt(
            put(LAYOUT, "<p:cSld ", "<p:cSld " + "".join(f'n{n}="" ' for n in range(5_000)))
        ),
        "has an element of over 2,000 attributes",
    ),
    "utf-7": (lambda: spoilt(encoded(THEME, "utf-8", "UTF-7")), 'is in the encoding "UTF-7"'),
    "latin": (lambda: spoilt(encoded(THEME, "latin-1", "ISO-8859-1")), '"ISO-8859-1"'),
    "ebcdic": (lambda: spoilt(encoded(THEME, "cp500", "cp500")), 'is in the encoding "EBCDIC"'),
    "relative namespace": (
        lambda: spoilt(lambda p: z.inside(p, LAYOUT, '<x:y xmlns:x="../x"/>')),
        f'its part {LAYOUT} declares "../x", which names no namespace',
    ),
    "broken xml": (lambda: spoilt(put(MASTER, "</p:cSld>", "")), f"its part {MASTER} is no well-f"),
    # Broken values.
    "word for a number": (
        lambda: spoilt(put(MASTER, 'cx="', 'cx="abc')),
        f'its part {MASTER} has <a:ext> with cx="abc',
    ),
    "negative width": (
        lambda: spoilt(put(MASTER, '<a:ext cx="1', '<a:ext cx="-1')),
        "a whole number from 0 to 2147483647 is expected",
    ),
    "endless number": (
        lambda: spoilt(put(MASTER, '<a:off x="', f'<a:off x="1{"0" * 30}')),
        f"its part {MASTER} has <a:off> with x=",
    ),
    "missing place": (
        lambda: spoilt(put(MASTER, "<a:off x=", "<a:off z=")),
        f"its part {MASTER} has <a:off> without x",
    ),
    "colour": (
        lambda: spoilt(put(THEME, 'lastClr="000000"', 'lastClr="ZZ"')),
        f'its part {THEME} has <a:sysClr> with lastClr="ZZ": a colour of six hexadecimal digits',
    ),
    "size of text": (
        lambda: spoilt(put(MASTER, '<a:defRPr sz="', '<a:defRPr sz="x')),
        f'its part {MASTER} has <a:defRPr> with sz="x',
    ),
    "kind of place": (
        lambda: spoilt(put(LAYOUT, '<p:ph type="title"', '<p:ph type="evil"')),
        f'its part {LAYOUT} has <p:ph> with type="evil"',
    ),
    "no colour scheme": (
        lambda: spoilt(put(THEME, "<a:dk1>", "<a:dk9>"), put(THEME, "</a:dk1>", "</a:dk9>")),
        f"its part {THEME} has no colour dk1",
    ),
    "preset colour": (
        lambda: spoilt(
            put(THEME, '<a:sysClr val="windowText" lastClr="000000"/>', '<a:prstClr val="navy"/>')
        ),
        f"its part {THEME} states its colour dk1 by no hexadecimal digits",
    ),
    "no slide size": (
        lambda: spoilt(put(PRESENTATION, "<p:sldSz", "<p:sldSx")),
        "its part ppt/presentation.xml states no slide size",
    ),
    **{
        f"slides of {size} EMU": (
            lambda size=size: spoilt(sized(size)),  # type: ignore[misc]
            f'its part ppt/presentation.xml has <p:sldSz> with cx="{size}": a whole number from '
            "914400 to 51206400 is expected",
        )
        for size in (0, 1, 10**12, -9_144_000, "abc")
    },
    # Missing parts.
    "no theme": (
        lambda: spoilt(gone(THEME)),
        f"its part {THEME} is missing, to which ppt/presentation.xml refers",
    ),
    "no theme named": (
        lambda: spoilt(put("ppt/slideMasters/_rels/slideMaster1.xml.rels", "/theme", "/thyme")),
        f"its part {MASTER} has no theme of its own",
    ),
    "no master": (lambda: spoilt(gone(MASTER)), f"its part {MASTER} is missing"),
    "no master named": (
        lambda: spoilt(put(PRESENTATION, "r:id=", "r:ix=")),
        "its part ppt/presentation.xml names no master",
    ),
    "no layout": (lambda: spoilt(gone(LAYOUT)), f"its part {LAYOUT} is missing"),
    "layout without master": (
        lambda: spoilt(_masterless),
        f"its part {LAYOUT} has no slide master of its own",
    ),
    "master that is a theme": (
        lambda: spoilt(whole(MASTER, b"<theme/>")),
        f"its part {MASTER} is no slide master: it begins with <theme>",
    ),
    "two relationships of one id": (
        lambda: spoilt(lambda p: z.related(p, MASTER, "tags", "/x.xml", key="rId1")),
        "holds two relationships of one id",
    ),
    "many layouts": (lambda: spoilt(_layouts), "it has more than 1,000 layouts"),
    "long text": (
        lambda: spoilt(put(LAYOUT, "<a:t>", f"<a:t>{'word ' * 5_000}")),
        "characters of text, and at most 20,000 are read",
    ),
    "long name": (
        lambda: spoilt(put(LAYOUT, 'name="', f'name="{"x" * 11_000}')),
        "has an attribute of 11,",
    ),
    "relationships of a slide": (lambda: spoilt(_related), "it holds more than 50,000 relations"),
    "relationships of a master": (
        lambda: spoilt(lambda parts: _rows(parts, "ppt/slideMasters/_rels/slideMaster1.xml.rels")),
        "relationships, and at most 10,000 are read",
    ),
    "layout of two masters": (
        lambda: spoilt(_second),
        "its part ppt/slideLayouts/slideLayout1.xml belongs to another master than ppt/slide",
    ),
    "many shapes": (lambda: spoilt(_shapes), "shapes, and at most 1,000 are read"),
}


def _shown(name: str) -> Spoil:
    """Return a change that shows a picture on the master."""

    def change(parts: dict[str, bytes]) -> None:
        key = "rIdP" + name.partition(".")[0]
        z.related(parts, MASTER, "image", f"/ppt/media/{name}", key=key)
        z.inside(parts, MASTER, z.picture(name, f'r:embed="{key}"'), b"</p:spTree>")

    return change


def _flag(offset: int, value: int, size: int = 2) -> bytes:
    """Return the template with a field of its theme's entry in the directory set."""
    data = bytearray(sound())
    place = data.rindex(THEME.encode()) - 46 + offset
    data[place : place + size] = value.to_bytes(size, "little")
    return bytes(data)


def _overlap() -> bytes:
    data = bytearray(sound())
    place, other = (data.rindex(part.encode()) - 46 for part in (THEME, MASTER))
    data[place + 42 : place + 46] = data[other + 42 : other + 46]
    return bytes(data)


@dataclass(frozen=True)
class Left:
    """A template of which something is left out: a line that says so, and words no deck holds."""

    data: Callable[[], bytes]
    line: str
    never: tuple[str, ...]
    warned: bool = True


def _with(part: str, kind: str, target: str, markup: str = "", **how: bool) -> Callable[[], bytes]:
    """Return the template with a relationship of a part, and markup in its tree that uses it."""

    def change(parts: dict[str, bytes]) -> None:
        z.related(parts, part, kind, target, **how)
        if markup:
            z.inside(parts, part, markup, b"</p:spTree>")

    return lambda: spoilt(change)


def _frame(uri: str, inner: str) -> str:
    return (
        '<p:graphicFrame xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<p:nvGraphicFramePr><p:cNvPr id="77" name="Evil"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )


TIMING = (
    '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot">'
    '<p:childTnLst><p:audio><p:cMediaNode><p:cTn id="2" fill="hold"><p:stCondLst><p:cond '
    'delay="0"/></p:stCondLst></p:cTn><p:tgtEl><p:spTgt spid="77"/></p:tgtEl></p:cMediaNode>'
    "</p:audio></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
)
MICROSOFT = "http://schemas.microsoft.com/office/"
A_SPACE = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
R_SPACE = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OLE = "http://schemas.openxmlformats.org/presentationml/2006/ole"


def _video(parts: dict[str, bytes]) -> None:
    z.related(parts, LAYOUT, "video", "/ppt/media/media1.mp4", key="rIdV")
    z.related(parts, LAYOUT, f"{MICROSOFT}2007/relationships/media", "/ppt/media/media1.mp4")
    z.related(parts, LAYOUT, "image", "/ppt/media/image1.png", key="rIdP")
    parts["ppt/media/image1.png"] = z.png(9, 9)
    shown = z.picture("Film", 'r:embed="rIdP"').replace(
        "<p:nvPr/>",
        '<p:nvPr><a:videoFile r:link="rIdV"/><p:extLst><p:ext uri="{DAA4B4D4-6D71-4841-9C94-'
        '3DE7FCFB9230}"><p14:media xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/'
        'main" r:embed="rIdX"/></p:ext></p:extLst></p:nvPr>',
    )
    z.inside(parts, LAYOUT, shown, b"</p:spTree>")


def _macros(parts: dict[str, bytes]) -> None:
    kind = f"{MICROSOFT}2006/relationships/vbaProject"
    z.related(parts, PRESENTATION, kind, "/ppt/vbaProject.bin")
    z.typed(parts, "ppt/vbaProject.bin", "application/vnd.ms-office.vbaProject")
    put(
        TYPES,
        f"{BASIC}.presentation.main+xml",
        "application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
    )(parts)


def _svg(drawing: str) -> Callable[[], bytes]:
    """Return the template with a logo on its master, as PNG and as a drawing."""

    def change(parts: dict[str, bytes]) -> None:
        z.related(parts, MASTER, "image", "/ppt/media/image8.png", key="rIdP")
        z.related(parts, MASTER, "image", "/ppt/media/image9.svg", key="rIdS")
        parts["ppt/media/image8.png"] = z.png(9, 9)
        start = (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        )
        parts["ppt/media/image9.svg"] = f"{start}{drawing}</svg>".encode()
        extension = (
            '<a:blip r:embed="rIdP"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
            '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
            'r:embed="rIdS"/></a:ext></a:extLst></a:blip>'
        )
        shown = z.picture("Logo", 'r:embed="rIdP"').replace('<a:blip r:embed="rIdP"/>', extension)
        z.inside(parts, MASTER, shown, b"</p:spTree>")

    return lambda: spoilt(change)


def _fonts(parts: dict[str, bytes]) -> None:
    z.related(parts, PRESENTATION, "font", "/ppt/fonts/font1.fntdata")
    listed = (
        f'<p:embeddedFontLst><p:embeddedFont><p:font {A_SPACE} typeface="Evil"/><p:regular '
        f'{R_SPACE} r:id="rIdX"/></p:embeddedFont></p:embeddedFontLst>'
    )
    z.inside(parts, PRESENTATION, listed, b"<p:defaultTextStyle")


def _tagged(parts: dict[str, bytes]) -> None:
    z.related(parts, LAYOUT, "tags", "/ppt/tags/tag1.xml")
    tags = f'<p:custDataLst><p:tags {R_SPACE} r:id="rIdX"/></p:custDataLst>'
    z.inside(parts, LAYOUT, tags, b"</p:cSld>")


LEFT: Mapping[str, Left] = {
    "macros": Left(
        lambda: spoilt(_macros), "macros (ppt/vbaProject.bin)", ("vbaProject", "macroEnabled")
    ),
    "ole object": Left(
        _with(
            LAYOUT,
            "oleObject",
            "/ppt/embeddings/oleObject1.bin",
            _frame(OLE, '<p:oleObj r:id="rIdX" progId="Package"><p:embed/></p:oleObj>'),
        ),
        "OLE objects (ppt/embeddings/oleObject1.bin)",
        ("oleObj", "embeddings/ole", "Evil"),
    ),
    "activex": Left(
        _with(LAYOUT, "control", "/ppt/activeX/activeX1.xml"),
        "ActiveX controls (ppt/activeX/activeX1.xml)",
        ("activeX",),
    ),
    "linked picture of a share": Left(
        _with(
            MASTER,
            "image",
            "file:///\\\\evil\\share\\logo.png",
            z.picture("Evil", 'r:link="rIdX"'),
            outside=True,
        ),
        f"links out of the file (file:///\\\\evil\\share\\logo.png in {MASTER})",
        ("evil", "Evil", "External"),
    ),
    "linked picture beside its copy": Left(
        lambda: spoilt(
            _shown("image1.png"),
            whole("ppt/media/image1.png", z.png(9, 9)),
            lambda p: z.related(p, MASTER, "image", "http://evil.example/x.png", outside=True),
            put(MASTER, 'r:embed="rIdPimage1"', 'r:embed="rIdPimage1" r:link="rIdX"'),
        ),
        f"links out of the file (http://evil.example/x.png in {MASTER})",
        ("evil", "r:link", "External"),
    ),
    "hyperlink": Left(
        _with(
            LAYOUT,
            "hyperlink",
            "javascript:evil()",
            z.shape('<a:hlinkClick r:id="rIdX"/>'),
            outside=True,
        ),
        f"links out of the file (javascript:evil() in {LAYOUT})",
        ("evil", "hlinkClick"),
    ),
    "program": Left(
        _with(
            LAYOUT,
            "hyperlink",
            "file:///C:/Windows/evil.exe",
            z.shape('<a:hlinkClick r:id="rIdX" action="ppaction://program"/>'),
            outside=True,
        ),
        "actions that run something",
        ("evil", "ppaction"),
    ),
    "macro action": Left(
        lambda: spoilt(
            lambda p: z.inside(
                p,
                MASTER,
                z.shape('<a:hlinkHover r:id="" action="ppaction://macro?name=Evil"/>'),
                b"</p:spTree>",
            )
        ),
        f"actions that run something ({MASTER})",
        ("ppaction", "Evil", "hlinkHover"),
    ),
    "film that starts by itself": Left(
        lambda: spoilt(_video, lambda p: z.inside(p, LAYOUT, TIMING, b"</p:sldLayout>")),
        "sound and video (ppt/media/media1.mp4",
        ("media1.mp4", "videoFile", "p:timing", "p14:media"),
    ),
    "animations": Left(
        lambda: spoilt(lambda p: z.inside(p, MASTER, TIMING, b"<p:txStyles")),
        f"animations of layouts and masters ({MASTER})",
        ("p:timing", "cMediaNode"),
    ),
    "attached template": Left(
        _with(PRESENTATION, "attachedTemplate", "http://evil.example/t.potx", outside=True),
        "links out of the file (http://evil.example/t.potx in ppt/presentation.xml)",
        ("evil",),
    ),
    "ribbon": Left(
        _with("", f"{MICROSOFT}2007/relationships/ui/extensibility", "/customUI/customUI14.xml"),
        "commands for the ribbon (customUI/customUI14.xml)",
        ("customUI",),
    ),
    "task pane": Left(
        _with("", f"{MICROSOFT}2011/relationships/webextensiontaskpanes", "/ppt/webext/panes.xml"),
        "web extensions (ppt/webext/panes.xml)",
        ("webext",),
    ),
    "signature": Left(
        _with(
            "",
            "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin",
            "/_xmlsignatures/origin.sigs",
        ),
        "digital signatures (_xmlsignatures/origin.sigs)",
        ("_xmlsignatures",),
    ),
    "fonts": Left(
        lambda: spoilt(_fonts),
        "embedded fonts (ppt/fonts/font1.fntdata)",
        ("embeddedFont", "fntdata"),
    ),
    "password to change": Left(
        lambda: spoilt(
            lambda p: z.inside(
                p,
                PRESENTATION,
                '<p:modifyVerifier cryptProviderType="rsaAES" cryptAlgorithmClass="hash" '
                'cryptAlgorithmType="typeAny" cryptAlgorithmSid="14" spinCount="100000" '
                'saltData="eA==" hashData="eA=="/>',
            )
        ),
        "a password to change it (ppt/presentation.xml)",
        ("modifyVerifier",),
    ),
    "part of a new kind": Left(
        _with(LAYOUT, "http://evil.example/relationships/evil", "/ppt/evil/evil1.bin"),
        "parts of other kinds (ppt/evil/evil1.bin)",
        ("evil",),
    ),
    "script in a drawing": Left(
        _svg("<script>evil()</script>"),
        "pictures that are none (ppt/media/image9.svg: a drawing with <script>)",
        ("image9.svg", "svgBlip"),
    ),
    "drawing that fetches": Left(
        _svg('<image xlink:href="http://evil.example/x.png"/>'),
        "pictures that are none (ppt/media/image9.svg: a drawing that leads out of the file)",
        ("image9.svg", "svgBlip"),
    ),
    "picture of ten billion pixels": Left(
        lambda: spoilt(
            _shown("image1.png"), whole("ppt/media/image1.png", z.png(100_000, 100_000))
        ),
        "pictures that are none (ppt/media/image1.png: 100,000 x 100,000 pixels)",
        ("image1.png",),
    ),
    "program called a picture": Left(
        lambda: spoilt(_shown("image1.png"), whole("ppt/media/image1.png", b"MZ evil")),
        "pictures that are none (ppt/media/image1.png: no picture of a known format)",
        ("image1.png", "MZ evil"),
    ),
    "comments": Left(
        _with(PRESENTATION, "commentAuthors", "/ppt/commentAuthors.xml"),
        "comments (ppt/commentAuthors.xml)",
        ("commentAuthors",),
        warned=False,
    ),
    "tags": Left(
        lambda: spoilt(_tagged), "tags (ppt/tags/tag1.xml)", ("tags/tag", "custData"), warned=False
    ),
    "custom xml": Left(
        _with(PRESENTATION, "customXml", "/customXml/item7.xml"),
        "custom XML (customXml/item7.xml)",
        ("item7",),
        warned=False,
    ),
    "printer settings and thumbnail": Left(
        sound,
        "printer settings (ppt/printerSettings/printerSettings1.bin)",
        ("printerSettings", "thumbnail"),
        warned=False,
    ),
}
"""Each holds what no deck may: the words `never` stand in no member and no member's name."""

EMF = b"\x01\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 60
KEPT: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "png": (
        lambda: spoilt(_shown("image1.png"), whole("ppt/media/image1.png", z.png(9, 9))),
        "ppt/media/image1.png",
    ),
    "emf": (
        lambda: spoilt(_shown("image1.emf"), whole("ppt/media/image1.emf", EMF)),
        "ppt/media/image1.emf",
    ),
    "svg": (
        _svg('<style>.a{fill:#123456}</style><path class="a" d="M0 0h9v9z"/>'),
        "ppt/media/image9.svg",
    ),
    "utf-16": (lambda: spoilt(encoded(THEME, "utf-16", "UTF-16")), THEME),
    "layout elsewhere": (
        lambda: _elsewhere("ppt/slideLayouts/slideLayout2.xml", "other/l.xml"),
        "ppt/slideLayouts/slideLayout2.xml",
    ),
}
"""What is taken, under which name."""


def _elsewhere(part: str, name: str) -> bytes:
    parts = z.parts_of(sound())
    parts[name] = parts.pop(part)
    parts["other/_rels/l.xml.rels"] = parts.pop("ppt/slideLayouts/_rels/slideLayout2.xml.rels")
    parts["other/_rels/l.xml.rels"] = parts["other/_rels/l.xml.rels"].replace(b"../", b"/ppt/")
    rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    parts[rels] = parts[rels].replace(b"../slideLayouts/slideLayout2.xml", b"/" + name.encode())
    return z.zipped(parts)


def full_of_marks() -> bytes:
    """Return a template of nearly as many elements and attributes as are read."""
    extension = '<p:extLst><p:ext uri="{0}">' + '<p:x n="1"/>' * 90_000 + "</p:ext></p:extLst>"
    return spoilt(
        *(
            lambda parts, number=number: z.inside(  # type: ignore[misc]
                parts, f"ppt/slideLayouts/slideLayout{number}.xml", extension, b"</p:sldLayout>"
            )
            for number in range(1, 4)
        )
    )


def full_of_bytes() -> bytes:
    """Return a template of nearly as many bytes as are read, none of which can be compressed."""
    noise = random.Random(1)
    pictures = {
        f"image{number}.png": z.png(9, 9) + noise.randbytes(20_000_000) for number in range(3)
    }
    return spoilt(
        *(_shown(name) for name in pictures),
        *(whole(f"ppt/media/{name}", data) for name, data in pictures.items()),
    )
