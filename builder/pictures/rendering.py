"""Pictures rendered: a cleaned drawing in, its pixels out, the same everywhere: only the theme's
fonts are used. A picture that fills a place is cut off on both sides alike.

A drawing is drawn in a copy of this process. What it asks of the library that draws it is told by
no count of its parts: filters, patterns and masks may take all memory, or have no end. The copy may
hold and compute only so much; whatever becomes of it, this process goes on and says so.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, NoReturn

from builder.memory import remembered
from builder.model.picture import Cut, Picture
from builder.pictures.looking import PictureError
from builder.pictures.raster import Pixels, laid, sampled
from builder.signals import deaf, later
from builder.theme import assets
from builder.theme.theme import Face, Theme
from builder.workers import end_with

_MOST_ACROSS: Final = 6_000

MEMORY: Final = 260 * 2**20
"""Bytes that drawing may take: a drawing as large as any page takes has 144 MB of pixels."""

SECONDS: Final = 3
"""Seconds of a processor that drawing may take: what is large takes some tenths of one."""

_DONE: Final = b"+"


def rendered(drawing: bytes, across: int, down: int, theme: Theme) -> Pixels:
    """Return a drawing as a PNG of that many pixels, clear where nothing is drawn.

    Raises:
        PictureError: it cannot be drawn.
    """
    key = "rendered", drawing, across, down, repr((theme.serif, theme.sans))
    make = partial(_rendered, drawing, across, down, theme)
    return remembered(key, make, lambda made: len(made.data))


def filled(picture: Picture, ratio: float, across: int, theme: Theme) -> Pixels:
    """Return a picture that fills a place of a ratio, at most `across` pixels wide, laid on the
    accent where it lets the ground shine through.

    Raises:
        PictureError: it cannot be drawn.
    """
    cut, ground = filling(picture, ratio), theme.colours.accent
    file = picture.file
    if not file.is_drawing:
        return sampled(file, cut, across, ground)
    from builder.pictures.drawing import cut_out

    drawing = cut_out(file.data, file.width, file.height, cut)
    pixels = rendered(drawing, across, max(1, round(across / ratio)), theme)
    return replace(pixels, data=laid(pixels.data, ground))


def filling(picture: Picture, ratio: float) -> Cut:
    """Return what of a picture fills a place of a ratio: the middle of what its crop leaves."""
    left, top, right, bottom = picture.cut
    across, down = right - left, bottom - top
    share = ratio / picture.ratio
    wide, tall = (across, down / share) if share > 1 else (across * share, down)
    x, y = left + (across - wide) / 2, top + (down - tall) / 2
    return Cut(x, y, x + wide, y + tall)


def confined(draw: Callable[[], bytes]) -> bytes:
    """Return the bytes that `draw` returns.

    Raises:
        PictureError: it took too much memory or time, or broke the library; or as `draw` raises.
    """
    if sys.platform != "linux":  # the frameworks of macOS bear no copies, Windows makes none
        return draw()
    parent = os.getpid()
    with ExitStack() as left:
        with later():  # no signal may come between a copy's begin and the promise of its end
            reading, writing = os.pipe()
            copy = os.fork()
            if not copy:
                os.close(reading)
                _serve(draw, writing, parent)
            os.close(writing)
            left.callback(_end, copy)
        with os.fdopen(reading, "rb") as results:
            said = results.read()
        left.pop_all()
        _, status = os.waitpid(copy, 0)
    if said.startswith(_DONE) and not os.waitstatus_to_exitcode(status):
        return said[len(_DONE) :]
    raise PictureError(*_why(said.decode("utf-8"), os.waitstatus_to_exitcode(status)))


def _rendered(drawing: bytes, across: int, down: int, theme: Theme) -> Pixels:
    across, down = min(across, _MOST_ACROSS), min(down, _MOST_ACROSS)
    import resvg_py  # noqa: F401  (before there is a copy of this process, which would load it anew)

    return Pixels(confined(partial(_drawn, drawing, across, down, theme)), across, down)


def _drawn(drawing: bytes, across: int, down: int, theme: Theme) -> bytes:
    import resvg_py

    try:
        data = resvg_py.svg_to_bytes(
            svg_string=drawing.decode("utf-8"),
            width=across,
            height=down,
            skip_system_fonts=True,
            font_files=list(dict.fromkeys((*_files(theme.sans), *_files(theme.serif)))),
            font_family=theme.sans.name,
            sans_serif_family=theme.sans.name,
            serif_family=theme.serif.name,
            monospace_family=theme.sans.name,
            cursive_family=theme.serif.name,
            fantasy_family=theme.sans.name,
        )
    except (ValueError, RuntimeError, OSError) as error:
        said = " ".join(str(error).split())[:100]
        raise PictureError(f"the drawing cannot be drawn ({said})", "save it as PNG") from error
    return bytes(data)


def _files(face: Face) -> tuple[str, ...]:
    cuts = (face.regular, face.italic, face.bold, face.bold_italic, face.semibold)
    return tuple(str(assets.font(cut)) for cut in cuts)


def _serve(draw: Callable[[], bytes], writing: int, parent: int) -> NoReturn:
    """Draw in the copy, and end it at once: what else the process holds is not its own."""
    status = 1
    with suppress(BaseException), os.fdopen(writing, "wb") as pipe:
        deaf()
        end_with(parent)
        _confine()
        try:
            answer = _DONE + draw()
        except PictureError as error:
            answer = f"-{error.found}\n{error.hint}".encode()
        pipe.write(answer)
        pipe.flush()
        status = 0
    os._exit(status)


def _why(said: str, status: int) -> tuple[str, str]:
    """Return what became of a copy that has drawn nothing, and what to do."""
    if said:
        found, _, hint = said[1:].partition("\n")
        return found, hint
    if status == -signal.SIGXCPU:
        why = f"it takes more than {SECONDS} seconds"
    elif status == -signal.SIGABRT:
        why = f"it takes more than {MEMORY // 2**20} MB of memory"
    else:
        why = "the library that draws it was broken by it"
    return f"the drawing cannot be drawn ({why})", "save it as PNG"


def _end(copy: int) -> None:
    os.kill(copy, signal.SIGKILL)
    os.waitpid(copy, 0)


def _confine() -> None:
    """Take from this process what it could do harm with: memory, time, its voice."""
    import faulthandler
    import resource

    faulthandler.disable()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    for kind, most in (
        (resource.RLIMIT_AS, pages * resource.getpagesize() + MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(
            kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
        )
