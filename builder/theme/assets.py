"""Where the shipped files are: fonts, themes, templates of new briefings."""

from __future__ import annotations

from pathlib import Path

_BESIDE = Path(__file__).resolve().parents[2] / "assets"


def path(*parts: str) -> Path:
    """Return the path of a shipped asset, such as `path("fonts", "SourceSans3-Bold.ttf")`.

    Raises:
        FileNotFoundError: the installation lacks it.
    """
    found = _BESIDE.joinpath(*parts)
    if not found.exists():
        raise FileNotFoundError(f"asset missing from this installation: {'/'.join(parts)}")
    return found


def font(name: str) -> Path:
    """Return the path of the font file `name` (without its ending)."""
    return path("fonts", f"{name}.ttf")
