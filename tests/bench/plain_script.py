"""What an analyst would write by hand: a paper and a deck in one script, with nothing shared.

The yardstick of `bench.py`: as much text, as many charts, tables, slides and notes as the
project's own content, by matplotlib pictures, ReportLab and python-pptx used in the plain way.
The words are neutral filler of the same length. With `--copies`, the paper's sections and the
slides so many times over; each picture is drawn once. Usage: plain_script.py --out FOLDER
"""

import argparse
from itertools import cycle, islice
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from pptx import Presentation
from pptx.util import Inches, Pt
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.platypus import (
    Image,
    KeepTogether,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

BLUE, GREY, ORANGE = "#10447C", "#8792A0", "#C4680A"
FILLER = (
    "Freight on the northern line has grown in each of the years for which the operator gives"
    " figures, although the growth has slowed since the second terminal opened. Most of it is"
    " containers, which reach the port by rail and leave it by road; the rest is timber, grain"
    " and machinery in roughly equal parts. Analysts put the change down to longer trains rather"
    " than to more of them, and they note that the network was built for neither. The operator"
    " is reported to plan passing places along the coast, where single track limits every"
    " timetable, but has named no date and no cost. Passengers have gained little so far."
)
SECTIONS = {
    "Summary": 190,
    "The northern line": 180,
    "The southern line": 210,
    "The port": 290,
    "What each wants": 70,
    "What divides them": 130,
    "Conclusion": 110,
    "Questions and answers": 130,
}
TABLES = [
    (["Figure", "Value", "As of", "Source", "Standing"], 8),
    (["Line", "Freight", "Figure"], 3),
    (["Partner", "Trade, billion US dollars", "Year"], 3),
    (["When", "What"], 3),
    (["Operator", "Aim"], 4),
]
CHARTS = {"partners": 1.9, "shares": 2.4, "dates": 1.9, "deliveries": 2.6, "unequal": 2.6}
SLIDES = 14
POINTS = "A longer train needs no second driver, but it does need a longer siding"


def text(count: int, start: int = 0) -> str:
    """Return so many words of filler."""
    return " ".join(islice(cycle(FILLER.split()), start, start + count)) + "."


def rows_of(header: list[str], count: int) -> list[list[str]]:
    return [header] + [
        [text(7, 5 * row)] + [f"{row + 1},{column}00" for column in range(1, len(header))]
        for row in range(count)
    ]


def draw_charts(out: Path) -> dict[str, Path]:
    paths = {}
    for name, height in CHARTS.items():
        figure, axes = plt.subplots(figsize=(6.3, height), dpi=200)
        {
            "partners": partners,
            "shares": shares,
            "dates": dates,
            "deliveries": deliveries,
            "unequal": unequal,
        }[name](axes)
        axes.set_title("Containers grew faster than timber and grain together", loc="left")
        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
        figure.tight_layout()
        paths[name] = out / f"{name}.png"
        figure.savefig(paths[name])
        plt.close(figure)
    return paths


def partners(axes: plt.Axes) -> None:
    bars = axes.barh(["North", "South", "Port"], [240, 660, 800], color=[BLUE, GREY, GREY])
    axes.bar_label(bars, fmt="{:.0f} bn")


def shares(axes: plt.Axes) -> None:
    axes.pie([90, 10], labels=["Rail", "Road"], colors=[BLUE, GREY], wedgeprops={"width": 0.4})


def dates(axes: plt.Axes) -> None:
    axes.plot([2023.7, 2024.45, 2024.7], [0, 0, 0], "o-", color=BLUE)
    for when, word in ((2023.7, "First train"), (2024.45, "Agreement"), (2024.7, "Report")):
        axes.annotate(word, (when, 0), textcoords="offset points", xytext=(0, 12), ha="center")
    axes.yaxis.set_visible(False)


def deliveries(axes: plt.Axes) -> None:
    bars = axes.bar(["Containers", "Timber", "Grain"], [3700, 400, 11000], color=BLUE)
    axes.bar_label(bars, fmt="{:,.0f}")


def unequal(axes: plt.Axes) -> None:
    axes.bar(["Imports", "Exports"], [90, 14], color=BLUE, label="Rail")
    axes.bar(["Imports", "Exports"], [10, 86], bottom=[90, 14], color=ORANGE, label="Road")
    axes.legend()


def write_paper(path: Path, pictures: dict[str, Path], copies: int) -> None:
    styles = getSampleStyleSheet()
    body, small = styles["BodyText"], styles["Italic"]
    story = [
        Paragraph("Freight on three lines", styles["Title"]),
        Paragraph(text(16), styles["Heading3"]),
    ]
    for at, (title, count) in enumerate(list(SECTIONS.items()) * copies):
        number = at % len(SECTIONS) + 1
        story.append(Paragraph(f"{at + 1}. {title}", styles["Heading1"]))
        while count > 0:
            story.append(Paragraph(text(min(count, 70), count), body))
            count -= 70
        if number <= len(TABLES):
            story += [paper_table(*TABLES[number - 1], body), Spacer(1, 8)]
        if number <= len(CHARTS):
            name = list(CHARTS)[number - 1]
            image = Image(pictures[name], 160 * mm, 160 * mm * CHARTS[name] / 6.3)
            story.append(KeepTogether([image, Paragraph("Source: not stated", small)]))
    story += [PageBreak(), Paragraph("Register of figures", styles["Heading1"])]
    story.append(paper_table(["Figure", "Value", "Date", "Source", "Pages"], 18, body))
    document = SimpleDocTemplate(str(path), pagesize=A4, title="Freight on three lines")
    document.build(story, onFirstPage=footer, onLaterPages=footer)


def paper_table(header: list[str], count: int, style: object) -> Table:
    cells = [[Paragraph(cell, style) for cell in row] for row in rows_of(header, count)]
    table = Table(cells, repeatRows=1)
    table.setStyle(
        TableStyle(
            [
                ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.lightgrey),
                ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ]
        )
    )
    return table


def footer(canvas: object, document: object) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(25 * mm, 15 * mm, "Freight on three lines")
    canvas.drawRightString(185 * mm, 15 * mm, f"Page {document.page}")


def write_deck(path: Path, pictures: dict[str, Path], copies: int) -> None:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    names = list(pictures)
    for number in list(range(SLIDES)) * copies:
        slide = deck.slides.add_slide(deck.slide_layouts[0 if number == 0 else 5])
        slide.shapes.title.text = text(9, 3 * number).rstrip(".")
        slide.notes_slide.notes_text_frame.text = "\n\n".join([text(35), text(30), text(20)])
        if 2 <= number < 2 + len(names):
            slide.shapes.add_picture(str(pictures[names[number - 2]]), Inches(1), Inches(1.8))
        elif number in (8, 9):
            deck_table(slide, *TABLES[number - 7])
        elif number:
            frame = slide.shapes.add_textbox(Inches(1), Inches(2), Inches(11), Inches(4)).text_frame
            for point in range(4):
                paragraph = frame.paragraphs[0] if point == 0 else frame.add_paragraph()
                paragraph.text = POINTS
                paragraph.font.size = Pt(22)
    deck.save(path)


def deck_table(slide: object, header: list[str], count: int) -> None:
    rows = rows_of(header, count)
    place = (Inches(1), Inches(2), Inches(11), Inches(3))
    table = slide.shapes.add_table(len(rows), len(header), *place).table
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build"))
    parser.add_argument("--copies", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    pictures = draw_charts(options.out)
    write_paper(options.out / "plain.pdf", pictures, options.copies)
    write_deck(options.out / "plain.pptx", pictures, options.copies)


if __name__ == "__main__":
    main()
