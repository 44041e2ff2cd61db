"""Only ordinary files are opened, in the content folder or where the command line allows it."""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builder import files
from builder.content import read_content
from builder.files import ordinary
from builder.problems import MachineError, Problems
from builder.starter import start

SMALL = files.FileKind("note", 1000, "write less")
NOBODY = 65534
SECRET = b"the word is swordfish"


def refused(path: Path, within: Path | None = None) -> str:
    with pytest.raises(files.RefusedFileError) as error:
        files.read(path, SMALL, within)
    return error.value.found


def without_rights(act: Callable[[], str]) -> str:
    """Return what an act says in a process that is not the machine's owner."""
    if os.geteuid() != 0:
        return act()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        said = "nothing came of it"
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            said = act()
        except BaseException as error:
            said = repr(error)
        finally:
            os.write(writing, said.encode())
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everyone may enter, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for parent, _, _ in os.walk(folder):
        os.chmod(parent, 0o755)
    shutil.rmtree(folder)


def test_an_ordinary_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "note"
    path.write_bytes(b"x" * 1000)
    assert files.read(path, SMALL) == b"x" * 1000
    assert files.read(path, SMALL, tmp_path) == b"x" * 1000
    path.write_bytes(b"")
    assert files.read(path, SMALL) == b""


def test_a_file_is_refused_from_the_first_byte_over_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "note"
    path.write_bytes(b"x" * 1001)
    assert refused(path).startswith("it holds ")


def test_a_file_that_states_no_size_is_read_no_further_than_its_limit() -> None:
    # Such as those of /proc, which hold more than the zero bytes that they state.
    if not os.path.exists("/proc/kallsyms") or os.stat("/proc/kallsyms").st_size:
        pytest.skip("no file here states another size than it has")
    assert refused(Path("/proc/kallsyms")).startswith("it holds ")


@pytest.mark.parametrize("name", ["folder", "pipe", "socket", "device"])
def test_what_is_no_file_is_refused_by_name_and_never_waited_for(tmp_path: Path, name: str) -> None:
    path = tmp_path / "x"
    with socket.socket(socket.AF_UNIX) as ends:
        if name == "folder":
            path.mkdir()
        elif name == "pipe":
            os.mkfifo(path)
        elif name == "device":
            path = Path(os.devnull)
        else:
            here = os.getcwd()
            os.chdir(tmp_path)
            ends.bind("x")
            os.chdir(here)
        said = refused(path)
    assert said.startswith("it is a ")
    assert name in said
    assert said.endswith(", where a note belongs")


def test_a_pipe_that_takes_a_files_place_as_it_is_opened_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note"
    path.write_bytes(b"x")
    opened = os.open

    def swapped(name: str, flags: int) -> int:
        path.unlink()
        os.mkfifo(path)
        return opened(name, flags)

    monkeypatch.setattr(ordinary.os, "open", swapped)
    assert refused(path) == "it is a pipe (FIFO), where a note belongs"


@pytest.mark.parametrize("swapped", ["the file", "its folder"])
def test_a_link_that_takes_a_files_place_as_it_is_opened_is_not_followed_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swapped: str
) -> None:
    out, content = tmp_path / "out", tmp_path / "content"
    out.mkdir()
    (out / "x").write_bytes(SECRET)
    (content / "data").mkdir(parents=True)
    path = content / "data" / "x"
    path.write_bytes(b"x")
    opened = os.open

    def after_a_swap(name: str, flags: int) -> int:
        path.unlink()
        if swapped == "the file":
            path.symlink_to(out / "x")
        else:
            path.parent.rmdir()
            path.parent.symlink_to(out)
        return opened(name, flags)

    monkeypatch.setattr(ordinary.os, "open", after_a_swap)
    assert refused(path, content) == f"it leads out of the content folder, to {out}/x"


@pytest.mark.longer
def test_links_that_are_swapped_all_the_while_never_lead_out(tmp_path: Path) -> None:
    secret, content = tmp_path / "secret", tmp_path / "content"
    secret.write_bytes(SECRET)
    content.mkdir()
    (content / "plain").write_bytes(b"x")
    done = threading.Event()

    def swap() -> None:
        while not done.is_set():
            for target in ("plain", str(secret)):
                os.symlink(target, content / "next")
                os.replace(content / "next", content / "x")

    os.symlink("plain", content / "x")
    swapping = threading.Thread(target=swap)
    swapping.start()
    found = set()
    for _ in range(500):
        try:
            found.add(files.read(content / "x", SMALL, content))
        except files.RefusedFileError:
            continue
    done.set()
    swapping.join()
    assert found == {b"x"}


def test_a_file_that_changes_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note"
    path.write_bytes(b"one")
    calls = []
    status = os.fstat

    def written(number: int) -> os.stat_result:
        calls.append(number)
        if len(calls) == 2:
            path.write_bytes(b"another")
        return status(number)

    monkeypatch.setattr(ordinary.os, "fstat", written)
    assert files.read(path, SMALL) == b"another"


def test_a_file_that_never_rests_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note"
    path.write_bytes(b"")
    status = os.fstat

    def written(number: int) -> os.stat_result:
        with path.open("ab") as file:
            file.write(b"x")
        return status(number)

    monkeypatch.setattr(ordinary.os, "fstat", written)
    assert refused(path) == "it changes while it is read"


def test_a_file_that_is_gone_again_is_told_as_that(tmp_path: Path) -> None:
    assert refused(tmp_path / "note") == "it is not there any more"


def test_links_that_lead_nowhere_or_in_a_circle_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    assert refused(tmp_path / "a") == "it is a link that leads nowhere, to b"
    (tmp_path / "b").symlink_to("a")
    assert refused(tmp_path / "a") == "it is a link that leads back to itself"


def test_a_pipe_that_a_shell_hands_over_as_a_file_is_told_as_that() -> None:
    if not os.path.exists("/proc/self/fd"):
        pytest.skip("this system shows no open files as files")
    reading, writing = os.pipe()
    assert refused(Path(f"/proc/self/fd/{reading}")) == "it is a pipe (FIFO)"
    os.close(reading)
    os.close(writing)


WAYS_OUT = {
    "a link": lambda content, out: (content / "x").symlink_to(out / "secret"),
    "a link by dots": lambda content, out: (content / "x").symlink_to("../out/secret"),
    "a link to a link": lambda content, out: (
        (out / "way").symlink_to("secret"),
        (content / "x").symlink_to(out / "way"),
    ),
    "a link in a folder": lambda content, out: (
        (content / "way").symlink_to(out),
        (content / "x").symlink_to("way/secret"),
    ),
    "the root of a process": lambda content, out: (content / "x").symlink_to(
        f"/proc/self/root{out}/secret"
    ),
    "the folder of a process": lambda content, out: (content / "x").symlink_to(
        f"/proc/self/cwd/{os.path.relpath(out)}/secret"
    ),
}


@pytest.mark.parametrize("way", WAYS_OUT)
def test_no_way_leads_out_of_the_content_folder_that_the_command_line_does_not_allow(
    tmp_path: Path, way: str
) -> None:
    if "process" in way and not os.path.exists("/proc/self/root"):
        pytest.skip("this system shows no processes as files")
    content, out = tmp_path / "content", tmp_path / "out"
    content.mkdir()
    out.mkdir()
    (out / "secret").write_bytes(SECRET)
    WAYS_OUT[way](content, out)
    assert (
        refused(content / "x", content)
        == f"it leads out of the content folder, to {out.resolve()}/secret"
    )
    (tmp_path / "outer").mkdir()
    with files.allowing([tmp_path / "outer"]):
        assert refused(content / "x", content).startswith("it leads out of the content folder")
    with files.allowing([out]):
        assert files.read(content / "x", SMALL, content) == SECRET
    assert refused(content / "x", content).startswith("it leads out of the content folder")


def test_a_folder_whose_name_begins_like_the_contents_is_another(tmp_path: Path) -> None:
    (tmp_path / "content-private").mkdir()
    (tmp_path / "content-private" / "x").write_bytes(SECRET)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "x").symlink_to("../content-private/x")
    assert "leads out" in refused(tmp_path / "content" / "x", tmp_path / "content")


def test_links_that_stay_within_and_a_content_folder_that_is_one_are_followed(
    tmp_path: Path,
) -> None:
    real = tmp_path / "real"
    (real / "a").mkdir(parents=True)
    (real / "a" / "x").write_bytes(b"x")
    (real / "y").symlink_to(real / "a" / "x")
    (real / "z").symlink_to(tmp_path / "content" / "a" / ".." / "y")
    (tmp_path / "content").symlink_to(real)
    for name in ("a/x", "y", "z"):
        assert files.read(tmp_path / "content" / name, SMALL, tmp_path / "content") == b"x"
        assert files.read(real / name, SMALL, tmp_path / "content") == b"x"


def test_the_whole_disk_can_be_allowed(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "secret").write_bytes(SECRET)
    (tmp_path / "content" / "x").symlink_to("../secret")
    with files.allowing([Path("/")]):
        assert files.read(tmp_path / "content" / "x", SMALL, tmp_path / "content") == SECRET


@pytest.mark.parametrize(
    ("name", "outside", "network"),
    [
        ("house.yaml", False, False),
        ("sub/house.yaml", False, False),
        ("..house.yaml", False, False),
        ("../house.yaml", True, False),
        ("sub/../../house.yaml", True, False),
        ("sub\\..\\..\\house.yaml", True, False),
        ("/etc/house.yaml", True, False),
        ("C:\\house.yaml", True, False),
        ("C:house.yaml", True, False),
        ("\\house.yaml", True, False),
        ("~/house.yaml", True, False),
        ("//host/share/house.yaml", True, True),
        ("\\\\host\\share\\house.yaml", True, True),
        ("\\/host/share", True, True),
        ("https://example.org/house.yaml", True, True),
        ("FILE:///etc/house.yaml", True, True),
        ("\\\\?\\C:\\house.yaml", True, True),
    ],
)
def test_names_that_lead_out_are_told_on_every_system(
    name: str, outside: bool, network: bool
) -> None:
    assert (files.is_outside(name), files.is_network(name)) == (outside, network)


def test_a_file_that_may_not_be_read_is_told_with_what_to_do(open_folder: Path) -> None:
    path = open_folder / "note"
    path.write_bytes(SECRET)
    path.chmod(0)

    def act() -> str:
        with pytest.raises(files.RefusedFileError) as error:
            files.read(path, SMALL)
        return str(error.value)

    assert without_rights(act) == (
        "cannot be read: Permission denied\n"
        "  give yourself the right to read it, and to enter the folders above it"
    )


@pytest.mark.parametrize("mode", [0, 0o444, 0o111])
def test_a_folder_that_may_not_be_looked_into_is_one_problem_at_its_place(
    open_folder: Path, mode: int
) -> None:
    content = open_folder / "content"
    start(content)
    for parent, _, _ in os.walk(content):
        os.chmod(parent, 0o755)
    (content / "data").chmod(mode)
    names = sorted(path.name for path in (content / "data").iterdir())

    def act() -> str:
        problems = Problems()
        read_content(content, problems)
        return "\n".join(str(problem) for problem in problems.errors)

    said = without_rights(act)
    places = [f"{content}/data"] if mode != 0o444 else [f"{content}/data/{n}" for n in names]
    assert [line for line in said.splitlines() if not line.startswith(" ")] == [
        f"{place}: error: cannot be read: Permission denied" for place in places
    ]


def test_an_unreadable_section_is_a_problem_at_its_place(open_folder: Path) -> None:
    content = open_folder / "content"
    start(content)
    for parent, _, _ in os.walk(content):
        os.chmod(parent, 0o755)
    section = sorted((content / "sections").iterdir())[0]
    section.chmod(0o200)

    def act() -> str:
        problems = Problems()
        read_content(content, problems)
        return "\n".join(str(problem) for problem in problems.errors)

    assert f"{section}: error: cannot be read: Permission denied" in without_rights(act)


def told(folder: Path, left_out: Path | None = None) -> str:
    parts = hashlib.sha256()
    for each in files.inventory(folder, left_out or folder / "build"):
        parts.update(each)
    return parts.hexdigest()


def test_an_inventory_tells_every_change_of_what_may_be_read(tmp_path: Path) -> None:
    content, out = tmp_path / "content", tmp_path / "out"
    (content / "data").mkdir(parents=True)
    (out / "sub").mkdir(parents=True)
    (content / "data" / "a.csv").write_bytes(b"a\n1\n")
    (out / "sub" / "b.csv").write_bytes(b"b\n1\n")
    (content / "more").symlink_to(out / "sub")
    states = [told(content)]
    with files.allowing([out]):
        states.append(told(content))
        (out / "sub" / "b.csv").write_bytes(b"b\n2\n")
        states.append(told(content))
    (content / "data" / "a.csv").write_bytes(b"a\n2\n")
    states.append(told(content))
    (content / "data" / "a.csv").rename(content / "data" / f"a{chr(0xDCFF)}.csv")
    states.append(told(content))
    os.mkfifo(content / "data" / "pipe.csv")
    states.append(told(content))
    (content / "data" / "pipe.csv").unlink()
    (content / "data" / "pipe.csv").symlink_to("/dev/zero")
    states.append(told(content))
    assert len(set(states)) == len(states)
    assert told(content) == states[-1]


def test_an_inventory_passes_over_what_is_hidden_and_what_was_built(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.yaml").write_bytes(b"a: 1\n")
    before = told(content)
    (content / ".hidden").write_bytes(b"x")
    (content / ".#a.yaml").symlink_to("nowhere")
    (content / "build").mkdir()
    (content / "build" / "a.pdf").write_bytes(b"x")
    assert told(content) == before
    assert told(content, content) != hashlib.sha256().hexdigest()


def test_an_inventory_ends_where_links_lead_round(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "a" / "b").mkdir(parents=True)
    (content / "a" / "b" / "up").symlink_to(content)
    (content / "self").symlink_to("self")
    (content / "here").symlink_to(".")
    assert told(content) == told(content)


def test_two_inventories_of_too_many_files_are_never_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    monkeypatch.setattr(files, "MOST_FILES", 10)
    for number in range(4):
        (tmp_path / str(number)).mkdir()
        for other in range(4):
            (tmp_path / str(number) / str(other)).touch()
    assert told(tmp_path) != told(tmp_path)


def test_what_is_read_is_closed_again(tmp_path: Path) -> None:
    if not os.path.isdir("/proc/self/fd"):
        pytest.skip("this system does not list what is open")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large").write_bytes(b"x" * 2000)
    (tmp_path / "plain").write_bytes(b"x")
    before = len(os.listdir("/proc/self/fd"))
    for name in ("pipe", "large", "plain"):
        files.digest(tmp_path / name, SMALL)
    assert len(os.listdir("/proc/self/fd")) == before


def test_new_leaves_nothing_where_it_is_refused(tmp_path: Path, open_folder: Path) -> None:
    (open_folder / "mine").mkdir(mode=0o500)

    def act() -> str:
        try:
            start(open_folder / "mine" / "briefing")
        except MachineError as error:
            return error.problem.found
        return "made"

    if os.geteuid() == 0:
        os.chown(open_folder / "mine", NOBODY, NOBODY)
    assert without_rights(act) == "cannot be written: you may not"
    assert list((open_folder / "mine").iterdir()) == []


def test_a_new_briefing_may_be_written_whatever_the_installations_rights(tmp_path: Path) -> None:
    start(tmp_path / "new")
    for path in (tmp_path / "new").rglob("*"):
        assert path.stat().st_mode & stat.S_IWUSR


@pytest.mark.longer
def test_rights_end_with_the_command(tmp_path: Path) -> None:
    script = (
        "from builder.cli import run; from builder.files.ordinary import _ALLOWED; import sys;"
        f"run(['check', {str(tmp_path)!r}, '--allow', '/']); print(_ALLOWED.get())"
    )
    start(tmp_path / "x")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout.endswith("()\n")
