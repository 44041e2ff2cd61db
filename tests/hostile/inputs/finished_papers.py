"""Finished papers that were made to do harm: each is refused, or held against its own ledger."""

from __future__ import annotations

import os
import zlib
from array import array
from pathlib import Path

import pikepdf

from tests.hostile.bombs import MB, one_page, pdf, stream, swollen
from tests.hostile.case import hostile, small
from tests.verify.making import deck, paper

COMPARE = ("compare", "bad.pdf", "good.pptx")


def written(folder: Path, data: bytes) -> None:
    (folder / "bad.pdf").write_bytes(data)
    deck(folder / "good.pptx")


@hostile(
    "bad.pdf: page 1 is damaged: a stream in it unpacks to more than 96 MB",
    command=COMPARE,
    status=2,
)
def a_content_stream_that_is_a_bomb(folder: Path) -> None:
    written(folder, one_page(stream(swollen(b"\0", 1500 * MB))))


@hostile("bad.pdf", command=COMPARE, status=2)
def an_object_stream_that_is_a_bomb(folder: Path) -> None:
    held = swollen(b" ", 1500 * MB, b"7 0 ", b"<<>>")
    table = zlib.compress(b"\1\0\0\0\0\0" * 8)
    objects = stream(held, b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode")
    data = bytearray(b"%PDF-1.7\n")
    rows = []
    for number, code in (
        (1, b"<</Type/Catalog/Pages 7 0 R>>"),
        (2, objects),
    ):
        rows.append((number, len(data)))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, code)
    at = len(data)
    entries = [b"\0\0\0\0\0\0", *(b"\1%s\0" % place.to_bytes(4, "big") for _, place in rows)]
    entries += [b"\0\0\0\0\0\0"] * 4 + [b"\2\0\0\0\2\0", b"\1%s\0" % at.to_bytes(4, "big")]
    table = zlib.compress(b"".join(entries))
    keys = b"/Type/XRef/W[1 4 1]/Size 9/Root 1 0 R/Filter/FlateDecode"
    data += b"8 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (stream(table, keys), at)
    written(folder, bytes(data))


@hostile("bad.pdf: cannot be read as a PDF", command=COMPARE, status=2)
def a_table_of_objects_that_leads_to_itself(folder: Path) -> None:
    data = one_page(stream(zlib.compress(b"q Q")))
    start = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    written(folder, data.replace(b"/Root 1", b"/Prev %d/Root 1" % start))


@hostile("bad.pdf", command=COMPARE, status=2)
def a_page_tree_that_leads_to_itself(folder: Path) -> None:
    written(
        folder,
        pdf(
            {
                1: b"<</Type/Catalog/Pages 2 0 R>>",
                2: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2147483647>>",
            }
        ),
    )


@hostile("bad.pdf: has no page", command=COMPARE, status=2)
def a_page_tree_that_counts_what_it_has_not(folder: Path) -> None:
    written(
        folder,
        pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 2147483647>>"}),
    )


@hostile(
    "bad.pdf: its structure is damaged: it leads back to itself at object 10",
    command=COMPARE,
    status=2,
)
def a_structure_that_leads_to_itself(folder: Path) -> None:
    written(
        folder,
        one_page(
            stream(zlib.compress(b"q Q")),
            b"/StructTreeRoot<</K 10 0 R>>",
            _10=b"<</S/Div/K[10 0 R 10 0 R]>>",
        ),
    )


@hostile(
    "bad.pdf: its structure is damaged: its elements stand more than 200 deep",
    command=COMPARE,
    status=2,
)
def a_structure_10_000_deep(folder: Path) -> None:
    deep = {f"_{at}": b"<</S/Div/K %d 0 R>>" % (at + 1) for at in range(10, 10_010)}
    deep["_10010"] = b"<</S/P>>"
    root = b"/StructTreeRoot<</K 10 0 R>>"
    written(folder, one_page(stream(zlib.compress(b"q Q")), root, **deep))


@hostile("bad.pdf: holds more than 500,000 objects", command=COMPARE, status=2, heavy=True)
def a_million_objects(folder: Path) -> None:
    with (folder / "bad.pdf").open("wb") as held:
        held.write(b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n")
        places = array("L", [9])
        for number in range(2, 1_000_001):
            places.append(held.tell())
            code = b"<</Type/Pages/Kids[3 0 R]/Count 1>>" if number == 2 else b"<</Type/Page>>"
            held.write(b"%d 0 obj\n%s\nendobj\n" % (number, code))
        start = held.tell()
        held.write(b"xref\n0 1000001\n0000000000 65535 f \n")
        held.writelines(b"%010d 00000 n \n" % place for place in places)
        held.write(b"trailer\n<</Size 1000001/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start)
    deck(folder / "good.pptx")


@hostile("bad.pdf: its outline is damaged: it leads back to itself", command=COMPARE, status=2)
def an_outline_that_leads_to_itself(folder: Path) -> None:
    entry = b"<</Title(a)/Next 10 0 R/First 10 0 R>>"
    root = b"/Outlines<</First 10 0 R>>"
    written(folder, one_page(stream(zlib.compress(b"q Q")), root, _10=entry))


@hostile("bad.pdf: its outline is damaged: it leads back to itself", command=COMPARE, status=2)
def a_tree_of_names_that_leads_to_itself(folder: Path) -> None:
    root = b"/Outlines<</First 11 0 R>>/Names<</Dests 10 0 R>>"
    tree = b"<</Kids[10 0 R]>>"
    written(folder, one_page(stream(zlib.compress(b"q Q")), root, _10=tree, _11=b"<<>>"))


@hostile("bad.pdf    paper, content unknown, cannot be proved", command=COMPARE, status=0)
def a_tree_of_attached_files_that_leads_to_itself(folder: Path) -> None:
    root = b"/Names<</EmbeddedFiles 10 0 R>>"
    tree = b"<</Kids[10 0 R 10 0 R]/Limits[(a)(z)]>>"
    written(folder, one_page(stream(zlib.compress(b"q Q")), root, _10=tree))


@hostile(
    "bad.pdf: page 1 is damaged: read_bytes called on unfilterable stream",
    command=COMPARE,
    status=2,
)
def a_page_that_is_a_picture_to_decode(folder: Path) -> None:
    written(folder, one_page(stream(b"\xff\xd8", b"/Filter/JBIG2Decode")))


@hostile("bad.pdf: page 1 is damaged", command=COMPARE, status=2)
def a_predictor_of_two_thousand_million_columns(folder: Path) -> None:
    keys = b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2147483647/Colors 4>>"
    written(folder, one_page(stream(zlib.compress(b"q Q"), keys)))


@hostile(
    "bad.pdf: page 1 is damaged: a font maps its codes to more than they can say",
    command=COMPARE,
    status=2,
)
def a_font_that_maps_without_end(folder: Path) -> None:
    rows = b"<0000> <FFFFFFFFFFFF> <00410041>\n" * 10_000
    said = stream(zlib.compress(b"1 beginbfrange " + rows + b"endbfrange"))
    written(folder, one_page(stream(zlib.compress(b"q Q")), _6=said))


@hostile(
    "neither bad.pdf nor bad.pdf carries a ledger",
    command=("compare", "bad.pdf", "bad.pdf"),
    status=2,
)
def operators_that_begin_and_never_end(folder: Path) -> None:
    code = b"/a" * 200_000 + b" [" * 200_000 + b" (" * 200_000 + b"[(" * 100_000 + b"<<" * 100_000
    said = stream(zlib.compress(b"beginbfchar" * 100_000 + b"<00><01>[" * 100_000))
    written(folder, one_page(stream(zlib.compress(code)), _6=said))


@hostile("bad.pdf: is encrypted", command=COMPARE, status=2)
def a_paper_that_is_encrypted(folder: Path) -> None:
    made = paper(folder / "made.pdf")
    with pikepdf.open(made) as document:
        lock = pikepdf.Encryption(owner="a", user="b")
        document.save(folder / "bad.pdf", encryption=lock)
    deck(folder / "good.pptx")


@hostile("bad.pdf: ", command=COMPARE, status=2, heavy=True)
def twenty_thousand_pages_of_one_content(folder: Path) -> None:
    kids = b" ".join(b"3 0 R" for _ in range(1))
    pages = {
        f"_{at}": b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 9 9]>>"
        for at in range(10, 10_010)
    }
    kids += b"".join(b" %d 0 R" % at for at in range(10, 10_010))
    pages["_2"] = b"<</Type/Pages/Kids[%s]/Count 10001>>" % kids
    written(folder, one_page(stream(swollen(b" ", MB)), **pages))


@hostile(
    "bad.pdf: cannot be read: it is a pipe (FIFO), where a finished file belongs",
    command=COMPARE,
    status=2,
)
def a_pipe_called_a_paper(folder: Path) -> None:
    os.mkfifo(folder / "bad.pdf")
    deck(folder / "good.pptx")


@hostile(
    "bad.pdf: cannot be read: it holds 1,024 MB, and of a finished file 128 MB are read",
    command=COMPARE,
    status=2,
)
def a_paper_of_a_gigabyte_of_nothing(folder: Path) -> None:
    written(folder, b"%PDF-1.7\n")
    os.truncate(folder / "bad.pdf", 1024 * MB)


@hostile(
    "bad.pdf",
    "a stream in it unpacks to more than 96 MB",
    command=("diff", "bad.pdf", "."),
    status=2,
)
def an_edition_that_is_a_bomb(folder: Path) -> None:
    written(folder, one_page(stream(swollen(b"\0", 1500 * MB))))


@hostile(
    "content/briefing.yaml",
    "page 1 is damaged: a stream in it unpacks to more than 96 MB",
    "name a PDF or PPTX that Paperdeck made",
)
def an_earlier_edition_that_is_a_bomb(folder: Path) -> None:
    with (small(folder) / "briefing.yaml").open("a", encoding="utf-8") as file:
        file.write("changes:\n  since: ../bad.pdf\n")
    an_edition_that_is_a_bomb(folder)


@hostile(
    "build/norhaven.pdf",
    "page 1 is damaged: a stream in it unpacks to more than 96 MB",
    command=("check", "content"),
    status=3,
)
def a_built_paper_that_is_a_bomb(folder: Path) -> None:
    small(folder)
    an_edition_that_is_a_bomb(folder)
    (folder / "build").mkdir()
    (folder / "bad.pdf").rename(folder / "build" / "norhaven.pdf")
