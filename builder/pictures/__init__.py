"""Pictures that authors bring: looked at when content is read, drawn for pages and slides.

Bytes in, bytes or outlines out. Nothing here knows a PDF or a package. The libraries are loaded
when a picture is met: a briefing without any needs none of them.
"""

from __future__ import annotations

from builder.pictures.looking import PictureError, looked_at

__all__ = ["PictureError", "looked_at"]
