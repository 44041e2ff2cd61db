"""Ledgers in finished papers that were made to do harm: no value of one is believed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf

from tests.hostile.bombs import MB, one_page, stream, swollen
from tests.hostile.case import hostile
from tests.hostile.inputs.finished_papers import COMPARE, written
from tests.verify.making import deck, paper

LEDGER = "paperdeck-ledger.json"


@hostile(
    "bad.pdf: what is attached to it is damaged: a stream in it unpacks to more than 96 MB",
    command=COMPARE,
    status=2,
)
def a_ledger_that_is_a_bomb(folder: Path) -> None:
    _attached(folder, swollen(b"[", 1500 * MB))


@hostile("bad.pdf: it takes more than", "MB of memory to read", command=COMPARE, status=2)
def a_ledger_of_many_lists(folder: Path) -> None:
    _attached(folder, swollen(b"[],", 90 * MB, b"[", b"[]]"))


@hostile("the attachment paperdeck-ledger.json cannot be read", command=COMPARE, status=3)
def a_ledger_100_000_deep(folder: Path) -> None:
    _attached(folder, zlib.compress(b"[" * 100_000))


def _attached(folder: Path, packed: bytes) -> None:
    spec = b"<</Type/Filespec/F(%s)/UF(%s)/EF<</F 11 0 R>>>>" % ((LEDGER.encode(),) * 2)
    names = b"/Names<</EmbeddedFiles<</Names[(%s) 10 0 R]>>>>" % LEDGER.encode()
    held = stream(packed, b"/Type/EmbeddedFile/Filter/FlateDecode")
    written(folder, one_page(stream(zlib.compress(b"q Q")), names, _10=spec, _11=held))


def _with_ledger(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    made = paper(folder / "made.pdf")
    with pikepdf.open(made) as document:
        attached = document.attachments[LEDGER].obj.EF.F
        said = json.loads(attached.read_bytes())
        change(said)
        attached.write(json.dumps(said).encode())
        document.save(folder / "bad.pdf")
    deck(folder / "good.pptx")


@hostile("the attachment paperdeck-ledger.json cannot be read", "NaN", command=COMPARE, status=3)
def a_ledger_with_no_number_for_a_page(folder: Path) -> None:
    _with_ledger(folder, lambda said: said["pages"][0].__setitem__(0, float("nan")))


@hostile("the attachment paperdeck-ledger.json cannot be read", command=COMPARE, status=3)
def a_ledger_with_a_page_of_4_000_digits(folder: Path) -> None:
    _with_ledger(folder, lambda said: said["pages"][0].__setitem__(0, 10**4000))


@hostile("the attachment paperdeck-ledger.json cannot be read", command=COMPARE, status=3)
def a_ledger_with_words_that_begin_before_their_place(folder: Path) -> None:
    def change(said: dict[str, Any]) -> None:
        said["pages"][1][1]["body"][0][3][0][0] = -5

    _with_ledger(folder, change)


@hostile("the attachment paperdeck-ledger.json cannot be read", command=COMPARE, status=3)
def a_ledger_of_wrong_types(folder: Path) -> None:
    _with_ledger(folder, lambda said: said.update(pages={"1": 2}, seal=[1], words="x"))
