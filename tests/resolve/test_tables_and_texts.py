from __future__ import annotations

from typing import Any

import pytest

from builder.language.dates import word
from builder.language.language import LANGUAGES, module_of
from builder.model.blocks import Paragraph, Section, TableUse
from builder.model.briefing import Briefing
from builder.model.figure import Hedge, Moment
from builder.model.table import ResolvedTable, TableSpec
from builder.model.text import FigureUse, NoteMark, Owner, Run, Text, mapped, plain, texts_of
from builder.problems import Place
from tests.resolve.making import content, figure, resolved, table, words

HERE = Place("sections/one.md", 4, 2)
DRONES = figure("drones", "3700", "drones", hedge=Hedge.MORE_THAN, as_of=Moment(2024, 9))
BEGUN = figure("begun", Moment(2023, 9), label="It begins")


def use(name: str, *forms: str, **setting: Any) -> FigureUse:
    return FigureUse(name, forms, HERE, **setting)


def printed(text: Text, *figures: Any, language: str = "en-GB") -> tuple[Run, ...]:
    made = resolved(content(*(figures or (DRONES, BEGUN)), text=text, language=language))
    paragraph = made.sections[0].blocks[0]
    assert isinstance(paragraph, Paragraph)
    return tuple(run for run in paragraph.text if isinstance(run, Run))


def set_table(spec: TableSpec, *figures: Any, **keys: Any) -> ResolvedTable:
    block = TableUse(spec.name, HERE)
    one = Section("one", words("One"), (block,), (), (), HERE)
    made = resolved(content(*figures, tables=(spec,), sections=(one,), **keys))
    return made.tables[spec.name]


def rows(made: ResolvedTable) -> list[list[str]]:
    return [[plain(cell) for cell in row] for row in made.rows]


@pytest.mark.parametrize(
    ("forms", "text", "form"),
    [
        ((), "more than 3,700\u00a0drones", "full"),
        (("number",), "more than 3,700", "number"),
        (("short",), ">3,700", "short"),
        (("capital",), "More than 3,700\u00a0drones", "capital"),
        (("bare", "number"), "3,700", "bare|number"),
        (("words", "capital"), "More than three thousand seven hundred drones", "words|capital"),
        (("label",), "Drones", "label"),
        (("as_of",), "September\u00a02024", "as_of"),
    ],
)
def test_a_printed_figure_is_one_run_that_it_owns(
    forms: tuple[str, ...], text: str, form: str
) -> None:
    (run,) = printed((use("drones", *forms),))
    assert (run.text, run.owner) == (text, Owner("figure", "drones", form))


def test_a_printed_figure_is_set_as_it_was_asked_for() -> None:
    (run,) = printed((use("drones", strong=True, emphasis=True, link="#a", claim=None),))
    assert (run.strong, run.emphasis, run.link, run.place) == (True, True, "#a", HERE)


def test_a_label_may_use_figures_which_keep_their_owners() -> None:
    label = (Run("Built since "), use("begun", "short"))
    built = figure("built", "5", texts={"label": label})
    first, second = printed((use("built", "label", "capital"),), built, BEGUN)
    assert (first.text, first.owner) == ("Built since ", Owner("figure", "built", "label"))
    assert (second.text, second.owner) == (
        "Sept\u00a02023",
        Owner("figure", "begun", "short"),
    )


def test_notes_are_numbered_by_the_first_mark_in_reading_order_tables_included() -> None:
    def mark(key: str) -> NoteMark:
        return NoteMark(key, HERE)

    cells = TableSpec("t", (), header=(words("H"),), cells=(((Run("x"), mark("b")),),))
    blocks = (
        Paragraph((Run("one"), mark("c")), HERE),
        TableUse("t", HERE),
        Paragraph((mark("a"), mark("c")), HERE),
    )
    notes = (
        ("a", words("A")),
        ("b", (*words("B"), mark("d"))),
        ("c", words("C")),
        ("d", words("D")),
    )
    section = Section("one", words("One"), blocks, (), notes, HERE)
    made = resolved(content(tables=(cells,), sections=(section,)))
    assert [(note.number, plain(note.text)) for note in made.notes] == [
        (1, "C"),
        (2, "B"),
        (3, "A"),
        (4, "D"),
    ]
    assert [run.note for text in texts_of(made.sections[0].blocks) for run in text][1:] == [1, 3, 1]  # type: ignore[union-attr]
    assert made.tables["t"].rows[0][0][1].note == 2


def test_a_table_of_figures_has_its_columns_in_the_language() -> None:
    made = set_table(TableSpec("t", (), figures=("drones", "begun")), DRONES, BEGUN, language="de")
    assert [plain(column.header) for column in made.columns] == [
        "Gegenstand",
        "Zahl",
        "Stand",
        "Quelle",
        "Verlässlichkeit",
    ]
    assert [column.align for column in made.columns][:2] == ["left", "right"]
    assert rows(made) == [
        ["Drones", "mehr als 3.700\u00a0drones", "September\u00a02024", "Survey", "–"],
        ["It begins", "September\u00a02023", "–", "Survey", "–"],
    ]
    assert made.sources == ("survey",)


def test_numbers_of_a_data_file_are_printed_with_their_own_decimals() -> None:
    data = table("t", "mode,2023,note\nSea,12345.50,about\nRail,-310,\n")
    spec = TableSpec("t", (), data="t", source=("count",))
    made = set_table(spec, data=(data,), language="fr")
    assert rows(made) == [["Sea", "12\u202f345,50", "about"], ["Rail", "−310", "–"]]
    assert [column.align for column in made.columns] == ["left", "right", "left"]
    assert made.columns[1].header[0].owner == Owner("cell", "t!header/2023")
    assert made.rows[1][1][0].owner == Owner("cell", "t!2/2023")
    assert made.sources == ("count",)


def test_columns_are_chosen_and_named_by_the_author_and_years_left_as_they_are() -> None:
    data = table("t", "id,year,count\na,2023,1500\nb,2024,\n")
    columns = (("count", words("How many")), ("year", ()))
    made = set_table(TableSpec("t", (), data="t", columns=(("id", ()), *columns)), data=(data,))
    assert [plain(column.header) for column in made.columns] == ["id", "How many", "year"]
    assert rows(made) == [["a", "1,500", "2023"], ["b", "–", "2024"]]


def test_a_column_of_nothing_but_years_is_printed_as_typed_whatever_it_is_called() -> None:
    data = table("t", "hospital,Opened,beds\nAshby,1951,1951\nCutler,2010,12\nDorsey,,40\n")
    made = set_table(TableSpec("t", (), data="t"), data=(data,))
    assert rows(made) == [
        ["Ashby", "1951", "1,951"],
        ["Cutler", "2010", "12"],
        ["Dorsey", "–", "40"],
    ]


def test_a_column_of_nothing_but_figures_is_set_to_the_right() -> None:
    spec = TableSpec(
        "t",
        words("Caption"),
        header=(words("What"), words("How many"), words("Mixed")),
        cells=(
            (words("Drones"), (use("drones"),), (use("drones"), Run(" or so"))),
            (words("None"), (), words("none")),
            (words("Not counted"), words("–"), words("–")),
        ),
    )
    made = set_table(spec, DRONES)
    assert [column.align for column in made.columns] == ["left", "right", "left"]
    assert made.sources == ("survey",)


def test_the_walk_reaches_every_text_and_leaves_the_rest_alone() -> None:
    section = Section("one", words("One"), (Paragraph(words("two"), HERE),), (), (), HERE)
    shouted = mapped(section, lambda text: tuple(Run(plain(text).upper()) for _ in text))
    assert [plain(text) for text in texts_of(shouted)] == ["ONE", "TWO"]
    assert shouted.place == section.place


def test_the_real_words_of_a_briefing_stand_on_its_forms() -> None:
    made: Briefing = resolved(content(DRONES, BEGUN))
    assert {key: plain(line) for key, line in made.printed["begun"].items()} == {
        "full": "September\u00a02023",
        "number": "09/2023",
        "short": "Sept\u00a02023",
        "hedge": "",
        "unit": "",
        "as_of": "",
        "label": "It begins",
    }
    assert made.figures["drones"].label == "Drones"


def test_every_fixed_word_has_the_same_places_in_every_language() -> None:
    import string

    tables = [module_of(language).WORDS for language in LANGUAGES]
    assert len({frozenset(table) for table in tables}) == 1
    for key in tables[0]:
        row = [table[key] for table in tables]
        places = {
            frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)
            for text in row
        }
        assert len(places) == 1, key
    assert word("fr-CA", "page_of", page=1, pages=3) == "Page 1 sur 3"
