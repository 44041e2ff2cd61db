"""Runs of a DrawingML paragraph in (ECMA-376-1, 21.1.2.3); how large they are set, what of them is
struck through, and what a paragraph says that holds nothing else, out.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from lxml import etree

from builder.verify.drawingml import A

_TEXT, _BREAK = f"{A}t", f"{A}br"
_RUN, _LOOK = f"{A}r", f"{A}rPr"
_LINK: Final = f"{A}hlinkClick"
_OF_RUNS: Final = (
    "p r rPr t br pPr endParaRPr hlinkClick solidFill srgbClr schemeClr lumMod lumOff satMod latin"
    " ea cs lnSpc spcPct spcPts spcBef spcAft tabLst tab buNone buChar buFont buClr buAutoNum"
)
_PLAIN: Final = frozenset(A + name for name in _OF_RUNS.split())
"""What stands in a paragraph of runs alone."""
_NUMBER: Final = 16  # characters that a number with its unit has at most


class Said(NamedTuple):
    """What a paragraph says, the smallest type size of its runs in points (0: none is stated), its
    words that are struck through, and whether it leads somewhere.
    """

    text: str
    size: float
    struck: str
    leads: bool


def plainly(paragraph: etree._Element) -> Said | None:
    """Return what a paragraph says that is nothing but runs, as most are; None of any other."""
    kinds = [each.tag for each in paragraph.iter()]
    if not _PLAIN.issuperset(kinds):
        return None
    texts: list[str] = []
    runs: list[tuple[str, etree._Element | None]] = []
    struck, looks, lines = "", 0, 0
    for run in paragraph:
        if run.tag == _RUN:
            words, look = _read(run)
            texts.append(words)
            runs.append((words, look))
            if look is not None:
                looks += 1
                if look.get("strike", "noStrike") != "noStrike":
                    struck += words
        elif run.tag == _BREAK:
            lines, looks = lines + 1, looks + sum([child.tag == _LOOK for child in run])
            texts.append("\n")
    # Whatever stands elsewhere than in runs of the paragraph's own is read in the long way.
    if (kinds.count(_RUN), kinds.count(_BREAK)) != (len(runs), lines):
        return None
    if kinds.count(_TEXT) != len(runs) or kinds.count(_LOOK) != looks:
        return None
    return Said("".join(texts), _smallest(runs), struck, _LINK in kinds)


def size_of(paragraph: etree._Element) -> float:
    """Return the smallest type size that a paragraph's runs ask for, in points; 0 for none.

    A number that stands alone has its unit in smaller type: its digits are asked.
    """
    return _smallest([_read(run) for run in paragraph.iter(_RUN)])


def _smallest(runs: list[tuple[str, etree._Element | None]]) -> float:
    said = "".join(text for text, _ in runs)
    if len(said) <= _NUMBER and any(map(str.isdecimal, said)):
        runs = [(text, look) for text, look in runs if any(map(str.isdecimal, text))]
    found = [look.get("sz", "") for _, look in runs if look is not None]
    sizes = [int(size) / 100 for size in found if size.isdecimal()]
    return min(sizes) if sizes and all(found) else 0.0


def struck_in(paragraph: etree._Element) -> str:
    """Return the words of a paragraph that are struck through."""
    runs = [run for run in paragraph.iter(_LOOK) if run.get("strike", "noStrike") != "noStrike"]
    return "".join(
        above.findtext(f"{A}t") or "" for run in runs if (above := run.getparent()) is not None
    )


def _read(run: etree._Element) -> tuple[str, etree._Element | None]:
    """Return the words of a run and its properties."""
    text, look = None, None
    for child in run:
        if child.tag == _TEXT and text is None:
            text = child.text or ""
        elif child.tag == _LOOK and look is None:
            look = child
    return text or "", look
