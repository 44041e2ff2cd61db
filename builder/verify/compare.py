"""Readings and ledgers in, findings out: where a finished file says other than it should.

Strict both ways: every ledger entry stands on its page in its channel as often as the ledger
has it, and every digit that stands anywhere belongs to an entry.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from builder.model.ledger import Entry
from builder.verify.matching import Surface, in_order, plain_numbers
from builder.verify.reading import (
    WHOLE_FILE,
    Finding,
    Medium,
    PageText,
    ReadChannel,
    Reading,
    canonical,
)
from builder.verify.workbook import number_text

STRAY = "no figure, date or name owns it"
# A PDF page does not say which of its words belong to a chart.
_OF_PDF: Mapping[ReadChannel, tuple[ReadChannel, ...]] = {
    "body": ("body", "chart"),
    "alt": ("alt",),
    "comment": ("comment",),
}
_CHANNELS: Mapping[Medium, Mapping[ReadChannel, tuple[ReadChannel, ...]]] = {
    "paper": _OF_PDF,
    "handout": _OF_PDF,
    "deck": {name: (name,) for name in ("body", "notes", "alt", "chart", "workbook", "comment")},
}


def channels(medium: Medium) -> Mapping[ReadChannel, tuple[ReadChannel, ...]]:
    """Return the channels of a page that a medium has, and those of the ledger that each holds."""
    return _CHANNELS[medium]


def compare_with_ledger(reading: Reading, ledger: Iterable[Entry]) -> tuple[Finding, ...]:
    """Return every place where a finished file differs from the ledger of its plan.

    That is: a text missing from its page and channel, a digit that no entry owns, a carried
    ledger that is missing or not this one, and contradictions inside the file.
    """
    entries = tuple(ledger)
    return (
        *reading.problems,
        *identity(reading),
        *_carried(reading, entries),
        *compare_pages(reading, entries),
    )


def identity(reading: Reading) -> Iterator[Finding]:
    """Yield each fingerprint stated or printed in a file that is not its ledger's."""
    if reading.entries is None:
        return
    known = reading.fingerprint
    for mark in reading.marks:
        if mark and not known.startswith(mark):
            expected, why = known[: len(mark)], "a property of the file and its ledger differ"
            yield Finding(reading.medium, WHOLE_FILE, "fingerprint", mark, expected, why)
    for entry in reading.entries:
        if is_fingerprint(entry) and not known.startswith(entry.text):
            expected, why = known[: len(entry.text)], "what is printed and the ledger differ"
            yield Finding(reading.medium, entry.page, entry.channel, entry.text, expected, why)


def is_fingerprint(entry: Entry) -> bool:
    """Return whether an entry is the content's fingerprint as it is printed."""
    return entry.kind == "furniture" and "fingerprint" in (entry.form, entry.owner)


def compare_pages(reading: Reading, ledger: Iterable[Entry]) -> tuple[Finding, ...]:
    """Return every place where what stands on the pages differs from a ledger."""
    entries = tuple(ledger)
    findings: list[Finding] = []
    by_page: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_page[entry.page].append(entry)
    pages = {page.number: page for page in reading.pages}
    for number in sorted(by_page.keys() | pages.keys()):
        page = pages.get(number, PageText(number, {}))
        if number == WHOLE_FILE:
            findings += _repeated(reading, page, entries, tuple(page.channels))
            findings += _placeless(reading, entries)
        else:
            findings += _page(reading, page, by_page[number])
            findings += _repeated(reading, page, by_page[number], ("tooltip",))
    return tuple(findings)


def other_content(reading: Reading, fingerprint: str) -> Iterator[Finding]:
    """Yield that a file names another content than the one it was to be built from."""
    if reading.entries is not None and reading.fingerprint != fingerprint:
        found, expected, why = reading.fingerprint[:8], fingerprint[:8], "another content"
        yield Finding(reading.medium, WHOLE_FILE, "fingerprint", found, expected, why)


def compare_with_itself(reading: Reading) -> tuple[Finding, ...]:
    """Return every place where a finished file differs from the ledger that it carries."""
    if reading.entries is None:
        return (*reading.problems, _no_ledger(reading))
    return compare_with_ledger(reading, reading.entries)


def compare_files(paper: Reading, deck: Reading) -> tuple[Finding, ...]:
    """Return where two finished files disagree, by the ledgers that they carry.

    Both must be of one fingerprint, and a figure or cell printed in both in the same form must
    be the same text in both. Whether each file says what it carries: `compare_with_itself`.
    """
    findings = [_no_ledger(reading) for reading in (paper, deck) if reading.entries is None]
    if paper.fingerprint != deck.fingerprint:
        why = f"built from another content than the {paper.medium}"
        found, expected = deck.fingerprint[:8], paper.fingerprint[:8]
        findings.append(Finding(deck.medium, WHOLE_FILE, "fingerprint", found, expected, why))
    return (*findings, *_figures(paper, deck))


def _page(reading: Reading, page: PageText, entries: Iterable[Entry]) -> Iterator[Finding]:
    for channel, parts in _CHANNELS[reading.medium].items():
        surface = Surface.of(page.pieces(*parts))
        texts = in_order(printed(entry) for entry in entries if entry.channel in parts)
        missing = [text for text in texts if not surface.take(text)]
        for text in missing:
            found = surface.excuse(text)
            yield Finding(reading.medium, page.number, channel, found, text)
        for number, around in surface.strays():
            why = f"{number}: {STRAY}"
            yield Finding(reading.medium, page.number, channel, around, "", why)
    yield from _addresses(reading, page, entries)
    known = {"link", *(part for parts in _CHANNELS[reading.medium].values() for part in parts)}
    for entry in entries:
        if entry.channel not in known:
            why = f"a {reading.medium} has no such channel"
            yield Finding(reading.medium, page.number, entry.channel, "", entry.text, why)


def _addresses(reading: Reading, page: PageText, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Check where the links of a page lead: each address once or more, and no other number."""
    found = {_plain_address(piece) for piece in page.pieces("link")}
    planned = {_plain_address(entry.text) for entry in entries if entry.channel == "link"}
    for missing in sorted(planned - found):
        yield Finding(reading.medium, page.number, "link", "", missing, "an address of a link")
    for extra in sorted(found - planned):
        if any(character.isdigit() for character in extra):
            why = "no planned link leads there"
            yield Finding(reading.medium, page.number, "link", extra, "", why)


def _plain_address(address: str) -> str:
    """Return an address as both formats hold it; they differ in what is beyond ASCII.

    Of a file beside this one only the name: programs that save a deck again add where it lies.
    """
    plain = "".join(character for character in canonical(address) if character.isascii())
    return plain.rpartition("/")[2] if plain.startswith("file:") else plain


def _repeated(
    reading: Reading, page: PageText, entries: Iterable[Entry], where: Iterable[ReadChannel]
) -> Iterator[Finding]:
    """Check what may repeat, as often as it likes, what the entries say, and nothing else.

    Attached data hold plain numbers: those of the entries and of the edition's own figures.
    """
    said = {entry.text for entry in entries}
    for channel in where:
        surface = Surface.of(page.pieces(channel))
        data = channel == "attachment" and bool(surface.text)
        texts = in_order(said | _known(reading) if data else said)
        for text in texts:
            if text in surface.flat:
                surface.take_all(text)
        plain = {number for text in texts if data for number in plain_numbers(text)}
        for number, around in surface.strays():
            if not (data and plain.issuperset(plain_numbers(number))):
                why = f"{number}: {STRAY}"
                yield Finding(reading.medium, page.number, channel, around, "", why)


def _known(reading: Reading) -> set[str]:
    """Return what the edition says of its figures and sources."""
    if reading.snapshot is None:
        return set()
    figures, sources = reading.snapshot.figures, reading.snapshot.sources
    said = {text for one in figures for text in vars(one).values() if isinstance(text, str)}
    return said | {text for one in sources for text in (one.title, one.name)}


def _placeless(reading: Reading, entries: Iterable[Entry]) -> Iterator[Finding]:
    for entry in entries:
        if entry.page == WHOLE_FILE:
            why = "planned, but placed nowhere"
            yield Finding(reading.medium, WHOLE_FILE, entry.channel, "", entry.text, why)


def _carried(reading: Reading, entries: tuple[Entry, ...]) -> Iterator[Finding]:
    """Say once that the carried ledger is another one; what differs is found on the pages."""
    if reading.entries is None:
        yield _no_ledger(reading)
        return
    planned, carried = Counter(entries), Counter(reading.entries)
    lacking, more = list(planned - carried), list(carried - planned)
    if lacking or more:
        first = (lacking or more)[0]
        why = (
            f"the ledger that the file carries lacks {len(lacking)} planned entries, and"
            f" {len(more)} of its own were not planned"
        )
        found, expected = ("", first.text) if lacking else (first.text, "")
        yield Finding(reading.medium, first.page, first.channel, found, expected, why)


def _no_ledger(reading: Reading) -> Finding:
    why = "not made by Paperdeck, or saved since by a program that drops it"
    return Finding(reading.medium, WHOLE_FILE, "", "", "ledger of figures", why)


def _figures(paper: Reading, deck: Reading) -> Iterator[Finding]:
    known = _printed(paper)
    for key, entries in _printed(deck).items():
        if key not in known:
            continue
        texts = {canonical(entry.text) for entry in known[key]}
        for entry in entries:
            if canonical(entry.text) not in texts:
                first = known[key][0]
                why = f"{entry.owner} on {paper.medium} page {first.page}"
                yield Finding(deck.medium, entry.page, entry.channel, entry.text, first.text, why)


def _printed(reading: Reading) -> dict[tuple[str, str, str, bool], list[Entry]]:
    """Return the entries of figures and cells by owner and form, workbook cells apart."""
    found: dict[tuple[str, str, str, bool], list[Entry]] = defaultdict(list)
    for entry in reading.entries or ():
        if entry.kind in ("figure", "cell", "edition"):
            key = (entry.kind, entry.owner, entry.form, entry.channel == "workbook")
            found[key].append(entry)
    return found


def printed(entry: Entry) -> str:
    """Return an entry's text as a file holds it: in workbooks, a number without its format."""
    return number_text(entry.text) if entry.channel == "workbook" else entry.text
