"""Every call that changes files made to fail in turn: full disk, quota, broken disk, no rights."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from tests.faults.bench import Bench
from tests.faults.command import build
from tests.faults.judge import (
    mixed_is_told,
    next_build,
    pair,
    processes,
    refused,
    strangers,
    unexplained,
)
from tests.faults.layer import Call, Order, calls, came_to, layered
from tests.faults.trial import Found, Trial

ERRORS: Final = {
    "write": (errno.ENOSPC, errno.EDQUOT, errno.EIO),
    "truncate": (errno.ENOSPC, errno.EIO),
    "fsync": (errno.ENOSPC, errno.EDQUOT, errno.EIO),
    "close": (errno.ENOSPC, errno.EDQUOT, errno.EIO),
    "open": (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES),
    "mkdir": (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES),
    "rename": (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES),
    "link": (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES),
    "unlink": (errno.EIO, errno.EROFS, errno.EACCES),
    "flock": (errno.ENOLCK, errno.EIO),
}
"""By the call: how it can fail."""
LASTING: Final = {
    errno.ENOSPC: ("write", "truncate", "open", "mkdir", "link"),
    errno.EDQUOT: ("write", "truncate", "open", "mkdir", "link"),
    errno.EIO: ("write", "truncate", "fsync", "open", "mkdir", "link", "rename", "unlink"),
    errno.EROFS: ("write", "truncate", "open", "mkdir", "link", "rename", "unlink"),
}
"""By the error: what fails from then on, where it is not once only."""


def trials(start: str, seen: tuple[Call, ...]) -> Iterator[Trial]:
    """Give each call each of its failures: once, from there on, and half-way through a write."""
    for call in seen:
        for number in ERRORS[call.name]:
            yield _trial(start, call, Order(call.who, call.number, "fail", number))
            lasting = LASTING.get(number, ())
            if call.name in lasting:
                order = Order(call.who, call.number, "fail", number, ever=lasting)
                yield _trial(start, call, order)
        if call.name == "write":
            yield _trial(start, call, Order(call.who, call.number, "short", errno.ENOSPC))


def _trial(start: str, call: Call, order: Order) -> Trial:
    how = f"{errno.errorcode[order.error]}{' lasting' if order.ever else ''}"
    half = "half, then " if order.do == "short" else ""
    name = f"{start} {call}: {half}{how}"
    removing = call.name == "unlink"
    return Trial("fail", name, partial(failed, start=start, order=order, removing=removing))


def failed(bench: Bench, folder: Path, *, start: str, order: Order, removing: bool) -> Found:
    """Have one call of a build fail; `removing`: that call, or those after it, remove a file."""
    place = bench.place(folder, start)
    ended = build(place, bench.new_content, more=layered(place, order)).ended()
    struck = came_to(order, calls(place))
    faults = processes(place)
    left = pair(bench, place)
    before = "none" if start == "empty" else "old"
    if ended.status == 0:
        faults += unexplained(ended)
        if left != "new":
            faults.append(f"exit status 0, leaving the pair {left}")
    elif ended.status == 2:
        faults += refused(ended, place, order.error)
        if left == "mixed" and order.ever:
            faults += mixed_is_told(bench, place)
        elif left == "half" and order.ever:  # a disk that takes nothing more cannot be put right
            faults += [] if "cannot be put back" in ended.said else ["half a pair, and not told"]
        elif left not in (before, "new"):
            faults.append(f"leaves the pair {left}")
    else:
        faults.append(f"exit status {ended.status}, not 2")
        faults += unexplained(ended)
        if left not in (before, "new"):
            faults.append(f"leaves the pair {left}")
    if not removing and "unlink" not in order.ever:
        faults += strangers(bench, place)
    return Found(struck, left, tuple(faults + next_build(bench, place)))
