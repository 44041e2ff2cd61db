"""Finished files saved again by other programs: each says the same, and `compare` is to say so.

Decks by LibreOffice (also by way of .odp), python-pptx and zip; papers by Ghostscript, cairo
(poppler), qpdf's library (pikepdf) and pdfium. PowerPoint is not among them: it is not at hand.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from tests.alterations.kinds import Medium

Save = Callable[[Path, Path], None]


class MissingProgramError(Exception):
    """A program that is to save a file again is not installed."""


@dataclass(frozen=True)
class Program:
    """A program that saves files again.

    ``drops`` says what is expected to be lost on the way: nothing, or "places" where tags and
    ledger go.
    """

    name: str
    medium: Medium
    save: Save
    drops: str = ""


def _run(*command: str) -> None:
    if shutil.which(command[0]) is None:
        raise MissingProgramError(command[0])
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def _office(source: Path, to: str, into: Path) -> Path:
    with tempfile.TemporaryDirectory() as profile:
        _run(
            "soffice",
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            "--convert-to",
            to,
            "--outdir",
            str(into),
            str(source),
        )
    return into / f"{source.stem}.{to.partition(':')[0]}"


def libreoffice(source: Path, target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shutil.move(_office(source, "pptx:Impress MS PowerPoint 2007 XML", Path(folder)), target)


def by_way_of_odp(source: Path, target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        between = _office(source, "odp", Path(folder))
        out = Path(folder) / "back"
        out.mkdir()
        shutil.move(_office(between, "pptx:Impress MS PowerPoint 2007 XML", out), target)


def twice_by_libreoffice(source: Path, target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        once = Path(folder) / f"{source.stem}.pptx"
        libreoffice(source, once)
        libreoffice(once, target)


def python_pptx(source: Path, target: Path) -> None:
    from pptx import Presentation

    Presentation(str(source)).save(str(target))


def _zipped(compression: int, turned: bool) -> Save:
    def save(source: Path, target: Path) -> None:
        with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w", compression) as after:
            names = before.namelist()
            # The list of content types leads a package by custom; the rest may stand anyhow.
            for name in names[:1] + sorted(names[1:], reverse=turned):
                after.writestr(name, before.read(name))

    return save


def indented(source: Path, target: Path) -> None:
    """Write every part of a package anew, as XML libraries do: attributes kept, quotes and
    declarations their own."""
    from lxml import etree

    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name.endswith((".xml", ".rels")):
                data = etree.tostring(etree.fromstring(data), encoding="US-ASCII")
            after.writestr(name, data)


def ghostscript(source: Path, target: Path) -> None:
    _run(
        "gs",
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-sDEVICE=pdfwrite",
        f"-sOutputFile={target}",
        str(source),
    )


def ghostscript_for_print(source: Path, target: Path) -> None:
    _run(
        "gs",
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-sDEVICE=pdfwrite",
        "-dPDFSETTINGS=/prepress",
        f"-sOutputFile={target}",
        str(source),
    )


def cairo(source: Path, target: Path) -> None:
    _run("pdftocairo", "-pdf", str(source), str(target))


def united(source: Path, target: Path) -> None:
    """As poppler's pdfunite writes a file, here of one."""
    _run("pdfunite", str(source), str(target))


def _pikepdf(**options: object) -> Save:
    def save(source: Path, target: Path) -> None:
        with pikepdf.open(source) as pdf:
            pdf.save(target, **options)  # type: ignore[arg-type]

    return save


def rewritten(source: Path, target: Path) -> None:
    """Every content stream parsed and written again, word for word."""
    with pikepdf.open(source) as pdf:
        for page in pdf.pages:
            held = list(pikepdf.parse_content_stream(page))
            page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(held))
        pdf.save(target)


def pages_only(source: Path, target: Path) -> None:
    """The pages alone in a new file, as programs do that join or split."""
    with pikepdf.open(source) as pdf, pikepdf.new() as other:
        other.add_pages_from(pdf)
        other.save(target)


def pdfium(source: Path, target: Path) -> None:
    import pypdfium2

    out = io.BytesIO()
    with pypdfium2.PdfDocument(source) as document:
        document.save(out)
    target.write_bytes(out.getvalue())


_GENERATED = pikepdf.ObjectStreamMode.generate
_DISABLED = pikepdf.ObjectStreamMode.disable
PROGRAMS = (
    Program("LibreOffice", "deck", libreoffice),
    Program("LibreOffice, twice", "deck", twice_by_libreoffice),
    Program("LibreOffice, by way of .odp", "deck", by_way_of_odp, "ledger"),
    Program("python-pptx", "deck", python_pptx),
    Program("zip, stored, in another order", "deck", _zipped(zipfile.ZIP_STORED, True)),
    Program("zip, deflated", "deck", _zipped(zipfile.ZIP_DEFLATED, False)),
    Program("lxml, every part", "deck", indented),
    Program("Ghostscript", "paper", ghostscript, "places"),
    Program("Ghostscript, prepress", "paper", ghostscript_for_print, "places"),
    Program("pdftocairo", "paper", cairo, "places"),
    Program("pdfunite", "paper", united, "places"),
    Program("pikepdf", "paper", _pikepdf()),
    Program("pikepdf, linearized", "paper", _pikepdf(linearize=True)),
    Program("pikepdf, object streams", "paper", _pikepdf(object_stream_mode=_GENERATED)),
    Program(
        "pikepdf, uncompressed",
        "paper",
        _pikepdf(
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=_DISABLED,
        ),
    ),
    Program("pikepdf, QDF", "paper", _pikepdf(qdf=True)),
    Program(
        "pikepdf, encrypted", "paper", _pikepdf(encryption=pikepdf.Encryption(owner="o", user=""))
    ),
    Program("pikepdf, content streams rewritten", "paper", rewritten),
    Program("pikepdf, pages only", "paper", pages_only, "places"),
    Program("pdfium", "paper", pdfium),
)


def save_again(program: Program, source: Path, into: Path) -> Path:
    """Save a file again in a folder; return where it lies.

    Raises:
        MissingProgramError: if the program is not installed.
        subprocess.CalledProcessError: if it fails.
    """
    into.mkdir(parents=True, exist_ok=True)
    name = "-".join(program.name.replace(",", "").replace(".", "").split())
    target = into / f"{name}-{source.name}"
    target.unlink(missing_ok=True)
    program.save(source, target)
    return target
