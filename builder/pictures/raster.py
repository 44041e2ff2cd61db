"""A picture of pixels in; those that a page or a slide shows, in sRGB and the right way up, out.

What is shown has none of the camera's own data: neither where a photograph was taken nor by whom.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from builder.frozen import dataclass
from builder.memory import remembered
from builder.model.picture import Cut, PictureFile
from builder.pictures import opened
from builder.theme import assets

if TYPE_CHECKING:
    from PIL.Image import Image

_FLAT: Final = 16_384
"""Colours up to which a picture is kept as it is, to the pixel: a diagram, not a photograph."""
_QUALITY: Final = 90
_BAND: Final = 64  # rows of a picture made smaller, at a time
_PLAIN: Final = ("1", "I;16", "I;16B", "I;16L", "I", "F")


@dataclass(frozen=True)
class Pixels:
    """A picture ready to be shown: a PNG or a JPEG file, and its size in pixels.

    `warnings` say what could not be honoured, each what was found and what to do.
    """

    data: bytes = field(repr=False)
    width: int
    height: int
    warnings: tuple[tuple[str, str], ...] = ()

    @property
    def ending(self) -> str:
        """The ending of such a file's name."""
        return "png" if self.data.startswith(b"\x89PNG") else "jpg"


def sampled(file: PictureFile, cut: Cut, across: int, ground: str = "") -> Pixels:
    """Return what `cut` leaves of a picture, at most `across` pixels wide.

    It is never enlarged. Where it lets the ground shine through it is laid on `ground` (#RRGGBB),
    or keeps doing so where that is empty.

    Raises:
        PictureError: it cannot be decoded.
    """
    key = "sampled", file, cut, across, ground
    return remembered(key, lambda: _sampled(file, cut, across, ground), lambda it: len(it.data))


def _sampled(file: PictureFile, cut: Cut, across: int, ground: str) -> Pixels:
    warnings: list[tuple[str, str]] = []
    with opened(file.data) as picture:
        lossy = picture.format in ("JPEG", "MPO")
        orientation = picture.getexif().get(0x0112, 1)
        profile = picture.info.get("icc_profile")
        wide = file.width * (cut.right - cut.left)
        scale = min(1.0, across / wide)
        if lossy:
            picture.draft(picture.mode, _drafted(picture.size, scale))
        shown = _reduced(picture, scale)
        box = _unturned(cut, orientation)
        left, top = box.left * shown.width, box.top * shown.height
        right, bottom = box.right * shown.width, box.bottom * shown.height
        size = (
            max(1, round(file.width * (cut.right - cut.left) * scale)),
            max(1, round(file.height * (cut.bottom - cut.top) * scale)),
        )
        size = (size[1], size[0]) if orientation in (5, 6, 7, 8) else size
        shown = _resized(shown, size, (left, top, right, bottom))
    shown = _upright(shown, orientation)
    shown = _in_srgb(shown, profile, warnings)
    shown = _grounded(shown, ground)
    return _saved(shown, lossy, tuple(warnings))


def _drafted(size: tuple[int, int], scale: float) -> tuple[int, int]:
    """Return the size that a decoder may halve down to: twice what is wanted, so as not to show."""
    return tuple(max(1, round(min(1.0, 2 * scale) * each)) for each in size)  # type: ignore[return-value]


def _reduced(picture: Image, scale: float) -> Image:
    """Return a picture in an even mode, by whole steps smaller but twice what is wanted.

    A band at a time: to be made smaller, a picture is held twice.
    """
    from PIL import Image

    step = int(1 / (2 * scale))
    if step <= 1:
        return _even(picture)
    bands = []
    for top in range(0, picture.height, step * _BAND):
        band = picture.crop((0, top, picture.width, min(picture.height, top + step * _BAND)))
        bands.append(_even(band).reduce(step))
    whole = Image.new(bands[0].mode, (bands[0].width, sum(band.height for band in bands)))
    top = 0
    for band in bands:
        whole.paste(band, (0, top))
        top += band.height
    return whole


def _even(picture: Image) -> Image:
    """Return a picture in a mode that can be made smaller without seams."""
    if picture.mode in _PLAIN:
        if picture.mode.startswith("I"):
            # Sixteen bits a pixel: the upper eight are what paper can show.
            return picture.point(lambda value: value / 257).convert("L")
        return picture.convert("L")
    if picture.mode == "P" or "transparency" in picture.info:
        return picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    if picture.mode in ("LA", "PA", "La", "RGBa", "RGBX"):
        return picture.convert("RGBA")
    if picture.mode in ("YCbCr", "HSV"):
        return picture.convert("RGB")
    return picture


def _resized(
    picture: Image, size: tuple[int, int], box: tuple[float, float, float, float]
) -> Image:
    from PIL import Image

    if picture.size == size and box == (0, 0, *picture.size):
        picture.load()
        return picture.copy()
    return picture.resize(size, Image.Resampling.LANCZOS, box, reducing_gap=3.0)


_TURNS: Final[dict[int, str]] = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
"""What brings a picture the right way up, by how Exif says that it lies."""


def _upright(picture: Image, orientation: int) -> Image:
    from PIL import Image

    turn = _TURNS.get(orientation)
    return picture.transpose(getattr(Image.Transpose, turn)) if turn else picture


def _unturned(cut: Cut, orientation: int) -> Cut:
    """Return where a cut of the upright picture is on the one that lies as the camera held it."""
    left, top, right, bottom = cut
    turned: dict[int, Callable[[], Cut]] = {
        2: lambda: Cut(1 - right, top, 1 - left, bottom),
        3: lambda: Cut(1 - right, 1 - bottom, 1 - left, 1 - top),
        4: lambda: Cut(left, 1 - bottom, right, 1 - top),
        5: lambda: Cut(top, left, bottom, right),
        6: lambda: Cut(top, 1 - right, bottom, 1 - left),
        7: lambda: Cut(1 - bottom, 1 - right, 1 - top, 1 - left),
        8: lambda: Cut(1 - bottom, left, 1 - top, right),
    }
    return turned[orientation]() if orientation in turned else cut


def _in_srgb(picture: Image, profile: bytes | None, warnings: list[tuple[str, str]]) -> Image:
    """Return a picture in the colours of the output intent."""
    from PIL import Image

    alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
    solid = picture.convert("RGB") if alpha else picture
    if profile is not None:
        solid = _converted(solid, profile, warnings)
    elif solid.mode == "CMYK":
        found = "its colours are those of printing inks (CMYK), and no profile says of which"
        warnings.append((found, "save it in sRGB, or with the profile of its inks"))
    if solid.mode not in ("L", "RGB"):
        solid = solid.convert("RGB")
    if alpha is None:
        return solid
    return Image.merge("RGBA", (*solid.convert("RGB").split(), alpha))


def _converted(picture: Image, profile: bytes, warnings: list[tuple[str, str]]) -> Image:
    from PIL import ImageCms

    try:
        made = ImageCms.profileToProfile(
            picture,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            _srgb(),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, ValueError, OSError):
        if picture.mode == "L":
            return picture
        found = "its colour profile cannot be read or is another kind of picture's"
        warnings.append((found, "its colours are taken for sRGB: save it in sRGB"))
        return picture
    return made if made is not None else picture


@cache
def _srgb() -> Any:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(str(assets.path("icc", "sRGB-v2.icc")))


def _grounded(picture: Image, ground: str) -> Image:
    """Return a picture laid on a ground, or one that hides nothing without what says so."""
    from PIL import Image

    if picture.mode != "RGBA":
        return picture
    if picture.getchannel("A").getextrema()[0] == 255:
        return picture.convert("RGB")
    if not ground:
        return picture
    return Image.alpha_composite(Image.new("RGBA", picture.size, ground), picture).convert("RGB")


def laid(data: bytes, ground: str) -> bytes:
    """Return a PNG or JPEG laid on a ground (#RRGGBB); as it is where nothing shines through."""
    from PIL import Image

    with Image.open(BytesIO(data)) as opened:
        if opened.mode not in ("RGBA", "LA", "PA") and "transparency" not in opened.info:
            return data
        flat = Image.new("RGBA", opened.size, ground)
        flat.alpha_composite(opened.convert("RGBA"))
    buffer = BytesIO()
    flat.convert("RGB").save(buffer, "PNG")
    return buffer.getvalue()


def _saved(picture: Image, lossy: bool, warnings: tuple[tuple[str, str], ...]) -> Pixels:
    if picture.mode == "RGB" and _is_grey_throughout(picture):
        picture = picture.convert("L")
    photograph = picture.mode != "RGBA" and (lossy or picture.getcolors(_FLAT) is None)
    buffer = BytesIO()
    if photograph:
        picture.save(buffer, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    else:
        picture.info.clear()
        picture.save(buffer, "PNG", optimize=False, compress_level=6)
    return Pixels(buffer.getvalue(), *picture.size, warnings)


def _is_grey_throughout(picture: Image) -> bool:
    from PIL import ImageChops

    red, green, blue = picture.split()
    pairs = ((red, green), (green, blue))
    return all(ImageChops.difference(*pair).getbbox() is None for pair in pairs)
