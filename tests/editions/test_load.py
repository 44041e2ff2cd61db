from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from builder.cli import run
from builder.editions import EditionError, Naming, identity, load
from builder.problems import ContentError
from builder.project import build
from builder.verify import read
from builder.verify.trust import examine
from tests.editions.making import SMALL, add, edit, first_edition, second_edition

HERE = Naming(Path(), Path("content"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds a first edition and its finished files."""
    folder = tmp_path_factory.mktemp("built")
    build(first_edition(folder), folder, ("paper", "deck"))
    return folder


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose folder `briefing` is at its first edition in v1, at its second now."""
    if shutil.which("git") is None:
        pytest.skip("git not found")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    root = tmp_path / "repository"
    root.mkdir()
    first_edition(tmp_path).rename(root / "briefing")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "First")
    git(root, "tag", "v1")
    shutil.rmtree(root / "briefing")
    second_edition(tmp_path).rename(root / "briefing")
    monkeypatch.chdir(root)
    return root


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True)


def test_a_finished_file_tells_the_same_of_its_edition_as_its_content(built: Path) -> None:
    stated = load(str(built / "first"), HERE)
    assert len(stated.figures) == 10
    assert len(stated.sentences) > 5
    for name in ("norhaven.pdf", "norhaven.pptx"):
        assert load(str(built / name), HERE) == stated


def test_a_snapshot_that_was_changed_by_hand_is_not_trusted(built: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.pptx"
    with zipfile.ZipFile(built / "norhaven.pptx") as held, zipfile.ZipFile(changed, "w") as made:
        for name in held.namelist():
            old, new = b'"value":"1200"', b'"value":"1300"'
            made.writestr(name, held.read(name).replace(old, new))
    assert any("changed after it was written" in str(f) for f in examine(changed).changed)
    with pytest.raises(EditionError, match="changed after it was written"):
        load(str(changed), HERE)


def test_a_ledger_that_contradicts_the_snapshot_is_found(built: Path) -> None:
    from builder.model.carried import Making, carried_json
    from builder.verify.carried import parse

    reading = read(built / "norhaven.pdf")
    assert reading.snapshot is not None
    assert reading.carried is not None
    places = tuple(
        replace(place, text=place.text.replace("1,415", "1,515"))
        for place in reading.carried.places
    )
    making = Making("paper", reading.fingerprint, "norhaven", "", reading.snapshot, places)
    forged = carried_json(making)
    (found, *_) = parse(forged, "paper").problems
    assert (found.found, found.expected) == (
        "1,515\u00a0thousand tonnes",
        "1,415 thousand tonnes",
    )
    assert found.why == "the file's own snapshot of freight_all"


def test_a_file_without_a_snapshot_is_refused(built: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.pptx"
    with zipfile.ZipFile(built / "norhaven.pptx") as held, zipfile.ZipFile(bare, "w") as made:
        for name in held.namelist():
            if not name.startswith("customXml/item1"):
                made.writestr(name, held.read(name))
    with pytest.raises(EditionError, match="it carries no snapshot"):
        load(str(bare), HERE)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Notes")
    with pytest.raises(EditionError, match="is neither a paper"):
        load(str(tmp_path / "notes.txt"), HERE)


def test_a_content_with_claims_that_fail_can_still_be_compared(tmp_path: Path) -> None:
    content = second_edition(tmp_path)
    edit(content, "data/freight.csv", "Sea,900", "Sea,1")
    verdicts = {claim.id: claim.verdict for claim in load(str(content), HERE).claims}
    assert verdicts == {"sea_carries_most": "fails", "berths_long": "holds"}


def test_other_mistakes_in_a_content_are_named(tmp_path: Path) -> None:
    content = second_edition(tmp_path)
    add(content, "claims.yaml", "so:\n  says: So\n  holds: nobody > 1\n")
    edit(content, "figures.yaml", "formula: freight_sea / freight_rail", "formula: freight_sea / x")
    with pytest.raises(ContentError, match='unknown figure "x" in formula'):
        load(str(content), HERE)


@pytest.mark.longer
def test_a_revision_is_the_folder_as_it_was_then(repository: Path) -> None:
    first, now = load("v1:briefing", HERE), load("briefing", HERE)
    assert (first.edition, now.edition) == ("first edition", "second edition")
    assert load("v1", Naming.within(Path("briefing"))) == first
    assert load("HEAD", Naming(Path("briefing"), Path("briefing"))) == first


def test_a_revision_of_a_briefing_that_is_the_whole_repository_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("git") is None:
        pytest.skip("git not found")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    content = first_edition(tmp_path)
    git(content, "init", "-q")
    git(content, "add", ".")
    git(content, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "First")
    edit(content, "briefing.yaml", "first edition", "second edition")
    assert load("HEAD", Naming.within(content)).edition == "first edition"


def test_mistakes_in_a_revision_are_placed_by_its_name(repository: Path) -> None:
    (repository / "briefing" / "figures.yaml").write_text("a: [")
    git(repository, "add", ".")
    git(repository, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "Bad")
    with pytest.raises(ContentError) as error:
        load("HEAD:briefing", HERE)
    assert str(error.value).startswith("HEAD:briefing/")
    assert os.sep + "tmp" not in str(error.value)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "v9",
            'no file or folder "v9", and no git revision "v9"\n'
            "  name a finished PDF or PPTX, a content folder, or a revision that git log or git "
            "tag shows",
        ),
        (
            "--help",
            'no file or folder "--help", and no git revision "--help"\n'
            "  name a finished PDF or PPTX, a content folder, or a revision that git log or git "
            "tag shows",
        ),
        (
            "v1:paper",
            'revision "v1" has no folder "paper"\n'
            "  name the folder as it was called then, from the repository's root: v1:folder",
        ),
        (
            "v1:briefing/figures.yaml",
            'revision "v1" has no folder "briefing/figures.yaml"\n'
            "  name the folder as it was called then, from the repository's root: v1:folder",
        ),
        (
            "v1",
            '"v1" names a revision, but there is no content folder "content" here\n'
            "  name the folder too, from the repository's root: v1:folder",
        ),
        (
            "../v1",
            'no file or folder "../v1"\n'
            "  name a finished PDF or PPTX, a content folder, or a git revision of one",
        ),
        (
            "first.pdf",
            'no file or folder "first.pdf"\n'
            "  name a finished PDF or PPTX, a content folder, or a git revision of one",
        ),
    ],
)
def test_what_cannot_be_had_is_said_with_the_next_step(
    repository: Path, name: str, message: str
) -> None:
    with pytest.raises(EditionError) as error:
        load(name, HERE)
    assert str(error.value) == message


def test_outside_of_a_repository_a_revision_is_told_to_need_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(EditionError, match='no file or folder "v1", and no git repository here'):
        load("v1", HERE)


def test_without_git_a_revision_is_told_to_need_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(EditionError, match="git is not installed"):
        load("v1", HERE)


def test_an_edition_is_another_one_when_its_files_or_its_revision_are(repository: Path) -> None:
    before = {name: identity(name, HERE) for name in ("briefing", "v1:briefing", "v9", "x.pdf")}
    assert before["v9"] == before["x.pdf"] == ""
    add(Path("briefing"), "claims.yaml", "# A remark\n")
    git(repository, "add", ".")
    git(repository, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "New")
    git(repository, "tag", "-f", "v1")
    assert identity("briefing", HERE) != before["briefing"] != ""
    assert identity("v1:briefing", HERE) != before["v1:briefing"] != ""


@pytest.mark.longer
def test_the_command_compares_a_revision_with_the_folder(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", "v1:briefing", "briefing"]) == 0
    report = capsys.readouterr().out
    assert (
        "freight_sea    860 thousand tonnes   -> 900 thousand tonnes    +40 thousand tonnes (+4.7%)"
        in report
    )
    assert "figures added (1)\n  cranes         6  (Cranes)" in report
    assert "figures dropped (1)\n  sheds          14  (Sheds)" in report
    assert "claims dropped (1)\n  sheds_many: Sheds abound (sheds > 10)" in report


@pytest.mark.longer
def test_the_command_gives_json_for_other_programs(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", "v1:briefing", "briefing", "--format", "json"]) == 0
    stored = json.loads(capsys.readouterr().out)
    assert stored["before"]["edition"] == "first edition"
    changed = {change["id"]: change for change in stored["figures"]["changed"]}
    assert changed["freight_sea"]["difference"] == "40"
    assert changed["works_begin"]["shift"] == {"amount": 2, "unit": "month"}
    assert changed["quay_cost"]["aspects"] == ["hedge", "as_of"]
    assert [state["id"] for state in stored["figures"]["added"]] == ["cranes"]
    assert any(
        sentence["now"] == "Sea freight is 2.9 times rail freight."
        for sentence in stored["sentences"]
    )


def test_the_command_ends_with_status_0_whether_anything_differs_or_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["diff", str(SMALL), str(SMALL)]) == 0
    assert capsys.readouterr().out.endswith("nothing differs\n")


def test_the_command_tells_wrong_usage_from_mistakes_in_the_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = first_edition(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run(["diff", "first", "second.pdf"]) == 2
    assert 'no file or folder "second.pdf"' in capsys.readouterr().err
    edit(content, "figures.yaml", "value: 14", "value: many")
    assert run(["diff", "first", str(SMALL)]) == 1
    said = capsys.readouterr().err
    assert "first/figures.yaml:" in said
    assert said.endswith("1 problem to mend\n")  # nothing was to be written
