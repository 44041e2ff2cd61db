"""What changed since another edition, or since the last build: snapshots, sheets in; data out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from builder.frozen import dataclass
from builder.model.briefing import Briefing
from builder.model.snapshot import Snapshot
from builder.preview.told import Data
from builder.problems import ContentError

_MOST: Final = 300  # sentences that are told
_LAST: Final = "the last build"
NOTHING: Final[Data] = {
    "against": "",
    "name": "",
    "refused": "",
    "figures": [],
    "sentences": [],
    "slides": [],
    "sheets": {"paper": [], "deck": []},
}
"""What is told where there is nothing to compare with yet."""


@dataclass(frozen=True)
class Base:
    """What the present is compared with: what it says and, of a build seen here, its sheets.

    `sheets` are digests of pictures by side; `titles` those of the slides, in order.
    """

    snapshot: Snapshot
    against: str = ""
    sheets: Mapping[str, Sequence[str]] | None = None
    titles: Sequence[str] = ()


class Editions:
    """What a content may be compared with: the last build, what its author names, revisions.

    `named` is what the command line names, as `paperdeck diff` understands it. A page can ask for
    no other than these.
    """

    def __init__(self, folder: Path, named: str) -> None:
        self.folder, self._named = folder, named
        self._loaded: dict[str, Base] = {}
        self._revisions: tuple[str, ...] | None = None

    def offered(self, since: str) -> list[Data]:
        """Return them; `since` is the edition that briefing.yaml names."""
        from builder.editions import offered

        if self._revisions is None:  # to ask git takes some 10 ms
            self._revisions = offered(self.folder)
        names = dict.fromkeys(filter(None, (self._named, since, *self._revisions)))
        return [{"id": "", "name": _LAST}, *({"id": name, "name": name} for name in names)]

    def base(self, name: str, since: str) -> Base:
        """Return an edition by its name.

        Raises:
            EditionError, ContentError: it is none of those offered, or cannot be read.
        """
        from builder.editions import EditionError, Naming, load

        if name not in {each["id"] for each in self.offered(since)} or not name:
            raise EditionError(f'no edition "{name}" is known', "choose one that is offered")
        if name not in self._loaded:
            here = Naming(Path(), self.folder)
            naming = Naming.within(self.folder) if name == since != self._named else here
            self._loaded[name] = Base(load(name, naming), name)
        return self._loaded[name]


class Comparison:
    """What the present is compared with: the build `before` it, or an edition that was chosen.

    The edition `named` at the start is chosen until another one is.
    """

    def __init__(self, folder: Path, named: str) -> None:
        self._editions = Editions(folder, named)
        self._edition: Base | None = None
        self._wanted, self._refused = named, ""
        self.before: Base | None = None

    def choose(self, name: str, since: str) -> None:
        """Compare with an edition by its name, or, without one, with the build before.

        Raises:
            EditionError, ContentError: it cannot be had.
        """
        self._edition = self._editions.base(name, since) if name else None
        self._wanted = self._refused = ""

    def told(
        self, briefing: Briefing, sheets: Mapping[str, Sequence[Data]], at: Mapping[str, Data]
    ) -> Data:
        """Return what changed; `sheets` are those of both sides, `at` the figures as told."""
        self._begin(briefing.meta.since)
        base = self._edition or self.before
        told = NOTHING if base is None else since(base, briefing.snapshot, sheets, at)
        offered = self._editions.offered(briefing.meta.since)
        return {**told, "editions": offered, "refused": self._refused}

    def _begin(self, since: str) -> None:
        """Choose the edition named at the start, or note why it cannot be had."""
        wanted, self._wanted = self._wanted, ""
        if not wanted:
            return
        from builder.editions import EditionError

        try:
            self._edition = self._editions.base(wanted, since)
        except EditionError as error:
            self._refused = str(error)
        except ContentError as error:
            self._refused = error.problems[0].found


def since(
    base: Base, now: Snapshot, sheets: Mapping[str, Sequence[Data]], at: Mapping[str, Data]
) -> Data:
    """Return what changed; `sheets` are those of both sides, `at` says where figures stand."""
    from builder.editions import diff

    found = diff(base.snapshot, now)
    figures = [
        {"id": each.new.id, "was": each.old.printed, "now": each.new.printed}
        for each in found.figures_changed
        if each.is_printed or each.is_valued
    ]
    figures += [{"id": each.id, "was": "", "now": each.printed} for each in found.figures_added]
    figures += [{"id": each.id, "was": each.printed, "now": ""} for each in found.figures_dropped]
    sentences = [
        {
            "place": each.standing.place,
            "section": each.standing.section,
            "was": each.old.text if each.old else "",
            "now": each.new.text if each.new else "",
        }
        for each in found.sentences[:_MOST]
    ]
    return {
        "against": base.against,
        "name": base.against or _LAST,
        "figures": figures,
        "sentences": sentences,
        "slides": _moved(base, sheets["deck"]),
        "sheets": _changed(base, sheets, {each["id"] for each in figures}, at),
    }


def _changed(
    base: Base, sheets: Mapping[str, Sequence[Data]], figures: set[str], at: Mapping[str, Data]
) -> dict[str, list[int]]:
    """Return the numbers of sheets that look otherwise, or print what changed."""
    if base.sheets is not None:
        return {
            side: [each["number"] for each in held if each["digest"] not in base.sheets[side]]
            for side, held in sheets.items()
        }
    found: dict[str, set[int]] = {"paper": set(), "deck": set()}
    for name in figures:
        for place in at.get(name, {}).get("places", ()):
            found[place["side"]].add(place["sheet"])
    return {side: sorted(numbers) for side, numbers in found.items()}


def _moved(base: Base, deck: Sequence[Data]) -> list[Data]:
    """Return the slides that stood elsewhere; 0 where there was none of this title."""
    was = {title: number for number, title in enumerate(base.titles, start=1)}
    if not was:
        return []
    return [
        {"number": each["number"], "was": was.get(each["title"], 0), "title": each["title"]}
        for each in deck
        if was.get(each["title"], 0) != each["number"]
    ]
