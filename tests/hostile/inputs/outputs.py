"""Output folders in which something stands in the way, and a machine that refuses."""

import os
from pathlib import Path

from tests.hostile.case import hostile, small

_ELSEWHERE = "or name another folder: --out DIR"


@hostile(
    "build: error: cannot be made: a file stands where a folder is needed",
    _ELSEWHERE,
    status=2,
    command=("build", "content", "--out", "taken/build"),
    never=("bug",),
)
def an_output_folder_below_a_file(folder: Path) -> None:
    small(folder)
    (folder / "taken").write_text("a file")


@hostile(
    "build/norhaven.pdf: error: cannot be written: a folder stands there",
    status=2,
    never=("bug",),
)
def an_output_that_is_a_folder(folder: Path) -> None:
    small(folder)
    (folder / "build" / "norhaven.pdf" / "inside").mkdir(parents=True)


@hostile(
    "build: error: cannot be made: a link that leads nowhere stands there",
    "remove it, or name another folder: --out DIR",
    status=2,
)
def a_dangling_link_where_the_output_goes(folder: Path) -> None:
    small(folder)
    (folder / "build").symlink_to("nowhere")


@hostile(
    "build: error: cannot be made: a file stands where a folder is needed",
    "move it away, or name another folder: --out DIR",
    status=2,
    never=("leads nowhere",),
)
def a_link_to_a_file_where_the_output_goes(folder: Path) -> None:
    small(folder)
    (folder / "taken").write_text("a file")
    (folder / "build").symlink_to("taken")


@hostile("build/norhaven.pdf", status=0)
def a_dangling_link_where_the_paper_goes(folder: Path) -> None:
    small(folder)
    (folder / "build").mkdir()
    (folder / "build" / "norhaven.pdf").symlink_to("nowhere")


@hostile("build/norhaven.pdf", status=0)
def pipes_and_folders_in_place_of_what_a_build_keeps(folder: Path) -> None:
    small(folder)
    kept = folder / "build" / ".paperdeck"
    kept.mkdir(parents=True)
    os.mkfifo(kept / "stamp.json")
    os.mkfifo(kept / "lock")
    (kept / "journal.json").mkdir()
    (kept / "charts").symlink_to("/")


@hostile("build/norhaven.pdf", status=0)
def a_stamp_of_deep_lists(folder: Path) -> None:
    small(folder)
    kept = folder / "build" / ".paperdeck"
    kept.mkdir(parents=True)
    (kept / "stamp.json").write_text("[" * 1_000_000)
    (kept / "journal.json").write_text("[" * 90_000)


@hostile("build/norhaven.pdf", status=0)
def a_cache_folder_that_is_a_file(folder: Path) -> None:
    small(folder)
    Path(f"{folder}.cache").write_text("a file")


@hostile(
    "build/.paperdeck.aside-1: warning: stood where builds keep what is theirs",
    "it has this name now; move it where it belongs, or remove it",
    "build/norhaven.pdf",
    status=0,
)
def a_file_where_builds_keep_what_is_theirs(folder: Path) -> None:
    small(folder)
    (folder / "build").mkdir()
    (folder / "build" / ".paperdeck").write_text("somebody's")
