"""Finished decks that were made to do harm: each is refused by name and part, never unpacked."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.altering import packed, unpacked
from tests.hostile.bombs import MB, swollen_zip, zipped
from tests.hostile.case import hostile, small
from tests.verify.making import deck

COMPARE = ("compare", "bad.pptx", "good.pptx")
SLIDE = "ppt/slides/slide1.xml"
BOXED = "ppt/slides/slide2.xml"
CHART = "ppt/charts/chart"


def _with(folder: Path, change: Callable[[dict[str, bytes]], object]) -> None:
    """Write a sound deck, and beside it the same with some members changed."""
    made = deck(folder / "good.pptx")
    members = unpacked(made.read_bytes())
    change(members)
    zipped(members.items(), folder / "bad.pptx")


def _part(folder: Path, pattern: str, by: Callable[[bytes], bytes]) -> None:
    """Change the first member whose name begins so."""

    def change(members: dict[str, bytes]) -> None:
        name = next(name for name in sorted(members) if name.startswith(pattern))
        was = members[name]
        members[name] = by(was)
        assert members[name] != was

    _with(folder, change)


def _shapes(folder: Path, code: bytes) -> None:
    _part(folder, SLIDE, lambda xml: xml.replace(b"</p:spTree>", code + b"</p:spTree>"))


@hostile(
    "bad.pptx: cannot be read as an Office file: its part ppt/media/a.bin",
    command=COMPARE,
    status=2,
)
def a_member_that_is_a_bomb(folder: Path) -> None:
    _with(folder, lambda members: members.update({"ppt/media/a.bin": bytes(60 * MB)}))


@hostile("bad.pptx: cannot be read as an Office file: its parts come to", command=COMPARE, status=2)
def members_that_are_too_much_together(folder: Path) -> None:
    rows = {f"ppt/media/a{at}.bin": bytes(MB) * 3 for at in range(80)}
    _with(folder, lambda members: members.update(rows))


@hostile(
    "bad.pptx: cannot be read as an Office file: it holds 200,0",
    command=COMPARE,
    status=2,
    heavy=True,
)
def members_without_number(folder: Path) -> None:
    _with(folder, lambda members: members.update({f"a/{at}": b"" for at in range(200_000)}))


@hostile("it holds two members called", command=COMPARE, status=2)
def two_members_of_one_name(folder: Path) -> None:
    made = deck(folder / "good.pptx")
    members = list(unpacked(made.read_bytes()).items())
    zipped([*members, (SLIDE, b"<a/>")], folder / "bad.pptx")


@hostile(f"bad.pptx: its part {SLIDE} holds a DTD", command=COMPARE, status=2)
def entities_that_multiply(folder: Path) -> None:
    rows = b"".join(b'<!ENTITY e%d "%s">' % (at, b"&e%d;" % (at - 1) * 10) for at in range(1, 12))
    head = b'<!DOCTYPE a [<!ENTITY e0 "aaaa">%s]><p:sld' % rows
    _part(folder, SLIDE, lambda xml: xml.replace(b"<p:sld", head, 1))


@hostile("ppt/theme/theme1.xml holds a DTD", command=COMPARE, status=2)
def a_dtd_in_a_part_that_no_reader_reads(folder: Path) -> None:
    _part(
        folder,
        "ppt/theme/theme1.xml",
        lambda xml: xml.replace(
            b"<a:theme", b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a:theme', 1
        ),
    )


@hostile(f"bad.pptx: its part {SLIDE}", command=COMPARE, status=2)
def groups_10_000_deep(folder: Path) -> None:
    _shapes(folder, b"<p:grpSp>" * 10_000 + b"</p:grpSp>" * 10_000)


@hostile("on the slide", "shapes stand on", command=COMPARE, status=3)
def groups_230_deep(folder: Path) -> None:
    _shapes(folder, b"<p:grpSp>" * 230 + b"</p:grpSp>" * 230)


@hostile("bad.pptx: ", command=COMPARE, status=2)
def a_million_shapes(folder: Path) -> None:
    _shapes(folder, b"<p:sp><p:nvSpPr/></p:sp>" * 1_000_000)


@hostile("bad.pptx: ", command=COMPARE, status=2)
def a_million_paragraphs(folder: Path) -> None:
    said = b"<a:p><a:r><a:t>7</a:t></a:r></a:p>" * 1_000_000
    _shapes(folder, b"<p:sp><p:txBody>" + said + b"</p:txBody></p:sp>")


@hostile("bad.pptx: ", SLIDE, command=COMPARE, status=2)
def a_text_of_100_megabytes(folder: Path) -> None:
    said = b"7 8 " * (25 * MB)
    _shapes(
        folder, b"<p:sp><p:txBody><a:p><a:r><a:t>" + said + b"</a:t></a:r></a:p></p:txBody></p:sp>"
    )


@hostile("bad.pptx: ", command=COMPARE, status=2)
def a_workbook_that_is_a_bomb(folder: Path) -> None:
    book = swollen_zip([("xl/workbook.xml", bytes(63 * MB))])
    _part(folder, "ppt/embeddings/", lambda _: book)


@hostile("ppt/embeddings/", "it is no Office file", command=COMPARE, status=2)
def a_workbook_that_is_no_zip_file(folder: Path) -> None:
    _part(folder, "ppt/embeddings/", lambda _: b"not a workbook")


@hostile("a range of the chart's workbook", command=COMPARE, status=3)
def a_chart_of_all_cells(folder: Path) -> None:
    _part(
        folder,
        CHART,
        lambda xml: re.sub(rb"<c:f>[^<]*</c:f>", b"<c:f>Sheet1!$A$1:$XFD$1048576</c:f>", xml),
    )


@hostile('"999999999" is no number of a point', command=COMPARE, status=2)
def a_point_of_a_thousand_million(folder: Path) -> None:
    _part(folder, CHART, lambda xml: xml.replace(b'<c:pt idx="0"', b'<c:pt idx="999999999"'))


@hostile("ppt/charts/chart", "is damaged", command=("pull", "bad.pptx", "content"), status=2)
def a_chart_that_counts_what_it_has_not(folder: Path) -> None:
    small(folder)
    _part(
        folder,
        CHART,
        lambda xml: re.sub(rb'<c:ptCount val="\d+"', b'<c:ptCount val="999999999999"', xml),
    )


@hostile("is no number", command=COMPARE, status=3)
def a_value_of_a_thousand_million_digits(folder: Path) -> None:
    _part(folder, CHART, lambda xml: re.sub(rb"<c:v>\d+</c:v>", b"<c:v>1E999999999</c:v>", xml))


@hostile(f'bad.pptx: {BOXED} is damaged: cx="abc" is no length', command=COMPARE, status=2)
def a_width_that_is_a_word(folder: Path) -> None:
    _part(folder, BOXED, lambda xml: re.sub(rb'cx="[1-9]\d*"', b'cx="abc"', xml))


@hostile(
    f'bad.pptx: {BOXED} is damaged: cx="abc" is no length',
    command=("pull", "bad.pptx", "content", "--apply"),
    status=2,
)
def a_width_that_is_a_word_pulled(folder: Path) -> None:
    small(folder)
    a_width_that_is_a_word(folder)


@hostile(f"bad.pptx: {BOXED} is damaged", "is no length", command=COMPARE, status=2)
def a_place_beyond_all_numbers(folder: Path) -> None:
    _part(folder, BOXED, lambda xml: re.sub(rb'cx="[1-9]\d*"', b'cx="1e999"', xml))


@hostile(f"bad.pptx: has no part {SLIDE}", command=COMPARE, status=2)
def a_slide_that_is_not_there(folder: Path) -> None:
    _with(folder, lambda members: members.pop(SLIDE))


@hostile("bad.pptx: slide 1 leads to no part", command=COMPARE, status=2)
def relationships_that_lead_nowhere(folder: Path) -> None:
    rels = "ppt/_rels/presentation.xml.rels"
    _part(folder, rels, lambda xml: re.sub(rb"<Relationship [^>]*slides/[^>]*/>", b"", xml))


@hostile(
    f"bad.pptx: cannot be read as an Office file: its part {SLIDE} is damaged",
    command=COMPARE,
    status=2,
)
def a_member_whose_bytes_are_damaged(folder: Path) -> None:
    made = deck(folder / "good.pptx")
    data = bytearray(packed(unpacked(made.read_bytes())))
    at = data.find(b"<p:sld ")
    data[at + 40 : at + 60] = b"?" * 20
    (folder / "bad.pptx").write_bytes(bytes(data))


@hostile("bad.pptx: shows a part as two of its slides", command=COMPARE, status=2)
def one_slide_shown_100_000_times(folder: Path) -> None:
    def again(xml: bytes) -> bytes:
        found = re.search(rb"<p:sldId [^>]*/>", xml)
        assert found
        return xml.replace(found[0], found[0] * 100_000, 1)

    _part(folder, "ppt/presentation.xml", again)


@hostile("ppt/presentation.xml", command=COMPARE, status=3)
def slides_of_a_kilometre(folder: Path) -> None:
    _part(
        folder,
        "ppt/presentation.xml",
        lambda xml: re.sub(rb'<p:sldSz cx="\d+"', b'<p:sldSz cx="36000000000"', xml),
    )


@hostile("the ledger in customXml/item1.xml cannot be read", command=COMPARE, status=3)
def a_ledger_of_a_deck_100_000_deep(folder: Path) -> None:
    _part(
        folder,
        "customXml/item1.xml",
        lambda xml: re.sub(rb"\{.*\}", b"[" * 100_000, xml, flags=re.DOTALL),
    )


@hostile("bad.pptx", "does not exist", command=("compare", "bad.pptx", "bad.pptx"), status=2)
def a_deck_that_leads_to_itself(folder: Path) -> None:
    (folder / "bad.pptx").symlink_to("bad.pptx")
