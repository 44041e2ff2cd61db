"""What a fault left behind, and whether the next command makes it good.

A file that has the bytes of an undisturbed build is a sound one, whose pair `compare` found in
agreement when the bench was made; any other is damaged.
"""

from __future__ import annotations

import errno
import os
from typing import Final

from tests.faults.bench import DECK, PAPER, Bench, digests, named
from tests.faults.command import Ended, Place, begun, build, left_running

TOLD: Final = {
    errno.ENOSPC: ("space", "full"),
    errno.EDQUOT: ("quota", "share of the disk"),
    errno.EIO: ("input/output error", "i/o error", "disk failed"),
    errno.EROFS: ("read-only", "read only"),
    errno.EACCES: ("permission", "may not", "not allowed"),
    errno.EFBIG: ("too large", "that large", "file size"),
    errno.EISDIR: ("a folder",),
    errno.ENOENT: ("leads nowhere",),
    errno.ENOTDIR: ("a file stands", "is a file", "not a folder", "not a directory"),
}
"""By the number of an error: words of which the message must have one."""
_STEPS: Final = (
    "free",
    "choose",
    "close",
    "name",
    "ask",
    "remove",
    "move",
    "raise",
    "wait",
    "see",
    "make",
)
"""With one of which the message says what to do."""
_SHOWN: Final = 300


def pair(bench: Bench, place: Place) -> str:
    """Return what the two finished files are.

    That is the old or new pair, mixed or half of one, none, or damaged.
    """
    found = digests(place)
    if found in (bench.old, bench.new):
        return "old" if found == bench.old else "new"
    if not any(found):
        return "none"
    sound = [
        not each or each in (old, new)
        for each, old, new in zip(found, bench.old, bench.new, strict=True)
    ]
    if not all(sound):
        return "damaged"
    return "mixed" if all(found) else "half"


def strangers(bench: Bench, place: Place) -> list[str]:
    """Return a fault for each file that no undisturbed build leaves."""
    left = named(place) - bench.names
    return [f"left behind: {name}" for name in sorted(left)]


def processes(place: Place) -> list[str]:
    """Return a fault for each process that is still at work when its command has ended."""
    return [f"process {pid} was left at work" for pid in left_running(place)]


def mixed_is_told(bench: Bench, place: Place) -> list[str]:
    """Return what is wrong where files of two builds stand together: `compare` must say so."""
    faults = []
    told = begun(place, "compare", place.out / PAPER, place.out / DECK, name="compare").ended()
    if told.status != 3:
        faults.append(f"compare: exit status {told.status}, not 3, of a mixed pair")
    checked = begun(place, "check", bench.new_content, "--out", place.out, name="check").ended()
    if checked.status in (0, None) or "Traceback" in checked.said:
        faults.append(f"check: exit status {checked.status} of a mixed pair{_quoted(checked)}")
    return faults


def next_build(bench: Bench, place: Place, content: str = "new") -> list[str]:
    """Build again, undisturbed; return what is wrong with how it ends or what it leaves."""
    wanted = bench.new_content if content == "new" else bench.old_content
    ended = build(place, wanted, name="next").ended()
    faults = []
    if ended.status != 0:
        faults.append(f"next build: exit status {ended.status}{_quoted(ended)}")
    elif (found := pair(bench, place)) != content:
        faults.append(f"next build: leaves the pair {found}, not {content}")
    faults += [f"next build: {fault}" for fault in strangers(bench, place)]
    return faults + [f"next build: {fault}" for fault in processes(place)]


def after_kill(bench: Bench, place: Place, start: str, left: str, following: str) -> list[str]:
    """Return what is wrong with the pair that a kill has left, and after the next build.

    Files of two builds may stand together if this is told; where there was a pair, one remains.
    """
    faults = []
    if left == "mixed":
        faults += mixed_is_told(bench, place)
    elif left not in ("old", "new") and (start != "empty" or left == "damaged"):
        faults.append(f"leaves the pair {left}")
    return faults + next_build(bench, place, following)


def refused(ended: Ended, place: Place, number: int) -> list[str]:
    """Return what is wrong with how a failed call is told: one line with path, cause and step."""
    faults = unexplained(ended)
    lines = lines_of(ended)
    said = ended.said.lower()
    if len(lines) != 1:
        faults.append(f"{len(lines)} lines, not one{_quoted(ended)}")
        return faults
    if str(place.folder) not in ended.said:
        faults.append(f"no path{_quoted(ended)}")
    if not any(word in said for word in (*TOLD.get(number, ()), os.strerror(number).lower())):
        faults.append(f"no cause ({os.strerror(number)}){_quoted(ended)}")
    if not any(word in said.split() for word in _STEPS):
        faults.append(f"no next step{_quoted(ended)}")
    return faults


def lines_of(ended: Ended) -> list[str]:
    """Return the lines of what was said, without what to do, which is set in below each problem."""
    return [line for line in ended.said.splitlines() if line.strip() and line[0] != " "]


def unexplained(ended: Ended) -> list[str]:
    """Return a fault for what a user must never be shown."""
    shown = ("Traceback (most recent call last)", "a bug in Paperdeck", "Exception ignored")
    return [f"says: {text}" for text in shown if text in ended.said]


def _quoted(ended: Ended) -> str:
    said = " | ".join(ended.said.split("\n")).strip(" |")
    return f", saying: {said if len(said) < _SHOWN else '... ' + said[-_SHOWN:]}" if said else ""
