"""What a machine refuses: file sizes, full disks, folders without rights, names that are taken."""

from __future__ import annotations

import dataclasses
import errno
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from tests.faults.bench import DECK, PAPER, Bench, named
from tests.faults.command import Place, build
from tests.faults.judge import next_build, pair, processes, refused, strangers, unexplained
from tests.faults.trial import Found, Trial

LIMITS: Final = (512, 4096, 16384, 30000, 40000)
"""Bytes that a file may have at most, too few for one of the two."""
DISKS: Final = (0, 16, 48, 64, 80, 120)
"""KiB that are free on a disk which holds nothing yet, or the old pair."""
BOUND: Final = (
    "setpriv",
    "--inh-caps=-all",
    "--bounding-set=-dac_override,-dac_read_search",
)
"""Starts a program that the rights of folders bind though its user is root."""

Change = Callable[[Place], object]
Words = tuple[str, ...]


@dataclass(frozen=True)
class Refusal:
    """What spoils a place, what mends it again, and the error that must be told.

    The build must be done all the same where `error` is 0. `before` is what starts it.
    """

    name: str
    spoil: Change
    mend: Change
    error: int
    before: Words = ()
    start: str = "warm"


def trials() -> Iterator[Trial]:
    """Give what can be tried on this machine by this user."""
    for refusal in (*_limits(), *_unheard(), *_without_rights(), *_taken(), *_damaged(), *_disks()):
        yield Trial("machine", refusal.name, partial(spoilt, refusal=refusal))


def spoilt(bench: Bench, folder: Path, *, refusal: Refusal) -> Found:
    """Spoil a place, build, mend it, and build again."""
    place = bench.place(folder, refusal.start)
    refusal.spoil(place)
    before, theirs = pair(bench, place), named(place)
    try:
        ended = build(place, bench.new_content, before=refusal.before).ended()
        faults = processes(place)
        left = pair(bench, place)
    finally:
        refusal.mend(place)
    if refusal.error:
        if ended.status != 2:
            faults.append(f"exit status {ended.status}, not 2")
        faults += refused(ended, place, refusal.error)
        if left != before:
            faults.append(f"leaves the pair {left}, not {before}")
    else:
        faults += unexplained(ended)
        if (ended.status, left) != (0, "new"):
            faults.append(f"exit status {ended.status}, leaving the pair {left}: {ended.said}")
    # What spoilt the place is somebody's own, and stays, if under another name.
    ours = dataclasses.replace(bench, names=bench.names | theirs)
    faults += [fault for fault in strangers(ours, place) if ".aside" not in fault]
    after = (fault for fault in next_build(ours, place) if ".aside" not in fault)
    return Found(bool(refusal.error) == (ended.status != 0), left, (*faults, *after))


def _limits() -> Iterator[Refusal]:
    for limit in LIMITS if shutil.which("prlimit") else ():
        before = ("prlimit", f"--fsize={limit}")
        yield Refusal(f"files of {limit} bytes at most", _nothing, _nothing, errno.EFBIG, before)


def _unheard() -> Iterator[Refusal]:
    """Give outputs that nobody reads: what is built is the same."""
    for name, words in (
        ("nobody reads what is said", '"$@" | true; exit ${PIPESTATUS[0]}'),
        ("nobody reads what is said wrong", '"$@" 2>&1 >/dev/null | true; exit ${PIPESTATUS[0]}'),
        ("the outputs are closed", 'exec "$@" >&- 2>&-'),
        ("all that is open is closed", 'exec "$@" <&- >&- 2>&-'),
    ):
        if shutil.which("bash"):
            yield Refusal(name, _nothing, _nothing, 0, ("bash", "-c", words, "bash"))
    if shutil.which("prlimit"):
        few = ("prlimit", "--nproc=1")
        yield Refusal("no worker may be begun", _nothing, _nothing, 0, few)


def _without_rights() -> Iterator[Refusal]:
    """Give folders without rights; root is bound by them only without its own."""
    before = BOUND if os.geteuid() == 0 else ()
    if before and not (shutil.which("setpriv") and _runs((*before, "true"))):
        return
    for name, path, mode, error in (
        ("the output folder is read-only", "out", 0o555, errno.EACCES),
        ("the output folder may not be entered", "out", 0o666, errno.EACCES),
        ("the folder of the output folder is read-only", ".", 0o555, errno.EACCES),
        (".paperdeck is read-only", "out/.paperdeck", 0o555, errno.EACCES),
        ("the cache is read-only", "cache", 0o555, 0),
        ("temporary files may not be made", "tmp", 0o555, 0),
    ):
        start = "empty" if path == "." else "warm"
        spoil = _both(_removed("out"), _mode(path, mode)) if path == "." else _mode(path, mode)
        yield Refusal(name, spoil, _mode(path, 0o755), error, before, start)
    for name in (PAPER, DECK):
        yield Refusal(f"{name} is read-only", _mode(f"out/{name}", 0o444), _nothing, 0, before)


def _taken() -> Iterator[Refusal]:
    """Give names that something else has."""
    for name in (PAPER, DECK):
        path = f"out/{name}"
        full, empty = (_both(_removed(path), made(path)) for made in (_folder, _empty_folder))
        yield Refusal(f"a folder stands for {name}", full, _removed(path), errno.EISDIR)
        yield Refusal(f"an empty folder stands for {name}", empty, _removed(path), errno.EISDIR)
    spoil = _both(_removed("out"), _file("out"))
    yield Refusal("the output folder is a file", spoil, _removed("out"), errno.ENOTDIR)
    linked = _both(_removed("out"), _file("file"), _link("out", "file"))
    yield Refusal("the output folder is a link to a file", linked, _removed("out"), errno.ENOTDIR)
    under = _both(_removed("out"), _file("file"), _link("out", "file/out"))
    name = "the output folder is a link that leads below a file"
    yield Refusal(name, under, _removed("out"), errno.ENOENT)
    spoil = _both(_removed("out/.paperdeck"), _file("out/.paperdeck"))
    yield Refusal(".paperdeck is a file", spoil, _nothing, 0)
    spoil = _both(_removed("out/.paperdeck"), _link("out/.paperdeck", "nowhere"))
    yield Refusal(".paperdeck is a link to nowhere", spoil, _nothing, 0)
    spoil = _both(_removed("cache"), _file("cache"))
    yield Refusal("the cache is a file", spoil, _both(_removed("cache"), _empty_folder("cache")), 0)


def _damaged() -> Iterator[Refusal]:
    """Give what lies in .paperdeck in every damaged form: cut short, of bytes, deep, a folder."""
    forms = {
        "empty": b"",
        "of bytes": bytes(range(256)) * 9,
        "a list": b"[]",
        "of nothing": b"null",
        "a hundred thousand brackets": b"[" * 100_000,
        "one that leads out of the folder": b'{"format": 1, "moves": [{"part": "../../x.part",'
        b' "target": "../y.pdf", "old": ""}]}',
    }
    for name in ("stamp.json", "journal.json", "lock"):
        path = f"out/.paperdeck/{name}"
        for form, data in forms.items():
            yield Refusal(f"{name} is {form}", _file(path, data), _nothing, 0)
        spoil = _both(_removed(path), _folder(path))
        yield Refusal(f"{name} is a folder", spoil, _nothing, 0)
        yield Refusal(f"{name} is a FIFO", _both(_removed(path), _fifo(path)), _nothing, 0)
        spoil = _both(_removed(path), _link(path, "nowhere"))
        yield Refusal(f"{name} is a link to nowhere", spoil, _nothing, 0)


def _disks() -> Iterator[Refusal]:
    """Give disks with little room left, for the output folder, where this user may mount them."""
    if os.geteuid() != 0 or not shutil.which("mount") or not _may_mount():
        return
    for start in ("warm", "empty"):
        for room in DISKS:
            name = f"{room} KiB are left on the disk, {start}"
            yield Refusal(name, partial(_mount, room=room), _unmount, errno.ENOSPC, start=start)


def _mount(place: Place, room: int) -> None:
    """Put the output folder on a disk of its own, and fill that up but for `room` KiB."""
    kept = place.out.rename(place.folder / "kept")
    place.out.mkdir()
    subprocess.run(("mount", "-t", "tmpfs", "-o", "size=2m", "none", place.out), check=True)
    shutil.copytree(kept, place.out, dirs_exist_ok=True)
    status = os.statvfs(place.out)
    (place.out / ".filling").write_bytes(bytes(status.f_bavail * status.f_frsize - room * 1024))


def _unmount(place: Place) -> None:
    """Put what the disk holds back where it was, and take the disk away."""
    (place.out / ".filling").unlink()
    shutil.rmtree(place.folder / "kept")
    shutil.copytree(place.out, place.folder / "kept")
    subprocess.run(("umount", place.out), check=True)
    place.out.rmdir()
    (place.folder / "kept").rename(place.out)


def _may_mount() -> bool:
    inside = ("unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt")
    return shutil.which("unshare") is not None and _runs(inside)


def _runs(command: Words) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _nothing(_place: Place) -> None:
    return


def _both(*changes: Change) -> Change:
    def change(place: Place) -> None:
        for each in changes:
            each(place)

    return change


def _mode(path: str, mode: int) -> Change:
    return lambda place: (place.folder / path).chmod(mode)


def _empty_folder(path: str) -> Change:
    return lambda place: (place.folder / path).mkdir()


def _folder(path: str) -> Change:
    def change(place: Place) -> None:
        (place.folder / path).mkdir()
        (place.folder / path / "harbour.old.part").write_text("somebody's own")

    return change


def _file(path: str, data: bytes = b"somebody's own") -> Change:
    return lambda place: (place.folder / path).write_bytes(data)


def _fifo(path: str) -> Change:
    def change(place: Place) -> None:
        os.mkfifo(place.folder / path)

    return change


def _link(path: str, to: str) -> Change:
    return lambda place: (place.folder / path).symlink_to(place.folder / to)


def _removed(path: str) -> Change:
    def change(place: Place) -> None:
        found = place.folder / path
        if found.is_dir() and not found.is_symlink():
            shutil.rmtree(found)
        else:
            found.unlink(missing_ok=True)

    return change
