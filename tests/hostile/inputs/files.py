"""Files that are none, lie elsewhere, have names of no system, or are larger than any content."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from pathlib import Path

from tests.hostile.case import hostile, small

CHECK = ("check", "content")
BYTE = b"\xff".decode("utf-8", "surrogateescape")
TOP = "content/briefing.yaml"
THEMES = Path(__file__).parents[3] / "assets" / "themes"


def sparse(path: Path, size: int) -> None:
    """Make a file of a size that takes no room on the disk."""
    with path.open("wb") as file:
        file.truncate(size)


def say(folder: Path, line: str) -> None:
    """Add a line to briefing.yaml."""
    with (folder / "content" / "briefing.yaml").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


def moved(path: Path, to: Path) -> None:
    """Move a file or folder elsewhere, and leave a link to it in its place."""
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(path, to)
    path.symlink_to(to)


# What is no file


@hostile("content/data/pipe.csv: error: cannot be read: it is a pipe (FIFO), where a data file")
def a_pipe_among_the_data(folder: Path) -> None:
    os.mkfifo(small(folder) / "data" / "pipe.csv")


@hostile("content/sections/freight.md: error: cannot be read: it is a pipe (FIFO)", heavy=True)
def a_pipe_for_a_section(folder: Path) -> None:
    section = small(folder) / "sections" / "freight.md"
    section.unlink()
    os.mkfifo(section)


@hostile(
    "content/briefing.yaml: error: cannot be read: it is a pipe (FIFO), where a YAML file belongs",
    "only ordinary files are read: put the YAML file itself in its place",
    never=("no briefing.yaml",),
    heavy=True,
)
def a_pipe_for_the_briefing(folder: Path) -> None:
    (small(folder) / "briefing.yaml").unlink()
    os.mkfifo(folder / TOP)


@hostile("content/notes: error: it is a pipe (FIFO), which is not read", heavy=True)
def a_pipe_of_no_use(folder: Path) -> None:
    os.mkfifo(small(folder) / "notes")


@hostile(
    'content/briefing.yaml:19:11: error: the template "house.pptx" cannot be read:'
    " it is a pipe (FIFO), where a template belongs"
)
def a_pipe_for_a_template(folder: Path) -> None:
    os.mkfifo(small(folder) / "house.pptx")
    say(folder, "template: house.pptx")


@hostile("content/house.yaml: error: cannot be read: it is a pipe (FIFO)", heavy=True)
def a_pipe_for_a_theme(folder: Path) -> None:
    os.mkfifo(small(folder) / "house.yaml")
    say(folder, "theme: house.yaml")


@hostile('the font "Own" cannot be read: it is a pipe (FIFO), where a font belongs', heavy=True)
def a_pipe_for_a_font(folder: Path) -> None:
    content = small(folder)
    house = (THEMES / "paperdeck.yaml").read_text("utf-8")
    (content / "own.yaml").write_text(house.replace("SourceSerif4-It\n", "Own\n"), "utf-8")
    os.mkfifo(content / "Own.ttf")
    say(folder, "theme: own.yaml")


@hostile(
    'the logo "mark.png" cannot be read: it is a pipe (FIFO), where a logo belongs', heavy=True
)
def a_pipe_for_a_logo(folder: Path) -> None:
    content = small(folder)
    house = (THEMES / "paperdeck.yaml").read_text("utf-8")
    logo = "logo: {file: mark.png, alt: A mark}\n"
    (content / "own.yaml").write_text(house + logo, "utf-8")
    os.mkfifo(content / "mark.png")
    say(folder, "theme: own.yaml")


@hostile(
    "briefing.yaml:19:18: error: content/../old.pdf: cannot be read: it is a pipe (FIFO), where a"
)
def a_pipe_for_the_earlier_edition(folder: Path) -> None:
    small(folder)
    os.mkfifo(folder / "old.pdf")
    say(folder, "changes: {since: ../old.pdf}")


@hostile("content/sections/talk.md: error: cannot be read: it is a socket", heavy=True)
def a_socket_among_the_sections(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as ends:
        here = os.open(small(folder) / "sections", os.O_RDONLY)
        # By the folder's number: the whole path may be longer than names of sockets may be.
        ends.bind(f"/proc/self/fd/{here}/talk.md")
        os.close(here)


@hostile(
    "content/data/zero.csv: error: cannot be read: it leads out of the content folder", heavy=True
)
def a_link_to_a_device(folder: Path) -> None:
    (small(folder) / "data" / "zero.csv").symlink_to("/dev/zero")


@hostile(
    "content/data/zero.csv: error: cannot be read: it is a device, where a data file belongs",
    command=("build", "content", "--allow", "/dev"),
)
def a_device_that_is_allowed(folder: Path) -> None:
    (small(folder) / "data" / "zero.csv").symlink_to("/dev/zero")


@hostile("content/figures.yaml: error: cannot be read: it is a folder, where a YAML file belongs")
def a_folder_named_like_a_file(folder: Path) -> None:
    content = small(folder)
    (content / "figures.yaml").unlink()
    (content / "figures.yaml").mkdir()


@hostile(
    "content/sections: error: cannot be read: it is a file, where a folder belongs",
    never=("no section",),
    heavy=True,
)
def sections_that_are_a_file(folder: Path) -> None:
    content = small(folder)
    shutil.rmtree(content / "sections")
    (content / "sections").write_text("# All of it\n", "utf-8")


@hostile("'content' is a file", status=2)
def content_that_is_a_file(folder: Path) -> None:
    (folder / "content").write_text("title: All of it\n", "utf-8")


# Finished files


@hostile("a.pdf: cannot be read: it is a pipe (FIFO)", status=2, command=("compare", "a.pdf", "b"))
def a_pipe_to_compare(folder: Path) -> None:
    os.mkfifo(folder / "a.pdf")
    os.mkfifo(folder / "b")


@hostile("it is a pipe (FIFO)", status=2, command=("diff", "a.pdf", "content"), heavy=True)
def a_pipe_to_tell_the_difference_of(folder: Path) -> None:
    small(folder)
    os.mkfifo(folder / "a.pdf")


@hostile(
    "a.pptx: cannot be read: it is a pipe (FIFO)",
    status=2,
    command=("pull", "a.pptx", "content"),
    heavy=True,
)
def a_pipe_to_pull_from(folder: Path) -> None:
    small(folder)
    os.mkfifo(folder / "a.pptx")


@hostile("a.pptx: cannot be read: it is a pipe (FIFO)", status=2, command=("template", "a.pptx"))
def a_pipe_for_a_template_to_look_at(folder: Path) -> None:
    os.mkfifo(folder / "a.pptx")


@hostile(
    "a.pdf: cannot be read: it holds 5,120 MB, and of a finished file 128 MB are read",
    status=2,
    command=("compare", "a.pdf", "a.pdf"),
)
def a_finished_file_of_5_gb(folder: Path) -> None:
    sparse(folder / "a.pdf", 5 * 2**30)


# Links


@hostile(
    "content/data/freight.csv: error: cannot be read: it is a link that leads nowhere, to /nowhere",
    heavy=True,
)
def a_link_that_leads_nowhere(folder: Path) -> None:
    data = small(folder) / "data" / "freight.csv"
    data.unlink()
    data.symlink_to("/nowhere")


@hostile("content/figures.yaml: error: cannot be read: it is a link that leads back to itself")
def a_link_to_itself(folder: Path) -> None:
    figures = small(folder) / "figures.yaml"
    figures.unlink()
    figures.symlink_to("figures.yaml")


@hostile("content/data: error: cannot be read: it is a link that leads back to itself", heavy=True)
def folders_that_lead_to_one_another(folder: Path) -> None:
    content = small(folder)
    shutil.rmtree(content / "data")
    (content / "data").symlink_to("other")
    (content / "other").symlink_to("data")


@hostile(
    "content/sections/extra.md: error: cannot be read: it leads out of the content folder, to ",
    "/secret.md",
    "put a copy in its place; or, where you trust who wrote the content, allow it on the command",
    "--allow ",
    never=("swordfish",),
)
def a_link_to_a_file_outside(folder: Path) -> None:
    (small(folder) / "sections" / "extra.md").symlink_to("../../secret.md")
    (folder / "secret.md").write_text("# The word is swordfish\n", "utf-8")


@hostile(
    "content/data: error: cannot be read: it leads out of the content folder, to ",
    "1 problem to mend",
    heavy=True,
)
def a_folder_of_data_elsewhere(folder: Path) -> None:
    moved(small(folder) / "data", folder / "elsewhere" / "data")


@hostile(
    "build/norhaven.pdf", status=0, command=("build", "content", "--allow", "elsewhere"), heavy=True
)
def a_folder_of_data_elsewhere_that_is_allowed(folder: Path) -> None:
    moved(small(folder) / "data", folder / "elsewhere" / "data")


@hostile("no problems", status=0, command=("check", "content", "--allow", "way"), heavy=True)
def a_way_through_links_to_what_is_allowed(folder: Path) -> None:
    moved(small(folder) / "data", folder / "one" / "data")
    moved(folder / "one" / "data", folder / "two" / "data")
    (folder / "way").symlink_to("two")


@hostile(
    "content/data: error: cannot be read: it leads out of the content folder",
    command=("check", "content", "--allow", "one"),
)
def a_way_on_from_what_is_allowed(folder: Path) -> None:
    moved(small(folder) / "data", folder / "one" / "data")
    moved(folder / "one" / "data", folder / "two" / "data")


@hostile("no problems", status=0, command=CHECK, heavy=True)
def a_content_folder_that_is_a_link(folder: Path) -> None:
    small(folder / "real")
    (folder / "content").symlink_to("real/content")


@hostile("no problems", status=0, command=CHECK, heavy=True)
def links_within_the_content(folder: Path) -> None:
    content = small(folder)
    moved(content / "data", content / "tables")
    (content / "whole").symlink_to(content)
    (content / "sections" / ".#freight.md").symlink_to("someone@somewhere.1234")


@hostile(
    "content/data/passwd.csv: error: cannot be read: it leads out of the content folder, to /etc",
    command=CHECK,
    heavy=True,
)
def a_way_out_through_the_root_of_a_process(folder: Path) -> None:
    (small(folder) / "data" / "passwd.csv").symlink_to("/proc/self/root/etc/passwd")


@hostile(
    'briefing.yaml:19:8: error: the theme "../house.yaml" lies outside the content folder',
    "put it beside briefing.yaml, its fonts and logo too: theme: house.yaml",
    "a link there to a file or folder elsewhere is followed where the command line allows it:"
    " --allow DIR",
    command=CHECK,
)
def a_theme_above_the_folder(folder: Path) -> None:
    small(folder)
    shutil.copy(THEMES / "paperdeck.yaml", folder / "house.yaml")
    say(folder, "theme: ../house.yaml")


@hostile(
    "content/house/own.yaml: error: cannot be read: it leads out of the content folder",
    command=CHECK,
    heavy=True,
)
def a_theme_in_a_folder_elsewhere(folder: Path) -> None:
    (folder / "house").mkdir()
    shutil.copy(THEMES / "paperdeck.yaml", folder / "house" / "own.yaml")
    (small(folder) / "house").symlink_to("../house")
    say(folder, "theme: house/own.yaml")


@hostile("no problems", status=0, command=("check", "content", "--allow", "house"), heavy=True)
def a_theme_in_a_folder_elsewhere_that_is_allowed(folder: Path) -> None:
    (folder / "house").mkdir()
    shutil.copy(THEMES / "paperdeck.yaml", folder / "house" / "own.yaml")
    (small(folder) / "house").symlink_to("../house")
    say(folder, "theme: house/own.yaml")


@hostile(
    "briefing.yaml:19:11: error: the template"
    ' "https://example.org/house.pptx" lies outside the content folder',
    command=CHECK,
    heavy=True,
)
def a_template_on_the_web(folder: Path) -> None:
    small(folder)
    say(folder, "template: https://example.org/house.pptx")


@hostile(
    'error: the template "\\\\host\\share\\house.pptx" lies outside the content folder',
    command=CHECK,
    heavy=True,
)
def a_template_on_a_share(folder: Path) -> None:
    small(folder)
    say(folder, "template: '\\\\host\\share\\house.pptx'")


@hostile(
    'error: the theme "C:\\themes\\house.yaml" lies outside the content folder',
    command=CHECK,
    heavy=True,
)
def a_theme_by_a_path_of_windows(folder: Path) -> None:
    small(folder)
    say(folder, "theme: 'C:\\themes\\house.yaml'")


@hostile(
    'error: the edition "//host/share/old.pdf" lies on a network',
    "Paperdeck fetches nothing: save the published file beside the content, and name that",
    command=CHECK,
    heavy=True,
)
def an_edition_on_a_share(folder: Path) -> None:
    small(folder)
    say(folder, "changes: {since: //host/share/old.pdf}")


@hostile(
    'error: the edition "../private" cannot be read: it leads out of the content folder, to ',
    "name the finished PDF or PPTX of that edition, which may lie anywhere; or, where you trust",
    command=CHECK,
)
def an_edition_that_is_a_folder_elsewhere(folder: Path) -> None:
    shutil.copytree(small(folder), folder / "private")
    say(folder, "changes: {since: ../private}")


# Names


@hostile(
    "content/data/h<U+DCFF>fen.csv: error: byte 0xFF that is not UTF-8 in the file's name",
    "give it a plain name",
)
def a_name_of_data_that_is_not_utf_8(folder: Path) -> None:
    content = small(folder)
    shutil.copy(content / "data" / "freight.csv", content / "data" / f"h{BYTE}fen.csv")


@hostile(
    "content/sections/a<U+000A>b.md: error: control character U+000A in the file's name", heavy=True
)
def a_name_of_a_section_with_a_line_end(folder: Path) -> None:
    (small(folder) / "sections" / "a\nb.md").write_text("# A\n", "utf-8")


@hostile(
    "b<U+DCFF>/norhaven.pdf",
    status=0,
    command=("report", "content", "--out", f"b{BYTE}"),
    heavy=True,
)
def a_folder_for_the_files_that_is_not_utf_8(folder: Path) -> None:
    small(folder)


@hostile("c<U+DCFF>: no problems", status=0, command=("check", f"c{BYTE}"), heavy=True)
def a_content_folder_that_is_not_utf_8(folder: Path) -> None:
    small(folder).rename(folder / f"c{BYTE}")


@hostile("does not exist", status=2, command=("build", f"c{BYTE}"), heavy=True)
def a_missing_folder_that_is_not_utf_8(folder: Path) -> None:
    small(folder)


@hostile("does not exist", status=2, command=("compare", f"a{BYTE}.pdf", "b.pdf"), heavy=True)
def a_missing_file_that_is_not_utf_8(folder: Path) -> None:
    small(folder)


@hostile(
    'no file or folder "-o/tmp/x", and no git revision "-o/tmp/x"',
    status=2,
    command=("diff", "--", "-o/tmp/x", "content"),
)
def a_revision_that_is_an_option(folder: Path) -> None:
    small(folder)
    subprocess.run(["git", "init", "-q", folder], check=True)


@hostile(
    "briefing.yaml:3:7: error: slug: ",
    "is not a name for a file",
    "expected letters, digits, dot, _ and -, at most 200, such as first-briefing",
)
def a_slug_too_long_for_the_file_system(folder: Path) -> None:
    small(folder)
    path = folder / TOP
    path.write_text(path.read_text("utf-8").replace("slug: norhaven", f"slug: {'n' * 240}"))


@hostile(f"build/{'n' * 200}-handout.pdf", status=0, command=("handout", "content"), heavy=True)
def the_longest_slug_that_there_is(folder: Path) -> None:
    small(folder)
    path = folder / TOP
    path.write_text(path.read_text("utf-8").replace("slug: norhaven", f"slug: {'n' * 200}"))


@hostile('no figure is called "fffff', command=("trace", "f" * 5000), heavy=True)
def a_figure_longer_than_any_name(folder: Path) -> None:
    small(folder)


@hostile("no theme", command=CHECK, heavy=True)
def a_theme_longer_than_any_name(folder: Path) -> None:
    small(folder)
    say(folder, f"theme: {'t' * 5000}.yaml")


@hostile("no file or folder", command=CHECK, heavy=True)
def an_edition_longer_than_any_name(folder: Path) -> None:
    small(folder)
    say(folder, f"changes: {{since: {'t' * 5000}}}")


@hostile(
    "the name is too long for this file system", status=2, command=("new", "n" * 300), heavy=True
)
def a_new_folder_with_too_long_a_name(folder: Path) -> None:
    small(folder)


@hostile(
    "file/below: error: cannot be written: a file stands where a folder is needed",
    status=2,
    command=("new", "file/below"),
    heavy=True,
)
def a_new_folder_below_a_file(folder: Path) -> None:
    (folder / "file").write_text("", "utf-8")


@hostile("is there already", status=2, command=("new", "way"))
def a_new_folder_where_a_link_leads_nowhere(folder: Path) -> None:
    (folder / "way").symlink_to("nowhere")


@hostile(f"n{'<U+DCFF>'} is a working briefing", status=0, command=("new", f"n{BYTE}"), heavy=True)
def a_new_folder_that_is_not_utf_8(folder: Path) -> None:
    small(folder)


# Sizes


@hostile(
    "content/figures.yaml: error: cannot be read: it holds 5,120 MB, and of a YAML file 4 MB are"
    " read",
    command=CHECK,
    heavy=True,
)
def figures_of_5_gb(folder: Path) -> None:
    sparse(small(folder) / "figures.yaml", 5 * 2**30)


@hostile(
    "content/data/freight.csv: error: cannot be read: it holds 5,120 MB, and of a data file 32 MB",
    "keep the rows and columns that the briefing shows",
)
def data_of_5_gb(folder: Path) -> None:
    sparse(small(folder) / "data" / "freight.csv", 5 * 2**30)


@hostile(
    'the template "house.pptx" cannot be read: it holds 5,120 MB, and of a template 64 MB',
    heavy=True,
)
def a_template_of_5_gb(folder: Path) -> None:
    sparse(small(folder) / "house.pptx", 5 * 2**30)
    say(folder, "template: house.pptx")


@hostile("no problems", status=0, command=CHECK, heavy=True)
def a_film_beside_the_content(folder: Path) -> None:
    sparse(small(folder) / "film.mp4", 500 * 2**30)


@hostile(
    "content/data: error: cannot be read: it holds more than 10,000 files",
    command=CHECK,
    heavy=True,
)
def a_folder_of_20_000_files(folder: Path) -> None:
    content = small(folder)
    for number in range(20_000):
        (content / "data" / f"{number}.txt").touch()


@hostile(
    "more than 64 MB of text in all, with this file",
    "divide the briefing into several, or keep in data/ what it shows",
    command=CHECK,
)
def data_of_65_mb_in_three_files(folder: Path) -> None:
    content = small(folder)
    for number in range(3):
        line = b"".join(b"%d,a word or two,more\n" % row for row in range(30_000))
        (content / "data" / f"d{number}.csv").write_bytes(b"a,b,c\n" + line * 40)


@hostile("content/data/freight.csv", command=CHECK, heavy=True)
def data_that_are_empty(folder: Path) -> None:
    (small(folder) / "data" / "freight.csv").write_bytes(b"")


@hostile("content/briefing.yaml:1:1: error: control character U+0000", command=CHECK, heavy=True)
def a_briefing_of_null_bytes(folder: Path) -> None:
    small(folder)
    (folder / TOP).write_bytes(bytes(4096))


@hostile("content/briefing.yaml:1:1: error", command=CHECK, heavy=True)
def a_briefing_that_is_empty(folder: Path) -> None:
    small(folder)
    (folder / TOP).write_bytes(b"")
