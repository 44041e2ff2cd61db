"""Text strings of PDFs that others wrote (ISO 32000-1, 7.9.2.2), broken ones among them."""

from __future__ import annotations

from typing import Any


def text_of(held: Any) -> str | None:
    """Return a text string, None for what is no such; bytes of no character are marked."""
    import pikepdf

    if isinstance(held, str):
        return held
    if not isinstance(held, pikepdf.String):
        return None
    try:
        return str(held)
    except UnicodeDecodeError as error:
        return bytes(held).decode(error.encoding, "replace").removeprefix("\ufeff")


def named(file: Any) -> str:
    """Return the name of a file elsewhere, behind a space: a text, or one in its specification."""
    import pikepdf

    if isinstance(file, pikepdf.Dictionary):
        file = file.get("/UF", file.get("/F"))
    name = text_of(file)
    return f" {name}" if name else ""
