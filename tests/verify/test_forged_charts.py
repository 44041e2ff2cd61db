"""A native chart in which a value, an axis or a format was changed is told by what it shows, even
where the deck's seal and the digest of its ledger were made anew to match.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from builder.charts.registry import DIAGRAMS
from builder.seals.pptx import seal
from builder.verify import Finding, read_deck
from builder.verify.trust import examine
from tests.altering import as_made, unpacked
from tests.charts import samples
from tests.outputs.pptx.making import briefing, chart_use, slide, written

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
LEDGER = "customXml/item1.xml"
NATIVE = tuple(name for name, make in samples.ALL.items() if make().kind not in DIAGRAMS)
SOME = ("short_bar", "stacked", "column_line", "scatter", "line", "share")
FORMAT = "0.0000"


@pytest.fixture(
    scope="module", params=[SOME, pytest.param(NATIVE, marks=pytest.mark.longer)], ids=len
)
def deck(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A deck with a slide for each of these charts."""
    charts = tuple(replace(samples.ALL[name](), id=name) for name in request.param)
    slides = tuple(slide(f"Chart {chart.id}", chart_use(chart.id)) for chart in charts)
    return written(briefing(*slides, charts=charts), tmp_path_factory.mktemp("forged"))


def sealed_anew(members: dict[str, bytes]) -> bytes:
    """Return a deck of these members whose ledger has a seal of them, and a digest of its own."""
    text = members[LEDGER].decode()
    found = re.search(r"<ledger[^>]*>(.*)</ledger>", text, re.DOTALL)
    assert found is not None
    carried: dict[str, Any] = json.loads(html.unescape(found[1]))
    carried.pop("digest")
    shown = {name: data for name, data in members.items() if name != LEDGER}
    carried["seal"] = seal(shown)
    said = json.dumps(carried, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(said.encode()).hexdigest()
    whole = html.escape(f'{said[:-1]},"digest":"{digest}"}}', quote=False)
    members[LEDGER] = text.replace(found[1], whole).encode()
    return as_made(members)


def value(root: etree._Element) -> bool:
    """Raise the first value that is plotted."""
    for name in ("val", "yVal"):
        for held in root.iterfind(f".//{C}{name}//{C}v"):
            held.text = f"{float(held.text or 0) + 7:g}"
            return True
    return False


def least(root: etree._Element) -> bool:
    return _limit(root, "min", -3)


def most(root: etree._Element) -> bool:
    return _limit(root, "max", 3)


def _limit(root: etree._Element, name: str, by: float) -> bool:
    for held in root.iterfind(f".//{C}valAx/{C}scaling/{C}{name}"):
        held.set("val", f"{float(held.get('val', '0')) + by:g}")
        return True
    return False


def scale(root: etree._Element) -> bool:
    """Let an axis of values run the other way."""
    for held in root.iterfind(f".//{C}valAx/{C}scaling/{C}orientation"):
        held.set("val", "minMax" if held.get("val") == "maxMin" else "maxMin")
        return True
    return False


def number_format(root: etree._Element) -> bool:
    """Print what is printed by a format in another one."""
    found = list(_formats(root))
    for held in found:
        held.set("formatCode", FORMAT)
    return bool(found)


def _formats(root: etree._Element) -> Iterator[etree._Element]:
    for held in root.iter(f"{C}numFmt"):
        above = held.getparent()
        assert above is not None
        axis = above.tag == f"{C}valAx"
        unseen = above.find(f"{C}delete"), above.find(f"{C}tickLblPos")
        if axis and all(each is None or each.get("val") not in ("1", "none") for each in unseen):
            yield held
        elif not axis and above.find(f"{C}tx") is None:
            shows = above.find(f"{C}showVal")
            if shows is not None and shows.get("val") == "1":
                yield held


def forged(deck: Path, change: Callable[[etree._Element], bool]) -> list[str]:
    """Change all native charts of a deck; return the parts of those that could be."""
    members, done = dict(unpacked(deck.read_bytes())), []
    for name in sorted(members):
        if re.fullmatch(r"ppt/charts/chart\d+\.xml", name):
            root = etree.fromstring(members[name])
            if change(root):
                members[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
                done.append(name)
    deck.with_name("changed.pptx").write_bytes(sealed_anew(members))
    return done


def told(deck: Path) -> Sequence[Finding]:
    """Return what is told of charts: the samples' figures are no briefing's."""
    return [each for each in examine(deck).changed if each.within]


def test_a_deck_whose_seal_is_made_anew_is_as_made(deck: Path) -> None:
    assert forged(deck, lambda _: False) == []
    assert told(deck.with_name("changed.pptx")) == []


@pytest.mark.parametrize("change", [value, least, most, scale, number_format])
def test_what_is_changed_in_a_chart_is_told_on_its_slide(
    change: Callable[[etree._Element], bool], deck: Path
) -> None:
    done = forged(deck, change)
    found = told(deck.with_name("changed.pptx"))
    assert done
    assert {finding.channel for finding in found} <= {"chart", "workbook"}
    assert all(finding.found or finding.expected for finding in found)
    # Charts of one slide, small multiples, are told each by its own name.
    assert len({finding.within.split(", series")[0] for finding in found}) >= len(done)


SHOWN = [
    ("bubble", "showBubbleSize", "5.9"),
    ("bubble", "showVal", "3.1"),
    ("column", "showVal", "$240bn"),
    ("column", "showCatName", "Northern Union"),
    ("column", "showCatName showVal", "Northern Union; $240bn"),
    ("grouped", "showSerName", "2020"),
]


@pytest.mark.parametrize(("name", "asked", "text"), SHOWN)
def test_a_label_that_was_set_to_what_a_program_reckons_is_read_as_it_prints_that(
    name: str, asked: str, text: str, tmp_path: Path
) -> None:
    chart = replace(samples.ALL[name](), id=name)
    made = written(briefing(slide("One", chart_use(name)), charts=(chart,)), tmp_path)
    members = unpacked(made.read_bytes())
    (part,) = (each for each in members if re.fullmatch(r"ppt/charts/chart[^/]*\.xml", each))
    root = etree.fromstring(members[part])
    label = next(root.iter(f"{C}dLbl"))
    label.remove(label.find(f"{C}tx"))
    for flag in label:
        if etree.QName(flag).localname.startswith("show"):
            flag.set("val", str(int(etree.QName(flag).localname in asked.split())))
    members[part] = etree.tostring(root)
    edited = tmp_path / "edited.pptx"
    edited.write_bytes(as_made(members))
    at = int(label.find(f"{C}idx").get("val")) + 1
    said = {p.part: p.text for p in read_deck(edited).places if p.channel == "chart"}
    assert said[f"label of series 1, point {at}"] == text
