"""Entries of references into works: takes those of BibTeX and BibLaTeX, returns `Work`s.

Types and fields become those of CSL as pandoc has them; names are taken apart, dates too.
"""

from __future__ import annotations

import re
from typing import Final

from builder.content.bibtex import RawEntry
from builder.content.tex import month_by_month, parted, person, text_of_tex, when_of
from builder.language.language import LANGUAGES, language_of
from builder.model.work import LAWS, OTHERS, Person, When, Work
from builder.problems import Problems

_KINDS: Final = {
    "article": "article-journal", "book": "book", "mvbook": "book", "collection": "book",
    "mvcollection": "book", "proceedings": "book", "mvproceedings": "book", "manual": "book",
    "reference": "book", "mvreference": "book", "inbook": "chapter", "bookinbook": "chapter",
    "incollection": "chapter", "suppbook": "chapter", "suppcollection": "chapter",
    "inreference": "entry-encyclopedia", "inproceedings": "paper-conference",
    "conference": "paper-conference", "techreport": "report", "report": "report",
    "thesis": "thesis", "phdthesis": "thesis", "mastersthesis": "thesis", "online": "webpage",
    "electronic": "webpage", "www": "webpage", "misc": "", "unpublished": "manuscript",
    "dataset": "dataset", "software": "software", "patent": "patent", "periodical": "periodical",
    "booklet": "pamphlet", "letter": "personal_communication", "legislation": "legislation",
    "legal": "treaty", "jurisdiction": "legal_case", "standard": "standard", "review": "review",
    "video": "motion_picture", "movie": "motion_picture", "audio": "song", "music": "song",
    "image": "graphic", "artwork": "graphic", "performance": "performance",
    "commentary": "book", "presentation": "speech", "newspaper": "article-newspaper",
}  # fmt: skip
_SUBTYPES: Final = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
_TYPES: Final = {
    "candthesis": "Candidate thesis", "techreport": "technical report",
    "resreport": "research report", "software": "computer software",
    "datacd": "data CD", "audiocd": "audio CD",
}  # fmt: skip
_NAMES: Final = {
    "author": "author", "editor": "editor", "translator": "translator",
    "bookauthor": "container-author", "director": "director",
}  # fmt: skip
_FIELDS: Final = {
    "volume": "volume", "volumes": "number-of-volumes", "edition": "edition",
    "version": "version", "pages": "page", "pagetotal": "number-of-pages",
    "doi": "DOI", "url": "URL", "isbn": "ISBN", "issn": "ISSN", "pmid": "PMID",
    "chapter": "chapter-number", "part": "part-number", "shortjournal": "container-title-short",
    "eventtitle": "event-title", "venue": "event-place", "note": "note", "annotation": "annote",
    "pubstate": "status",
}  # fmt: skip
_TITLES: Final = frozenset(
    f"{of}{title}" for of in ("", "book", "main", "issue") for title in ("title", "subtitle")
) | {"series", "shorttitle"}
_NUMBERED: Final = frozenset(
    ("report", "patent", "legislation", "standard", "treaty", "legal_case")
)
_WITHIN: Final = frozenset(
    ("chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary")
)
_LANGUAGES: Final = {
    "spanish": "es", "italian": "it", "russian": "ru", "polish": "pl", "dutch": "nl",
    "latin": "la", "portuguese": "pt", "british": "en-GB",
    **{name: tag for tag in LANGUAGES for name in language_of(tag).bibtex},
}  # fmt: skip
_EPRINTS: Final = {
    "arxiv": "https://arxiv.org/abs/", "jstor": "https://www.jstor.org/stable/",
    "pubmed": "https://www.ncbi.nlm.nih.gov/pubmed/",
}  # fmt: skip


def work_of(entry: RawEntry, problems: Problems, language: str) -> Work:
    """Return the work of an entry; commands of TeX that are not known are told."""
    return _Entry(entry, problems, language).work()


class _Entry:
    """One entry of BibTeX while it is read."""

    def __init__(self, entry: RawEntry, problems: Problems, language: str) -> None:
        self.entry, self.problems, self.language = entry, problems, language
        self.kind = _KINDS.get(entry.kind, "")
        if entry.kind == "article":
            self.kind = _SUBTYPES.get(self.raw("entrysubtype"), self.kind)
        stated = (self.raw("langid") or self.raw("language")).split(",")[0].strip().lower()
        self.stated = _LANGUAGES.get(stated, stated if len(stated) in (2, 5) else "")
        self.english = (self.stated or language).startswith("en")

    def raw(self, name: str) -> str:
        return self.entry.fields.get(name, "").strip()

    def text(self, name: str) -> str:
        """Return a field as text; of titles, those in English with small letters.

        Acts and Regulations are called by their names, which keep their capitals.
        """
        source = self.raw(name)
        if not source:
            return ""

        def unknown(command: str) -> None:
            found = f'the TeX command {command} in "{self.entry.key}" is left out'
            place = self.entry.places.get(name, self.entry.place)
            self.problems.warning(place, found, "write the characters themselves")

        said = text_of_tex(source, unknown, keeps=name in _TITLES)
        small = name in _TITLES and self.english and name != "series" and self.kind not in LAWS
        return _small(said) if small else said

    def work(self) -> Work:
        fields = {ours: self.text(theirs) for theirs, ours in _FIELDS.items()}
        fields |= self.titles() | self.published() | self.numbers()
        for name in ("URL", "DOI"):
            fields[name] = self.raw(name.lower()).replace("\\", "")
        fields["DOI"] = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:)", "", fields["DOI"])
        eprint = self.raw("eprinttype").lower() or self.raw("archiveprefix").lower()
        if not fields["URL"] and self.raw("eprint") and eprint in _EPRINTS:
            fields["URL"] = _EPRINTS[eprint] + self.raw("eprint")
        fields["page"] = re.sub(r"[-–]+", "-", fields["page"])
        fields["language"] = self.stated
        names = {ours: self.people(theirs) for theirs, ours in _NAMES.items()}
        kept = {name: value for name, value in fields.items() if value}
        listed = {role: people for role, people in names.items() if people}
        return Work(self.entry.key, self.kind, kept, listed, self.dates(), self.entry.place)

    def titles(self) -> dict[str, str]:
        title = self.joined("title", "subtitle")
        short = self.text("shorttitle")
        if not short and ": " in title:
            short = title[: title.index(": ")]
            short += "</span>" * (short.count("<span") - short.count("</span>"))
        journal = self.joined("journaltitle", "journalsubtitle") or self.text("journal")
        book = self.joined("booktitle", "booksubtitle")
        main = self.joined("maintitle", "mainsubtitle")
        found = {"title": title, "title-short": short, "collection-title": self.text("series")}
        if self.kind in _WITHIN:
            found |= {"container-title": main or book}
            if main and book:
                found["volume-title"] = book
        elif main:
            found |= {"title": main, "volume-title": title}
        else:
            found["container-title"] = journal or book
        if not title and found.get("container-title"):
            found["title"] = found.pop("container-title")
        return found

    def joined(self, title: str, subtitle: str) -> str:
        """Return a title with its subtitle, which begins with a capital in English."""
        first, second = self.text(title), self.text(subtitle)
        if not first or not second:
            return first or second
        return f"{first} {second}" if first[-1] in "?!:" else f"{first}: {second}"

    def published(self) -> dict[str, str]:
        """Return who published it where, and what kind of work it is."""
        holders = ("publisher", "institution", "school", "organization")
        publisher = "; ".join(filter(None, (self.text(name) for name in holders[:3])))
        if not publisher or self.kind == "webpage":
            publisher = publisher or self.text("organization")
        howpublished = self.text("howpublished")
        kind = self.text("type")
        doctor, master = language_of(self.language).theses
        theses = {"phdthesis": doctor, "mathesis": master, "mastersthesis": master}
        genre = {**_TYPES, **theses}.get(kind, kind) or theses.get(self.entry.kind, "")
        if re.match(r"https?://", howpublished):
            return {"URL": howpublished, "publisher": publisher, "genre": genre}
        place = self.text("location") or self.text("address")
        publisher = publisher or howpublished
        return {"publisher": publisher, "publisher-place": place, "genre": genre}

    def numbers(self) -> dict[str, str]:
        number, issue = self.text("number"), self.text("issue")
        if self.kind in _NUMBERED:
            return {"number": number, "issue": issue}
        if self.kind.startswith("article") or self.kind == "periodical":
            return {"issue": number or issue}
        if self.raw("series"):
            return {"collection-number": number}
        return {"number": number, "issue": issue}

    def people(self, name: str) -> tuple[Person, ...]:
        prefix = re.search(r"useprefix\s*=\s*\{?(true|false)", self.raw("options"))
        parts = parted(self.raw(name))
        found: list[Person] = []
        for part in parts:
            if part == "others":
                found += [OTHERS] if found else []
                continue
            found.append(person(part, bool(prefix and prefix[1] == "true"), self._letters))
        return tuple(found)

    def _letters(self, source: str) -> str:
        return text_of_tex(source, lambda _command: None)

    def dates(self) -> dict[str, When]:
        found = {
            "issued": self.when("date"),
            "accessed": self.when("urldate"),
            "original-date": self.when("origdate"),
            "event-date": self.when("eventdate"),
        }
        if found["issued"] is None and self.raw("year"):
            parts = [self.raw(name) for name in ("year", "month", "day")]
            found["issued"] = month_by_month(parts, self._letters)
        return {name: when for name, when in found.items() if when is not None}

    def when(self, name: str) -> When | None:
        source = self.raw(name)
        return when_of(source) if source else None


_KEPT: Final = re.compile(r"(<span[^>]*>.*?</span>|<[^>]*>)")


def _small(title: str) -> str:
    """Return an English title with small letters, but for those that begin it or a subtitle.

    What stands in braces is left as it is.
    """
    parts = _KEPT.split(title)
    begins, found = True, []
    for part in parts:
        if part.startswith("<"):
            found.append(part)
            begins = begins and not part.startswith("<span")
            continue
        words = re.split(r"(\s+)", part)
        for number, word in enumerate(words):
            bare = re.sub(r"[^\w’'-]", "", word)
            if not bare:
                begins = begins or word[-1:] in (":", "?", "!")
                continue
            if begins:
                words[number] = re.sub(r"[^\W\d_]", lambda m: m[0].upper(), word, count=1)
            elif re.fullmatch(r"[A-Z][a-z’'-]*(?:-[A-Z][a-z’']*)*|A", bare):
                words[number] = word.lower()
            begins = word[-1] in ":?!"
        found.append("".join(words))
    return "".join(found)
