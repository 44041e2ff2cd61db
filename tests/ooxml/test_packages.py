"""Archives and XML from anywhere: what is read, what is refused, and in which words."""

from __future__ import annotations

import contextlib
import io
import struct
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.ooxml import Archive, Limits, PackageError, parsed
from tests.shares import examples

LIMITS = Limits(members=50, unpacked=2**20, part=2**19, marks=50_000, ratio=100, small=2**16)
PLAIN = (("a.xml", b"<a/>"), ("b/c.xml", b"<c/>"))


def zipped(members: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that are there twice
        with zipfile.ZipFile(buffer, "w", method) as archive:
            for name, data in members:
                archive.writestr(zipfile.ZipInfo(name), data, method)
    return buffer.getvalue()


def at_entry(data: bytes, name: str, offset: int, form: str, value: int) -> bytes:
    """Return an archive with a field changed in the directory's entry of a member."""
    place = data.index(name.encode(), data.index(b"PK\x01\x02")) - 46
    changed = bytearray(data)
    struct.pack_into(form, changed, place + offset, value)
    return bytes(changed)


def renamed(name: str) -> bytes:
    """Return an archive with a member of a name that `zipfile` would not write as it is."""
    return zipped([*PLAIN, ("x" * len(name.encode()), b"x")]).replace(
        b"x" * len(name.encode()), name.encode()
    )


def refusal(read: Callable[[], object]) -> str:
    with pytest.raises(PackageError) as caught:
        read()
    return str(caught.value)


def opened(data: bytes) -> dict[str, bytes]:
    return Archive.of(data, LIMITS).read_all()


def test_a_sound_archive_gives_its_members_and_no_folders() -> None:
    assert opened(zipped([("folder/", b""), *PLAIN])) == dict(PLAIN)
    assert opened(zipped(PLAIN, zipfile.ZIP_STORED)) == dict(PLAIN)


ARCHIVES = {
    "empty": (b"", "it is empty"),
    "pdf": (b"%PDF-1.7 ...", "it is a PDF"),
    "text": (b"hello", "no zip archive begins in it"),
    "old": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "PowerPoint Document".encode("utf-16-le"),
        "it is an old PowerPoint file (.ppt or .pot)",
    ),
    "password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "protected with a password",
    ),
    "cut off": (zipped(PLAIN)[:-30], "the file is cut off"),
    "members": (
        zipped([(f"{n}.xml", b"") for n in range(51)]),
        "it holds 51 members, and at most 50 are read",
    ),
    "one large part": (zipped([("a.xml", b"\0" * 2**20)]), "at most 512 kB are read"),
    "ratio": (zipped([("a.xml", b"\0" * 2**18)]), "more than 100 times"),
    "total": (
        zipped([(f"{n}.xml", b"\0" * 2**18) for n in range(5)], zipfile.ZIP_STORED),
        "its parts come to 1 MB when unpacked",
    ),
    "smaller than it says": (
        at_entry(zipped([("a.xml", b"\0" * 9)]), "a.xml", 24, "<I", 400),
        "its part a.xml is damaged",
    ),
    "larger than it says": (
        at_entry(zipped([("a.xml", b"\0" * 400)]), "a.xml", 24, "<I", 9),
        "its part a.xml is damaged",
    ),
    "stored and lying": (
        at_entry(zipped([("a.xml", b"\0" * 9)], zipfile.ZIP_STORED), "a.xml", 24, "<I", 400),
        "its part a.xml lies about its size",
    ),
    "overlapping": (
        at_entry(zipped(PLAIN), "b/c.xml", 42, "<I", 0),
        "the archive overlaps",
    ),
    "past the end": (
        at_entry(zipped(PLAIN), "b/c.xml", 20, "<I", 500),
        "reaches past the end",
    ),
    "bad checksum": (
        at_entry(zipped(PLAIN), "a.xml", 16, "<I", 7),
        "its part a.xml is damaged (Bad CRC-32",
    ),
    "encrypted": (at_entry(zipped(PLAIN), "a.xml", 8, "<H", 1), "its part a.xml is encrypted"),
    "compression": (
        zipped(PLAIN, zipfile.ZIP_BZIP2),
        "its part a.xml is compressed with bzip2, which Office never uses",
    ),
    "twice": (zipped([*PLAIN, PLAIN[0]]), 'two members called "a.xml"'),
    "twice but for case": (zipped([*PLAIN, ("A.XML", b"")]), 'two members called "A.XML"'),
    "outside": (renamed("../a.xml"), 'a member called "../a.xml", which is no name of a part'),
    "inner dots": (renamed("ppt/../../a.xml"), 'a member called "ppt/../../a.xml"'),
    "absolute": (renamed("/etc/passwd"), 'a member called "/etc/passwd"'),
    "backslashes": (renamed("ppt\\a.xml"), 'a member called "ppt\\a.xml"'),
    "drive": (renamed("C:a.xml"), 'a member called "C:a.xml"'),
    "nul": (renamed("a.xml\0.png"), 'a member called "a.xml<U+0000>.png"'),
    "long name": (zipped([("a" * 300, b"")]), "whose name has 300 characters"),
}


@pytest.mark.parametrize("case", ARCHIVES)
def test_an_archive_that_is_none_or_a_trap_is_refused_in_words(case: str) -> None:
    data, said = ARCHIVES[case]
    assert said in refusal(lambda: opened(data))


def test_parts_read_one_by_one_come_to_no_more_than_all_together() -> None:
    members = [(f"{n}.xml", b"\0" * 2**18) for n in range(5)]
    archive = Archive.of(zipped(members, zipfile.ZIP_STORED), LIMITS)
    for name in ("0.xml", "1.xml", "2.xml", "3.xml"):
        archive.read(name)
    assert "more than 1 MB when unpacked" in refusal(lambda: archive.read("4.xml"))
    assert refusal(lambda: archive.read("5.xml")) == "its part 5.xml is missing"


@settings(max_examples=examples(300), deadline=None)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=4), st.booleans())
def test_a_damaged_archive_is_read_or_refused_and_nothing_else(
    place: int, new: bytes, cut: bool
) -> None:
    data = zipped([("a.xml", b"<a>" + b"text " * 40 + b"</a>"), ("b/c.xml", b"<c/>")])
    place %= len(data)
    damaged = data[:place] + new + (b"" if cut else data[place + len(new) :])
    with contextlib.suppress(PackageError):
        assert set(opened(damaged)) <= {"a.xml", "b/c.xml", *_names_in(damaged)}


def _names_in(data: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return set(archive.namelist())


@pytest.mark.longer
def test_a_member_that_hides_its_size_is_never_inflated_past_it() -> None:
    data = at_entry(zipped([("a.xml", b"\0" * 2**26)]), "a.xml", 24, "<I", 9)
    archive = Archive.of(data, LIMITS)
    tracemalloc.start()
    refusal(lambda: archive.read("a.xml"))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 2**20


DTD = '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'
PARTS = {
    "dtd": (DTD.encode(), "its part p.xml holds a DTD"),
    "dtd in utf-16": (DTD.encode("utf-16"), "its part p.xml holds a DTD"),
    "dtd in utf-16 without a mark": (DTD.encode("utf-16-be"), "its part p.xml holds a DTD"),
    "external": (b'<!DOCTYPE a SYSTEM "http://example.org/x.dtd"><a/>', "holds a DTD"),
    "utf-7": (
        b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>',
        'is in the encoding "UTF-7"; Office files are in UTF-8 or UTF-16',
    ),
    "unknown encoding": (b'<?xml version="1.0" encoding="klingon"?><a/>', 'encoding "klingon"'),
    "utf-32": ("<a/>".encode("utf-32"), 'encoding "UTF-32"'),
    "not utf-8": (b"<a>\xff\xfe\xff</a>", "is no well-formed XML"),
    "half a pair": (b"<\0a\0/\0>\0\0\xd8", "is no text in the encoding that it states"),
    "depth": (b"<a>" * 2400 + b"</a>" * 2400, "is no well-formed XML"),
    "marks": (b"<a>" + b"<b/>" * 60000 + b"</a>", "holds 60,002 elements and attributes"),
    "namespaces": (
        b"<a>" + b'<b xmlns="u:"/>' * 20_001 + b"</a>",
        "declares 20,001 namespaces, and at most 20,000 are read",
    ),
    "attributes": (
        b"<a " + b" ".join(b'attribute%d="1"' % n for n in range(3000)) + b"/>",
        "has an element of over 2,000 attributes",
    ),
    "relative namespace": (b'<a xmlns:b="../b"/>', 'declares "../b", which names no namespace'),
    "not closed": (b"<a><b></a>", "is no well-formed XML"),
    "entity": (b"<a>&unknown;</a>", "is no well-formed XML"),
    "nothing": (b"", "is no well-formed XML"),
    "no element": (b"<?xml version='1.0'?><!-- nothing -->", "is no well-formed XML"),
}


@pytest.mark.parametrize("case", PARTS)
def test_xml_that_is_none_or_a_trap_is_refused_in_words(case: str) -> None:
    data, said = PARTS[case]
    assert said in refusal(lambda: parsed(data, "p.xml", LIMITS))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_xml_is_read_in_both_encodings_of_office_files(encoding: str) -> None:
    stated = "UTF-16" if "16" in encoding else "UTF-8"
    text = f'<?xml version="1.0" encoding="{stated}"?><a b="ß">Übung<!-- x --> – 多</a>'
    root = parsed(text.encode(encoding), "p.xml", LIMITS)
    assert (root.text, root.get("b")) == ("Übung – 多", "ß")


def test_text_that_shows_xml_declares_no_namespace() -> None:
    assert parsed(b'<a>Write: &lt;p xmlns="../b"/></a>', "p.xml", LIMITS).text
