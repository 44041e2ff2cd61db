"""A drawing (SVG) as an author's file has it in; what of it draws, and nothing else, out, and how
large it says that it is.

Nothing that runs, moves, or leads out of the file is taken. What programs keep in a drawing for
themselves is dropped: it is never seen.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from builder.model.picture import Cut
from builder.ooxml import PackageError, parsed
from builder.ooxml.markup import Limits
from builder.pictures.looking import PictureError, opened

SVG: Final = "http://www.w3.org/2000/svg"
XLINK: Final = "http://www.w3.org/1999/xlink"
_MB: Final = 2**20
_LIMITS: Final = Limits(members=1, unpacked=16 * _MB, part=16 * _MB, marks=300_000)
_MOST_DRAWN: Final = 50_000
"""Elements that may be drawn, each as often as it is used."""
_DEEPEST: Final = 50
"""Parts that may use one another, the one in the other."""
_MOST_INSIDE: Final = 16_000_000
"""Pixels of the pictures within a drawing, all together."""
_NAMES: Final = (
    "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath "
    "image switch marker pattern mask clipPath linearGradient radialGradient stop filter style "
    "feBlend feColorMatrix feComponentTransfer feComposite feFlood feFuncA feFuncB feFuncG "
    "feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset feDropShadow feTile a"
)
_DRAWS: Final = frozenset(_NAMES.split())
_SILENT: Final = frozenset(("title", "desc", "metadata", "view", "cursor"))
_REFUSED: Final = {
    **dict.fromkeys(("script", "handler", "listener"), "a script"),
    "foreignObject": "a web page (<foreignObject>)",
    "iframe": "a web page",
    **dict.fromkeys(
        ("animate", "animateTransform", "animateMotion", "animateColor", "set"), "a movement"
    ),
    "audio": "sound",
    "video": "a film",
    "canvas": "a script's picture",
}
_DOCTYPE: Final = re.compile(
    rb"<!DOCTYPE\s+svg(?:\s+PUBLIC\s+(?:\"[^\"\[\]>]*\"|'[^'\[\]>]*'))?"
    rb"(?:\s+SYSTEM)?(?:\s*(?:\"[^\"\[\]>]*\"|'[^'\[\]>]*'))?\s*>"
)
_DATA: Final = re.compile(r"data:image/(?:png|jpe?g);base64,", re.IGNORECASE)
_LEADS: Final = re.compile(
    r"@import|\\|\b(?:image-set|image|src)\(|url\(\s*['\"]?\s*(?!['\"#\s])", re.IGNORECASE
)
_URL: Final = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)")
_FAMILY: Final = re.compile(r"(font-family\s*:\s*)([^;}\"]+)")
_GENERIC: Final = ("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui")
_LENGTH: Final = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*([a-z]*)\s*", re.I)
_UNITS: Final = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 960 / 25.4,
    "in": 96.0,
    "em": 16.0,
    "ex": 8.0,
}


def cleaned(data: bytes) -> tuple[bytes, float, float]:
    """Return a drawing with nothing but what draws, and its width and height in its own units.

    Raises:
        PictureError: it is damaged, has no size, or holds what no drawing may.
    """
    root = _root(_DOCTYPE.sub(b"", data, count=1))
    for element in list(root.iter()):
        _clean(element, root)
    _check_uses(root)
    _check_images(root)
    width, height = _size_of(root)
    root.set("width", f"{width:g}")
    root.set("height", f"{height:g}")
    if root.get("viewBox") is None:
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    return etree.tostring(root), width, height


def cut_out(data: bytes, width: float, height: float, cut: Cut) -> bytes:
    """Return a cleaned drawing that shows what `cut` leaves of it."""
    if cut == Cut():
        return data
    root = etree.fromstring(data)
    across, down = (cut.right - cut.left) * width, (cut.bottom - cut.top) * height
    outer = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG})
    outer.set("width", f"{across:g}")
    outer.set("height", f"{down:g}")
    outer.set("viewBox", f"{cut.left * width:g} {cut.top * height:g} {across:g} {down:g}")
    root.set("x", "0")
    root.set("y", "0")
    outer.append(root)
    return etree.tostring(outer)


def _root(data: bytes) -> etree._Element:
    try:
        root = parsed(data, "drawing", _LIMITS)
    except PackageError as error:
        said = str(error).removeprefix("its part drawing ")
        if "DTD" in said:
            said = "declares entities (a DTD), which are not read"
        elif "Office files" in said:
            said = said.partition(";")[0]
        raise PictureError(f"the drawing {said}", "export it anew as plain SVG") from error
    if root.tag != f"{{{SVG}}}svg":
        hint = f'it begins with <svg xmlns="{SVG}">: export it anew as plain SVG'
        raise PictureError("the drawing is no SVG", hint)
    return root


def _clean(element: etree._Element, root: etree._Element) -> None:
    """Take from an element what is never seen; refuse what may not be there."""
    space, _, name = str(element.tag).rpartition("}")
    if f"{space[1:]}" == SVG and name in _REFUSED:
        raise PictureError(
            f"the drawing holds {_REFUSED[name]}", "export it anew as plain SVG, without it"
        )
    if space[1:] != SVG or name in _SILENT:
        parent = element.getparent()
        if parent is not None:
            _drop(element, parent)
        return
    if name not in _DRAWS:
        raise PictureError(
            f"the drawing holds <{name}>, which cannot be drawn", "export it anew as plain SVG"
        )
    for key, value in list(element.attrib.items()):
        _clean_attribute(element, name, str(key), str(value))
    if name == "style":
        text = "".join(map(str, element.itertext()))
        if _LEADS.search(text):
            raise _leads_out("its styles")
        element.text = _FAMILY.sub(_with_generic, text)
    if root.get("font-family") is None:
        root.set("font-family", "sans-serif")


def _clean_attribute(element: etree._Element, name: str, key: str, value: str) -> None:
    space, _, bare = key.rpartition("}")
    if bare.casefold().startswith("on"):
        hint = "export it anew as plain SVG, without it"
        raise PictureError(f"the drawing holds a script ({bare}=)", hint)
    if bare == "href":
        if name == "image":
            _check_inside(value)
        elif not value.strip().startswith("#"):
            raise _leads_out(f'"{value.strip()[:60]}"')
    elif space and space[1:] != "http://www.w3.org/XML/1998/namespace":
        del element.attrib[key]
        return
    elif _LEADS.search(value):
        raise _leads_out(f'"{value.strip()[:60]}"')
    if bare == "style":
        element.set(key, _FAMILY.sub(_with_generic, value))
    elif bare == "font-family":
        element.set(key, _generic(value))


def _with_generic(found: re.Match[str]) -> str:
    return found[1] + _generic(found[2])


def _generic(families: str) -> str:
    """Return families with one that every program knows at the end."""
    named = [family.strip(" '\"").casefold() for family in families.split(",")]
    return families if any(each in _GENERIC for each in named) else f"{families}, sans-serif"


def _leads_out(what: str) -> PictureError:
    hint = "a picture is complete in its file: export it with everything in it, and without links"
    return PictureError(f"the drawing leads out of its file: {what}", hint)


def _drop(element: etree._Element, parent: etree._Element) -> None:
    """Remove an element; what stands after it stays."""
    before = element.getprevious()
    tail = element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _check_inside(value: str) -> None:
    """Refuse a picture within the drawing that is not in it."""
    if _DATA.match(value.strip()) is None:
        raise _leads_out(f'"{value.strip()[:60]}"')


def _check_images(root: etree._Element) -> None:
    """Look at the pictures within a drawing as at any other: all of each is decoded."""
    left = _MOST_INSIDE
    for image in root.iter(f"{{{SVG}}}image"):
        for key, value in image.attrib.items():
            if str(key).rpartition("}")[2] == "href":
                left -= _pixels(str(value).strip(), left)


def _pixels(value: str, left: int) -> int:
    """Return the pixels of a picture, of which no more than `left` may be read."""
    try:
        data = base64.b64decode(value.partition(",")[2], validate=False)
    except (binascii.Error, ValueError) as error:
        hint = "export the drawing anew"
        raise PictureError("a picture within the drawing is damaged", hint) from error
    with opened(data) as picture:
        width, height = picture.size
        if width * height > left:
            said = f"with one of {width:,} by {height:,} pixels, the pictures in it are too large"
            hint = f"at most {_MOST_INSIDE // 10**6} million are read there: save them smaller"
            raise PictureError(said, hint)
        picture.load()
    return int(width * height)


def _check_uses(root: etree._Element) -> None:
    """Refuse a drawing whose parts use one another so often that drawing it would have no end."""
    named = {str(element.get("id")): element for element in root.iter() if element.get("id")}
    known: dict[str, int] = {}

    def drawn(element: etree._Element, above: tuple[str, ...]) -> int:
        count = 0
        for each in element.iter():
            count += 1
            for name in _uses(each):
                if name in above:
                    raise PictureError(
                        f'a part of the drawing, "{name[:40]}", uses itself', "export it anew"
                    )
                if name in named:
                    if len(above) == _DEEPEST:
                        said = f"parts of the drawing use one another more than {_DEEPEST} deep"
                        raise PictureError(said, "export it anew, or save it as PNG")
                    if name not in known:
                        known[name] = drawn(named[name], (*above, name))
                    count += known[name]
            if count > _MOST_DRAWN:
                said = f"the drawing draws more than {_MOST_DRAWN:,} parts"
                raise PictureError(said, "save it as PNG")
        return count

    drawn(root, ())


def _uses(element: etree._Element) -> Iterator[str]:
    """Yield the names of the parts that an element is drawn with."""
    for key, value in element.attrib.items():
        bare, said = str(key).rpartition("}")[2], str(value)
        if bare == "href" and said.strip().startswith("#"):
            yield said.strip()[1:]
        elif "url(" in said:
            yield from _URL.findall(said)


def _size_of(root: etree._Element) -> tuple[float, float]:
    """Return width and height in pixels of CSS: its own, or those of its viewBox.

    Raises:
        PictureError: it states neither.
    """
    box = [float(each) for each in re.findall(r"[-+.\deE]+", root.get("viewBox") or "")]
    width, height = _length(root.get("width")), _length(root.get("height"))
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        if width and height:
            return width, height
        if width:
            return width, width * box[3] / box[2]
        return (height * box[2] / box[3], height) if height else (box[2], box[3])
    if not width or not height:
        hint = 'give it a viewBox="0 0 WIDTH HEIGHT", as programs for drawing do'
        raise PictureError("the drawing does not say how large it is", hint)
    return width, height


def _length(said: str | None) -> float:
    """Return a length in pixels of CSS; 0 where none is stated, or one that depends on a page."""
    found = _LENGTH.fullmatch(said or "")
    if found is None or found[2].casefold() not in _UNITS:
        return 0.0
    length = float(found[1]) * _UNITS[found[2].casefold()]
    return length if 0 < length < 1e6 else 0.0
