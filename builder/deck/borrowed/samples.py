"""What hangs on a template's sample slides and on its package: walked for what it is, never taken.

Only relationships are read here; what of them is broken is no matter, since it all goes.
"""

from __future__ import annotations

from typing import Final

from builder.deck.borrowed.names import P, R
from builder.deck.borrowed.relations import Relation, relations
from builder.deck.borrowed.taking import Taking
from builder.packages import TEMPLATE, PackageError, parsed

_RELATIONS: Final = 50_000


def note_the_rest(taking: Taking, main: str) -> None:
    """Note what a template holds beside the parts that were taken, `main` its presentation.

    Raises:
        PackageError: there is no end of it.
    """
    for each in _relations(taking, ""):
        if each.target != main or each.external:
            taking.leave(each, "the package")
    waiting = [each.target for name in ("", *taking.names) for each in _inner(taking, name)]
    seen, total = {"", *taking.names}, 0
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for each in _relations(taking, name):
            taking.leave(each, name, of_samples=True)
            total += 1
        if total > _RELATIONS:
            raise PackageError(f"it holds more than {_RELATIONS:,} relationships")
        waiting += [each.target for each in _inner(taking, name)]


def masters_of_samples(taking: Taking, main: str) -> tuple[str, ...]:
    """Return the masters that the sample slides use, in their order, by the names in the deck."""
    slides = {each.id: each.target for each in _inner(taking, main) if each.kind == "slide"}
    root = parsed(taking.archive.read(main), main, TEMPLATE)
    found = []
    for listed in root.iter(f"{P}sldId"):
        slide = slides.get(listed.get(f"{R}id", ""), "")
        master = _one(taking, _one(taking, slide, "slideLayout"), "slideMaster")
        if master in taking.names:
            found.append(taking.names[master])
    return tuple(found)


def _one(taking: Taking, part: str, kind: str) -> str:
    targets = (each.target for each in _inner(taking, part) if each.kind == kind)
    return next(targets, "") if part else ""


def _inner(taking: Taking, part: str) -> list[Relation]:
    return [each for each in _relations(taking, part) if not each.external]


def _relations(taking: Taking, part: str) -> tuple[Relation, ...]:
    """Return a part's relationships; none where they cannot be read."""
    if part not in taking.known:
        try:
            taking.known[part] = relations(taking.archive, part)
        except PackageError:
            taking.known[part] = ()
    return taking.known[part]
