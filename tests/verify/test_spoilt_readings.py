"""What is said of finished files whose structure or axes another program dropped or spoilt."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from builder.verify import read
from builder.verify.trust import examine
from tests.altering import unpacked
from tests.verify.making import altered, deck, paper


def without_structure(path: Path) -> Path:
    """Take all tags from a paper, as programs do that print to PDF; return it."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        del pdf.Root["/StructTreeRoot"]
        del pdf.Root["/MarkInfo"]
        pdf.save(path)
    return path


def test_a_paper_without_its_structure_that_says_the_same_words_was_saved_again(
    tmp_path: Path,
) -> None:
    found = examine(without_structure(paper(tmp_path / "made.pdf")))
    assert (found.state, found.placeless, found.changed) == ("saved again", True, ())


def test_a_paper_without_its_structure_that_says_other_words_was_changed(tmp_path: Path) -> None:
    made = paper(tmp_path / "made.pdf")
    with pikepdf.open(made, allow_overwriting_input=True) as pdf:
        del pdf.pages[0]
        pdf.save(made)
    found = examine(without_structure(made))
    assert found.state == "changed"
    assert found.placeless
    first, second = map(str, found.changed)
    assert first.startswith('paper page 1: expected "Iransentatleast400missiles,itisreported.')
    assert second == (
        'paper page 2: "In2024,tradecameto$240billion;thebalanceis12%.Page2of2" is missing'
        " (the paper has lost its tags: letters are compared without spaces)"
    )


@pytest.mark.parametrize("step", ["0", "-150"])
def test_an_axis_whose_step_leads_nowhere_is_told(tmp_path: Path, step: str) -> None:
    made = deck(tmp_path / "made.pptx")
    chart = next(
        name for name in unpacked(made.read_bytes()) if name.startswith("ppt/charts/chart")
    )
    spoilt = altered(made, chart, '<c:majorUnit val="150.0"/>', f'<c:majorUnit val="{step}"/>')
    told = [str(problem) for problem in read(spoilt).problems]
    assert any("an axis has a step that is not above zero" in each for each in told), told


# LibreOffice writes 1 for a step of 10 on a logarithmic axis, then 0, then what is no number.
@pytest.mark.parametrize(
    ("step", "ticks"),
    [
        ("10", "10; 100; 1000"),
        ("1", "10; 100; 1000"),
        ("0", "10; 100; 1000"),
        ("-INF", "10; 100; 1000"),
        ("NaN", "10; 100; 1000"),
        ("100", "10; 1000"),
    ],
)
def test_a_logarithmic_axis_has_a_tick_at_each_power_however_often_it_was_saved(
    tmp_path: Path, step: str, ticks: str
) -> None:
    made = deck(tmp_path / "made.pptx")
    chart = next(
        name for name in unpacked(made.read_bytes()) if name.startswith("ppt/charts/chart")
    )
    linear = '<c:max val="300.0"/><c:min val="0.0"/>'
    log = '<c:logBase val="10"/><c:max val="1000"/><c:min val="10"/>'
    saved = altered(altered(made, chart, linear, log), chart, 'val="150.0"', f'val="{step}"')
    found = read(saved)
    assert ticks in {place.text for place in found.places}
    assert found.problems == ()
