"""Entries of the YAML files: takes a document, returns the plain entries whose shape is right.

Periods that figures stand for are read of an entry too: what `as_of:` says in words; what is
nearly one is in error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any, Final, TypeVar

from builder.content.context import Context, MentionKind, Names
from builder.content.designated import counts
from builder.content.documents import Document, Path
from builder.content.shape import Entries, Fault, Keys, Value
from builder.content.texts import inline_text
from builder.frozen import dataclass, replace
from builder.memory import memory, remembered_of
from builder.model.figure import MOST_DIGITS
from builder.model.text import NoteMark, Text
from builder.problems import Place, Problems, shortened

_T = TypeVar("_T")
_BYTES: Final = 40  # of the entries of a file, for each character of it
_NEARLY: Final = re.compile(r"\d{4}[-/. ]?[^\W\d_]?\d{1,4}", re.ASCII)


@dataclass(frozen=True)
class ContentEntry:
    """One mapping of known shape, and where it stands.

    `keys` are plain values; `faulty` are keys left out because their values were wrong.
    """

    document: Document
    path: Path
    keys: Mapping[str, Any]
    context: Context
    shape: Keys
    faulty: frozenset[str] = frozenset()

    def knowing(self, words: Iterable[str]) -> ContentEntry:
        """Return the entry, in whose texts these words own their digits as declared names do."""
        names = self.context.names.also(words, self._counts)
        return replace(self, context=replace(self.context, names=names))

    def _counts(self, right: str) -> bool:
        return counts(right, self.context.years.grammar)

    @property
    def id(self) -> str:
        """The entry's key; empty for a whole file."""
        return str(self.path[-1]) if self.path else ""

    @property
    def place(self) -> Place:
        """Where the entry's own key stands; for a whole file, its beginning."""
        return self.document.key_place(self.path)

    def where(self, *path: str | int) -> Place:
        """Return where a value stands."""
        return self.document.place((*self.path, *path))

    def word(self, key: str) -> str:
        """Return a scalar as written; where there is none, what is then meant, or nothing."""
        return str(self.keys.get(key) or self.shape.defaults.get(key, ""))

    def list(self, key: str) -> tuple[str, ...]:
        """Return a list, also where it is written as one scalar."""
        value = self.keys.get(key, [])
        return (value,) if isinstance(value, str) else tuple(value)

    def text(self, *path: str | int) -> Text:
        """Return a scalar as inline text; empty where there is none."""
        value: Any = self.keys
        for step in path:
            if isinstance(value, dict) and step not in value:
                return ()
            value = value[step]
        locate = self.document.locator((*self.path, *path))
        text = inline_text(value, locate, self.context)
        for item in text:
            if isinstance(item, NoteMark):
                found = f"a note [^{item.key}] outside a section"
                hint = "notes stand in the files of sections/; use note:"
                self.context.problems.error(item.place, found, hint)
        return text

    def decimals(self) -> int | None:
        """Return how many decimals are to be printed, None where the entry does not say."""
        written = self.word("decimals")
        if len(written) > len(str(MOST_DIGITS)) or int(written or 0) >= MOST_DIGITS:
            self.context.problems.error(
                self.where("decimals"),
                f"decimals: {shortened(written)} are more than can be printed",
                f"at most {MOST_DIGITS} digits can be, before and after the point together",
            )
            return None
        return int(written) if written else None

    def mention(self, kind: MentionKind, key: str, of: str = "") -> tuple[str, ...]:
        """Return a scalar or list of names, each noted as a use of something."""
        names = self.list(key)
        single = isinstance(self.keys.get(key), str)
        for number, name in enumerate(names):
            place = self.where(key) if single else self.where(key, number)
            self.context.mention(kind, name, place, of)
        return names


def entries(shape: Entries, document: Document, context: Context) -> Iterator[ContentEntry]:
    """Yield the entries of figures, sources, claims or charts; report those of a wrong shape."""
    for path in sorted(document.empty):
        if len(path) == 1 and path[0] not in shape.reserved:
            found = f'"{path[0]}" is empty'
            context.problems.error(document.key_place(path), found, "write its keys below it")
    for id, value in document.plain.items():
        if id in shape.reserved:
            continue
        if not shape.ids.fits(id):
            hint = f"expected {shape.ids.expected}"
            context.problems.error(document.key_place((id,)), f'"{id}" is no id', hint)
        entry = _entry(shape.entry, document, (id,), value, context)
        if entry:
            yield entry


def reserved(
    shape: Entries, key: str, document: Document, context: Context
) -> Iterator[ContentEntry]:
    """Yield the entries below a key of a file of entries that is none itself, such as `units`."""
    held = document.plain.get(key, {})
    if not isinstance(held, Mapping) or "label" in held:
        what = "a list" if isinstance(held, list) else f'"{held}"'
        found = f'"{key}" is {what}' if not isinstance(held, Mapping) else f'"{key}" is no entry'
        hint = f"it holds the {key} of the other entries, by their keys; rename what is none"
        context.problems.error(document.key_place((key,)), found, hint)
        return
    for inner, value in held.items():
        entry = _entry(shape.reserved[key][0], document, (key, inner), value, context)
        if entry:
            yield entry


def single(shape: Keys, document: Document, context: Context) -> ContentEntry | None:
    """Return a whole file as an entry (a briefing or a theme); report what is wrong with it."""
    return _entry(shape, document, (), document.plain, context)


def _entry(
    shape: Keys, document: Document, path: Path, value: Value, context: Context
) -> ContentEntry | None:
    """Return an entry without its faulty keys, which are reported; None where it needs them.

    The key that a misspelt one is likely meant to be is at fault with it.
    """
    faulty: set[str] = set()
    faults = shape.faults(value, path)
    if faults:
        _report(faults, document, context.problems)
        for fault in faults:
            faulty |= {str(step) for step in fault.path[len(path) : len(path) + 1]}
            faulty |= {fault.meant} if len(fault.path) == len(path) + 1 else set()
    if not isinstance(value, Mapping):
        return None
    kept = {key: part for key, part in value.items() if key not in faulty} if faulty else value
    whole = all(key in kept or shape.instead.get(key) in kept for key in shape.needs)
    return ContentEntry(document, path, kept, context, shape, frozenset(faulty)) if whole else None


def _report(faults: Iterable[Fault], document: Document, problems: Problems) -> None:
    """Report each fault at its place in a document."""
    for fault in faults:
        at = fault.path
        if fault.missing and at in document.empty:
            found, hint = f'"{at[-1]}" has no value', "write one after the colon"
            problems.error(document.key_place(at), found, hint)
        elif fault.missing:
            problems.error(document.key_place(at[:-1]), fault.found, fault.hint)
        else:
            place = document.key_place(at) if fault.unknown else document.place(at)
            problems.error(place, fault.found, fault.hint)


def read_again(
    read: Callable[..., Mapping[str, _T]], document: Document, context: Context, *given: Hashable
) -> Mapping[str, _T]:
    """Return the entries of a document, as they were read where the same names were known.

    What is `given` beside the document and the context is handed on.
    """
    if memory() is None:
        return read(document, context, *given)

    def made() -> tuple[Mapping[str, _T], Context]:
        own = Context(Problems(), Names(context.names.words), context.years, context.locators)
        return read(document, own, *given), own

    cites = context.locators is not None
    key = read, context.names.words, context.years, cites, given
    size = _BYTES * len(document.lines.text)
    found, gathered = remembered_of(document, key, made, lambda _: size)
    context.add(gathered)
    return found


def period(entry: ContentEntry) -> tuple[str | None, Text]:
    """Return the words of a period and their text; digits that are none are in error: 2022-Q5."""
    words, years = entry.word("as_of"), entry.context.years
    if not _NEARLY.fullmatch(words) or any(True for _ in years.spans(words)):
        return words or None, entry.text("as_of")
    entry.context.problems.error(
        entry.where("as_of"),
        f'"{words}" is no date and no period from {years}',
        "write 2024, 2024-09, 2024-09-05, 2024-Q3, 2024-H1, 2023/24, 2020-2024, or words such as "
        "since 2023",
    )
    return None, ()
