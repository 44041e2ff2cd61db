"""The section and the slide on what changed, in finished files."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.cli import run
from builder.files import allowing
from builder.inspection import check
from builder.model.ledger import Entry
from builder.problems import Problems
from builder.project import build, resolved
from builder.verify import Reading, read
from builder.verify.fresh import compare_files
from builder.verify.trust import examined
from tests.editions.making import edit, first_edition, second_edition
from tests.shares import share

TITLE = "What changed since the earlier edition"


@dataclass(frozen=True)
class Editions:
    """The folder that holds both editions' contents (first, second) and files (one, two)."""

    folder: Path

    @property
    def paper(self) -> Reading:
        return read(self.folder / "two" / "norhaven.pdf")

    @property
    def deck(self) -> Reading:
        return read(self.folder / "two" / "norhaven.pptx")


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    folder = tmp_path_factory.mktemp("editions")
    build(first_edition(folder), folder / "one", ("paper", "deck"))
    second = second_edition(folder, since="../one/norhaven.pdf")
    build(second, folder / "two", ("paper", "deck"))
    return Editions(folder)


def earlier(reading: Reading) -> Iterator[Entry]:
    return (entry for entry in reading.entries or () if entry.kind == "edition")


def text_of(reading: Reading, page: int) -> str:
    (found,) = [each for each in reading.pages if each.number == page]
    return " ".join(" ".join(found.pieces("body")).split())


@pytest.mark.longer
def test_both_files_are_verified_and_agree(editions: Editions) -> None:
    for reading in (editions.paper, editions.deck):
        assert [str(finding) for finding in examined("file", reading).changed] == []
    assert [str(finding) for finding in compare_files(editions.paper, editions.deck)] == []
    assert check(editions.folder / "second", editions.folder / "two") is not None


@pytest.mark.parametrize("medium", ["paper", "deck"])
def test_every_earlier_value_and_every_change_is_owned(editions: Editions, medium: str) -> None:
    printed = {(e.owner, e.form): e.text for e in earlier(getattr(editions, medium))}
    wanted = {
        ("freight_sea", "before"): "860\u00a0thousand tonnes",
        ("freight_sea", "change"): "+40\u00a0thousand tonnes (+4.7%)",
        ("freight_all", "before"): "1,415\u00a0thousand tonnes",
        ("quay_cost", "before"): "up to €48.50\u00a0million",
        ("works_begin", "change"): "+2\u00a0months",
        ("sheds", "before"): "14",
        ("sheds_many", "claim"): "Sheds abound",
    }
    assert {key: printed.get(key) for key in wanted} == wanted


def test_the_paper_prints_it_on_a_page_that_the_contents_list(editions: Editions) -> None:
    pages = {entry.page for entry in earlier(editions.paper)}
    (page,) = pages
    text = text_of(editions.paper, page)
    assert f"{TITLE} 3 Compared with an earlier edition: first edition, March 2025, " in text
    assert "Figures that changed" in text
    assert "Sources, periods and confidence" in text.replace("Subjects, sources", "Sources")
    assert "New figures • Cranes: 6 Figures no longer given • Sheds: 14" in text
    assert "Claims no longer made • Sheds abound" in text
    assert TITLE in text_of(editions.paper, 1)


def test_what_changed_stands_before_the_appendices(tmp_path: Path) -> None:
    first = first_edition(tmp_path)
    second = second_edition(tmp_path, since="../first")
    edit(
        second,
        "briefing.yaml",
        "sections: [freight, passengers]",
        "sections: [freight]\nappendices: [passengers]",
    )
    with allowing([first]):
        briefing, _ = resolved(second, Problems())
    assert [section.letter for section in briefing.sections] == ["", "", "A"]
    assert briefing.sections[1].id == "edition:changes"


def test_the_largest_change_for_its_size_comes_first(editions: Editions) -> None:
    changes = [entry.owner for entry in earlier(editions.deck) if entry.form == "before"]
    assert changes[:4] == ["freight_sea", "sea_over_rail", "freight_all", "quay_cost"]


@pytest.mark.longer
def test_the_deck_has_a_slide_of_it_that_goes_on_where_it_must(editions: Editions) -> None:
    slides = sorted({entry.page for entry in earlier(editions.deck)})
    for slide in slides:
        assert TITLE in text_of(editions.deck, slide)
    (first,) = [page for page in editions.deck.pages if page.number == slides[0]]
    assert "Compared with an earlier edition: first edition" in " ".join(first.pieces("notes"))


def test_the_register_and_the_snapshot_know_nothing_of_earlier_values(editions: Editions) -> None:
    snapshot = editions.paper.snapshot
    assert snapshot is not None
    assert "sheds" not in {figure.id for figure in snapshot.figures}
    assert not any("860" in sentence.text for sentence in snapshot.sentences)


@pytest.mark.longer
def test_a_build_is_up_to_date_until_the_earlier_edition_is_another(tmp_path: Path) -> None:
    first_edition(tmp_path)
    second = second_edition(tmp_path, since="../first")
    out = tmp_path / "out"
    with allowing([tmp_path / "first"]):
        fresh = [build(second, out, ("deck",)).files[0].fresh for _ in range(2)]
        edit(tmp_path / "first", "data/freight.csv", "Rail,310", "Rail,305")
        fresh += [build(second, out, ("deck",)).files[0].fresh for _ in range(2)]
    assert fresh == [True, False, True, False]
    entries = {(e.owner, e.form): e.text for e in earlier(read(out / "norhaven.pptx"))}
    assert entries["freight_rail", "before"] == "305\u00a0thousand tonnes"


@pytest.mark.longer
def test_a_folder_elsewhere_is_an_edition_only_where_the_command_line_allows_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first_edition(tmp_path)
    second_edition(tmp_path, since="../first")
    monkeypatch.chdir(tmp_path)
    assert run(["check", "second"]) == 1
    assert capsys.readouterr().err.startswith(
        'second/briefing.yaml:8:10: error: the edition "../first" cannot be read: it leads out of '
        f"the content folder, to {tmp_path}/first\n"
        "  name the finished PDF or PPTX of that edition, which may lie anywhere; or, where you "
        "trust who wrote the content, allow the folder on the command line: "
        f"--allow {tmp_path}/first\n"
    )
    assert run(["check", "second", "--allow", "first"]) == 0


@pytest.mark.longer
def test_an_edition_with_nothing_changed_says_so(tmp_path: Path) -> None:
    first = first_edition(tmp_path)
    same = shutil.copytree(first, tmp_path / "same")
    edit(same, "briefing.yaml", "page: A4", "page: A4\nchanges: {since: ../first}")
    with allowing([first]):
        build(same, tmp_path / "out", ("paper", "deck"))
    reading = read(tmp_path / "out" / "norhaven.pptx")
    texts = [text_of(reading, page.number) for page in reading.pages if page.number]
    assert any("No figure, no source and no claim differs." in text for text in texts)


def test_an_edition_compared_with_its_own_content_is_warned_about(tmp_path: Path) -> None:
    content = second_edition(tmp_path, since=".")
    problems = Problems()
    resolved(content, problems)
    assert 'the edition "." has the same content as this one' in [each.found for each in problems]


@pytest.mark.parametrize(
    ("since", "message"),
    [
        (
            "../gone.pdf",
            'second/briefing.yaml:8:10: error: no file or folder "../gone.pdf"\n'
            "  name a finished PDF or PPTX, a content folder, or a git revision of one",
        ),
        (
            "../out/norhaven.pdf",
            'second/briefing.yaml:8:10: error: the edition "../out/norhaven.pdf" is the file that '
            "this build would replace\n"
            "  keep a copy of the published file elsewhere, and name that",
        ),
        (
            "../broken",
            'second/briefing.yaml:8:10: error: the edition "../broken" cannot be read as content: '
            "second/../broken/briefing.yaml: no briefing.yaml\n"
            "  name a file that was built from it; paperdeck diff shows everything that is wrong",
        ),
    ],
)
def test_an_edition_that_cannot_be_had_stops_the_build(
    tmp_path: Path,
    editions: Editions,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    since: str,
    message: str,
) -> None:
    shutil.copytree(editions.folder / "one", tmp_path / "out")
    (tmp_path / "broken").mkdir()
    second_edition(tmp_path, since=since)
    monkeypatch.chdir(tmp_path)
    before = (tmp_path / "out" / "norhaven.pdf").read_bytes()
    assert run(["build", "second", "--out", "out", "--allow", "broken"]) == 1
    assert message in capsys.readouterr().err
    assert (tmp_path / "out" / "norhaven.pdf").read_bytes() == before


@pytest.mark.parametrize(
    ("language", "title", "change", "shift"),
    share(
        [
            ("en-GB", "What changed since edition 2", "+40 thousand tonnes (+4.7%)", "+2 months"),
            (
                "de",
                "Was sich seit Ausgabe 2 geändert hat",
                "+40 thousand tonnes (+4,7 %)",
                "+2 Monate",
            ),
            ("fr", "Ce qui a changé depuis l’édition 2", "+40 thousand tonnes (+4,7 %)", "+2 mois"),
            ("uk", "Що змінилося від випуску 2", "+40 thousand tonnes (+4,7%)", "+2 місяці"),
        ],
        4,
    ),
)
def test_it_is_told_in_the_language_of_the_briefing(
    tmp_path: Path, language: str, title: str, change: str, shift: str
) -> None:
    first = first_edition(tmp_path)
    second = second_edition(tmp_path, since="../first")
    edit(first, "briefing.yaml", "edition: first edition", "edition: 2")
    edit(second, "briefing.yaml", "language: en-GB", f"language: {language}")
    edit(second, "sections/freight.md", "quay_cost | words", "quay_cost")
    # English words are no number words there, and need no exemption.
    stated, _, _ = (second / "briefing.yaml").read_text("utf-8").partition("\nexempt:")
    (second / "briefing.yaml").write_text(stated, "utf-8")
    with allowing([first]):
        briefing, _ = resolved(second, Problems())
    section = briefing.sections[-1]
    assert "".join(run.text for run in section.title) == title
    texts = {
        run.owner.id: " ".join(run.text.split())
        for row in briefing.tables["edition:figures"].rows
        for run in row[-1]
        if run.owner
    }
    assert texts["freight_sea"] == change
    assert texts["works_begin"] == shift
