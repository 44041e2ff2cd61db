"""The seal that a file carries and what it now draws and has attached in, findings out.

A digest tells that something was changed and where, not what: such findings are added to those of
words and numbers where no word tells of the place. A file that a program has written anew has
other digests throughout: then they tell nothing, and only what acts is looked at.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, Final
from zlib import crc32

from builder.model.ledger import WHOLE_FILE
from builder.verify.reading import Finding, Medium, Reading

_ACTING: Final = frozenset({"/OpenAction", "/AA", "/AcroForm", "/Collection", "/JavaScript"})
_HARMLESS: Final = frozenset({"/PageMode", "/PageLayout", "/ViewerPreferences", "/MarkInfo"})
_WHAT: Final = ("its size or its box", "what is drawn on it", "", "its fonts or pictures", "")
_FOLDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "chart": ("charts", "embeddings"),
    "workbook": ("charts", "embeddings"),
    "notes": ("notesSlides",),
}
_DRAWN, _FONTS, _NOTES = 1, 3, 4
_ASIDE: Final = -1
LEDGER_NAME = "paperdeck-ledger.json"


def of_paper(reading: Reading, told: Iterable[int]) -> Iterator[Finding]:
    """Yield what a paper draws, or does, other than it was made; `told` are pages of which words
    tell already.
    """
    carried = reading.carried
    if carried is None or not carried.seal:
        return
    made, now = carried.seal.get("pages", []), reading.seal.get("pages", [])
    known = set(told)
    if len(made) != len(now):
        said, wanted = f"{len(now)} pages", f"{len(made)} pages"
        yield Finding(reading.medium, WHOLE_FILE, "look", said, wanted, "pages were taken or added")
    anew = paper_written_anew(reading)
    for number, (was, found) in enumerate(zip(made, now, strict=False), start=1):
        if not anew:
            yield from _page(reading.medium, number, was, found, number in known)
    yield from _catalogue(reading, carried.seal, anew)


def paper_written_anew(reading: Reading) -> bool:
    """Say whether another program has written all pages and fonts of a paper in its own way."""
    carried = reading.carried
    if carried is None or not carried.seal:
        return True
    made, now = carried.seal.get("pages", []), reading.seal.get("pages", [])
    pairs = list(zip(made, now, strict=False))
    return bool(pairs) and all(
        was[_DRAWN] != found[_DRAWN] and was[_FONTS] != found[_FONTS] for was, found in pairs
    )


def _page(
    medium: Medium, number: int, was: Sequence[Any], now: Sequence[Any], told: bool
) -> Iterator[Finding]:
    for at in (0, _FONTS):
        if was[at] != now[at]:
            yield _look(medium, number, f"{_WHAT[at]} were changed")
    if list(was[_NOTES]) != list(now[_NOTES]):
        wanted, found = len(was[_NOTES]), len(now[_NOTES])
        more = f": {found} stand there, {wanted} were made" if wanted != found else ""
        yield _look(medium, number, f"links or annotations were changed{more}")
    if was[_DRAWN] != now[_DRAWN] and not told:
        yield _look(medium, number, _stretches(was[2], now[2]))


def _stretches(was: Sequence[int], now: Sequence[int]) -> str:
    """Say in words which stretches of a page are drawn otherwise."""
    from difflib import SequenceMatcher

    counted = accumulate((stretch >= 0 for stretch in was), initial=0)
    numbered = [
        number if stretch >= 0 else _ASIDE for stretch, number in zip(was, counted, strict=False)
    ]
    numbers: list[int] = []
    more = 0
    for kind, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if kind != "equal":
            numbers += [number for number in numbered[a:b] if number != _ASIDE]
            more += max(0, (d - c) - (b - a))
    if more:
        return "something is drawn there that was not made"
    if numbers:
        said = ", ".join(map(str, numbers[:5]))
        return f"marked content {said} is drawn otherwise: its place, size, colour or form"
    return "lines, tints or furniture are drawn otherwise than they were made"


def _catalogue(reading: Reading, seal: Mapping[str, Any], anew: bool) -> Iterator[Finding]:
    made, now = seal.get("catalogue", {}), reading.seal.get("catalogue", {})
    for key in sorted(made.keys() | now.keys()):
        if made.get(key) == now.get(key) or key in _HARMLESS:
            continue
        if anew and key not in _ACTING:
            continue
        what = "was added" if key not in made else "is gone" if key not in now else "was changed"
        why = f"{key[1:]} of the document {what}: no plan acts or shows anything there"
        yield _look(reading.medium, WHOLE_FILE, why)


def deck_written_anew(reading: Reading) -> bool:
    """Say whether another program has written all slides, layouts and masters in its own way."""
    carried = reading.carried
    if carried is None or not carried.seal:
        return True
    made = {held[0] for name, held in carried.seal.items() if _is_page(name)}
    return not any(held[0] in made for name, held in reading.seal.items() if _is_page(name))


def of_deck(
    reading: Reading, told: Iterable[int], channels: Iterable[tuple[int, str]] = ()
) -> Iterator[Finding]:
    """Yield what a deck shows other than it was made; `told` are slides of which words tell, and
    `channels` where and of what they do: charts, workbooks and notes have parts of their own.
    """
    carried = reading.carried
    if carried is None or not carried.seal or deck_written_anew(reading):
        return
    made, now, known = carried.seal, reading.seal, set(told)
    digests = [held[0] for held in made.values()]
    said = {(at, folder) for at, channel in channels for folder in _FOLDERS.get(channel, ())}
    told_of = {folder for _, folder in said}
    for name in sorted(made.keys() | now.keys()):
        was, found = made.get(name), now.get(name)
        if _alike(was, found) or (found is not None and was is None and found[0] in digests):
            continue
        number, folder = reading.homes.get(name, _slide_number(name)), _folder(name)
        if (number, folder) in said or (name not in reading.homes and folder in told_of):
            continue
        if number in known and folder == "slides":
            continue
        if was is None:
            yield _look("deck", number, f"the part {name} was added")
        elif found is None:
            if not any(held[0] == was[0] for held in now.values()):
                yield _look("deck", number, f"the part {name} is gone")
        else:
            yield _look("deck", number, _shapes(name, was, found))


def _alike(was: Sequence[Any] | None, now: Sequence[Any] | None) -> bool:
    """Say whether a part shows what it was made to, whatever its bytes are."""
    return was is not None and now is not None and was[0] == now[0]


def _shapes(name: str, was: Sequence[Any], now: Sequence[Any]) -> str:
    """Say in words which shapes of a part look otherwise."""
    if not was[1] or not now[1]:
        return f"{_part(name)} looks otherwise than it was made"
    if len(was[1]) != len(now[1]):
        return f"{len(now[1])} shapes stand on {_part(name)}, {len(was[1])} were made"
    pairs = zip(was[1], now[1], strict=True)
    changed = [at for at, (shape, other) in enumerate(pairs, 1) if shape != other]
    if not changed:
        return f"{_part(name)} is shown otherwise than it was made"
    said = ", ".join(map(str, changed[:5]))
    return f"on {_part(name)} shape {said} looks otherwise than it was made"


def _folder(name: str) -> str:
    return name.split("/")[1] if name.count("/") > 1 else ""


def _part(name: str) -> str:
    kinds = {
        "slideLayouts": "a layout",
        "slideMasters": "a master",
        "theme": "a theme",
        "charts": "a chart",
        "notesSlides": "a page of notes",
        "slides": "the slide",
    }
    folder = _folder(name)
    if folder in kinds and folder != "slides":
        return f"{kinds[folder]} ({name})"
    return kinds.get(folder, name)


def _is_page(name: str) -> bool:
    return name.startswith(("ppt/slides/", "ppt/slideLayouts/", "ppt/slideMasters/"))


def _slide_number(name: str) -> int:
    if not name.startswith("ppt/slides/"):
        return WHOLE_FILE
    digits = "".join(filter(str.isdigit, name.rsplit("/", 1)[-1]))
    return int(digits) if digits else WHOLE_FILE


def _look(medium: Medium, page: int, why: str) -> Finding:
    return Finding(medium, page, "look", "", "", why)


def changed_files(reading: Reading) -> Iterator[Finding]:
    """Yield attached files that are not, byte for byte, those that the ledger names."""
    made = reading.carried.files if reading.carried else {}
    now = {name: data for name, data in reading.attached.items() if name != LEDGER_NAME}
    for name in sorted(made.keys() | now.keys()):
        if name not in made:
            found, expected, why = name, "", "no plan attaches it"
        elif name not in now:
            found, expected, why = "", name, "an attached file"
        elif hashlib.sha256(now[name]).hexdigest() != made[name][0]:
            lines = _lines(made[name][1], now[name])
            found, expected, why = f"another {name}", name, f"the file was changed{lines}"
        else:
            continue
        yield Finding(reading.medium, WHOLE_FILE, "attachment", found, expected, why)


def _lines(made: list[int], data: bytes) -> str:
    """Return in words which lines are not those that were attached."""
    now = [crc32(line) for line in data.splitlines()]
    if len(now) != len(made):
        return f": {len(now)} lines instead of {len(made)}"
    rows = [at for at, pair in enumerate(zip(made, now, strict=True), 1) if pair[0] != pair[1]]
    if not rows:
        return ""
    return f" in row {', '.join(map(str, rows[:5]))}"
