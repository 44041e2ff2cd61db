"""Formulas: one tree, which the paper draws and tells, the deck lets be edited, and both prove."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from builder import project
from builder.cli import run
from builder.formulas import symbols
from builder.formulas.drawing import drawing
from builder.formulas.parsing import tree_of
from builder.formulas.saying import in_a_line, spoken
from builder.formulas.symbols import FormulaError
from builder.language.language import LANGUAGES
from builder.model.inline import Formula
from builder.model.text import Run, plain
from builder.outputs.pdf.write.atoms import RunLook, SetLine, outlined
from builder.outputs.pdf.write.formulas import LineRoom, rooms
from builder.outputs.pdf.write.styles import TextStyle
from builder.outputs.pptx.write.formulas import office_math
from builder.pulling import change_lines, pull
from builder.verify import formulas, read
from tests.outputs.pdf import gate
from tests.outputs.pptx.making import theme
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

ROOT = Path(__file__).parent
CONTENT = ROOT / "cases" / "formulas"
CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (ROOT / "cases" / "formulas.toml").read_text("utf-8")
)
SLIDE = "ppt/slides/slide2.xml"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("formulas")
    project.build(CONTENT, folder, ("paper", "deck", "handout"))
    return folder


def made(written: str, *, display: bool = True) -> Formula:
    return Formula(written, display=display, tree=tree_of(written, display=display))


def read_back(formula: Formula) -> str:
    """Return what the deck's reader makes of a formula that the deck's writer wrote."""
    whole = etree.fromstring(
        f'<p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f"{office_math(formula, '')}</p>"
    )
    return formulas.said(whole.find(f".//{formulas.M}oMath"))


@pytest.mark.parametrize("case", CASES["read"], ids=lambda case: str(case["written"]))
def test_a_formula_is_said_in_a_line_and_aloud(case: dict[str, Any]) -> None:
    formula = made(case["written"])
    said = plain(in_a_line(formula)).replace("\u2009", " ")
    assert said == case["line"].replace("ŷ", "y\u0302")
    assert plain(spoken(formula, "en")) == case["spoken"]


@pytest.mark.parametrize("display", [False, True])
@pytest.mark.parametrize("case", CASES["read"], ids=lambda case: str(case["written"]))
def test_what_the_deck_holds_is_read_back_as_it_was_planned(
    case: dict[str, Any], display: bool
) -> None:
    formula = made(case["written"], display=display)
    assert read_back(formula) == plain(in_a_line(formula))


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: str(case["written"]))
def test_what_no_file_could_show_is_refused_at_its_place(case: dict[str, Any]) -> None:
    with pytest.raises(FormulaError) as told:
        tree_of(case["written"])
    assert (told.value.at, told.value.found) == (case["at"], case["found"])
    assert told.value.hint.startswith(case.get("hint", ""))


def usable(name: str) -> str:
    """Return a command with what it takes."""
    if name in ("left", "right", "begin", "end"):
        return r"\left( x \right) \begin{matrix} x \end{matrix}"
    if name == "not":
        return r"a \not= b"
    if name in ("frac", "dfrac", "tfrac", "binom", "overset", "underset", "stackrel"):
        return rf"\{name}{{x}}{{y}}"
    return rf"a \{name}{{x}} b"


@pytest.mark.parametrize("name", share(sorted(symbols.known()), 30))
def test_every_command_stands_in_both_files(name: str) -> None:
    formula = made(usable(name))
    assert read_back(formula) == plain(in_a_line(formula))
    assert drawing(formula).width > 0.3
    assert len(drawing(formula).steps) > 4


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("case", share(CASES["read"], 4), ids=lambda case: str(case["written"]))
def test_a_formula_is_read_aloud_in_every_language(case: dict[str, Any], language: str) -> None:
    formula = made(case["written"])
    said = plain(spoken(formula, language))
    assert not re.search(r"\{\d\}", said)
    if language != "en" and " " in case["spoken"]:
        assert said != case["spoken"]


def test_a_paper_draws_formulas_and_tells_each_in_words(built: Path) -> None:
    paper = built / "growth.pdf"
    assert gate.failures(paper) == []
    assert gate.faults(paper) == []
    tagged = gate.read(paper)
    told = [str(element.held.Alt) for element in tagged.all("Formula")]
    assert told[:2] == ["s equals about 60", "g equals a over b"]
    assert "x sub t equals x sub 0 (1 plus 2.5 over 100) to the power of t" in told
    for element in tagged.all("Formula"):
        assert tagged.says(element) == ""
        assert list(element.marks())


def test_a_handout_draws_them_too(built: Path) -> None:
    handout = built / "growth-handout.pdf"
    assert gate.failures(handout) == []
    assert gate.faults(handout) == []
    tagged = gate.read(handout)
    told = [str(element.held.Alt) for element in tagged.all("Formula")]
    assert told == [
        "g equals 2.5",
        "s equals about 60",
        "the square root of x squared plus y squared, end of root",
        "x sub t equals x sub 0 (1 plus 2.5 over 100) to the power of t",
    ]
    for element in tagged.all("Formula"):
        assert tagged.says(element) == ""
        assert list(element.marks())


@pytest.mark.longer
def test_the_audit_of_a_deck_with_formulas_finds_nothing(built: Path) -> None:
    deck = built / "growth.pptx"
    assert [str(error) for error in OpenXmlValidator().validate(str(deck)).errors] == []


def test_a_deck_holds_formulas_that_can_be_edited(built: Path) -> None:
    deck = built / "growth.pptx"
    with zipfile.ZipFile(deck) as package:
        slide = etree.fromstring(package.read(SLIDE))
    found = [formulas.said(each) for each in slide.iter(f"{formulas.M}oMath")]
    assert found == ["g=2.5", "s=about 60", "√(x^2+y^2)", "x_t=x_0(1+2.5/100)^t"]
    # A figure stands upright, as words do; letters are slanted.
    words = [
        run.findtext(f"{formulas.M}t")
        for run in slide.iter(f"{formulas.M}r")
        if run.find(f"*/{formulas.M}nor") is not None
    ]
    assert words == ["2.5", "about 60", "2.5"]
    fallbacks = ["".join(each.itertext()) for each in slide.iter("{*}Fallback")]
    assert fallbacks == found


def test_notes_say_formulas_in_words(built: Path) -> None:
    said = [place.text for place in read(built / "growth.pptx").places if place.channel == "notes"]
    assert "Say that x sub 0 is where it begins." in said


def test_figures_in_formulas_are_in_the_ledger_and_other_digits_are_the_formulas(
    built: Path,
) -> None:
    for name, places in (("growth.pdf", {1}), ("growth.pptx", {2})):
        entries = read(built / name).entries or ()
        body = [entry for entry in entries if entry.channel == "body"]
        shares = {(e.text, e.page) for e in body if e.owner == "share" and e.form == "number"}
        assert shares == {("about 60", page) for page in places}
        own = {entry.text for entry in body if entry.kind == "formula"}
        assert any("100" in text for text in own)


def test_equations_are_numbered_and_formulas_with_digits_are_listed(built: Path) -> None:
    words = gate.read(built / "growth.pdf").reading()
    assert "By Equation 1, output after" in words
    assert "Another, by Equation 2" in words
    assert "(1)" in words
    assert "or the two lines of 2, 2 and its author’s part “Growth”" in words
    assert ": digits of formulas." in words
    assert "A coffee is $5, a meal $10, and US$3m or CA$4m are sums." in words


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (">x</m:t>", ">z</m:t>", 'found "A point with √(z^2+y^2) in it"'),
        (">2.5</m:t>", ">3.5</m:t>", 'found "The rate is g=3.5 a year" (figure rate)'),
        ('m:val="√', "", ""),
    ],
)
def test_a_formula_changed_in_the_deck_is_seen(
    old: str, new: str, says: str, built: Path, tmp_path: Path, capsys: Capture
) -> None:
    def change(slide: str) -> str:
        if says:
            return slide.replace(old, new, 1)
        # A root is made a box, which looks otherwise and has the same letters.
        slide = re.sub(r"<m:radPr>.*?</m:radPr><m:deg></m:deg>", "<m:boxPr/>", slide)
        return slide.replace("m:rad>", "m:box>")

    deck = changed(built / "growth.pptx", tmp_path / "growth.pptx", change)
    assert run(["compare", str(built / "growth.pdf"), str(deck)]) == 3
    assert (says or 'found "A point with x^2+y^2 in it"') in capsys.readouterr().out


def changed(deck: Path, to: Path, change: Callable[[str], str]) -> Path:
    with zipfile.ZipFile(deck) as package, zipfile.ZipFile(to, "w") as written:
        for name in package.namelist():
            data = package.read(name)
            if name == SLIDE:
                other = change(data.decode()).encode()
                assert other != data
                data = other
            written.writestr(name, data)
    return to


def test_a_formula_changed_in_the_paper_is_seen(
    built: Path, tmp_path: Path, capsys: Capture
) -> None:
    deck = str(built / "growth.pptx")
    with pikepdf.open(built / "growth.pdf") as pdf:
        told = next(
            held
            for held in pdf.objects
            if isinstance(held, pikepdf.Dictionary) and held.get("/S") == "/Formula"
        )
        told.Alt = pikepdf.String("s equals about 70")
        pdf.save(tmp_path / "words.pdf")
    assert run(["compare", str(tmp_path / "words.pdf"), deck]) == 3
    assert "The share is s equals about 70" in capsys.readouterr().out
    with pikepdf.open(built / "growth.pdf") as pdf:
        page = pdf.pages[0]
        code = page.Contents.read_bytes()
        start = code.index(b"/Formula")
        moved = re.sub(rb"(\d)( \S+ c\b)", rb"\g<1>5\2", code[start:], count=1)
        assert moved != code[start:]
        page.Contents = pdf.make_stream(code[:start] + moved)
        pdf.save(tmp_path / "drawn.pdf")
    assert run(["compare", str(tmp_path / "drawn.pdf"), deck]) == 3
    assert "is drawn otherwise" in capsys.readouterr().out


@pytest.mark.longer
def test_a_figure_edited_within_a_formula_is_taken_back(built: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    project.build(content, tmp_path, ("paper", "deck"))
    deck = changed(
        tmp_path / "growth.pptx",
        tmp_path / "edited.pptx",
        lambda slide: slide.replace(">2.5</m:t>", ">3.5</m:t>"),
    )
    pulled = pull(deck, content)
    assert "2.5% -> 3.5%" in "\n".join(change_lines(pulled))


@pytest.mark.longer
def test_a_changed_figure_changes_the_formula_in_both_files(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    figures = content / "figures.yaml"
    figures.write_text(figures.read_text("utf-8").replace("value: 2.5", "value: 4.5"), "utf-8")
    project.build(content, tmp_path, ("paper", "deck"))
    tagged = gate.read(tmp_path / "growth.pdf")
    told = [str(each.held.Alt) for each in tagged.all("Formula")]
    assert "x sub t equals x sub 0 (1 plus 4.5 over 100) to the power of t" in told
    said = [place.text for place in read(tmp_path / "growth.pptx").places]
    assert "The rate is g=4.5 a year" in said


def test_where_a_formula_cannot_stand_it_is_named(tmp_path: Path, capsys: Capture) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    briefing = content / "briefing.yaml"
    briefing.write_text(briefing.read_text("utf-8").replace("in formulas", "in $x^2$"), "utf-8")
    section = content / "sections" / "growth.md"
    text = section.read_text("utf-8").replace("# Growth", "# Growth of $x_t$", 1)
    section.write_text(text.replace("where $a$ is", r"where $\wrong{a}$ is"), "utf-8")
    with section.open("a", encoding="utf-8") as more:
        more.write("\nThe price is $p_₴$, see [$q$](https://example.org/).\n")
        more.write("\n::::{slide} Named\n$$\nx = y\n$$ {#eq-named}\n::::\n")
        more.write("\n$$ y = x $$ {#eq-growth}\n")
    assert run(["build", str(content), "--out", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "a formula cannot be a link" in said
    assert 'the formula on a slide is called "#eq-named"' in said
    assert 'the formula "#eq-growth" is defined twice' in said
    assert 'briefing.yaml:1:19: error: a formula is not supported here: "$x^2$"' in said
    assert 'growth.md:1:13: error: a formula is not supported here: "$x_t$"' in said
    assert 'growth.md:3:96: error: the command "\\wrong" is not supported in a formula' in said


@pytest.mark.longer
def test_a_formula_wider_than_its_column_is_named(tmp_path: Path, capsys: Capture) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    section = content / "sections" / "growth.md"
    wide = " + ".join(f"a_{{{letter}}} b" for letter in "abcdefghijklmnopqrstuvw")
    text = section.read_text("utf-8").replace("- Another", f"$$\n{wide}\n$$\n\n- Another", 1)
    section.write_text(text, "utf-8")
    assert run(["report", str(content), "--out", str(tmp_path)]) == 1
    assert "points wide, more than the" in capsys.readouterr().err


@pytest.mark.longer
def test_formulas_of_headers_stand_wherever_a_table_goes_on(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    header = "\n| Way | By $s = {{ share | number }}$ |\n|---|---|\n"
    with (content / "sections" / "growth.md").open("a", encoding="utf-8") as more:
        more.write(header + "| one of many | rows |\n" * 90)
    project.build(content, tmp_path, ("paper",))
    (paper,) = tmp_path.glob("*.pdf")
    assert gate.failures(paper) == []
    places = read(paper).places
    repeated = [each.text for each in places if each.part == "Artifact" and "Way By" in each.text]
    assert len(repeated) >= 2


@pytest.mark.longer
def test_a_build_without_formulas_loads_nothing_of_them(tmp_path: Path) -> None:
    code = (
        "import sys; from builder.cli import run; "
        f"run(['build', {str(ROOT / 'cases' / 'small')!r}, '--out', {str(tmp_path)!r}]); "
        "print([name for name in sys.modules if 'ziamath' in name or 'builder.formulas' in name])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1] == "[]"


def test_a_character_that_formulas_have_not_is_named(tmp_path: Path, capsys: Capture) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    with (content / "sections" / "growth.md").open("a", encoding="utf-8") as more:
        more.write("\nThe price is $p_₴$.\n")
    assert run(["build", str(content), "--out", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert 'growth.md:44:14: error: formulas have no character U+20B4 "₴"' in said


def room_of(written: str, *, display: bool = False) -> LineRoom:
    """Return the room of a line that holds a formula, in 10 points with a leading of 14."""
    style = TextStyle(theme().serif, 10.0, 14.0, "#000000", pitch=7.0)
    told = Run("told", formula=made(written, display=display))
    span = outlined(told, RunLook("serif", 10.0, 0.0, "#000000"), None)
    line = SetLine((span,), span.width, 0, True, (told,))
    (room,) = rooms((line,), style, 9.65)
    return room


def test_a_tall_formula_opens_its_line_by_whole_steps_of_the_grid() -> None:
    assert room_of("x_i^2") == LineRoom(9.65, 14.0 - 9.65)
    assert room_of(r"\frac{a}{b}").height == 14.0
    tall = room_of(r"\sum_{i=1}^{n} \frac{a}{b}", display=True)
    assert tall.height in (28.0, 35.0, 42.0)
    drawn = drawing(made(r"\sum_{i=1}^{n} \frac{a}{b}"))
    assert tall.above + 14 - 2.5 > drawn.ascent * 10
