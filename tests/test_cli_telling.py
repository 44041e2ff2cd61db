"""Properties of what is told of many problems: every kind, and how many more there are."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from builder import inspection
from builder.alike import FEW, MOST, MOST_OF_A_KIND, told
from builder.cli import run
from builder.cli.options import print_problems
from builder.problems import Place, Problem

SMALL = Path(__file__).parent / "cases" / "small"


def _unbound(count: int) -> list[Problem]:
    return [Problem(Place("a.md", n, 1), f'unbound number "{n}"') for n in range(1, count + 1)]


def test_few_problems_are_all_told_as_they_are() -> None:
    found = _unbound(MOST_OF_A_KIND)
    assert [str(each) for each in told(found)] == [str(problem) for problem in found]


def test_of_many_alike_some_are_told_and_the_number_of_the_others() -> None:
    shown = told(_unbound(25_000))
    assert len(shown) == MOST_OF_A_KIND
    assert str(shown[-1]).endswith("… and 24,980 more like it, the last at a.md:25000:1")
    assert [str(each) for each in shown[:-1]] == [str(p) for p in _unbound(MOST_OF_A_KIND - 1)]


def test_of_a_few_dozen_alike_every_place_is_told_with_what_it_quotes() -> None:
    found = [*_unbound(MOST_OF_A_KIND), Problem(Place("a.md", 30, 1), 'unbound number "7"')]
    found += [Problem(Place("b.md", 2, 5), 'unbound number "8"')]
    *_, last = told([*found, Problem(Place("b.md", 9, 1), 'unbound number "9"')])
    assert str(last).endswith('… and 3 more like it: a.md 30:1 "7"; b.md 2:5 "8", 9:1 "9"')


def test_no_place_is_lost() -> None:
    found = _unbound(25_000)
    every = [problem for each in told(found) for problem in (each.problem, *each.more)]
    assert sorted(every) == found


def test_programs_are_told_what_was_found_at_every_place(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_problems(tuple(_unbound(50)), "json")
    shown = json.loads(capsys.readouterr().err)
    more = [each for one in shown for each in one.get("more", ())]
    assert len(shown) + len(more) == 50
    assert [(each["line"], each["found"]) for each in more] == [
        (line, f'unbound number "{line}"') for line in range(MOST_OF_A_KIND + 1, 51)
    ]


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "no problems"), (1, "no errors, 1 warning"), (114, "no errors, 114 warnings")],
)
def test_a_check_ends_with_how_many_warnings_there_are(
    count: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    warnings = tuple(replace(each, severity="warning") for each in _unbound(count))
    monkeypatch.setattr(inspection, "check", lambda *_, **__: warnings)
    assert run(["check", str(SMALL)]) == 0
    assert capsys.readouterr().out == f"{SMALL}: {said}\n"


def _minor(count: int, file: str = "sections/a.md") -> list[Problem]:
    return [
        Problem(Place(file, n, 4), f'unbound number in words "w{n}"', "Name it.", "warning", True)
        for n in range(1, count + 1)
    ]


def test_small_numbers_in_words_of_a_section_are_told_in_one() -> None:
    other = Problem(Place("sections/a.md", 3, 1), "a comparison", severity="warning")
    shown = told([*_minor(5), other, *_minor(FEW, "sections/b.md")])
    assert str(shown[0]).splitlines() == [
        'sections/a.md:1:4: warning: unbound number in words "w1"',
        "  Name it.",
        '  … and 4 more like it: 2:4 "w2", 3:4 "w3", 4:4 "w4", 5:4 "w5"',
    ]
    assert [str(each) for each in shown[1:]] == [
        str(each) for each in (other, *_minor(FEW, "sections/b.md"))
    ]


def test_of_very_many_small_numbers_in_words_not_every_one_is_listed() -> None:
    (shown,) = told(_minor(500))
    assert len(shown.more) == 499
    assert str(shown).endswith('41:4 "w41", …')


def test_a_rare_kind_is_told_beside_many_of_another() -> None:
    rare = Problem(Place("b.md", 3, 1), 'unknown figure "ships"')
    assert rare in [each.problem for each in told([*_unbound(1_000), rare])]


def test_every_kind_is_told_however_many_there_are() -> None:
    kinds = [f"a {chr(97 + n // 26)}{chr(97 + n % 26)} is wrong" for n in range(MOST + 50)]
    found = [Problem(Place("a.md", n + 1), kind) for n, kind in enumerate(kinds * 2)]
    shown = told(found)
    assert [each.problem.found for each in shown] == kinds
    assert all(len(each.more) == 1 for each in shown)


def test_an_error_and_a_warning_are_of_two_kinds() -> None:
    found = [
        Problem(Place("a.md", 1), "the same", severity=severity)
        for severity in ("error", "warning")
    ]
    assert len(told(found)) == 2
