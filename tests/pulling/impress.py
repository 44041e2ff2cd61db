"""Edits decks in LibreOffice by its own interface: a deck and edits in, a deck saved by it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.rendering.redraw import drive

_BASIC = """Dim doc As Object

Sub Main
Dim plain()
Dim saved(0) As New com.sun.star.beans.PropertyValue
saved(0).Name = "FilterName" : saved(0).Value = "Impress MS PowerPoint 2007 XML"
On Error Goto Done
{steps}Done:
If Err <> 0 Then
at = FreeFile
Open "{log}" For Output As #at
Print #at, Error$ & " in line " & Erl
Close #at
End If
StarDesktop.terminate()
End Sub

Function Called(slide, name)
page = doc.DrawPages(slide - 1)
For at = 0 To page.Count - 1
If page(at).Name = name Then
Called = page(at)
Exit Function
End If
Next
End Function

Sub ChartCell(slide, name, series, place, value)
CellOf(slide, name, 0, series, place, "values-y", value)
End Sub

Sub CellOf(slide, name, kind, series, place, role, value)
kinds = Called(slide, name).Model.FirstDiagram.CoordinateSystems(0).ChartTypes
cells = kinds(kind).DataSeries(series).DataSequences
For each_ = 0 To UBound(cells)
If cells(each_).Values.Role = role Then cells(each_).Values.replaceByIndex(place, value)
Next
Called(slide, name).Model.setModified(True)
End Sub

Sub Draw(file)
Dim pdf(0) As New com.sun.star.beans.PropertyValue
pdf(0).Name = "FilterName" : pdf(0).Value = "impress_pdf_Export"
doc.storeToURL(file, pdf())
End Sub

Sub TableCell(slide, name, row, column, text)
Called(slide, name).Model.getCellByPosition(column, row).String = text
End Sub

Sub SayOn(page, old, new_)
For at = 0 To page.Count - 1
If page(at).supportsService("com.sun.star.drawing.Text") Then
paragraphs = page(at).createEnumeration()
Do While paragraphs.hasMoreElements()
paragraph = paragraphs.nextElement()
found = InStr(paragraph.String, old)
If found > 0 Then
cursor = page(at).createTextCursorByRange(paragraph.Start)
cursor.goRight(found - 1, False)
cursor.goRight(Len(old), True)
cursor.String = new_
End If
Loop
End If
Next
End Sub

Sub Say(slide, old, new_)
SayOn(doc.DrawPages(slide - 1), old, new_)
End Sub

Sub SayInNotes(slide, old, new_)
SayOn(doc.DrawPages(slide - 1).NotesPage, old, new_)
End Sub

Sub Copy(slide)
doc.duplicate(doc.DrawPages(slide - 1))
End Sub

Sub Delete(slide)
doc.DrawPages.remove(doc.DrawPages(slide - 1))
End Sub

Sub Add(after, text)
Dim size As New com.sun.star.awt.Size
size.Width = 9000 : size.Height = 2000
page = doc.DrawPages.insertNewByIndex(after - 1)
words = doc.createInstance("com.sun.star.drawing.TextShape")
words.Size = size
page.add(words)
words.String = text
End Sub

Sub AddTable(slide, text)
Dim size As New com.sun.star.awt.Size
size.Width = 9000 : size.Height = 2000
table = doc.createInstance("com.sun.star.drawing.TableShape")
table.Size = size
doc.DrawPages(slide - 1).add(table)
table.Model.getCellByPosition(0, 0).String = text
End Sub

Sub Remark(slide, text)
doc.DrawPages(slide - 1).createAndInsertAnnotation().TextRange.String = text
End Sub
"""


def edited(deck: Path, edits: Mapping[str, Sequence[str]], folder: Path) -> dict[str, Path]:
    """Return a deck saved by LibreOffice after each list of calls of the procedures above, by name.

    Raises:
        AssertionError: it made no deck of one; the message says what it said itself.
    """
    log = folder / "log.txt"
    made = {name: folder / f"{number}.pptx" for number, name in enumerate(edits)}
    steps = ""
    for name, calls in edits.items():
        steps += f'doc = StarDesktop.loadComponentFromURL("{_url(deck)}", "_blank", 0, plain())\n'
        steps += "".join(f"{call}\n" for call in calls)
        steps += f'doc.storeToURL("{_url(made[name])}", saved())\ndoc.close(True)\n'
    drive(_BASIC.replace("{steps}", steps).replace("{log}", str(log)), folder)
    for name, path in made.items():
        said = log.read_text() if log.exists() else "nothing"
        assert path.exists(), f"LibreOffice saved nothing of {name!r}: it said {said}"
    return made


def drawn(path: Path) -> str:
    """Return the call that has LibreOffice draw the deck as it is then, as a PDF."""
    return f'Draw("{_url(path)}")'


def _url(path: Path) -> str:
    return path.resolve().as_uri()
