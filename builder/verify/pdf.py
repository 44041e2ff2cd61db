"""A finished paper in; every place of it that a reader or a screen reader meets, out (pikepdf).

Text by the structure tree, furniture by page, links, the outline, the document's properties, what
is attached; and the seal of what is drawn. A paper that has lost its tags has no places: of it the
words of each page are read (pypdfium2).

A block is a place: its own text with that of the links, spans and references in it. What stands
in no element (running heads, rules) is one more place of its page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from builder.model.ledger import WHOLE_FILE, LedgerPlace, in_order
from builder.seals.operators import Stretch, all_stretches, content_of
from builder.seals.pdf import is_untouched, seal
from builder.verify.carried import parse
from builder.verify.edge import PAGES, Allowance, in_paper
from builder.verify.elements import Elements, named_in
from builder.verify.gauged import mismeasured
from builder.verify.glyphs import Fonts, page_texts
from builder.verify.opened import astray, opened, outline, properties
from builder.verify.reading import Carried, Finding, Reading, UnreadableFileError
from builder.verify.sealed import LEDGER_NAME
from builder.workers import beside

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

_ASIDE: Final = "Artifact"
_FIGURE: Final = b"/Figure"
_MOST_PAGES: Final = 20_000
_HARMLESS: Final = frozenset({"Link", "Popup"})
"""Annotations (ISO 32000-1, 12.5.6) that lay nothing over a page."""
_LONG: Final = 60
"""Pages: what a longer paper shows takes so long to read that another process does it."""
_PLACE: Final = attrgetter("page", "channel", "within", "part", "text")


class StructureReader:
    """Reads the places of one paper; `texts` is what each page's marked content shows,
    `stretches` its operators, where they are to be kept, `figures` those of figures, by page and
    number; `reads` returns those of a page.

    Raises:
        UnreadableFileError: a page of `file` is damaged.
        ValueError: it has too many pages.
    """

    def __init__(
        self,
        pdf: Pdf,
        file: str,
        *,
        keep: bool = False,
        reads: Callable[[Page], bytes] = content_of,
    ) -> None:
        if len(pdf.pages) > _MOST_PAGES:
            raise ValueError(f"it has more than {_MOST_PAGES:,} pages")
        self.pdf, self._keep, self._reads = pdf, keep, reads
        self.pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        self.texts: dict[tuple[int, int], str] = {}
        self.asides: list[LedgerPlace] = []
        self.figures: dict[tuple[int, int], bytes] = {}
        self.stretches: list[Sequence[Stretch]] = []
        self._fonts, self._room = Fonts(), Allowance(PAGES)
        for number, page in enumerate(pdf.pages, start=1):
            with in_paper(file, f"page {number}"):
                self._take(page, number)

    def _take(self, page: Page, number: int) -> None:
        content = self._reads(page)
        self._room.take(len(content))
        stretches = all_stretches(content)
        for mark, code in stretches:
            if code.startswith(_FIGURE):
                self.figures[number, mark] = code
        if self._keep:
            self.stretches.append(stretches)
        marked, aside, replaced = page_texts(page, self._fonts, stretches)
        for mark, text in marked.items():
            self._room.take(len(text))
            self.texts[number, mark] = text
        if aside.strip():
            self.asides.append(LedgerPlace(number, "body", "", _ASIDE, aside))
        for text in replaced:
            self.asides.append(LedgerPlace(number, "alt", "", "ActualText", text))

    @property
    def is_tagged(self) -> bool:
        """Whether the paper has a structure tree and marked content."""
        return "/StructTreeRoot" in self.pdf.Root and bool(self.texts)

    def places(self) -> list[LedgerPlace]:
        """Return the places of the whole paper, in reading order, then what stands aside."""
        tree = Elements(self.pdf, self.pages, self.texts)
        return [*tree.places(), *self.asides]


def read_paper(path: Path) -> Reading:
    """Return what a PDF says.

    Raises:
        UnreadableFileError: the file is no PDF, damaged, or encrypted.
    """
    with opened(path) as (pdf, data):
        return _said(pdf, path, data)


class _Shown(NamedTuple):
    """What a paper shows: its places, each as the values of one, which are quickly handed on; the
    seal of what is drawn, None where it was not asked for; whether it has the tags that tell
    places; the marked content of its figures, by page and number.
    """

    places: list[tuple[Any, ...]]
    seal: Mapping[str, Any] | None
    is_tagged: bool
    figures: Mapping[tuple[int, int], bytes]


def _said(pdf: Pdf, path: Path, data: bytes) -> Reading:
    """Return what an open PDF says: what it shows and, beside that, what is attached to it."""
    untouched = is_untouched(data)
    file, problems = str(path), list[Finding]()
    # What no byte of has changed need not be taken apart to see that nothing has.
    work = partial(_shown, pdf, file, sealed=not untouched)
    with beside(work) if len(pdf.pages) > _LONG else nullcontext(work) as showing:
        with in_paper(file, "what is attached to it"):
            attached = dict(_attached(pdf))
        carried = _ledger(attached, problems)
        shown = showing()
    handout = carried is not None and carried.medium == "handout"
    with in_paper(file, "what stands on its pages"):
        known = carried.seal if carried is not None and untouched else shown.seal
        sealed = known if known is not None else seal(pdf)
        problems += () if untouched else _written_over(pdf)
        if carried is not None and shown.is_tagged:
            problems += mismeasured(carried.gauged, shown.figures)
    return Reading(
        carried.medium if carried else "paper",
        in_order(_placed(shown, handout)),
        carried,
        sealed,
        tuple(problems),
        words=None if shown.is_tagged else _words(path, data),
        attached=attached,
        untouched=untouched,
    )


def _shown(pdf: Pdf, file: str, *, sealed: bool) -> _Shown:
    """Return what an open PDF shows, `sealed` with the seal of it."""
    reader = StructureReader(pdf, file, keep=sealed)
    with in_paper(file, "its structure"):
        places = reader.places()
    with in_paper(file, "its outline"):
        places += outline(pdf, reader.pages)
        places += astray(pdf, reader.pages)
    with in_paper(file, "its catalogue"):
        places += properties(pdf)
    with in_paper(file, "what stands on its pages"):
        drawn = seal(pdf, reader.stretches) if sealed else None
    return _Shown(list(map(_PLACE, places)), drawn, reader.is_tagged, reader.figures)


def _placed(shown: _Shown, handout: bool) -> Iterator[LedgerPlace]:
    """Yield the places; what figures show is the body of a handout, whose slides they are."""
    for page, channel, *rest in shown.places:
        yield LedgerPlace(page, "body" if handout and channel == "chart" else channel, *rest)


def _attached(pdf: Pdf) -> Iterator[tuple[str, bytes]]:
    """Yield the files that are attached, the ledger among them."""
    room = Allowance()
    for name, held in pdf.attachments.items():
        data = bytes(held.get_file().read_bytes())
        room.take(len(data))
        yield name, data


def _ledger(attached: Mapping[str, bytes], problems: list[Finding]) -> Carried | None:
    """Return the ledger among attached files, and add to `problems` what is wrong with it."""
    held = attached.get(LEDGER_NAME)
    if held is None:
        return None
    try:
        carried = parse(held, "paper")
    except ValueError as error:
        why = f"the attachment {LEDGER_NAME} cannot be read"
        problems.append(Finding("paper", WHOLE_FILE, "ledger", str(error), "", why))
        return None
    problems += carried.problems
    return carried


def _words(path: Path, data: bytes) -> dict[int, str]:
    """Return the words of each page in the order in which they are drawn."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as document:
            return {
                number: page.get_textpage().get_text_range()
                for number, page in enumerate(document, start=1)
            }
    except pypdfium2.PdfiumError as error:
        raise UnreadableFileError(f"{path}: cannot be read as a PDF: {error}") from error


def _is_attached(file: Object | None, files: Mapping[str, Object]) -> bool:
    """Return whether a file that opens from a page is the one that is attached by its name.

    A program that saves a paper again may write it twice. Where one has dropped what is attached,
    which is told, there is nothing to hold it to.
    """
    if file is None:
        return False
    other = files.get(str(file.get("/UF", file.get("/F", ""))))
    if other is None or other.objgen == file.objgen:
        return other is not None or not files
    if any("/EF" not in each or "/F" not in each.EF for each in (file, other)):
        return False
    return file.EF.F.read_bytes() == other.EF.F.read_bytes()


def _written_over(pdf: Pdf) -> Iterator[Finding]:
    """Yield what stands over pages and is no link (text boxes, stamps, form fields, remarks), and
    pages that do something by themselves.
    """
    named = pdf.Root.get("/Names")
    files = {} if named is None else named_in(named.get("/EmbeddedFiles"))
    for number, page in enumerate(pdf.pages, start=1):
        for held in page.get("/Annots", ()):
            kind = str(held.get("/Subtype", ""))[1:]
            opens = kind == "FileAttachment" and _is_attached(held.get("/FS"), files)
            if kind not in _HARMLESS and not opens:
                said = str(held.get("/Contents", "")) or f"a {kind} without words"
                yield Finding("paper", number, "comment", said, "", "no plan writes over a page")
        if "/AA" in page:
            why = "something is done when the page is opened or closed: no plan does anything there"
            yield Finding("paper", number, "look", "", "", why)
