"""A nought that one cell of a series was typed with is printed of it in no chart of either file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
from ruamel.yaml import YAML

from builder.cli import run
from tests.finished import strings

pytestmark = pytest.mark.usefixtures("remembered")

CASES: Final[list[dict[str, Any]]] = YAML(typ="safe").load(
    Path(__file__).parent / "cases" / "noughts.yaml"
)


@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize("case", CASES, ids=lambda case: " ".join(case["cells"]))
def test_cells_of_a_series_have_no_noughts_that_none_of_them_needs(
    case: dict[str, Any], long: bool, tmp_path: Path
) -> None:
    for name in ("sections", "data"):
        (tmp_path / name).mkdir()
    (tmp_path / "briefing.yaml").write_text(
        "title: Answers\nslug: p\nlanguage: en-GB\ndate: 2026-03\nsections: [one]\n"
    )
    rows = zip(("Au", "Wye", "Hay"), case["cells"], strict=True)
    (tmp_path / "data" / "t.csv").write_text(
        "place,who,share\n" + "".join(f"{name},All,{cell}\n" for name, cell in rows)
    )
    (tmp_path / "charts.yaml").write_text(
        "c: {kind: bar, title: Places, subtitle: Share, table: t, x: place, y: [share], "
        f'source: s, unit: "%", order: given{", series: who" if long else ""}}}\n'
    )
    (tmp_path / "sources.yaml").write_text("s: {title: A source}\n")
    (tmp_path / "sections" / "one.md").write_text(
        "# One\n\n:::{chart} c\n:::\n\n::::{slide} Places\n:::{chart} c\n:::\n::::\n"
    )
    assert run(["build", str(tmp_path), "--out", str(tmp_path)]) == 0
    for file in ("p.pdf", "p.pptx"):
        said = " ".join(strings(tmp_path / file)).split()
        assert all(each in said for each in case["printed"]), (file, said)
        wrong = {f"{cell}%" for cell in case["cells"] if cell} - {*case["printed"]}
        assert not wrong & {*said}
