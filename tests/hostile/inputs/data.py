"""Data: YAML, figures, formulas, tables and numbers that are too many, too deep or too large."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Final

from tests.hostile.case import hostile, small

_SHIPS: Final = "  unit: ships\n  as_of: 2024\n  source: survey\n"
_POINT: Final = "\n\n:::{slide} Some ships\n:figures: freight_sea, berths\n\n- A point\n:::\n"


def _figures(folder: Path, more: Iterable[str]) -> Path:
    """Add figures to a sound briefing."""
    content = small(folder)
    _add(content / "figures.yaml", more)
    return content


def _add(file: Path, more: Iterable[str]) -> None:
    with file.open("a", encoding="utf-8") as written:
        written.writelines(more)


def _number(value: str) -> str:
    return f"odd:\n  label: A number\n  value: {value}\n{_SHIPS}"


def _formula(text: str, name: str = "odd") -> str:
    return f"{name}:\n  label: A number\n  formula: {text}\n"


def _used(content: Path, names: Iterable[str]) -> None:
    """Print figures in the text of the first section, ten to a paragraph."""
    section = content / "sections" / "freight.md"
    uses = [f"There are {{{{ {name} }}}} here." for name in names]
    paragraphs = (" ".join(uses[at : at + 10]) for at in range(0, len(uses), 10))
    before, slide, after = section.read_text("utf-8").partition("::::{slide}")
    text = "".join(f"{paragraph}\n\n" for paragraph in paragraphs)
    section.write_text(f"{before}{text}{slide}{after}", "utf-8")


# YAML


@hostile("content/figures.yaml:54:24: error: nested too deeply", "never deeper than 20")
def brackets_within_brackets(folder: Path) -> None:
    _figures(folder, ["x: ", "[" * 100_000])


@hostile("content/figures.yaml:54:", "nested too deeply")
def mappings_within_mappings(folder: Path) -> None:
    _figures(folder, ["x: ", "{a: " * 100_000])


@hostile("content/figures.yaml:", "nested too deeply")
def keys_below_keys(folder: Path) -> None:
    _figures(folder, [" " * at + "a:\n" for at in range(1_000)])


@hostile("nested too deeply")
def lists_within_lists(folder: Path) -> None:
    _figures(folder, ["x:\n", "- " * 20_000, "a\n"])


@hostile('a YAML alias "*a"', "write the value out")
def a_billion_laughs(folder: Path) -> None:
    names = "abcdefghij"
    lines = ["a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"]
    lines += [
        f"{one}: &{one} [{', '.join([f'*{before}'] * 9)}]\n" for before, one in pairwise(names)
    ]
    _figures(folder, lines)


@hostile('a YAML alias "*a"')
def an_alias_of_itself(folder: Path) -> None:
    _figures(folder, ["x: &a [*a]\n"])


@hostile("a YAML alias")
def a_merge_key(folder: Path) -> None:
    _figures(folder, ["x: &a {label: b}\ny:\n  <<: *a\n"])


@hostile('a YAML tag "!!python/object/apply:os.system"')
def a_tag_that_would_run(folder: Path) -> None:
    _figures(folder, ["x: !!python/object/apply:os.system ['touch owned']\n"])


@hostile("a second document")
def documents_without_end(folder: Path) -> None:
    _figures(folder, ["---\na: b\n" * 100_000])


@hostile('"berths" is defined twice', "problems to mend", heavy=True)
def a_key_100000_times(folder: Path) -> None:
    _figures(folder, ["berths: 1\n" * 100_000])


@hostile("more than 100,000 values in one file", heavy=True)
def keys_by_the_300000(folder: Path) -> None:
    _figures(folder, [f"k{at}: 1\n" for at in range(300_000)])


# Numbers


@hostile('figure "odd" needs 79 digits to print', "at most 27 can be printed")
def a_value_of_79_digits(folder: Path) -> None:
    _figures(folder, [_number("9" * 79)])


@hostile('figure "odd" needs 31 digits to print')
def ten_to_the_thirtieth(folder: Path) -> None:
    _figures(folder, [_number("1" + "0" * 30)])


@hostile('figure "odd" needs 401 digits to print')
def a_value_too_near_to_zero(folder: Path) -> None:
    _figures(folder, [_number("0." + "0" * 399 + "1")])


@hostile('figure "odd" needs 3000000 digits to print')
def a_value_of_3_million_digits(folder: Path) -> None:
    _figures(folder, [_number("9" * 3_000_000)])


def _not_a_number(name: str, written: str, said: str) -> None:
    def make(folder: Path) -> None:
        _figures(folder, [_number(written)])

    make.__name__ = name
    hostile(said, "expected a number such as 3700 or 48.5", heavy=True)(make)


for _name, _written in {
    "an_exponent": "1e999999999",
    "not_a_number": ".nan",
    "infinity": "-.inf",
    "infinity_in_words": "Infinity",
    "an_underline": "1_000",
    "hexadecimal_digits": "0x1F",
    "octal_digits": "0o17",
    "sexagesimal_digits": "190:20:30",
    "full_width_digits": "４００",
    "arabic_digits": "٤٠٠",
    "a_plus_sign": "+5",
    "a_month_that_is_none": "99999-13",
}.items():
    _not_a_number(_name, _written, f'value: "{_written}" is not a number or a date')


@hostile('value: "-0" is zero with a minus sign', "write 0")
def a_negative_zero(folder: Path) -> None:
    _figures(folder, [_number("-0")])


@hostile('binding_mm: "-0" is zero with a minus sign', "write 0")
def a_negative_zero_of_millimetres(folder: Path) -> None:
    path = small(folder) / "briefing.yaml"
    text = path.read_text("utf-8").replace("page: A4", "page: {size: A4, binding_mm: -0}")
    path.write_text(text, "utf-8")


@hostile('"-0.0" in column "thousand_tonnes" is zero with a minus sign')
def a_negative_zero_in_a_cell(folder: Path) -> None:
    (small(folder) / "data" / "freight.csv").write_text(
        "mode,thousand_tonnes\nSea,61\nRail,-0.0\nRoad,9\n", "utf-8"
    )


@hostile("in column", "needs 500 digits to print", never=("Infinity", "inf "))
def a_cell_of_500_digits_in_a_chart(folder: Path) -> None:
    (small(folder) / "data" / "passengers.csv").write_text(
        f"year,passengers\n2019,{'9' * 500}\n2020,120\n2021,310\n", "utf-8"
    )


@hostile('value: "0000" is not in the calendar')
def the_year_zero(folder: Path) -> None:
    _figures(folder, ["odd:\n  label: A day\n  value: 0000\n  source: survey\n"])


@hostile("decimals: 1000000000 are more than can be printed", "at most 27 digits")
def a_billion_decimals(folder: Path) -> None:
    _figures(folder, [_number("5") + "  decimals: 1000000000\n"])


@hostile("are more than can be printed")
def decimals_of_5000_digits(folder: Path) -> None:
    _figures(folder, [_number("5") + f"  decimals: {'9' * 5_000}\n"])


@hostile("divides by", "which is 0")
def a_division_by_zero(folder: Path) -> None:
    _figures(folder, [_formula("berths / (berths - berths)")])


@hostile("needs 54 digits to print", never=("E+",))
def a_product_too_large(folder: Path) -> None:
    _figures(folder, [_number("9" * 27), _formula("odd * odd", "square")])


@hostile("too large, or too near to 0")
def a_product_that_overflows(folder: Path) -> None:
    products = ["odd"]
    for _ in range(15):
        products.append(f"({products[-1]}*{products[-1]})")
    product = f"{products[15]}*{products[13]}".replace("odd", "o")
    _figures(folder, [_number("9" * 27).replace("odd", "o"), _formula(product)])


@hostile("axis step 0.000000000001 makes too many ticks", "at most 40 can be told apart")
def a_billion_ticks(folder: Path) -> None:
    content = small(folder)
    charts = content / "charts.yaml"
    text = charts.read_text("utf-8")
    charts.write_text(text.replace("step: 100", "step: 0.000000000001"), "utf-8")


@hostile("axis max", "digits to print")
def an_axis_of_400_digits(folder: Path) -> None:
    content = small(folder)
    charts = content / "charts.yaml"
    charts.write_text(charts.read_text("utf-8").replace("max: 400", f"max: {'9' * 400}"), "utf-8")


# Formulas


@hostile("formula", "cannot be read")
def parentheses_10000_deep(folder: Path) -> None:
    _figures(folder, [_formula("(" * 10_000 + "berths" + ")" * 10_000)])


@hostile("formula is nested too deeply", "at most 150 operations")
def a_sum_of_10000_terms(folder: Path) -> None:
    _figures(folder, [_formula(" + ".join(["berths"] * 10_000))])


@hostile("formula has", "at most 200000 can be read")
def a_formula_of_a_megabyte(folder: Path) -> None:
    _figures(folder, [_formula(" + ".join(["berths"] * 120_000))])


@hostile("comes to a number that is too large")
def a_tower_of_powers(folder: Path) -> None:
    _figures(folder, [_formula("9 ** 9 ** 9 ** 9")])


@hostile('"odd" depends on itself')
def a_formula_of_itself(folder: Path) -> None:
    _figures(folder, [_formula("odd + 1")])


@hostile("depends on itself", "(2,991 more)")
def a_circle_of_3000_formulas(folder: Path) -> None:
    _figures(folder, [_formula(f"c{(at + 1) % 3_000} + 1", f"c{at}") for at in range(3_000)])


# Many


@hostile("build/norhaven.pdf", status=0, heavy=True)
def figures_by_the_5000_all_printed(folder: Path) -> None:
    ids = [f"many_{at}" for at in range(5_000)]
    content = _figures(
        folder,
        [f"{one}:\n  label: Ships\n  value: {at + 100}\n{_SHIPS}" for at, one in enumerate(ids)],
    )
    _used(content, ids)


@hostile("build/norhaven.pdf", status=0, heavy=True)
def figures_by_the_5000(folder: Path) -> None:
    ids = [f"many_{at}" for at in range(5_000)]
    _figures(
        folder,
        [f"{one}:\n  label: Ships\n  value: {at + 100}\n{_SHIPS}" for at, one in enumerate(ids)],
    )


def _chain(length: int) -> list[str]:
    first = f"chain_0:\n  label: Ships\n  value: 1\n{_SHIPS}"
    return [first] + [_formula(f"chain_{at - 1} + 1", f"chain_{at}") for at in range(1, length)]


@hostile("build/norhaven.pdf", status=0, heavy=True)
def a_chain_of_3000_formulas(folder: Path) -> None:
    _used(_figures(folder, _chain(3_000)), ["chain_2999"])


@hostile("build/norhaven.pdf", status=0, heavy=True)
def a_chain_of_3000_formulas_backwards(folder: Path) -> None:
    _figures(folder, reversed(_chain(3_000)))


@hostile("build/norhaven.pdf", status=0, heavy=True)
def figures_bound_to_a_table_of_100000_rows(folder: Path) -> None:
    content = small(folder)
    rows = "".join(f"Row {at},{at}\n" for at in range(100_000))
    (content / "data" / "long.csv").write_text(f"name,count\n{rows}", "utf-8")
    _add(
        content / "figures.yaml",
        [
            f"row_{at}:\n  label: A count\n  cell: {{table: long, row: {{name: Row {at * 99}}},"
            f" column: count}}\n{_SHIPS}"
            for at in range(1_000)
        ],
    )


@hostile("more rows or cells than are read", heavy=True)
def a_table_of_a_million_rows(folder: Path) -> None:
    content = small(folder)
    rows = "".join(f"Row {at},{at}\n" for at in range(1_000_000))
    (content / "data" / "long.csv").write_text(f"name,count\n{rows}", "utf-8")


@hostile("build/norhaven.pdf", status=0, heavy=True)
def a_table_of_10000_columns(folder: Path) -> None:
    content = small(folder)
    wide = ",".join(f"c{at}" for at in range(10_000))
    cells = ",".join(str(at) for at in range(10_000))
    (content / "data" / "wide.csv").write_text(f"{wide}\n{cells}\n{cells}\n", "utf-8")


@hostile("a cell of more than 131,072 characters", heavy=True)
def a_cell_of_10_mb(folder: Path) -> None:
    content = small(folder)
    (content / "data" / "fat.csv").write_text(f"a,b\n1,{'x' * 10_000_000}\n", "utf-8")


@hostile("content/data/open.csv:2:1: error: a cell of more than", "end its quotes")
def an_open_quote_in_a_long_table(folder: Path) -> None:
    content = small(folder)
    rows = 'Row,"1\n' + "Row,1\n" * 100_000
    (content / "data" / "open.csv").write_text(f"name,count\n{rows}", "utf-8")


@hostile("unknown figure", "and 4,909 more", heavy=True)
def unknown_names_by_the_5000(folder: Path) -> None:
    ids = [f"many_{at}" for at in range(5_000)]
    content = _figures(
        folder,
        [f"{one}:\n  label: Ships\n  value: {at + 100}\n{_SHIPS}" for at, one in enumerate(ids)],
    )
    _used(content, [f"mny_{at}" for at in range(5_000)])


@hostile("build/norhaven.pdf", status=0, heavy=True)
def claims_with_5000_conditions(folder: Path) -> None:
    content = small(folder)
    claims = content / "claims.yaml"
    text = claims.read_text("utf-8")
    more = " and ".join(f"berths > {at % 1_000}" for at in range(5_000))
    claims.write_text(text.replace("berths >= 200", f"berths >= 200 and {more}"), "utf-8")


@hostile("build/norhaven.pdf", status=0, heavy=True)
def a_whole_of_5000_parts(folder: Path) -> None:
    ids = [f"part_{at}" for at in range(5_000)]
    parts = [f"{one}:\n  label: Ships\n  value: 1\n{_SHIPS}" for one in ids]
    whole = f"all_of_them:\n  label: Ships\n  value: 5000\n{_SHIPS}  parts: [{', '.join(ids)}]\n"
    _figures(folder, [*parts, whole])


def _plotted(folder: Path, kind: str, rows: int) -> None:
    content = small(folder)
    values = "".join(f"{at},{at * 7919 % 1000}\n" for at in range(rows))
    (content / "data" / "passengers.csv").write_text(f"year,passengers\n{values}", "utf-8")
    charts = content / "charts.yaml"
    text = charts.read_text("utf-8").replace("kind: line", f"kind: {kind}")
    charts.write_text(text.replace("max: 400, step: 100", "max: 1000, step: 100"), "utf-8")
    section = content / "sections" / "passengers.md"
    table = section.read_text("utf-8").partition(":::{table}")[2].partition(":::\n")[0]
    section.write_text(section.read_text("utf-8").replace(f":::{{table}}{table}:::\n", ""), "utf-8")


@hostile('chart "passengers_years" plots 100,000 values', "at most 5,000 are drawn", heavy=True)
def points_by_the_100000(folder: Path) -> None:
    _plotted(folder, "scatter", 100_000)


@hostile("build/norhaven.pdf", status=0, heavy=True)
def points_by_the_5000(folder: Path) -> None:
    _plotted(folder, "scatter", 5_000)


@hostile('the table "passengers" has 100,000 rows of 2 columns to print', heavy=True)
def a_table_of_100000_rows_to_print(folder: Path) -> None:
    content = small(folder)
    values = "".join(f"{at},{at * 7919 % 1000}\n" for at in range(100_000))
    (content / "data" / "passengers.csv").write_text(f"year,passengers\n{values}", "utf-8")
    charts = content / "charts.yaml"
    kept = charts.read_text("utf-8").replace("table: passengers", "figures: [freight_sea]")
    charts.write_text(kept, "utf-8")


@hostile("build/norhaven.pdf", status=0, heavy=True)
def a_table_of_10000_rows_to_print(folder: Path) -> None:
    content = small(folder)
    values = "".join(f"Day {at},{at * 7919 % 1000}\n" for at in range(10_000))
    (content / "data" / "days.csv").write_text(f"day,passengers\n{values}", "utf-8")
    section = content / "sections" / "passengers.md"
    text = section.read_text("utf-8").replace(
        ":::{callout}",
        ":::{table} days\n:caption: Passengers by day\n:source: statistics\n:::\n\n:::{callout}",
    )
    section.write_text(text, "utf-8")
