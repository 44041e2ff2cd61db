"""Skips tests marked ``rendering`` or ``browser`` without their programs, and says so loudly.

What is marked ``longer`` or ``rendering``, and all in ``tests/longer``, is run with ``--longer``
(tests/shares.py).
With PAPERDECK_REQUIRE_RENDERING=1, as continuous integration sets it, such a test that is skipped
for any reason counts as failed.
"""

import contextlib
import fcntl
import gc
import os
import shutil
import signal
from collections.abc import Generator
from pathlib import Path

import pytest
from _pytest.pathlib import ImportMode, import_path
from hypothesis import is_hypothesis_test, settings
from hypothesis.internal.conjecture import providers

import builder.workers
from builder import project
from builder.caches import cache_folder
from builder.memory import Memory, remembering
from tests.shares import FEW, WHOLE, asked

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("few", deadline=None, max_examples=FEW)
settings.register_profile("whole", deadline=None, max_examples=WHOLE)

# Nor may examples that are the same in every run depend on which modules a process has loaded:
# hypothesis takes some of their values from the source of those that are the project's own.
assert callable(providers._get_local_constants)
providers._get_local_constants = lambda: providers._local_constants

COLLECTED = (50_000, 50, 1_000)
"""After how many new objects cycles are sought: each test leaves few behind, and a build makes
many that stay. With Python's own numbers an eighth of the tests' time goes into it."""

ROOT = Path(__file__).resolve().parents[1]
LONGER = ROOT / "tests" / "longer"
PROGRAMS = {
    "rendering": {"soffice": "LibreOffice Impress", "pdftoppm": "poppler-utils"},
    "browser": {"chromium": "Chromium"},
}
"""By the mark of the tests that need them: programs, and the packages that hold them."""
MISSING = {
    mark: [name for name in programs if shutil.which(name) is None]
    for mark, programs in PROGRAMS.items()
}
REQUIRED = os.environ.get("PAPERDECK_REQUIRE_RENDERING") == "1"


class _Remembering(Memory):
    """Forgets nothing, and has the collector look through nothing, from one test to the next."""

    def begin(self) -> None:
        return


@pytest.fixture(autouse=True, scope="session")
def one_process() -> Generator[None, None, None]:
    """Build in one process: the suite itself keeps all processors busy."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builder.workers, "has_room", lambda: False)
        yield


@pytest.fixture(autouse=True, scope="session")
def one_cache(tmp_path_factory: pytest.TempPathFactory) -> Generator[Path, None, None]:
    """Keep what builds can use again where all workers find it, and not in the user's cache."""
    folder = _shared(tmp_path_factory) / "cache"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        cache_folder.cache_clear()
        yield folder / "paperdeck"


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own content, built once for all workers: a folder to read from only."""
    base = _shared(tmp_path_factory)
    folder, part = base / "house", base / "house.part"
    with (base / "house.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            project.build(ROOT / "content", part, ("paper", "deck"))
            part.rename(folder)
    return folder


@pytest.fixture(scope="session")
def memory_of_tests() -> Memory:
    """What all tests of one process may remember of contents that are almost alike."""
    return _Remembering(builds=1)


@pytest.fixture(scope="module")
def remembered(memory_of_tests: Memory) -> Generator[None, None, None]:
    """Let tests of contents that are almost alike remember what they build, as a `Project` does.

    It is not for tests that put something else into the builder's place: what that made would be
    remembered too.
    """
    with remembering(memory_of_tests):
        yield


def _shared(factory: pytest.TempPathFactory) -> Path:
    """Return the temporary folder that all workers of a run share."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--longer",
        choices=("no", "only", "too"),
        default="no",
        help="whether to run what is left to make test-more: no, only that, or that too",
    )


def pytest_configure(config: pytest.Config) -> None:
    # A shell that runs this in the background has it ignored, and so would what tests start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    gc.disable()  # what is imported and collected stays: see pytest_collection_finish
    asked["longer"] = config.getoption("longer")
    settings.load_profile("few" if config.getoption("longer") == "no" else "whole")


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Let one of two workers import the test modules from the last on.

    That tests are rewritten for the sake of what they tell when they fail is most of the time that
    a first run takes to collect them: so each worker finds what the other has rewritten.
    """
    config = session.config
    number = getattr(config, "workerinput", {}).get("workerid", "gw0").removeprefix("gw")
    if int(number) % 2 == 0 or config.args_source is not pytest.Config.ArgsSource.TESTPATHS:
        return
    for path in sorted((ROOT / "tests").rglob("test_*.py"), reverse=True):
        if LONGER not in path.parents or config.getoption("longer") != "no":
            # What cannot be imported is told of when it is collected.
            with contextlib.suppress(Exception):
                import_path(
                    path,
                    mode=ImportMode.importlib,
                    root=config.rootpath,
                    consider_namespace_packages=config.getini("consider_namespace_packages"),
                )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Do not even import what is left to `make test-more`, where it is not asked for."""
    return True if collection_path == LONGER and config.getoption("longer") == "no" else None


def pytest_itemcollected(item: pytest.Item) -> None:
    drawn = item.get_closest_marker("rendering") is not None
    if drawn or str(item.path).startswith(f"{LONGER}{os.sep}"):
        item.add_marker(pytest.mark.longer)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what takes longer, or all else; begin with what takes longest of the rest.

    Files that draw slides or need whole briefings do. Properties are tried again with all their
    examples.
    """
    wanted = config.getoption("longer")
    if wanted != "too":
        only = wanted == "only"
        left = [item for item in items if _is_longer(item, only) != only]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if _is_longer(item, only) == only]
    long = {item.path for item in items if _takes_long(item)}
    items.sort(key=lambda item: item.path not in long)


def _is_longer(item: pytest.Item, properties: bool) -> bool:
    marked = item.get_closest_marker("longer") is not None
    return marked or (properties and is_hypothesis_test(getattr(item, "obj", None)))


def _takes_long(item: pytest.Item) -> bool:
    built = "house" in getattr(item, "fixturenames", ())
    return built or item.get_closest_marker("rendering") is not None


def pytest_collection_finish() -> None:
    """Keep the collector from looking through modules and thousands of tests again and again."""
    gc.enable()
    gc.set_threshold(*COLLECTED)
    gc.collect()
    gc.freeze()


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark, names in MISSING.items():
        if names and item.get_closest_marker(mark):
            pytest.skip(f"{' and '.join(names)} not found")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    was_skipped = report.skipped and not hasattr(report, "wasxfail")
    if REQUIRED and was_skipped and any(item.get_closest_marker(mark) for mark in PROGRAMS):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"PAPERDECK_REQUIRE_RENDERING=1, but this test was skipped: {reason}"
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter,
) -> Generator[None, None, None]:
    yield
    for mark, programs in PROGRAMS.items():
        skipped = [
            report
            for report in terminalreporter.stats.get("skipped", [])
            if mark in report.keywords
        ]
        if not skipped:
            continue
        terminalreporter.section(f"{mark.upper()} TESTS SKIPPED", sep="!", red=True, bold=True)
        terminalreporter.line(f"Tests marked `{mark}` that did not run: {len(skipped)}")
        if missing := MISSING[mark]:
            packages = ", ".join(programs[name] for name in missing)
            terminalreporter.line(
                f"Not found: {', '.join(missing)}. To run them, install {packages}."
            )
