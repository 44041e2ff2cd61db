"""Patterns that an earlier process compiled search as those that are compiled anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder import patterns
from builder.caches import keep, kept

LONG = "|".join(f"(?P<w{number}>word{number}(?:s|es)?)" for number in range(40))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own."""
    monkeypatch.setattr(patterns, "cache_folder", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.IGNORECASE | re.ASCII, re.VERBOSE])
def test_a_pattern_is_the_standard_library_s_when_it_is_kept_and_when_it_is_taken(
    flags: int, folder: Path
) -> None:
    plain = re.compile(LONG, flags)
    for _ in range(2):
        found = patterns.compiled(LONG, flags)
        assert found == plain  # pattern, flags and code
        assert found.groupindex == plain.groupindex
        told = found.fullmatch("word12s")
        assert told is not None
        assert told.lastgroup == "w12"
    assert len(list(folder.iterdir())) == 1


@pytest.mark.usefixtures("folder")
def test_a_second_process_compiles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    patterns.compiled(LONG)

    def refused(*_: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(patterns, "_parts", refused)
    assert patterns.compiled(LONG).pattern == LONG
    with pytest.raises(AssertionError, match="compiled again"):
        patterns.compiled(LONG, re.IGNORECASE)


@pytest.mark.parametrize(
    "other", [b"", b"[]", b"[0, 0, {}]\n", b"[0, 40, {}]\nabc", b'[32, 1, {"a": 3}]\n', b"\xff\n"]
)
def test_what_is_kept_and_is_none_of_python_s_own_is_compiled_anew(
    other: bytes, folder: Path
) -> None:
    patterns.compiled(LONG)
    (entry,) = folder.iterdir()
    whole = kept(entry)
    assert whole is not None
    for wrong in (other, whole[: len(other) - 20], whole + other + b"abcd"):
        keep(entry, wrong)
        assert patterns.compiled(LONG) == re.compile(LONG)


@pytest.mark.usefixtures("folder")
def test_what_is_no_pattern_is_refused_as_the_standard_library_does() -> None:
    for wrong in (LONG + "(", LONG + "*?+"):
        with pytest.raises(re.error) as said:
            re.compile(wrong)
        with pytest.raises(re.error, match=re.escape(str(said.value))):
            patterns.compiled(wrong)


def test_without_a_cache_folder_all_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "cache_folder", lambda: None)
    assert patterns.compiled(LONG) == re.compile(LONG)
