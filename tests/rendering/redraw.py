"""Charts edited by hand in LibreOffice: decks and new cells in, PDFs before and after out.

LibreOffice's own Basic drives it, from a user profile that is thrown away: no bridge to Python
has to be installed, and one start serves every deck.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from ctypes import byref, c_float, c_int, c_uint
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True)
class Edit:
    """A new number in the data of a chart: slide from 1, series and place in it from 0."""

    slide: int
    chart: str
    series: int
    place: int
    value: float


@dataclass(frozen=True)
class Job:
    """A deck, what is edited in it, and where it is exported to before and after."""

    deck: Path
    edits: tuple[Edit, ...]
    before: Path
    after: Path


class Mark(NamedTuple):
    """A shape of a page: its fill's colour and its box in points from the lower left corner."""

    colour: str
    filled: bool
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return self.right - self.left, self.top - self.bottom


def redraw(jobs: Sequence[Job], folder: Path) -> None:
    """Have LibreOffice open, export, edit and export again every deck, in one start.

    Raises:
        AssertionError: it wrote no PDF; the message says which.
    """
    drive(_BASIC.replace("{steps}", "".join(_steps(job) for job in jobs)), folder)
    for job in jobs:
        for made in (job.before, job.after):
            assert made.exists(), f"LibreOffice made no {made.name}"


def drive(basic: str, folder: Path) -> None:
    """Have LibreOffice run the `Main` of a module in Basic, with a user profile in `folder`."""
    profile = folder / "profile"
    _write(profile, basic)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={profile.resolve().as_uri()}",
            "--headless",
            "--norestore",
            "macro:///Standard.Redraw.Main",
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )


def marks(pdf: Path, slide: int) -> list[Mark]:
    """Return the shapes of a slide, counted from 1, in the order they are drawn."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[slide - 1]
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4):
            filled, stroked = c_int(), c_int()
            pdfium.FPDFPath_GetDrawMode(item, byref(filled), byref(stroked))
            box, paint = [c_float() for _ in range(4)], [c_uint() for _ in range(4)]
            pdfium.FPDFPageObj_GetBounds(item, *map(byref, box))
            pdfium.FPDFPageObj_GetFillColor(item, *map(byref, paint))
            red, green, blue, _ = (part.value for part in paint)
            colour = f"#{red:02X}{green:02X}{blue:02X}"
            sides = (round(side.value, 1) for side in box)
            found.append(Mark(colour, bool(filled.value), *sides))
    return found


_FILES = {
    # Without this LibreOffice would put its own empty library in place of ours.
    "registrymodifications.xcu": """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted"
 oor:op="fuse"><value>true</value></prop></item></oor:items>
""",
    "basic/script.xlc": """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library"
 xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard"
 xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>
""",
    "basic/Standard/script.xlb": """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
<library:element library:name="Redraw"/></library:library>
""",
    "basic/Standard/Redraw.xba": """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Redraw"
 script:language="StarBasic">
{basic}</script:module>
""",
}
_BASIC = """Sub Main
On Error Goto Done
Dim hidden(0) As New com.sun.star.beans.PropertyValue
hidden(0).Name = "Hidden" : hidden(0).Value = True
Dim pdf(0) As New com.sun.star.beans.PropertyValue
pdf(0).Name = "FilterName" : pdf(0).Value = "impress_pdf_Export"
{steps}Done:
StarDesktop.terminate()
End Sub

Sub SetCell(page, name, series, place, value)
For at = 0 To page.Count - 1
If page(at).Name = name Then
kinds = page(at).Model.FirstDiagram.CoordinateSystems(0).ChartTypes
cells = kinds(0).DataSeries(series).DataSequences
For each_ = 0 To UBound(cells)
If cells(each_).Values.Role = "values-y" Then cells(each_).Values.replaceByIndex(place, value)
Next
page(at).Model.setModified(True)
End If
Next
End Sub
"""


def _steps(job: Job) -> str:
    edits = "".join(
        f'SetCell(doc.DrawPages({edit.slide - 1}), "{edit.chart}", {edit.series}, {edit.place}, '
        f"{edit.value!r})\n"
        for edit in job.edits
    )
    return (
        f'doc = StarDesktop.loadComponentFromURL("{_url(job.deck)}", "_blank", 0, hidden())\n'
        f'doc.storeToURL("{_url(job.before)}", pdf())\n{edits}'
        f'doc.storeToURL("{_url(job.after)}", pdf())\ndoc.close(True)\n'
    )


def _url(path: Path) -> str:
    return path.resolve().as_uri()


def _write(profile: Path, basic: str) -> None:
    for name, text in _FILES.items():
        path = profile / "user" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("{basic}", escape(basic)))
