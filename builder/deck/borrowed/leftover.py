"""What of a template no deck takes over: as data, and in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_NAMED: Final = 3


@dataclass(frozen=True, order=True)
class LeftOut:
    """One thing left out: its kind in words, the part or address, and whether to warn of it."""

    what: str
    where: str
    warned: bool = True


def said(left: Iterable[LeftOut], *, warned: bool | None = None) -> Iterator[str]:
    """Yield a line for each kind, `macros (ppt/vbaProject.bin)`; of those warned of alone if True.

    The first few are named, and how many more there are.
    """
    kinds: dict[str, list[str]] = {}
    for each in sorted(set(left)):
        if warned is None or each.warned == warned:
            kinds.setdefault(each.what, []).append(each.where)
    for what, places in kinds.items():
        named = list(dict.fromkeys(places))
        more = len(named) - _NAMED
        tail = f" and {more:,} more" if more > 0 else ""
        yield f"{what} ({', '.join(named[:_NAMED])}{tail})"
