"""The README, done: every command and option, every example, every message that it quotes.

What a command prints under `--help` is held to what the README lists and to what is tried here, so
that no option is documented and broken, or there and not documented.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from ruamel.yaml import YAML

from builder.cli import app, run
from tests.finished import strings
from tests.pulling.editing import Deck
from tests.shares import share

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
BUILDING = ("build", "report", "slides", "handout")
MADE = {
    "build": {"library-briefing.pdf", "library-briefing.pptx"},
    "report": {"library-briefing.pdf"},
    "slides": {"library-briefing.pptx"},
    "handout": {"library-briefing-handout.pdf"},
}
DOUBT = "\nSeventeen crates of books lay there.\n"

# What an author changes in the real content before each message.
EDITS = {
    "claim": [("data/china_trade.csv", "Russia,240,", "Russia,900,")],
    "digit": [("sections/iran.md", "Both counts are", "Both counts, 3,700 and 400, are")],
    "words": [
        (
            "sections/iran.md",
            "Ballistic missiles are the second strand",
            "More than five million rounds fell. Ballistic missiles are the second strand",
        )
    ],
    "comparison": [
        ("sections/china.md", "stood at {{ trade_russia }}", "rose to {{ trade_russia }}")
    ],
}

TRIED: set[tuple[str, str]] = set()
Test = TypeVar("Test", bound=Callable[..., None])


def tries(commands: Iterable[str], *options: str) -> Callable[[Test], Test]:
    """Note which options of which commands a test tries."""

    def noted(test: Test) -> Test:
        TRIED.update((command, option) for command in commands for option in options)
        return test

    return noted


def quoted(name: str) -> str:
    """Return the indented block after a marker, as it was printed."""
    block = re.search(rf"<!-- message: {name} -->\n\n((?:    .*\n)+)", README)
    assert block is not None, f"the README quotes no message {name}"
    return re.sub("(?m)^    ", "", block[1])


def blocks(kind: str) -> list[str]:
    """Return the fenced blocks of a kind that the README shows."""
    return [block for found, block in FENCED if found == kind]


FENCED: list[tuple[str, str]] = re.findall(r"(?ms)^ *```(\w*)\n(.*?)^ *```$", README)
INDENTED = re.findall(r"(?m)^    (?!\s)(.+)$", re.sub(r"(?ms)^ *```.*?^ *```$", "", README))
CALLED = [
    words
    for line in INDENTED
    if (words := shlex.split(line, comments=True))[0].endswith(("paperdeck", "make", "pip"))
]


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it said on either stream."""

    status: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder in which the README's first two commands were given."""
    folder = tmp_path_factory.mktemp("readme")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert run(["new", "my-briefing"]) == 0
        assert run(["build", "my-briefing", "--out", "my-files"]) == 0
    return folder


@pytest.fixture
def here(begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that folder, to stand in and to change."""
    folder = tmp_path / "here"
    shutil.copytree(begun, folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def paperdeck(capsys: pytest.CaptureFixture[str]) -> Command:
    def called(*words: str) -> Said:
        capsys.readouterr()
        status = run(list(words))
        said = capsys.readouterr()
        return Said(status, said.out, said.err)

    return called


def doubtful(folder: Path) -> None:
    """Add a sentence that draws a warning."""
    section = folder / "my-briefing" / "sections" / "visits.md"
    section.write_text(section.read_text("utf-8") + DOUBT, "utf-8")


def broken(folder: Path) -> None:
    figures = folder / "my-briefing" / "figures.yaml"
    figures.write_text(figures.read_text("utf-8") + "wrong: {label: Nothing}\n", "utf-8")


def linked(folder: Path) -> None:
    """Keep the data elsewhere, behind a link."""
    (folder / "shared").mkdir()
    data = folder / "my-briefing" / "data" / "visits.csv"
    data.rename(folder / "shared" / "visits.csv")
    data.symlink_to(folder / "shared" / "visits.csv")


def made(folder: str) -> set[str]:
    return {path.name for path in Path(folder).glob("*.p*") if path.name[0] != "."}


def options_in_help(command: str, paperdeck: Command) -> set[str]:
    """Return the options that a command prints, `--help` left out."""
    return set(re.findall(r"(?m)^  (?:-\w, )?(--[\w-]+)", paperdeck(command, "--help").out)) - {
        "--help"
    }


@pytest.mark.parametrize("name", share(EDITS, 4))
def test_a_message_in_the_readme_is_the_one_that_is_printed(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "content", "content")
    for file, before, after in EDITS[name]:
        path = Path("content", file)
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after), "utf-8")
    run(["check", "content"])
    said = capsys.readouterr().err.replace("\u00a0", " ")
    assert quoted(name) in said


def test_what_stands_where_leads_to_every_heading_and_to_nothing_else() -> None:
    prose = re.sub(r"(?ms)^ *```.*?^ *```$", "", README)
    places = {
        re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-")
        for heading in re.findall(r"(?m)^###? (.+)$", prose)
    }
    listed = prose.partition("What stands where:")[2].partition("\n## ")[0]
    assert set(re.findall(r"\]\(#([^)]+)\)", listed)) == places
    assert set(re.findall(r"\]\(#([^)]+)\)", prose)) <= places


def test_every_message_that_the_readme_marks_is_held_to_this() -> None:
    assert set(re.findall(r"<!-- message: (\w+) -->", README)) == set(EDITS)


def test_the_readme_lists_each_command_with_the_options_that_its_help_prints(
    paperdeck: Command,
) -> None:
    rows = re.findall(r"(?m)^\| `paperdeck (\w+)[^|]*\|[^|]*\|([^|]*)\|$", README)
    listed = {name: set(re.findall(r"--[\w-]+", options)) for name, options in rows}
    assert listed == {name: options_in_help(name, paperdeck) for name in app.commands}


def test_every_option_of_every_command_is_tried_here(paperdeck: Command) -> None:
    printed = {
        (name, option) for name in app.commands for option in options_in_help(name, paperdeck)
    }
    assert printed == TRIED


@pytest.mark.parametrize("name", ["", *app.commands])
def test_both_ways_to_ask_for_help_tell_the_same(name: str, paperdeck: Command) -> None:
    long, short = (paperdeck(*filter(None, [name, option])) for option in ("--help", "-h"))
    assert long == short
    assert (long.status, long.err) == (0, "")
    assert long.out.startswith(f"Usage: paperdeck {name}".rstrip())


@pytest.mark.parametrize("words", CALLED, ids=" ".join)
def test_every_call_in_the_readme_is_one_that_the_program_takes(
    words: list[str], paperdeck: Command
) -> None:
    program, *arguments = words
    if program == "make":
        named = [word for word in arguments if "=" not in word]
        assert all(re.search(rf"(?m)^{target}:", MAKEFILE) for target in named)
    elif program.endswith("paperdeck"):
        name, *others = arguments
        assert name in app.commands
        given = {word for word in others if word.startswith("--")}
        assert given <= options_in_help(name, paperdeck)


@tries(BUILDING, "--out")
@pytest.mark.parametrize("command", share(BUILDING, 4))
def test_files_go_where_out_says(command: str, here: Path, paperdeck: Command) -> None:
    said = paperdeck(command, "my-briefing", "--out", "elsewhere")
    assert (said.status, said.err) == (0, "")
    assert made("elsewhere") == MADE[command]
    assert all(f"elsewhere/{name}" in said.out for name in MADE[command])


@pytest.mark.longer
@tries(("check", "trace"), "--out")
def test_check_and_trace_look_at_the_files_where_out_says(here: Path, paperdeck: Command) -> None:
    figures = here / "my-briefing" / "figures.yaml"
    figures.write_text(figures.read_text("utf-8").replace("61000", "61500"), "utf-8")
    assert paperdeck("check", "my-briefing", "--out", "elsewhere").status == 0
    said = paperdeck("check", "my-briefing", "--out", "my-files")
    assert said.status == 3
    assert "my-files/library-briefing.pdf: built from another content" in said.err
    traced = paperdeck("trace", "loans", "my-briefing", "--out", "my-files")
    assert traced.status == 0
    assert "at least 61,500 books" in traced.out


@tries(("check",), "--explain")
def test_check_explains_every_slide_of_the_deck(here: Path, paperdeck: Command) -> None:
    said = paperdeck("check", "my-briefing", "--explain", "--out", "elsewhere")
    assert (said.status, said.err) == (0, "")
    data = paperdeck("check", "my-briefing", "--explain", "--format", "json", "--out", "elsewhere")
    for slide in json.loads(data.out)["slides"]:
        assert f'"{slide["title"]}": {slide["layout"]}\n' in said.out


@tries((*BUILDING, "check"), "--strict")
@pytest.mark.parametrize("command", share([*BUILDING, "check"], 4))
def test_what_is_doubtful_stops_what_is_strict(
    command: str, here: Path, paperdeck: Command
) -> None:
    doubtful(here)
    said = paperdeck(command, "my-briefing", "--out", "elsewhere", "--strict")
    assert said.status == 1
    assert 'unbound number in words "Seventeen"' in said.err
    assert made("elsewhere") == set()
    lax = paperdeck(command, "my-briefing", "--out", "elsewhere")
    assert lax.status == 0
    assert 'warning: unbound number in words "Seventeen"' in lax.err


ALLOWING = {
    **{command: (command, "my-briefing") for command in (*BUILDING, "check")},
    "trace": ("trace", "loans", "my-briefing"),
    "diff": ("diff", "my-briefing", "my-files/library-briefing.pdf"),
    "pull": ("pull", "my-files/library-briefing.pptx", "my-briefing"),
}


@tries(ALLOWING, "--allow")
@pytest.mark.parametrize("command", share(ALLOWING, 8, 4))
def test_a_link_out_of_the_folder_is_followed_where_it_is_allowed(
    command: str, here: Path, paperdeck: Command
) -> None:
    linked(here)
    refused = paperdeck(*ALLOWING[command])
    assert refused.status == 1
    assert "my-briefing/data/visits.csv: error: " in refused.err
    assert "--allow" in refused.err
    said = paperdeck(*ALLOWING[command], "--allow", "my-files", "--allow", "shared")
    assert (said.status, said.err) == (0, ""), said.err


@tries((*BUILDING, "check", "trace"), "--format", "--quiet")
@pytest.mark.parametrize("command", share([*BUILDING, "check", "trace"], 6, 3))
def test_programs_read_problems_and_who_wants_quiet_reads_nothing_else(
    command: str, here: Path, paperdeck: Command
) -> None:
    call = ALLOWING[command]
    for option in ("-q", "--quiet"):
        said = paperdeck(*call, option)
        assert (said.status, said.err) == (0, "")
        assert (said.out == "") is (command != "trace")
    broken(here)
    assert "wrong" in paperdeck(*call, "--format", "text").err
    problems = json.loads(paperdeck(*call, "--format", "json").err)
    assert {problem["place"]["file"] for problem in problems} == {"my-briefing/figures.yaml"}
    assert {problem["severity"] for problem in problems} == {"error"}


@pytest.mark.longer
@tries(("compare", "diff"), "--format")
def test_comparisons_can_be_read_by_programs(here: Path, paperdeck: Command) -> None:
    paper, deck = "my-files/library-briefing.pdf", "my-files/library-briefing.pptx"
    assert paperdeck("compare", paper, deck, "--format", "text").out.endswith("same figures\n")
    compared = paperdeck("compare", paper, deck, "--format", "json")
    assert compared.status == 0
    assert json.loads(compared.out)
    assert "nothing" in paperdeck("diff", paper, "my-briefing", "--format", "text").out
    assert json.loads(paperdeck("diff", paper, "my-briefing", "--format", "json").out)


@tries(("listen",), "--format")
def test_what_a_file_says_can_be_listened_to(here: Path, paperdeck: Command) -> None:
    for ending in (".pdf", ".pptx"):
        file = f"my-files/library-briefing{ending}"
        told = paperdeck("listen", file, "--format", "text")
        assert told.status == 0
        assert told.out.startswith("title: ")
        assert json.loads(paperdeck("listen", file, "--format", "json").out)["pieces"]


@pytest.mark.longer
@tries(("trace",), "--all", "--unused")
def test_all_figures_are_traced_and_what_nothing_uses_is_named(
    here: Path, paperdeck: Command
) -> None:
    figures = YAML(typ="safe").load(here / "my-briefing" / "figures.yaml")
    listed = paperdeck("trace", "--all", "my-briefing")
    assert listed.status == 0
    assert [name for name in figures if name not in listed.out] == []
    sources = here / "my-briefing" / "sources.yaml"
    sources.write_text(sources.read_text("utf-8") + "idle: {title: I, short: I}\n", "utf-8")
    said = paperdeck("trace", "--unused", "my-briefing")
    assert said.status == 0
    assert "idle" in said.out
    assert "loans" not in said.out


@pytest.mark.longer
@tries(("pull",), "--apply", "--accept")
def test_a_figure_corrected_in_the_deck_is_taken_back(here: Path, paperdeck: Command) -> None:
    figures = here / "my-briefing" / "figures.yaml"
    before = figures.read_text("utf-8")
    Deck(here / "my-files" / "library-briefing.pptx").say("≥61,000", "≥610,000").save(
        here / "edited.pptx"
    )
    refused = paperdeck("pull", "edited.pptx", "my-briefing", "--apply")
    assert refused.status == 1
    assert "--accept loans" in refused.out + refused.err
    assert figures.read_text("utf-8") == before
    shown = paperdeck("pull", "edited.pptx", "my-briefing", "--accept", "loans")
    assert "61,000" in shown.out
    assert figures.read_text("utf-8") == before
    taken = paperdeck("pull", "edited.pptx", "my-briefing", "--apply", "--accept", "loans")
    assert taken.status == 0
    assert figures.read_text("utf-8") == before.replace("61000", "610000")


@pytest.mark.longer
@tries(("template",), "--export", "--slide")
@pytest.mark.parametrize("shape", share(["4:3", "16:9"], 2))
def test_our_template_is_written_and_told_of(shape: str, here: Path, paperdeck: Command) -> None:
    said = paperdeck("template", "--export", "house.pptx", "--slide", shape)
    assert (said.status, said.err) == (0, "")
    slides = Deck(here / "house.pptx").deck
    wide, high = map(int, shape.split(":"))
    assert slides.slide_width * high == slides.slide_height * wide
    told = paperdeck("template", "house.pptx")
    assert told.status == 0
    assert "two-charts" in told.out


@tries(("watch",), "--out", "--strict", "--allow", "--format", "--quiet")
@pytest.mark.longer
def test_watch_takes_the_options_of_a_build(here: Path) -> None:
    linked(here)
    doubtful(here)
    words = "watch my-briefing --out watched --allow shared --format json"
    section = here / "my-briefing" / "sections" / "visits.md"
    for more in ("--strict", "--quiet"):
        watching = subprocess.Popen(
            [sys.executable, "-m", "builder", *words.split(), more],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            if more == "--strict":
                assert watching.stderr is not None
                said = watching.stderr.readline()
                while "Seventeen" not in said:
                    said += watching.stderr.readline()
                assert made("watched") == set()
            else:
                section.write_text(section.read_text("utf-8").replace(DOUBT, ""), "utf-8")
                waiting = time.monotonic() + 120
                while made("watched") != MADE["build"] and time.monotonic() < waiting:
                    time.sleep(0.05)
                assert made("watched") == MADE["build"]
        finally:
            watching.send_signal(signal.SIGINT)
            out, _ = watching.communicate(timeout=60)
        assert watching.returncode in (0, 128 + signal.SIGINT, -signal.SIGINT)
        assert more == "--strict" or out.strip() == ""


@tries(("preview",), "--port", "--no-open", "--since", "--out", "--allow")
@pytest.mark.longer
def test_preview_serves_until_it_is_interrupted(here: Path, paperdeck: Command) -> None:
    linked(here)
    assert paperdeck("build", "my-briefing", "--allow", "shared", "--out", "earlier").status == 0
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = "preview my-briefing --no-open --out seen --allow shared --since"
    earlier = f"earlier/{next(name for name in sorted(made('earlier')) if name.endswith('.pdf'))}"
    serving = subprocess.Popen(
        [sys.executable, "-m", "builder", *words.split(), earlier, "--port", str(port)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert serving.stdout is not None
        address = serving.stdout.readline().split(": ")[1].strip()
        assert address.startswith(f"http://127.0.0.1:{port}/")
        waiting = time.monotonic() + 120
        state = {}
        while not state.get("since") or state["build"]["status"] != "proved":
            assert time.monotonic() < waiting
            time.sleep(0.05)
            with urllib.request.urlopen(f"{address}state") as answer:
                state = json.load(answer)
        assert made("seen") == MADE["build"]
        assert earlier in {each["id"] for each in state["since"]["editions"]}
        taken = paperdeck(*words.split(), earlier, "--port", str(port))
        assert taken.status == 2
        assert f"port {port} cannot be had" in taken.err
    finally:
        serving.send_signal(signal.SIGINT)
        out, err = serving.communicate(timeout=60)
    assert serving.returncode == 128 + signal.SIGINT
    assert (out.strip(), err.strip()) == ("", "stopped")


def test_the_exit_status_says_how_it_ended(here: Path, paperdeck: Command) -> None:
    assert paperdeck("check", "my-briefing").status == 0
    assert paperdeck("build", "nowhere").status == 2
    assert paperdeck("compare", "my-files/library-briefing.pdf", "my-briefing").status == 2
    broken(here)
    assert paperdeck("check", "my-briefing").status == 1


@pytest.mark.longer
def test_each_form_of_a_figure_prints_what_the_table_says(
    tmp_path: Path, paperdeck: Command
) -> None:
    table = README[README.index("| form | prints |") :].split("\n\n")[0].replace("\\|", "¦")
    rows = [row.strip("| ").split(" | ") for row in table.splitlines()[2:]]
    shown = [
        (form.strip("`").replace("¦", "|"), prints.partition(":")[0])
        for form, prints in rows
        if "label" not in form
    ]
    assert len(shown) > 5
    shutil.copytree(ROOT / "content", tmp_path / "content")
    section = tmp_path / "content" / "sections" / "iran.md"
    said = "".join(f"\nAs it stands <{form}> there.\n" for form, _ in shown).replace("<", "“")
    section.write_text(section.read_text("utf-8") + said.replace(">", "”"), "utf-8")
    done = paperdeck("report", str(tmp_path / "content"), "--out", str(tmp_path))
    briefing = (tmp_path / "content" / "briefing.yaml").read_text("utf-8")
    if "bare" in done.err:
        exempt = "  - bare: missiles_delivered\n    because: shown as a form.\n"
        (tmp_path / "content" / "briefing.yaml").write_text(briefing + exempt, "utf-8")
        done = paperdeck("report", str(tmp_path / "content"), "--out", str(tmp_path))
    assert done.status == 0, done.err
    text = " ".join(strings(next(tmp_path.glob("*.pdf"))))
    for form, prints in shown:
        assert f"“{prints}”" in text.replace("\u00a0", " "), form


@pytest.mark.longer
def test_the_readmes_program_runs(
    house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (program,) = blocks("python")
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "content", "content")
    shutil.copytree(house, "build")
    names: dict[str, object] = {}
    *lines, last = program.strip().splitlines()
    exec("\n".join(lines), names)
    assert eval(last, names) is True


def test_every_target_that_the_readme_names_is_one_and_help_lists_all() -> None:
    targets = set(re.findall(r"(?m)^([a-z][a-z-]*):[^=]", MAKEFILE))
    (phony,) = re.findall(r"(?m)^\.PHONY: (build .*)$", MAKEFILE)
    assert set(phony.split()) == targets
    told = set(re.findall(r"(?m)^([a-z-]*):[^#]*##", MAKEFILE))
    assert told == targets
    named = set(re.findall(r"`make ([a-z][a-z-]*)", README))
    assert named <= targets
    assert targets - named <= {"build", "setup", "setup-dev", "lock", "clean", "bench"}


@pytest.mark.longer
@pytest.mark.parametrize("module", sorted(set(re.findall(r"-m (tests\.[\w.]+)", MAKEFILE))))
def test_what_a_target_runs_takes_the_options_that_it_is_given(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", module, "--help"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    lines = re.findall(rf"-m {re.escape(module)} (.*)", MAKEFILE)
    given = {option for line in lines for option in re.findall(r"--\w+", line)}
    assert given <= set(re.findall(r"--\w+", done.stdout))
