"""Pictures that authors bring, looked at when content is read and drawn for pages and slides; and
the shipped icons.

A picture's bytes in; what it is, or why it is not taken, out. Sizes are believed from headers
before anything is decoded; then all of it is decoded once, so that a file that is cut off is told
where content is read, and not when a page is drawn. Nothing here knows a PDF or a package. The
libraries are loaded when a picture is met: a briefing without any needs none of them.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from builder.memory import remembered
from builder.model.picture import PictureFile, PictureKind
from builder.theme import assets

if TYPE_CHECKING:
    from PIL.Image import Image


ICON_SIDE: Final = 1600.0
"""Units to a side of the square that an icon's outline stands on, y down."""

MOST_PIXELS: Final = 50_000_000
"""Pixels of one picture: what the largest camera of a telephone takes, and 200 MB in memory."""

_MOST_WEBP: Final = 16_000_000
"""Pixels of a WebP: its decoder holds each four times over."""

SMALLEST: Final = 8
"""Pixels that a picture must at least have either way."""

_MOST_SHAPE: Final = 50  # times as long as wide: what is longer cannot be seen
_FORMATS: Final[dict[str, PictureKind]] = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".webp": "WEBP",
    ".tif": "TIFF",
    ".tiff": "TIFF",
    ".svg": "SVG",
}
"""Formats by the ending of a file's name."""

ENDINGS: Final = tuple(_FORMATS)
_BEGINS: Final = (
    ("PNG", b"\x89PNG\r\n\x1a\n"),
    ("JPEG", b"\xff\xd8\xff"),
    ("TIFF", b"II*\0"),
    ("TIFF", b"MM\0*"),
    ("GIF", b"GIF8"),
    ("BMP", b"BM"),
    ("PDF", b"%PDF"),
)
_ORIENTATION: Final = 0x0112  # the tag of Exif that says which way is up
_TURNED: Final = (5, 6, 7, 8)


class PictureError(Exception):
    """A picture that is not taken: `found` says why, `hint` what to do."""

    def __init__(self, found: str, hint: str) -> None:
        super().__init__(found)
        self.found, self.hint = found, hint


def looked_at(data: bytes, name: str) -> PictureFile:
    """Return a picture of the content folder, `name` its path there.

    Raises:
        PictureError: it is none, another than its name says, too large, or damaged.
    """
    digest = hashlib.sha256(data).hexdigest()
    return remembered(
        ("picture", name, digest), lambda: _looked_at(data, name, digest), lambda _: len(data)
    )


@contextmanager
def opened(data: bytes) -> Iterator[Image]:
    """Open a picture of pixels, of the formats that are taken alone.

    Raises:
        PictureError: it is damaged, or lies about its size.
    """
    import struct
    import warnings

    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=("PNG", "JPEG", "WEBP", "TIFF")) as picture:
                yield picture
    except Image.DecompressionBombError as error:
        count = re.search(r"\d+", str(error))
        said = f"{int(count[0]):,} pixels" if count else "too many pixels"
        raise _too_large(said) from error
    except (OSError, ValueError, SyntaxError, TypeError, struct.error, EOFError) as error:
        said = " ".join(str(error).split())[:100]
        more = "" if "<" in said else f" ({said})"  # the library's own words may name its objects
        hint = "open it in a program for pictures and save it again"
        raise PictureError(f"the picture is damaged or cut off{more}", hint) from error
    except (KeyError, IndexError, OverflowError, ZeroDivisionError, AttributeError) as error:
        hint = "open it in a program for pictures and save it again"
        raise PictureError("the picture is damaged", hint) from error


@cache
def icons() -> Mapping[str, str]:
    """Return the outlines of `assets/icons/icons.json`, by name.

    They are `M`, `L`, `C` and `Z` with absolute places, and read when one is used.

    Raises:
        FileNotFoundError: the installation lacks them.
    """
    known: Mapping[str, str] = json.loads(assets.path("icons", "icons.json").read_text("utf-8"))
    return known


def _looked_at(data: bytes, name: str, digest: str) -> PictureFile:
    kind = _kind(data, name)
    if kind == "SVG":
        from builder.pictures.drawing import cleaned

        drawn, width, height = cleaned(data)
        _check_shape(width, height)
        return PictureFile(name, "SVG", width, height, digest, drawn)
    with opened(data) as picture:
        width, height = picture.size
        _check_size(picture)
        if picture.getexif().get(_ORIENTATION) in _TURNED:
            width, height = height, width
        if picture.format == "JPEG":  # an eighth of it is enough to see that all of it is there
            picture.draft(picture.mode, (width // 8, height // 8))
        picture.load()
    return PictureFile(name, kind, width, height, digest, data)


def _kind(data: bytes, name: str) -> PictureKind:
    """Return the format of a picture, by its bytes and by its name."""
    said = _FORMATS[PurePosixPath(name).suffix.lower()]
    found: str = next((kind for kind, begins in _BEGINS if data.startswith(begins)), "")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        found = "WEBP"
    if not found and (b"<svg" in data[:65536] or b"<\0s\0v\0g" in data[:65536]):
        found = "SVG"
    if not data:
        raise PictureError("the file is empty", "save the picture again")
    if not found:
        hint = "save it as PNG, JPEG, WebP, TIFF or SVG"
        raise PictureError(f"it is no {_spelt(said)} picture, nor any other that is read", hint)
    if found != said:
        hint = "give the file the ending of what it is, or save the picture again"
        raise PictureError(f"it is called {_spelt(said)}, and holds {_spelt(found)}", hint)
    return said


def _spelt(kind: str) -> str:
    return {"WEBP": "WebP"}.get(kind, kind)


def _check_size(picture: Image) -> None:
    width, height = picture.size
    most = _MOST_WEBP if picture.format == "WEBP" else MOST_PIXELS
    if width * height > most:
        raise _too_large(f"{width:,} by {height:,} pixels", most)
    if min(width, height) < SMALLEST:
        hint = "take the picture itself, not its thumbnail"
        raise PictureError(f"it has {width:,} by {height:,} pixels", hint)
    _check_shape(width, height)
    moves = getattr(picture, "is_animated", False) and picture.format not in ("MPO", "JPEG")
    if moves:
        count = getattr(picture, "n_frames", 2)
        hint = "save the one that is to be shown as a file of its own"
        raise PictureError(f"it holds {count} pictures, of which one can be shown", hint)


def _check_shape(width: float, height: float) -> None:
    if max(width, height) > _MOST_SHAPE * min(width, height):
        said = f"it is {width:,.0f} by {height:,.0f}, more than {_MOST_SHAPE} times as long as wide"
        raise PictureError(said, "cut it to what is to be seen")


def _too_large(said: str, most: int = MOST_PIXELS) -> PictureError:
    hint = f"at most {most // 10**6} million pixels are read: save it smaller"
    return PictureError(f"it has {said}", f"{hint}; a page prints 2,500 across")
