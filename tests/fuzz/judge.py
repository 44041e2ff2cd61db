"""Judging a briefing: builds it, compares the pair and checks it, and says what went wrong."""

from __future__ import annotations

import contextlib
import io
import re
import signal
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from builder.cli import run
from tests.fuzz.briefings import Briefing

PATIENCE = 60
"""Seconds of work after which a build counts as hanging, however busy the machine is."""


class Hanging(BaseException):
    """Raised by the alarm; no handler of ours may take it for a fault of its own."""


@dataclass(frozen=True)
class Verdict:
    """What became of a briefing: `outcome` is built, refused or fault; kinds say why."""

    outcome: str
    kinds: tuple[str, ...] = ()
    said: str = ""


def judge(briefing: Briefing, patience: int = PATIENCE) -> Verdict:
    """Return the verdict on a briefing that is written and built in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        content, out = Path(folder, "content"), Path(folder, "out")
        briefing.write(content)
        return judge_folder(content, out, patience)


def judge_folder(content: Path, out: Path, patience: int = PATIENCE) -> Verdict:
    """Return the verdict on a content folder, whose files are made in `out`."""
    status, said = _run(["build", str(content), "--out", str(out), "--quiet"], patience)
    if status == 1:
        kinds = refusals(said, content)
        if kinds:
            return Verdict("refused", kinds, said)
        return Verdict("fault", ("refused without a place",), said)
    if status != 0:
        return Verdict("fault", (_fault("build", status, said),), said)
    paper, deck = next(out.glob("*.pdf")), next(out.glob("*.pptx"))
    for command in (["compare", str(paper), str(deck)], ["check", str(content), "--out", str(out)]):
        status, more = _run(command, patience)
        if status != 0:
            return Verdict("fault", (_fault(command[0], status, more),), more)
    return Verdict("built", (), said)


def _run(arguments: list[str], patience: int) -> tuple[int | str, str]:
    """Return a command's exit status, or what ended it, and everything that it printed."""
    said = io.StringIO()

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise Hanging

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, patience)
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            return run(arguments), said.getvalue()
    except Hanging:
        return "hangs", said.getvalue()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def refusals(said: str, content: Path) -> tuple[str, ...]:
    """Return the kind of every error that names a place in the content folder."""
    place = re.compile(rf"^{re.escape(str(content))}\S*?: error: (.*)$", re.MULTILINE)
    return tuple(dict.fromkeys(kind_of(message) for message in place.findall(said)))


def _fault(command: str, status: int | str, said: str) -> str:
    if status == 3:
        lines = [line.strip() for line in said.splitlines() if line.startswith("  ")]
        return f"{command}: exit 3: {kind_of(lines[0]) if lines else 'nothing said'}"
    if "Traceback" in said:
        last = [line for line in said.splitlines() if re.match(r"[\w.]+(Error|Exception)?: ", line)]
        where = re.findall(r'File ".*?/(builder/\S+?)", line (\d+)', said)
        at = ":".join(where[-1]) if where else ""
        return f"{command}: exit {status}: {kind_of(last[-1]) if last else ''} {at}"
    return f"{command}: {f'exit {status}' if isinstance(status, int) else status}"


def kind_of(message: str) -> str:
    """Return a message without what it quotes: its kind, by which messages are counted."""
    kind = re.sub(r'"[^"]*"|“[^”]*”', '"…"', message)
    kind = re.sub(r"/\S*/", "", kind)
    kind = re.sub(r"(paper|deck) (page|slide) \d+", r"\1 \2 N", kind)
    kind = re.sub(r"\d[\d,.\u202f\u00a0 ]*", "N", kind)
    return re.sub(r"\(.*", "", kind)[:110].strip()
