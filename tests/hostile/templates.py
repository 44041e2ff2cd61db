"""`python -m tests.hostile.templates --count 500`: damage templates at random, build on each.

Each is refused in words or makes a deck that opens, says what was planned, holds nothing of what
a template may not bring, and in which the audit finds nothing that the template has not.
"""

from __future__ import annotations

import argparse
import io
import re
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random

import pptx
from openpyxl import Workbook
from openxml_audit import OpenXmlValidator

from builder.model.briefing import Briefing
from builder.outputs.pptx import (
    NotATemplateError,
    describe_template,
    export_template,
    plan_deck,
    with_pages,
    write_deck,
)
from builder.problems import Problems
from builder.verify import read_deck
from builder.verify.fresh import unlike_plan
from tests.hostile.spoiling import damaged
from tests.outputs.pptx import spoilt
from tests.outputs.pptx import templates as t
from tests.outputs.pptx.making import PAPER, briefing, listed, slide, theme

MOST = 10.0
"""Seconds of processor time that an answer may take."""
FORBIDDEN = re.compile(
    rb'vbaProject|oleObj|activeX|action="ppaction://(?!hlinkshow)|videoFile|audioFile|<p:timing'
    rb'|TargetMode="External"|embeddedFont|customUI|webext|<!DOCTYPE|<!ENTITY|r:link='
)
"""What stands in no part of a deck whose content has no link, animation or film."""
STRANGERS = Path(__file__).parents[1] / "cases" / "strangers"


@dataclass(frozen=True)
class Verdict:
    """What came of a damaged template: built, refused or at fault, and what was said."""

    outcome: str
    said: str


@cache
def sources() -> tuple[bytes, ...]:
    """Return sound templates of several makers, armed ones, and a workbook called one."""
    book = io.BytesIO()
    Workbook().save(book)
    armed = [spoilt.LEFT[name].data() for name in ("macros", "program", "ole object", "fonts")]
    found = sorted(STRANGERS.glob("*/*.pptx"))
    return (
        spoilt.sound(),
        t.template(t.with_samples),
        t.template(t.dark, t.moved),
        export_template(theme(), "16:9"),
        *(path.read_bytes() for path in found),
        *armed,
        book.getvalue(),
    )


@cache
def content() -> Briefing:
    """Return what each deck is made of."""
    return briefing(slide("What came by sea", listed("One point", "Another")))


def _on(data: bytes) -> Briefing:
    made = content()
    return replace(made, meta=replace(made.meta, template="t.pptx", template_file=data))


def judged(data: bytes, folder: Path) -> Verdict:
    """Build on a template and look at what came of it."""
    try:
        with limited():
            describe_template(data, theme())
    except NotATemplateError as error:
        said = str(error)
        plain = said.isprintable() and len(said) < 1000 and said.startswith(("it ", "its "))
        return Verdict("refused" if plain else "fault", said)
    except Exception:
        return Verdict("fault", traceback.format_exc())
    try:
        with limited():
            return _built(data, folder)
    except Exception:
        return Verdict("fault", traceback.format_exc())


def _built(data: bytes, folder: Path) -> Verdict:
    problems = Problems()
    plan = plan_deck(_on(data), theme(), problems)
    if problems.errors:
        return Verdict("refused", "; ".join(str(each) for each in problems.errors))
    plan, path = with_pages(plan, PAPER), folder / "deck.pptx"
    write_deck(plan, theme(), path)
    pptx.Presentation(str(path))
    if unlike := unlike_plan(read_deck(path), plan.places):
        return Verdict("fault", "; ".join(str(each) for each in unlike))
    with zipfile.ZipFile(path) as deck:
        for name in deck.namelist():
            if found := FORBIDDEN.search(name.encode() + b"\n" + deck.read(name)):
                return Verdict("fault", f"{name} holds {found.group().decode()}")
    template = folder / "template.pptx"
    template.write_bytes(data)
    if (told := _audited(path)) and (new := told - _audited(template)):
        return Verdict("fault", "\n".join(sorted(new)))
    return Verdict("built", "")


def _audited(path: Path) -> set[str]:
    """Return what the audit says, without the places, which cleaning moves."""
    return {each.description for each in OpenXmlValidator().validate(str(path)).errors}


@contextmanager
def limited() -> Iterator[None]:
    """Stop what takes too long."""

    def stop(_signal: int, _frame: object) -> None:
        raise TimeoutError(f"over {MOST:.0f} seconds")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def one(number: int, seed: int, more: tuple[bytes, ...] = ()) -> bytes:
    """Return the damaged template of a number."""
    chance = Random(f"{seed} {number}")
    *templates, workbook = sources()
    whole = chance.choice((*templates, *more)) if chance.random() < 0.98 else workbook
    return damaged(whole, chance)


def main() -> int:
    """Return 0 where no damaged template showed a fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.templates", description=__doc__)
    parser.add_argument("--count", type=int, default=500, help="how many templates (500)")
    parser.add_argument("--seed", type=int, default=1, help="which templates (1)")
    parser.add_argument("--first", type=int, default=0, help="number of the first one (0)")
    parser.add_argument("--also", type=Path, nargs="*", default=(), help="more templates to damage")
    parser.add_argument("--keep", type=Path, help="folder for those at fault")
    parser.add_argument("--said", action="store_true", help="show what was said of each")
    asked = parser.parse_args()
    more = tuple(path.read_bytes() for path in asked.also)
    counts: Counter[str] = Counter()
    slowest = 0.0
    for number in range(asked.first, asked.first + asked.count):
        data = one(number, asked.seed, more)
        begun = time.process_time()
        with tempfile.TemporaryDirectory(prefix="templates-") as folder:
            verdict = judged(data, Path(folder))
        slowest = max(slowest, time.process_time() - begun)
        counts[verdict.outcome] += 1
        if verdict.outcome == "fault" or asked.said:
            print(f"{number:6}  {verdict.outcome:8}  {verdict.said}", flush=True)
        if verdict.outcome == "fault" and asked.keep:
            asked.keep.mkdir(parents=True, exist_ok=True)
            (asked.keep / f"{asked.seed}-{number}.pptx").write_bytes(data)
    listed = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
    print(f"{asked.count} damaged templates: {listed}; the slowest took {slowest:.1f} s")
    return int(counts["fault"] > 0)


if __name__ == "__main__":
    sys.exit(main())
