"""Text of the paper made invisible, covered, or printed under a text that says otherwise."""

from __future__ import annotations

import io
from collections.abc import Callable
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.alterations import wording
from tests.alterations.deck_cover import png
from tests.alterations.kinds import Altered, kind
from tests.alterations.stream import Paper, Run, instruction, showing

_UNSEEN, _OVER, _UNDER = "made invisible", "laid over", "ActualText"

Change = Callable[[Paper, Run, Random], None]


def _on_runs(name: str, group: str) -> Callable[[Change], Change]:
    """Enter a kind that changes how one stretch of text is shown."""

    def entered(change: Change) -> Change:
        @kind(name, group)
        def alter(data: bytes, rng: Random) -> Altered | None:
            paper = Paper(data)
            run = rng.choice(paper.runs)
            change(paper, run, rng)
            return Altered(paper.bytes(), f"page {run.page + 1}: “{run.text}”")

        return change

    return entered


def _around(
    paper: Paper, run: Run, before: pikepdf.ContentStreamInstruction, after: object
) -> None:
    page = paper.page(run.page)
    page.insert(run.at + 1, after)  # type: ignore[arg-type]
    page.insert(run.at, before)


@_on_runs("paper: text in mode 3", _UNSEEN)
def mode(paper: Paper, run: Run, rng: Random) -> None:
    _around(paper, run, instruction("Tr", 3), instruction("Tr", 0))


@_on_runs("paper: text set under 4 points", _UNSEEN)
def tiny(paper: Paper, run: Run, rng: Random) -> None:
    face = Name(run.face)
    size = rng.choice((1, 2, 3.5))
    _around(paper, run, instruction("Tf", face, size), instruction("Tf", face, run.size))


@_on_runs("paper: text squeezed to nothing", _UNSEEN)
def squeezed(paper: Paper, run: Run, rng: Random) -> None:
    _around(paper, run, instruction("Tz", 1), instruction("Tz", 100))


@_on_runs("paper: text in white", _UNSEEN)
def white(paper: Paper, run: Run, rng: Random) -> None:
    back = instruction("rg", *run.fill) if len(run.fill) == 3 else instruction("g", *run.fill)
    _around(paper, run, instruction("rg", 1, 1, 1), back)


@_on_runs("paper: text moved off the page", _UNSEEN)
def off_page(paper: Paper, run: Run, rng: Random) -> None:
    _around(paper, run, instruction("Td", 3000, 0), instruction("Td", -3000, 0))


@_on_runs("paper: text raised off its line", _UNSEEN)
def raised(paper: Paper, run: Run, rng: Random) -> None:
    _around(paper, run, instruction("Ts", 2000), instruction("Ts", 0))


@_on_runs("paper: text struck through", _UNSEEN)
def struck(paper: Paper, run: Run, rng: Random) -> None:
    x, y, width, _ = run.rect()
    y += 0.5 * run.size
    paper.page(run.page).append(
        instruction("RG", 0.1, 0.1, 0.1),
        instruction("w", max(0.7, run.size / 12)),
        instruction("m", x, y),
        instruction("l", x + width, y),
        instruction("S"),
    )


@_on_runs("paper: text clipped away", _UNSEEN)
def clipped(paper: Paper, run: Run, rng: Random) -> None:
    """The text stands in a state of its own, whose clip leaves nothing of it."""
    page = paper.page(run.page)
    begin, end = _text_object(page.held, run.at)
    page.insert(end + 1, instruction("Q"))
    clip = (instruction("re", -900, -900, 1, 1), instruction("W"), instruction("n"))
    page.insert(begin, instruction("q"), *clip)


@_on_runs("paper: text on a layer that is off", _UNSEEN)
def layer(paper: Paper, run: Run, rng: Random) -> None:
    pdf = paper.pdf
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Notes")))
    pdf.Root.OCProperties = Dictionary(
        OCGs=Array([group]), D=Dictionary(Order=Array([]), OFF=Array([group]), Name=String("Off"))
    )
    page = paper.page(run.page)
    page.page.Resources.Properties = Dictionary(Lay0=group)
    begin, end = _text_object(page.held, run.at)
    page.insert(end + 1, instruction("EMC"))
    page.insert(begin, instruction("BDC", Name.OC, Name.Lay0))


def _text_object(held: list[pikepdf.ContentStreamInstruction], at: int) -> tuple[int, int]:
    begin = max(i for i in range(at) if str(held[i].operator) == "BT")
    end = min(i for i in range(at, len(held)) if str(held[i].operator) == "ET")
    return begin, end


def _enter_box(name: str, colour: tuple[float, float, float], marked: bool) -> None:
    @_on_runs(name, _OVER)
    def over(paper: Paper, run: Run, rng: Random) -> None:
        mark = [instruction("BMC", Name.Artifact)] if marked else []
        end = [instruction("EMC")] if marked else []
        paper.page(run.page).append(
            *mark,
            instruction("rg", *colour),
            instruction("re", *run.rect()),
            instruction("f"),
            *end,
        )


_enter_box("paper: white box laid over a line", (1, 1, 1), marked=False)
_enter_box("paper: white box laid over, as an artifact", (1, 1, 1), marked=True)
_enter_box("paper: dark box laid over a line", (0.2, 0.2, 0.2), marked=False)


@_on_runs("paper: other words laid over a line", _OVER)
def words_over(paper: Paper, run: Run, rng: Random) -> None:
    x, y, width, height = run.rect()
    codes = run.font.write("More than nine million") or run.font.write(run.text[::-1]) or b""
    paper.page(run.page).append(
        instruction("rg", 1, 1, 1),
        instruction("re", x, y, width, height),
        instruction("f"),
        instruction("rg", 0.1, 0.1, 0.1),
        instruction("BT"),
        instruction("Tf", Name(run.face), run.size),
        instruction("Tm", 1, 0, 0, 1, x, y + 0.25 * run.size),
        showing(codes),
        instruction("ET"),
    )


@_on_runs("paper: picture laid over", _OVER)
def picture(paper: Paper, run: Run, rng: Random) -> None:
    from PIL import Image

    image = Image.open(io.BytesIO(png(16, rng.choice((255, 180, 60)))))
    held = paper.pdf.make_stream(
        image.tobytes(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=16,
        Height=16,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )
    _draw(paper, run, held)


@_on_runs("paper: form laid over", _OVER)
def form(paper: Paper, run: Run, rng: Random) -> None:
    held = paper.pdf.make_stream(
        b"0.85 0.85 0.85 rg 0 0 1 1 re f",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 1, 1]),
    )
    _draw(paper, run, held)


def _draw(paper: Paper, run: Run, held: pikepdf.Object) -> None:
    page = paper.page(run.page)
    page.page.Resources.XObject = Dictionary(Laid0=held)
    x, y, width, height = run.rect()
    page.append(instruction("cm", width, 0, 0, height, x, y), instruction("Do", Name.Laid0))


def _annotated(paper: Paper, run: Run, **given: object) -> None:
    """Add an annotation over a line, with an appearance of its own."""
    x, y, width, height = run.rect()
    size = Array([0, 0, width, height])
    drawn = f"1 1 1 rg 0 0 {width:.2f} {height:.2f} re f"
    if "Contents" in given:
        drawn += f" 0 g BT /Helv {run.size * 0.9:.1f} Tf 1 2 Td ({given['Contents']}) Tj ET"
    helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    look = paper.pdf.make_stream(
        drawn.encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=size,
        Resources=Dictionary(Font=Dictionary(Helv=helvetica)),
    )
    held = Dictionary(
        Type=Name.Annot, Rect=Array([x, y, x + width, y + height]), F=4, AP=Dictionary(N=look)
    )
    for key, value in given.items():
        held["/" + key] = String(value) if isinstance(value, str) else value
    page = paper.pdf.pages[run.page]
    if "/Annots" not in page:
        page.obj.Annots = Array([])
    page.Annots.append(paper.pdf.make_indirect(held))


@_on_runs("paper: note with words laid over", _OVER)
def free_text(paper: Paper, run: Run, rng: Random) -> None:
    _annotated(paper, run, Subtype=Name.FreeText, Contents="three million", DA="/Helv 9 Tf 0 g")


@_on_runs("paper: white square annotation laid over", _OVER)
def square(paper: Paper, run: Run, rng: Random) -> None:
    _annotated(paper, run, Subtype=Name.Square, IC=Array([1, 1, 1]), C=Array([1, 1, 1]))


def _spanned(paper: Paper, run: Run, actual: str, shown: str) -> str | None:
    codes = run.font.write(shown)
    if codes is None or actual == shown:
        return None
    page = paper.page(run.page)
    text = String(actual.rstrip())
    page.replace(
        run.at,
        instruction("BDC", Name.Span, Dictionary(ActualText=text)),
        showing(codes),
        instruction("EMC"),
    )
    return f"page {run.page + 1}: shows “{shown}”, says “{actual}”"


def _enter_actual(
    name: str, met: str, turn: Callable[[str, Random], str | None], print_new: bool
) -> None:
    @kind(name, _UNDER, met)
    def alter(data: bytes, rng: Random) -> Altered | None:
        paper = Paper(data)
        for run in rng.sample(paper.runs, len(paper.runs)):
            other = turn(run.text, rng)
            if other is None:
                continue
            actual, shown = (run.text, other) if print_new else (other, run.text)
            place = _spanned(paper, run, actual, shown)
            if place:
                return Altered(paper.bytes(), place)
        return None


def _another(text: str, rng: Random) -> str | None:
    return wording.turned(text, wording.TURNS, rng) or wording.negated(text, rng)


_SEEN = "page or slide"
_enter_actual("paper: digit changed under its ActualText", _SEEN, wording.with_other_digit, True)
_enter_actual("paper: word turned under its ActualText", _SEEN, _another, True)
_enter_actual("paper: ActualText with another digit", "read aloud", wording.with_other_digit, False)
_enter_actual("paper: ActualText with other words", "read aloud", _another, False)
