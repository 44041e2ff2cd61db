from __future__ import annotations

from pathlib import Path

import pytest

from builder.content import read_content
from builder.content.files import read_folder
from builder.content.lines import MOST_SHIFTS, Lines
from builder.content.tables import read_table
from builder.problems import Problems
from tests.content.reading import read, write


def fingerprint(folder: Path) -> str:
    return read(folder)[0].fingerprint


def test_the_fingerprint_follows_names_and_bytes(tmp_path: Path) -> None:
    plain = fingerprint(write(tmp_path / "a", {}))
    assert plain == fingerprint(write(tmp_path / "b", {}))
    assert plain != fingerprint(write(tmp_path / "c", {"sections/one.md": "# One\n\nWord.\n"}))
    first = fingerprint(write(tmp_path / "d", {"data/a.csv": "x\n1\n"}))
    assert first != fingerprint(write(tmp_path / "e", {"data/b.csv": "x\n1\n"}))


def test_the_fingerprint_ignores_what_is_not_read(tmp_path: Path) -> None:
    plain = fingerprint(write(tmp_path / "a", {}))
    assert plain == fingerprint(write(tmp_path / "b", {".hidden.yaml": "x", "notes.txt": "y"}))


def test_a_missing_folder_is_a_problem() -> None:
    problems = Problems()
    assert read_content(Path("nowhere"), problems) is None
    assert [str(problem) for problem in problems] == [
        "nowhere: error: no content folder here\n"
        "  name a folder that holds a briefing.yaml, or start one: paperdeck new DIR"
    ]


def test_a_folder_in_the_place_of_a_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "briefing.yaml").mkdir()
    problems = Problems()
    read_folder(tmp_path, problems)
    assert [problem.found for problem in problems] == [
        "cannot be read: it is a folder, where a YAML file belongs"
    ]


def test_what_editors_leave_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "sections").mkdir()
    for name in ("a.md~", "#a.md#", "~$a.md", ".a.md.swp", ".a.md"):
        (tmp_path / "sections" / name).write_text("left", "utf-8")
    (tmp_path / "sections" / ".#a.md").symlink_to("someone@somewhere.1234")
    problems = Problems()
    folder = read_folder(tmp_path, problems)
    assert folder is not None
    assert (folder.names, list(problems)) == (frozenset(), [])


def test_two_files_whose_names_differ_in_nothing_that_is_seen_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for name in ("Z\u00fcge.csv", "Zu\u0308ge.csv"):
        (tmp_path / "data" / name).write_text("a\n1\n", "utf-8")
    if len(list((tmp_path / "data").iterdir())) < 2:
        pytest.skip("this file system takes them for one")
    problems = Problems()
    read_folder(tmp_path, problems)
    assert [str(each) for each in problems] == [
        f"{tmp_path}/data/Z\u00fcge.csv: error: two files of one name\n"
        "  its accents are in one piece there and in two here; rename one"
    ]


def test_a_data_file_keeps_quoted_commas_line_breaks_and_line_numbers() -> None:
    problems = Problems()
    text = 'a,b\n\n"x, y",1\n"two\nlines",2\nlast,3\n'
    table = read_table("t", Lines("t.csv", text), problems)
    assert table is not None
    assert not list(problems)
    assert table.rows == (("x, y", "1"), ("two\nlines", "2"), ("last", "3"))
    assert table.lines == (3, 4, 6)


def test_a_text_of_a_million_line_ends_is_refused_at_its_file(tmp_path: Path) -> None:
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "a.md").write_bytes(b"\r\n" * (MOST_SHIFTS + 1))
    problems = Problems()
    read_folder(tmp_path, problems)
    assert [str(each) for each in problems] == [
        f"{tmp_path}/sections/a.md: error: more than 1,000,000 line ends or accents to be put in"
        " one form\n"
        "  save it with plain line feeds and composed accents (Unicode NFC), or divide it"
    ]
