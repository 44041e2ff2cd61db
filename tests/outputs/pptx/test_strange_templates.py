"""Templates from strangers: what is refused is named by its part, what acts is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pptx
import pytest
from openxml_audit import OpenXmlValidator

from builder.model.briefing import Briefing
from builder.outputs.pptx import NotATemplateError, describe_template, write_deck
from builder.outputs.pptx.template.reading import read
from builder.verify import read_deck
from builder.verify.fresh import unlike_plan
from tests.outputs.pptx import spoilt
from tests.outputs.pptx.making import briefing, listed, planned, slide, theme
from tests.outputs.pptx.opened import Opened
from tests.outputs.pptx.test_templates import complaints, on
from tests.shares import share

HEAVY = {"dense", "many bombs", "lying size", "large part", "huge attribute", "many layouts"}
"""Those tried in a process of their own, where time and memory are measured too."""


@pytest.fixture(scope="module")
def made() -> Briefing:
    return briefing(slide("What came by sea", listed("One point", "Another")))


@pytest.mark.parametrize("case", share((case for case in spoilt.REFUSED if case not in HEAVY), 12))
def test_a_template_that_cannot_be_used_is_refused_with_its_part_and_what_was_found(
    case: str,
) -> None:
    data, words = spoilt.REFUSED[case]
    with pytest.raises(NotATemplateError) as refused:
        read(data())
    assert words in str(refused.value)


def test_a_refusal_has_its_place_in_the_briefing(made: Briefing) -> None:
    data, words = spoilt.REFUSED["word for a number"]
    (found,) = complaints(on(made, data()))
    assert 'the template "corporate.pptx" cannot be used: ' + words in found


def audited(path: Path) -> set[str]:
    return {str(error) for error in OpenXmlValidator().validate(str(path)).errors}


def written(made: Briefing, data: bytes, folder: Path) -> Opened:
    """Return the finished deck on a template, which opens, is proved, and is sound XML."""
    template, path = folder / "template.pptx", folder / "deck.pptx"
    template.write_bytes(data)
    plan = planned(on(made, data))
    write_deck(plan, theme(), path)
    assert len(pptx.Presentation(str(path)).slides) == len(plan.slides)
    assert [str(each) for each in unlike_plan(read_deck(path), plan.places)] == []
    if told := audited(path):
        assert told - audited(template) == set()
    return Opened.of(path)


@pytest.mark.parametrize("case", share(spoilt.LEFT, 30, 3))
def test_what_acts_or_leads_out_is_left_out_of_the_deck_and_named(
    case: str, made: Briefing, tmp_path: Path
) -> None:
    left = spoilt.LEFT[case]
    data = left.data()
    before = b" ".join([*Opened.of(data).parts.values(), *map(str.encode, Opened.of(data).parts)])
    deck = written(made, data, tmp_path)
    for words in left.never:
        assert words.encode() in before, "the template does not hold what is to be left out"
        for name, part in deck.parts.items():
            assert words not in name
            assert words.encode() not in part, name
    assert any(left.line in line for line in describe_template(data, theme()).splitlines())
    warnings = [each for each in complaints(on(made, data)) if left.line in each]
    assert len(warnings) == left.warned
    assert all("warning" in each and "left out of the deck" in each for each in warnings)


@pytest.mark.parametrize("case", share(spoilt.KEPT, 6))
def test_what_does_no_harm_is_taken(case: str, made: Briefing, tmp_path: Path) -> None:
    data, name = spoilt.KEPT[case]
    deck = written(made, data(), tmp_path)
    assert name in deck.parts
    assert complaints(on(made, data())) == []
    if case == "svg":
        assert b"svgBlip" in deck.parts["ppt/slideMasters/slideMaster1.xml"]


@pytest.mark.longer
def test_buttons_that_turn_the_slides_stay(made: Briefing, tmp_path: Path) -> None:
    button = spoilt.z.shape(
        '<a:hlinkClick r:id="" action="ppaction://hlinkshowjump?jump=nextslide"/>'
    )
    data = spoilt.spoilt(
        lambda parts: spoilt.z.inside(parts, spoilt.MASTER, button, b"</p:spTree>")
    )
    deck = written(made, data, tmp_path)
    assert b"jump=nextslide" in deck.parts[spoilt.MASTER]
    assert complaints(on(made, data)) == []


@pytest.mark.longer
def test_no_relationship_of_a_template_leads_anywhere_but_to_parts_that_are_named(
    made: Briefing, tmp_path: Path
) -> None:
    changes = [spoilt.LEFT[case].data() for case in ("macros", "hyperlink", "task pane")]
    taken = {"slideMaster", "slideLayout", "theme", "image", "tableStyles"}
    for number, data in enumerate(changes):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, part in written(made, data, folder).parts.items():
            if name.endswith(".rels") and ("slideMaster" in name or "slideLayout" in name):
                kinds = re.findall(rb'Type="[^"]*/([^/"]*)"', part)
                assert {kind.decode() for kind in kinds} <= taken
                assert b"External" not in part


@pytest.mark.parametrize("size", [(6858000, 9144000), (6858000, 6858000), (9144000, 5143500)])
def test_places_that_reach_beyond_resized_slides_are_fitted_to_them_and_it_is_said(
    size: tuple[int, int], made: Briefing, tmp_path: Path
) -> None:
    resized, wide = pptx.Presentation(), 0
    resized.slide_width, resized.slide_height = (pptx.util.Emu(each) for each in size)
    resized.save(str(tmp_path / "resized.pptx"))
    data = (tmp_path / "resized.pptx").read_bytes()
    assert any("beyond the edge" in each for each in complaints(on(made, data)))
    written(made, data, tmp_path)
    for slide_ in pptx.Presentation(str(tmp_path / "deck.pptx")).slides:
        for shape in slide_.shapes:
            assert shape.left >= 0 <= shape.top
            assert shape.left + shape.width <= size[0]
            assert shape.top + shape.height <= size[1]
            wide = max(wide, shape.left + shape.width)
    assert wide > 0.9 * size[0]
