"""A revision is read as git keeps it: nothing of its repository runs, and nothing leads out."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from builder.editions import EditionError, Naming, load, revision
from builder.editions.revision import laid_out, tree_of
from builder.files import allowing
from tests.editions.making import first_edition

HERE = Naming(Path(), Path("content"))


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository, not yet committed, whose folder `content` is a sound briefing."""
    if shutil.which("git") is None:
        pytest.skip("git not found")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    root = tmp_path / "repository"
    root.mkdir()
    first_edition(tmp_path).rename(root / "content")
    git(root, "init", "-q")
    monkeypatch.chdir(root)
    return root


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(root: Path) -> None:
    git(root, "add", ".")
    git(root, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "First")
    git(root, "tag", "v1")


def held(name: str) -> dict[str, bytes]:
    with laid_out(tree_of(name, Path("content"), Path())) as folder:
        assert not any(path.is_symlink() for path in folder.rglob("*"))
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }


@pytest.mark.longer
def test_no_program_that_the_repository_names_is_run(repository: Path) -> None:
    ran = repository.parent / "ran"
    (repository / "content/.gitattributes").write_text(
        "* filter=own diff=own text eol=crlf export-subst\n"
    )
    commit(repository)
    program = f"touch {ran}; cat"
    for key in ("filter.own.smudge", "filter.own.clean", "diff.own.textconv"):
        git(repository, "config", key, program)
    for key in ("core.fsmonitor", "core.sshCommand", "core.pager", "tar.tar.command"):
        git(repository, "config", key, program)
    git(repository, "config", "core.hooksPath", str(repository / "hooks"))
    assert held("v1")["briefing.yaml"] == (repository / "content/briefing.yaml").read_bytes()
    assert load("v1", HERE).figures
    assert not ran.exists()


def test_links_and_names_of_a_revision_lead_nowhere(repository: Path) -> None:
    secret = repository.parent / "secret.md"
    secret.write_text("the word is swordfish")
    (repository / "content/sections/extra.md").symlink_to(secret)
    (repository / "content/way").symlink_to(repository.parent)
    commit(repository)
    assert not any(b"swordfish" in data for data in held("v1").values())
    assert not {"sections/extra.md", "way"} & held("v1").keys()


def test_a_tree_made_by_hand_writes_nothing_above_its_folder(repository: Path) -> None:
    commit(repository)
    blob = git(repository, "rev-parse", "v1:content/briefing.yaml")
    # git itself makes no such tree, so its object is written as it lies on the disk.
    entry = b"100644 ../escaped.yaml\0" + bytes.fromhex(blob)
    made = subprocess.run(
        ["git", "hash-object", "--literally", "-t", "tree", "-w", "--stdin"],
        cwd=repository,
        input=entry,
        capture_output=True,
        check=True,
    )
    tree = revision.Tree(repository, "made", made.stdout.decode().strip())
    with laid_out(tree) as folder:
        assert list(folder.iterdir()) == []
        assert not (folder.parent / "escaped.yaml").exists()


def test_what_a_repository_lacks_is_not_fetched(repository: Path) -> None:
    commit(repository)
    ran = repository.parent / "ran"
    git(repository, "config", "extensions.partialClone", "origin")
    git(repository, "config", "remote.origin.url", f"ext::sh -c touch% {ran}")
    git(repository, "config", "remote.origin.promisor", "true")
    git(repository, "config", "protocol.ext.allow", "always")
    blob = git(repository, "rev-parse", "v1:content/briefing.yaml")
    (repository / ".git/objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(EditionError, match="is not in this repository"):
        load("v1", HERE)
    assert not ran.exists()


@pytest.mark.parametrize(
    "name",
    [
        "-o/tmp/x",
        "--output=x",
        "v1:-o/x",
        "v1:--",
        "v1:../..",
        "v1:/etc",
        "v1^{/x}:content",
        ":content",
        "v1:content\nv1",
        "@{-1}",
    ],
)
def test_an_odd_name_is_no_option_and_no_way_out(repository: Path, name: str) -> None:
    commit(repository)
    with pytest.raises(EditionError):
        load(name, HERE)
    assert git(repository, "status", "--short") == ""


def test_a_revision_that_holds_too_much_is_refused_before_it_is_unpacked(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "content/film.mp4").write_bytes(bytes(3 * 2**20))
    commit(repository)
    monkeypatch.setattr(revision, "_MOST", 2 * 2**20)
    with pytest.raises(EditionError, match="holds 3 MB of files, more than 2"):
        load("v1", HERE)
    monkeypatch.setattr(revision, "_MOST", 2**30)
    monkeypatch.setattr(revision, "MOST_FILES", 3)
    with pytest.raises(EditionError, match="holds more than 3 files"):
        load("v1", HERE)


@pytest.mark.longer
def test_content_leads_to_no_repository_but_the_one_that_it_lies_in(
    repository: Path, tmp_path: Path
) -> None:
    commit(repository)
    theirs = tmp_path / "theirs"
    shutil.copytree(repository / "content", theirs)
    (theirs / ".git").write_text(f"gitdir: {repository / '.git'}\n")
    bound = Naming.within(theirs)
    with pytest.raises(EditionError) as refused:
        load("v1:content", bound)
    assert "it leads out of the content folder" in str(refused.value)
    with allowing([repository / ".git"]):
        assert load("v1:content", bound).figures
    borrowing = tmp_path / "borrowing"
    git(tmp_path, "clone", "-q", "--shared", str(repository), str(borrowing))
    with pytest.raises(EditionError, match="borrows what it holds from another one"):
        load("v1:content", Naming.within(borrowing / "content"))
    assert load("v1:content", Naming(borrowing, borrowing / "content")).figures


def test_content_may_name_a_revision_of_its_own_repository(repository: Path) -> None:
    commit(repository)
    assert load("v1:content", Naming.within(repository / "content")).figures
