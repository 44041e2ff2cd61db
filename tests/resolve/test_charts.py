from __future__ import annotations

from decimal import Decimal

import pytest

from builder.model.chart import MUTED, ResolvedChart
from builder.model.figure import Hedge, Moment
from builder.model.text import Line, Run, plain
from tests.resolve.making import chart, figure, formula, table, words

SEA = figure("sea", "860", "tonnes", label="By sea")
RAIL = figure("rail", "310", "tonnes", label="By rail", hedge=Hedge.AT_LEAST)
ROAD = figure("road", "245", "tonnes", label="By road")
MODES = (SEA, RAIL, ROAD)
NAMES = ("sea", "rail", "road")

YEARS = table("years", "year,sea,rail\n2021,860,310\n2022,900.5,\n2023,950,330")
LONG = table("long", "month,mode,value\n2024-01,Sea,5\n2024-01,Rail,6\n2024-02,Sea,7")
PLACES = table("places", "town,size,cost,people,side\nA-1,10,20,5,East\nB-2,30,50,9,West")


def labels(chart: ResolvedChart) -> list[list[str]]:
    return [[datum.label.text for datum in series.data] for series in chart.series]


def texts(line: Line) -> list[str]:
    return [run.text for run in line]


def test_a_ranking_is_ordered_labelled_and_highlighted() -> None:
    made = chart("bar", *MODES, figures=NAMES, order="ascending", highlight=("rail",))
    assert texts(made.categories) == ["By road", "By rail", "By sea"]
    assert labels(made) == [["245", "≥310", "860"]]
    assert [datum.emphasised for datum in made.series[0].data] == [False, True, False]
    owner = made.series[0].data[1].label.owner
    assert owner is not None
    assert (owner.kind, owner.id, owner.form) == ("figure", "rail", "short")
    assert made.value_axis is not None
    assert not made.value_axis.shown


def test_without_a_highlight_everything_stands_out() -> None:
    made = chart("column", *MODES, figures=NAMES)
    assert all(datum.emphasised for datum in made.series[0].data)
    assert made.series[0].colour == 0


def test_words_given_as_labels_replace_those_of_figures_and_can_be_highlighted() -> None:
    made = chart(
        "bar", *MODES, figures=NAMES, labels=(("sea", words("Ships")),), highlight=("Ships",)
    )
    assert texts(made.categories) == ["Ships", "By rail", "By road"]
    assert [datum.emphasised for datum in made.series[0].data] == [True, False, False]


def test_groups_make_series_and_a_highlighted_series_mutes_the_others() -> None:
    made = chart(
        "grouped",
        *MODES,
        categories=(words("Then"), words("Now")),
        groups=(("Water", ("sea", "sea")), ("Land", ("rail", "road"))),
        highlight=("Land",),
    )
    assert [series.name.text for series in made.series] == ["Water", "Land"]
    assert [series.colour for series in made.series] == [MUTED, 0]
    assert labels(made) == [["860", "860"], ["≥310", "245"]]


def test_a_stack_is_totalled_by_the_formula_that_adds_it_up_or_by_the_chart() -> None:
    made = chart(
        "stacked",
        *MODES,
        formula("goods", "sea + road"),
        categories=(words("Exact"), words("Hedged"), words("Twice")),
        groups=(("One", ("sea", "sea", "sea")), ("Two", ("road", "rail", "sea"))),
    )
    owners = [total.label.owner for total in made.totals]
    assert [total.label.text for total in made.totals] == ["1,105", "≥1,170", "1,720"]
    assert [(o.kind, o.id) for o in owners if o] == [
        ("figure", "goods"),
        ("cell", "one!total/2"),
        ("cell", "one!total/3"),
    ]
    assert made.value_axis is not None
    assert made.value_axis.max >= 1720


def test_shares_that_come_to_the_whole_need_no_totals() -> None:
    shares = [figure("a", "90", "%"), figure("b", "10", "%")]
    made = chart(
        "stacked", *shares, categories=(words("All"),), groups=(("A", ("a",)), ("B", ("b",)))
    )
    assert made.totals == ()
    assert made.number_format == '#,##0"%"'
    assert made.value_axis is not None
    assert made.value_axis.ticks[-1].label.text == "100%"


def test_a_line_from_a_table_keeps_a_missing_cell_as_a_gap() -> None:
    made = chart("line", data=(YEARS,), table="years", x="year", y=("sea", "rail"))
    assert texts(made.categories) == ["2021", "2022", "2023"]
    assert [datum.value for datum in made.series[1].data] == [310, None, 330]
    assert labels(made) == [["860", "900.5", "950"], ["310", "", "330"]]
    owner = made.series[0].data[1].label.owner
    assert owner is not None
    assert (owner.kind, owner.id) == ("cell", "years!2/sea")
    assert made.number_format == "#,##0.0"
    assert made.value_axis is not None
    assert made.value_axis.shown


def test_a_table_with_a_row_for_each_value_is_turned_into_series() -> None:
    made = chart("line", data=(LONG,), table="long", x="month", y=("value",), series="mode")
    assert texts(made.categories) == ["Jan\u00a02024", "Feb\u00a02024"]
    assert [series.name.text for series in made.series] == ["Sea", "Rail"]
    assert [datum.value for datum in made.series[1].data] == [6, None]


def test_a_doughnut_shows_its_highlighted_part_in_the_middle() -> None:
    shares = [figure("a", "90", "%", label="China"), figure("b", "10", "%", label="Others")]
    made = chart("doughnut", *shares, figures=("a", "b"), highlight=("a",))
    assert texts(made.centre) == ["90%", "China"]
    assert made.value_axis is None
    assert chart("doughnut", *shares, figures=("a", "b")).centre == ()


def test_points_have_two_axes_labels_and_groups() -> None:
    made = chart(
        "bubble",
        data=(PLACES,),
        table="places",
        x="size",
        y=("cost",),
        size="people",
        label="town",
        series="side",
        unit="%",
        highlight=("East",),
    )
    first = made.points[0]
    assert (first.label.text, first.x.label.text, first.y.label.text) == ("A-1", "10", "20%")
    assert first.size is not None
    assert first.size.value == 5
    assert texts(made.groups) == ["East", "West"]
    assert [point.group for point in made.points] == [0, 1]
    assert [point.y.emphasised for point in made.points] == [True, False]
    assert made.x_axis is not None
    assert made.value_axis is not None
    assert (made.x_axis.ticks[0].label.text, made.value_axis.ticks[0].label.text) == ("0", "0%")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en-GB", "Area: Inhabitants; 5 to 9"),
        ("de", "Fläche: Inhabitants; 5 bis 9"),
        ("fr", "Surface\u202f: Inhabitants\u202f; 5 à 9"),
        ("uk", "Площа: Inhabitants; від 5 до 9"),
    ],
)
def test_a_note_says_what_the_areas_of_bubbles_mean(language: str, said: str) -> None:
    keys = {"data": (PLACES,), "table": "places", "x": "size", "y": ("cost",), "size": "people"}
    labels = (("people", words("Inhabitants")),)
    made = [
        chart("bubble", language=language, labels=labels, note=note, **keys)
        for note in ((), words("Towns alone."))
    ]
    assert [plain(each.note) for each in made] == [said, f"Towns alone. {said}"]


def test_a_scatter_has_no_sizes() -> None:
    made = chart("scatter", data=(PLACES,), table="places", x="size", y=("cost",))
    assert [point.size for point in made.points] == [None, None]
    assert made.groups == ()


def test_a_timeline_is_ordered_by_date() -> None:
    made = chart(
        "timeline",
        figure("later", Moment(2024, 9), label="It ends"),
        figure("sooner", Moment(2023, 2, 5), label="It begins"),
        figures=("later", "sooner"),
        labels=(("later", words("The end")),),
    )
    assert [(event.date.text, plain(event.label)) for event in made.events] == [
        ("5\u00a0February 2023", "It begins"),
        ("September\u00a02024", "The end"),
    ]


@pytest.mark.parametrize(
    ("figures", "keys", "number_format"),
    [
        (MODES, {}, "#,##0"),
        ((RAIL,), {}, '"≥"#,##0'),
        ((figure("a", "240", "USD bn", hedge=Hedge.MORE_THAN),), {}, '">$"#,##0"bn"'),
        ((figure("a", "2.75", "times"),), {}, '#,##0.00"×"'),
        ((figure("a", "2.75", "times", decimals=1),), {}, '#,##0.0"×"'),
        ((figure("a", "240", "USD bn"),), {"number_format": "number"}, "#,##0"),
        ((figure("a", "240", "USD bn"),), {"language": "fr"}, '#,##0"\u00a0Md$"'),
    ],
)
def test_spreadsheets_print_values_as_the_labels_do(
    figures: tuple[object, ...], keys: dict[str, object], number_format: str
) -> None:
    names = tuple(one.id for one in figures)  # type: ignore[attr-defined]
    made = chart("bar", *figures, figures=names, **keys)  # type: ignore[arg-type]
    assert made.number_format == number_format


def test_a_plotted_value_is_the_one_that_is_printed() -> None:
    made = chart("bar", formula("a", "sea / road"), SEA, ROAD, figures=("a",))
    assert made.series[0].data[0].value == Decimal("3.5")
    assert labels(made) == [["3.5"]]


def test_the_source_line_names_each_source_once() -> None:
    made = chart("bar", *MODES, figures=NAMES, source=("count", "nobody", "survey"))
    assert plain(made.source_line) == "Source: Survey; Count of 2024; not stated."
    owners = [run.owner.id for run in made.source_line if run.owner]
    assert owners == ["Count of 2024"]


@pytest.mark.parametrize(
    ("language", "alt", "source"),
    [
        (
            "en-GB",
            "Bar chart. By sea, 860 tonnes; By rail, at least 310 tonnes. Source: Survey.",
            "Source: Survey.",
        ),
        (
            "de",
            "Balkendiagramm. By sea, 860 Tonnen; By rail, mindestens 310 Tonnen. Quelle: Survey.",
            "Quelle: Survey.",
        ),
        (
            "fr",
            "Diagramme à barres. By sea, 860 tonnes\u202f; By rail, au moins 310 tonnes. "
            "Source\u202f: Survey.",
            "Source\u202f: Survey.",
        ),
        (
            "uk",
            "Лінійчата діаграма. By sea, 860 метричних тонн; By rail, щонайменше 310 метричних "
            "тонн. Джерело: Survey.",
            "Джерело: Survey.",
        ),
    ],
)
def test_an_alt_text_is_made_from_the_data_in_the_briefing_s_language(
    language: str, alt: str, source: str
) -> None:
    made = chart("bar", SEA, RAIL, figures=("sea", "rail"), language=language)
    assert plain(made.alt).replace("\u00a0", " ") == alt
    assert plain(made.source_line) == source


def test_alt_texts_say_series_points_and_events() -> None:
    line = chart("line", data=(YEARS,), table="years", x="year", y=("sea", "rail"))
    assert plain(line.alt) == (
        "Line chart. From 2021 to 2023. sea, from 860 to 950, rising throughout; rail, from 310 to "
        "330. All 5 values are in the chart’s data. Source: Survey."
    )
    scatter = chart("scatter", data=(PLACES,), table="places", x="size", y=("cost",), label="town")
    assert plain(scatter.alt) == (
        "Scatter chart. A-1: size 10, cost 20. B-2: size 30, cost 50. Source: Survey."
    )
    date = figure("end", Moment(2024, 9), label="It ends")
    timeline = chart("timeline", date, figures=("end",), title=words("How did it end?"))
    assert plain(timeline.alt) == ("Timeline. September\u00a02024: It ends. Source: Survey.")


def test_a_long_series_is_summed_up() -> None:
    rows = "\n".join(f"{year},{abs(year - 2010)}" for year in range(2000, 2024))
    long = table("long", f"year,value\n{rows}")
    made = chart("line", data=(long,), table="long", x="year", y=("value",))
    assert plain(made.alt) == (
        "Line chart. From 10 (2000) to 13 (2023). Lowest: 0 (2010). All 24 values are in the "
        "chart’s data. Source: Survey."
    )
    assert all(run.owner for run in made.alt if any(c.isdigit() for c in run.text))
    points = chart("scatter", data=(long,), table="long", x="year", y=("value",))
    assert plain(points.alt) == (
        "Scatter chart. year, from 2000 to 2023. value, from 0 to 13. All 24 values are in the "
        "chart’s data. Source: Survey."
    )


def test_an_author_s_alt_text_is_kept() -> None:
    made = chart("bar", SEA, figures=("sea",), alt=words("One bar."))
    assert made.alt == (Run("One bar."),)


TOWNS = table("towns", "town,size,cost,side\nA,1,2,East\nB,3,5,West\nC,4,4,West\nD,5,6,North")


@pytest.mark.parametrize(
    ("highlight", "series", "coloured", "named"),
    [
        ((), "side", "ABCD", "ABCD"),
        ((), "", "ABCD", "ABCD"),
        (("B",), "", "B", "B"),
        # A legend is true only where all marks of a group are of one colour.
        (("B",), "side", "ABCD", "B"),
        (("A", "D"), "side", "AD", "AD"),
        (("West",), "side", "BC", "BC"),
        (("West", "A"), "side", "ABC", "ABC"),
        (("West", "B"), "side", "BC", "BC"),
    ],
)
def test_which_points_are_coloured_and_which_are_named_is_settled_once(
    highlight: tuple[str, ...], series: str, coloured: str, named: str
) -> None:
    made = chart(
        "scatter",
        data=(TOWNS,),
        table="towns",
        x="size",
        y=("cost",),
        label="town",
        series=series,
        highlight=highlight,
    )
    assert "".join(point.label.text for point in made.points if point.coloured) == coloured
    assert "".join(point.label.text for point in made.points if point.named) == named


def test_axes_of_points_are_called_by_their_columns_unless_their_titles_are_given() -> None:
    given = {"data": (TOWNS,), "table": "towns", "x": "size", "y": ("cost",)}
    made = chart("scatter", **given)
    assert made.x_axis is not None
    assert made.value_axis is not None
    assert (texts(made.x_axis.title), texts(made.value_axis.title)) == (["size"], ["cost"])
    called = chart("scatter", **given, labels=(("cost", words("Cost, $")),))
    assert called.value_axis is not None
    assert texts(called.value_axis.title) == ["Cost, $"]


def test_names_of_data_are_held_together_where_prose_holds_them() -> None:
    held = table(
        "held", "size,towns\nTowns of 500 000 and more,7\nOpened on 14 March,5\nNo. 5 of,4"
    )
    made = chart("bar", table="held", x="size", y=("towns",), data=(held,))
    assert texts(made.categories) == [
        "Towns of 500\u00a0000 and more",
        "Opened on 14\u00a0March",
        "No.\u00a05 of",
    ]


@pytest.mark.parametrize("kind", ["stacked", "stacked_bar", "percent_bar", "marimekko"])
def test_totals_have_the_decimals_of_the_finest_part_of_all_in_print_and_aloud(kind: str) -> None:
    mixed = table(
        "mixed", "town,sea,rail\nKiel,12,3.5\nRiga,31.5,38.5\nGdansk,0.25,7.75\nBar,1,2\n"
    )
    keys = {"table": "mixed", "x": "town", "y": ("sea", "rail"), "unit": "t"}
    made = chart(kind, data=(mixed,), **keys)
    assert [total.label.text for total in made.totals] == ["15.50", "70.00", "8.00", "3.00"]
    assert "Riga, 70.00" in plain(made.alt)
