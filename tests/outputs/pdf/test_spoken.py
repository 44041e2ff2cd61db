"""What is heard of a paper: spoken words on its structure, printed ones wherever text is taken."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from builder.model.ledger import LedgerPlace
from builder.model.text import Owner, Run
from builder.verify import read_paper
from builder.verify.trust import examine
from tests.outputs.pdf import gate, making
from tests.outputs.pdf.conftest import Written, write

HEARD = {
    ">3,700 drones": "more than 3700 drones",
    "$240bn": "240 billion US dollars",
    "2022–24": "2022 to 24",
    "≥400": "at least 400",
}
LINKED = making.figure("gain", "14%")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """A paper that prints figures in signs: in a sentence, over its lines, in a link."""
    first, second, third, fourth = HEARD
    linked = replace(LINKED, link="https://railway.example/gain")
    date = Run(third, owner=Owner("date", third), place=making.HERE)
    content = [
        making.prose("Iran sent ", making.figure("a", first), ", and it sells no more of them."),
        making.prose("They cost ", making.figure("b", second), " in ", date, ", up ", linked, "."),
        *(
            making.prose("On many lines " * count, making.figure("d", fourth), " of them.")
            for count in range(1, 8)
        ),
        making.prose("There are ", making.figure("e", "more than 370 drones"), " of them."),
    ]
    briefing = making.briefing(making.section("railway", "The railway", *content))
    return write(briefing, tmp_path_factory.mktemp("spoken") / "paper.pdf")


def heard(path: Path) -> list[LedgerPlace]:
    """Return the places of a paper that say what is heard in place of a figure."""
    told = [place for place in read_paper(path).places if place.part.startswith("ActualText ")]
    return [place for place in told if is_of_a_figure(place.text)]


def is_of_a_figure(said: str) -> bool:
    """Return whether it is no pause for a dot, and no page of the contents."""
    return any(map(str.isdigit, said)) and not said.startswith("page ")


def test_a_figure_in_signs_is_heard_in_words(written: Written) -> None:
    said = [place.text for place in heard(written.path)]
    first, second, third, fourth = HEARD.values()
    # The link stands once more among the links; "more than 370 drones" is said right as printed.
    text = [first, second, third, "14 per cent", *[fourth] * 7]
    assert said == [*text, "14 per cent", "at least 41200 journeys"]  # the register's figure


def test_the_paper_passes_the_standards_with_them(written: Written) -> None:
    assert gate.failures(written.path) == []
    assert gate.read(written.path).faults == []
    assert examine(written.path).changed == ()


def test_spoken_words_stand_on_the_structure_and_never_in_a_pages_content(
    written: Written,
) -> None:
    with pikepdf.open(written.path) as pdf:
        for page in pdf.pages:
            assert b"ActualText" not in page.Contents.read_bytes()
        spoken = {str(each.ActualText) for each in elements(pdf) if "/ActualText" in each}
        assert all(str(each.S) == "/Span" for each in elements(pdf) if "/ActualText" in each)
    assert spoken >= {*HEARD.values(), "14 per cent"}


def test_pdfium_takes_what_is_printed(written: Written) -> None:
    _as_printed(" ".join(written.pages))


def test_poppler_takes_what_is_printed(written: Written) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler's pdftotext is not installed")
    command = ["pdftotext", "-raw", str(written.path), "-"]
    told = subprocess.run(command, capture_output=True, check=True)
    _as_printed(" ".join(told.stdout.decode().split()))


def _as_printed(text: str) -> None:
    for printed, said in HEARD.items():
        assert printed in text
        assert said not in text.replace("more than 3,700", "")


def test_a_links_box_has_the_printed_words_and_its_element_the_spoken_ones(
    written: Written,
) -> None:
    with pikepdf.open(written.path) as pdf:
        link, *_ = [
            each
            for each in elements(pdf)
            if str(each.S) == "/Link"
            for kid in kids(each)
            if "/ActualText" in kid and str(kid.ActualText) == "14 per cent"
        ]
        assert [str(kid.get("/Type")) for kid in kids(link)].count("/OBJR") == 1
    assert any(
        place.channel == "tooltip" and place.text == "14%"
        for place in read_paper(written.path).places
    )


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield every structure element of a paper."""
    waiting = list(kids(pdf.Root.StructTreeRoot))
    while waiting:
        element = waiting.pop(0)
        if "/S" in element:
            yield element
            waiting[:0] = kids(element)


def kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    """Return the elements and other objects that stand in an element, its marks left out."""
    held = element.get("/K")
    listed = list(held) if isinstance(held, pikepdf.Array) else [held]
    return [kid for kid in listed if isinstance(kid, pikepdf.Dictionary)]


def _without_hedge(spans: list[pikepdf.Object]) -> None:
    spans[0].ActualText = pikepdf.String("3700 drones")


def _dropped(spans: list[pikepdf.Object]) -> None:
    del spans[0].ActualText


def _moved(spans: list[pikepdf.Object]) -> None:
    spans[0].P.ActualText = spans[0].ActualText
    del spans[0].ActualText


def _exchanged(spans: list[pikepdf.Object]) -> None:
    spans[0].ActualText, spans[1].ActualText = spans[1].ActualText, spans[0].ActualText


def _over_a_paragraph(spans: list[pikepdf.Object]) -> None:
    spans[0].P.ActualText = pikepdf.String("Iran sent nothing.")


def _expanded(spans: list[pikepdf.Object]) -> None:
    spans[0].E = pikepdf.String("3700 drones")


@pytest.mark.parametrize(
    ("forge", "told"),
    [
        (_without_hedge, 'expected "more than 3700 drones", found "3700 drones"'),
        (_dropped, '"more than 3700 drones" is missing'),
        (_moved, '"more than 3700 drones" is missing'),
        (_exchanged, 'expected "more than 3700 drones", found "240 billion US dollars"'),
        (_over_a_paragraph, '"Iran sent nothing." should not be there'),
        (_expanded, '"3700 drones" should not be there'),
    ],
)
def test_forged_spoken_words_are_told(
    written: Written, tmp_path: Path, forge: Callable[[list[pikepdf.Object]], None], told: str
) -> None:
    forged = tmp_path / "forged.pdf"
    with pikepdf.open(written.path) as pdf:
        said = [each for each in elements(pdf) if "/ActualText" in each and str(each.S) == "/Span"]
        forge([each for each in said if is_of_a_figure(str(each.ActualText))])
        pdf.save(forged)
    found = [str(finding) for finding in examine(forged).changed]
    assert any(told in each and each.startswith("paper page ") for each in found), found
