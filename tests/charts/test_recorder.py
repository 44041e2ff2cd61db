"""The recorder and the display list: what may be drawn, and that nothing is lost on disk."""

from __future__ import annotations

import pathlib
import subprocess
import sys
from dataclasses import replace

import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, PathPatch, Rectangle
from matplotlib.path import Path as Outline

from builder.charts import display_list
from builder.charts.recorder import MissingGlyphError, record
from builder.model.displaylist import DisplayList, Markers, Path, Stroke, Text
from builder.model.text import Owner, Run
from builder.theme.theme import Theme
from tests.charts import samples


def figure(*artists: object) -> Figure:
    made = Figure(figsize=(2, 1), dpi=72)
    made.patch.set_visible(False)
    for artist in artists:
        made.add_artist(artist)  # type: ignore[arg-type]
    return made


def test_a_character_without_a_glyph_is_named(theme: Theme) -> None:
    chart = replace(samples.bar(), title=samples.words("A rise of 漢字"))
    with pytest.raises(MissingGlyphError) as caught:
        display_list(chart, theme, 260, None)
    assert caught.value.characters == ("漢", "字")
    assert caught.value.font == "SourceSans3-Semibold"
    assert "U+6F22" in str(caught.value)


@pytest.mark.parametrize(
    ("artist", "message"),
    [
        (Rectangle((0, 0), 1, 1, alpha=0.5), "opaque"),
        (Rectangle((0, 0), 1, 1, hatch="//"), "hatched"),
    ],
)
def test_what_does_not_print_well_is_refused(artist: Rectangle, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        record(figure(artist))


def test_text_without_a_font_file_is_refused() -> None:
    made = figure()
    made.text(0, 0, "words")
    with pytest.raises(ValueError, match="must name its font file"):
        record(made)


def test_dashes_caps_and_clips_are_recorded() -> None:
    made = figure()
    line = Line2D([0, 1], [0.5, 0.5], linewidth=2, color="#102030", linestyle=(0, (1, 2)))
    line.set_dash_capstyle("round")
    made.add_artist(line)
    line.set_clip_path(Rectangle((0, 0), 10, 20, transform=None))
    line.set_clip_on(True)
    (path,) = record(made)
    assert isinstance(path, Path)
    assert path.stroke == Stroke("#102030", 2, cap=1, join=1, dash=(2, 4))
    assert path.clip is not None


def test_a_quadratic_curve_becomes_the_cubic_that_pdf_knows() -> None:
    curve = Outline([(0, 0), (36, 72), (72, 0)], [Outline.MOVETO, Outline.CURVE3, Outline.CURVE3])
    made = figure()
    patch = PathPatch(curve, facecolor="none", edgecolor="black", transform=None)
    made.add_artist(patch)
    patch.set_transform(Line2D([], []).get_transform())
    (path,) = record(made)
    assert isinstance(path, Path)
    assert path.data == "0 0 m 24 48 48 48 72 0 c"


def test_markers_are_recorded_once_with_their_places() -> None:
    line = Line2D([0, 0.5, 1], [0, 0.5, 1], marker="o", linestyle="none", color="#102030")
    (markers,) = record(figure(line))
    assert isinstance(markers, Markers)
    assert markers.places == ((0, 0), (72, 36), (144, 72))


def test_an_invisible_shape_leaves_no_trace() -> None:
    assert record(figure(Circle((0, 0), 1, facecolor="none", edgecolor="none"))) == ()


def test_a_display_list_survives_json() -> None:
    owner = Owner("figure", "drones", "short")
    whole = DisplayList(
        10.5,
        20,
        (
            Path("0 0 m h", "#000000", None, "0 0 1 1 re"),
            Path("0 0 m h", None, Stroke("#FFFFFF", 0.5, 1, 2, (3, 4))),
            Markers("0 0 m h", ((1, 2), (3.5, 4)), "#123456", Stroke("#000000", 1)),
            Text("AV “–”", "SourceSans3-Regular", 8.5, 1, 2, "#000000", 90, (-14, 0)),
        ),
        (Run("≥400", owner=owner), Run("words")),
    )
    assert DisplayList.from_json(whole.to_json()) == whole
    assert whole.fonts == ("SourceSans3-Regular",)


@pytest.mark.parametrize("text", ["", "[]", "{}", '[1,2,[["X"]],[]]', '[1,2,[["P",1]],[]]'])
def test_what_is_no_display_list_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        DisplayList.from_json(text)


def test_pairs_are_kerned_and_owners_kept(theme: Theme) -> None:
    chart = replace(samples.bar(), title=samples.words("AVATAR"))
    picture = display_list(chart, theme, 260, None)
    assert picture.texts[0].kern[:2] == (-16, -16) or min(picture.texts[0].kern) < 0
    owned = {run.text: run.owner for run in picture.printed}
    assert owned["38.4"] == Owner("figure", "f_38.4", "short")


@pytest.mark.longer
def test_drawing_a_chart_never_imports_pyplot() -> None:
    code = (
        "import sys; from pathlib import Path; from builder.charts import display_list;"
        "from builder.problems import Place, Problems; from builder.content import read_theme;"
        "from tests.charts import samples;"
        "theme = read_theme('paperdeck', Path('.'), Problems(), Place(''));"
        "display_list(samples.bar(), theme, 400.0, None);"
        "sys.exit('matplotlib.pyplot' in sys.modules)"
    )
    root = pathlib.Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
