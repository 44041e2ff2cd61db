"""Patterns that an earlier run compiled search as those that are compiled anew."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import builder.workers
from builder import patterns
from builder.caches import keep, kept

ROOT = Path(__file__).parent.parent
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
    forgotten()
    compiler().compile = ANEW
    patterns.remember()
    re.purge()


def forgotten() -> None:
    for each in (patterns._known, patterns._new, patterns._own):
        each.clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of its own, and none for the program; `re` is left as it was."""
    monkeypatch.setattr(patterns, "cache_folder", lambda: tmp_path)
    monkeypatch.setattr(patterns, "_programs", lambda: None)
    monkeypatch.setattr(compiler(), "compile", ANEW)
    run()
    yield tmp_path
    forgotten()
    re.purge()


@pytest.fixture
def programs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program's book lies, beside a cache folder that `folder` is; Python writes code."""
    path = folder / "code" / "program.patterns"
    path.parent.mkdir()
    monkeypatch.setattr(patterns, "_programs", lambda: path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    run()
    return path


@pytest.fixture
def imported(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that was imported: all of `SEVERAL` is its own, compiled in a class and a call."""
    where = tmp_path_factory.mktemp("modules")
    code = """
import re
def called(each):
    return re.compile(each)
class Held:
    first = [called(each) for each in SEVERAL]
def later():
    return re.compile("said by a content")
"""
    (where / "modulewithpatterns.py").write_text(f"SEVERAL = {SEVERAL!r}{code}", encoding="utf-8")
    monkeypatch.syspath_prepend(where)


def users_book(folder: Path) -> set[str]:
    return {key for path in folder.glob("*.patterns") for key in patterns._read(path)}


def program_s_module() -> Any:
    sys.modules.pop("modulewithpatterns", None)
    return import_module("modulewithpatterns")


@pytest.mark.usefixtures("imported")
def test_what_modules_compile_when_imported_is_kept_with_the_program_and_no_word_of_a_content(
    folder: Path, programs: Path
) -> None:
    module = program_s_module()
    for number in range(12):
        re.compile(f"word {number} of a content")
    module.later()
    patterns.save()
    own = {f"{type(each).__name__} 0 {as_text(each)}" for each in SEVERAL}
    assert own <= set(patterns._read(programs))
    assert "content" not in "".join(patterns._read(programs))
    assert {key.partition(" ")[2] for key in users_book(folder)} == {
        f"0 word {number} of a content" for number in range(12)
    } | {"0 said by a content"}

    for path in folder.glob("*.patterns"):  # another user of the same program
        path.unlink()
    run()
    program_s_module()
    assert not patterns._new


@pytest.mark.usefixtures("imported")
def test_where_python_is_to_write_no_code_the_program_s_patterns_are_the_user_s(
    folder: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    program_s_module()
    patterns.save()
    assert not programs.exists()
    assert f"str 0 {LONG}" in users_book(folder)


def test_a_build_leaves_the_program_s_patterns_where_its_byte_code_lies(tmp_path: Path) -> None:
    new = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path / "code"), "HOME": str(tmp_path)}
    for unset in ("PYTHONDONTWRITEBYTECODE", "XDG_CACHE_HOME"):
        new.pop(unset, None)
    run = [sys.executable, "-m", "builder", "--help"]
    subprocess.run(run, check=True, env=new, cwd=ROOT, capture_output=True)
    (kept_code,) = (tmp_path / "code").rglob("*.patterns")
    assert kept_code.parent.name == "builder"
    assert not users_book(tmp_path / ".cache" / "paperdeck")


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


@pytest.mark.usefixtures("folder")
def test_a_worker_says_nothing_of_what_its_parent_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would fill the pipe, and the worker would stand still until its parent reads."""
    monkeypatch.setattr(builder.workers, "has_room", lambda: True)
    for each in SEVERAL:
        re.compile(each)
    told: list[Any] = []
    learn = patterns.learn
    monkeypatch.setattr(patterns, "learn", lambda new: told.append(new) or learn(new))
    with builder.workers.beside(lambda: re.compile("its own").pattern) as wait:
        assert wait() == "its own"
    assert [set(new) for new in told[0]] == [{"str 0 its own"}, set()]


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
    monkeypatch.setattr(patterns, "_programs", lambda: None)
    before = compiler().compile
    patterns.remember()
    assert compiler().compile is before
