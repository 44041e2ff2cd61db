"""Properties of what is told of many problems: every kind, and how many more there are."""

from __future__ import annotations

from builder.problems import MOST, MOST_OF_A_KIND, Place, Problem, told


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


def test_no_place_is_lost() -> None:
    found = _unbound(25_000)
    places = [place for each in told(found) for place in (each.problem.place, *each.more)]
    assert sorted(places) == [problem.place for problem in found]


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
