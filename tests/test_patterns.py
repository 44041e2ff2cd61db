"""Patterns that an earlier run compiled search as those that are compiled anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import builder.workers
from builder import patterns
from builder.caches import keep, kept

LONG = "|".join(f"(?P<w{number}>word{number}(?:s|es)?)" for number in range(40))
SEVERAL = [LONG, "(?i)a|B", "[^\\W\\d_]{2,}", b"[\x80-\xff]+(?P<end>$)", "(a)(?(1)b|c)", ""]
SEVERAL += [f"[a-z]{{{many}}}" for many in range(12)]


def compiler() -> Any:
    """What `re` compiles with."""
    return import_module("re._compiler")


def as_text(pattern: str | bytes) -> str:
    return pattern if isinstance(pattern, str) else pattern.decode("latin-1")


ANEW = compiler().compile


def run() -> None:
    """Begin as a new run does."""
    patterns._known.clear()
    patterns._new.clear()
    compiler().compile = ANEW
    patterns.remember()
    re.purge()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of its own; `re` is left as it was."""
    monkeypatch.setattr(patterns, "cache_folder", lambda: tmp_path)
    monkeypatch.setattr(compiler(), "compile", ANEW)
    run()
    yield tmp_path
    patterns._known.clear()
    patterns._new.clear()
    re.purge()


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.ASCII, re.IGNORECASE | re.VERBOSE])
def test_a_pattern_is_the_standard_library_s_when_it_is_kept_and_when_it_is_taken(
    flags: int, folder: Path
) -> None:
    plain = [import_module("re._parser").parse(each, flags).state.groupdict for each in SEVERAL]
    for _ in range(2):
        found = [re.compile(each, flags) for each in SEVERAL]
        assert [dict(each.groupindex) for each in found] == plain
        assert [each.pattern for each in found] == SEVERAL
        told = found[0].fullmatch("word12s")
        assert told is not None
        assert told.lastgroup == "w12"
        assert found[3].search(b"ab\xe4") is not None
        assert bool(found[1].fullmatch("b")) is True
        patterns.save()
        run()
    assert len(list(folder.iterdir())) == 1


def test_what_is_taken_is_equal_to_what_is_compiled_anew(folder: Path) -> None:
    first = [re.compile(each) for each in SEVERAL]
    patterns.save()
    run()
    assert [re.compile(each) for each in SEVERAL] == first  # pattern, flags and code
    assert list(folder.iterdir())


@pytest.mark.usefixtures("folder")
def test_a_second_run_compiles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for each in SEVERAL:
        re.compile(each)
    patterns.save()
    run()

    with monkeypatch.context() as counting:
        anew: list[object] = []
        parts = patterns._parts
        counting.setattr(patterns, "_parts", lambda *how: anew.append(how) or parts(*how))
        found = [re.compile(each).pattern for each in SEVERAL]
        taken = list(anew)
        re.compile(LONG, re.IGNORECASE)
    assert (found, taken, len(anew)) == (SEVERAL, [], 1)


def test_runs_at_one_time_lose_nothing_of_each_other(folder: Path) -> None:
    halves = [[f"{letter}{{{many}}}" for many in range(12)] for letter in "ab"]
    for half in halves:
        run()
        patterns._known.clear()  # the other had not ended when this one began
        for each in half:
            re.compile(each)
        patterns.save()
    (path,) = folder.iterdir()
    assert len(patterns._read(path)) == 24


@pytest.mark.usefixtures("folder")
def test_what_a_worker_compiled_is_kept_by_who_waits_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(builder.workers, "has_room", lambda: True)
    with builder.workers.beside(lambda: len([re.compile(each) for each in SEVERAL])) as wait:
        assert wait() == len(SEVERAL)
    patterns.save()
    run()
    assert {f"{type(each).__name__} 0 {as_text(each)}" for each in SEVERAL} <= set(patterns._known)


def test_a_long_pattern_alone_is_worth_a_new_book(folder: Path) -> None:
    words = "|".join(f"word{number}" for number in range(600))
    re.compile(words)
    patterns.save()
    run()
    re.compile(words)
    assert not patterns._new


def test_a_few_new_patterns_are_worth_no_new_book(folder: Path) -> None:
    for each in SEVERAL[:5]:
        re.compile(each)
    patterns.save()
    assert not list(folder.iterdir())


@pytest.mark.parametrize(
    "other",
    [
        b"",
        b"[]",
        b'[[["str 0 word", 0, 0, {}]], [0]]\n',
        b'[[["str 0 word", 0, 40, {}, 1]], [4]]\nabcd',
        b'[[["str 0 word", 32, 1, {"a": 3}, 1]], [4]]\nabcd',
        b'[[["str 0 word", 32, 0, {}, 2]], [8]]\nabcdabcd',
        b'[[["str 0 word", "x", 0, {}, 1]], [4]]\nabcd',
        b'[[["str 0 word", 32, 0, {}, 1]], ["x"]]\nabcd',
        b"{}\nabcd",
        b"\xff\n",
        b"[[], [3]]\nabc",
    ],
)
def test_what_is_kept_and_is_none_of_python_s_own_is_compiled_anew(
    other: bytes, folder: Path
) -> None:
    for each in SEVERAL:
        re.compile(each)
    patterns.save()
    (path,) = folder.iterdir()
    whole = kept(path)
    assert whole is not None
    for wrong in (other, whole[: len(other) - 20], whole + other + b"abcd"):
        keep(path, wrong)
        run()
        assert re.compile("word").fullmatch("word")
        assert re.compile(LONG).fullmatch("word12s")


@pytest.mark.usefixtures("folder")
def test_what_is_no_pattern_is_refused_as_the_standard_library_does() -> None:
    said = {"(": "missing ), unterminated subpattern", "a*?+": "multiple repeat"}
    for wrong, why in said.items():
        with pytest.raises(re.error, match=re.escape(why)):
            re.compile(wrong)
    with pytest.raises(ValueError, match="LOCALE"):
        re.compile("a", re.LOCALE)
    with pytest.raises(TypeError):
        re.compile(1)  # type: ignore[call-overload]


def test_without_a_cache_folder_nothing_is_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "cache_folder", lambda: None)
    before = compiler().compile
    patterns.remember()
    assert compiler().compile is before
