"""Titles of charts and axes for those who listen: words in, `c:title` out (ECMA-376-1, 21.2.2)."""

from __future__ import annotations

from builder.model.text import Line
from builder.ooxml.escaping import escape, quoteattr


def unseen_title(line: Line, language: str) -> str:
    """Return `c:title` of a chart or an axis that is there for those who listen.

    The slide says it elsewhere: here it is as small as type can be, without colour, in the
    upper left corner, and takes no room.
    """
    if not line:
        return ""
    font = (
        f'lang={quoteattr(language)} sz="100" b="0"><a:solidFill><a:schemeClr val="bg1">'
        '<a:alpha val="0"/></a:schemeClr></a:solidFill>'
    )
    runs = "".join(f"<a:r><a:rPr {font}</a:rPr><a:t>{escape(run.text)}</a:t></a:r>" for run in line)
    return (
        '<c:title><c:tx><c:rich><a:bodyPr rot="0" wrap="none"/><a:lstStyle/><a:p><a:pPr>'
        f"<a:defRPr {font}</a:defRPr></a:pPr>{runs}</a:p></c:rich></c:tx><c:layout>"
        '<c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/>'
        '<c:y val="0"/></c:manualLayout></c:layout><c:overlay val="1"/></c:title>'
    )
