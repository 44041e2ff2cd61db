"""Whether the numbers, colours and names in a part's attributes are what the standard has there.

Read here once for all: what reads a template after this takes every number for one. Bounds are
those of ISO/IEC 29500-1's simple types, or narrower where PowerPoint's own are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from builder.frozen import dataclass
from builder.ooxml import PackageError
from builder.ooxml.markup import quoted
from builder.outputs.pptx.template.kinds import A, P

_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,19}")
_PERCENT: Final = re.compile(r"-?[0-9]{1,5}(\.[0-9]{1,5})?%")
_HEX: Final = re.compile(r"[0-9A-Fa-f]{6}")
_BOOLEANS: Final = frozenset(("0", "1", "true", "false"))


@dataclass(frozen=True)
class Value:
    """What an attribute may hold: a whole number from `least` to `most`, or one of `words`.

    `percent` lets "90%" pass too, `hexadecimal` asks for a colour, `needed` for the attribute.
    """

    least: int = 0
    most: int = 2**31 - 1
    words: frozenset[str] = frozenset()
    percent: bool = False
    hexadecimal: bool = False
    needed: bool = False

    def fits(self, text: str) -> bool:
        """Say whether a value is one of these."""
        if self.words:
            return text in self.words
        if self.hexadecimal:
            return _HEX.fullmatch(text) is not None
        if self.percent and _PERCENT.fullmatch(text):
            return True
        return _WHOLE.fullmatch(text) is not None and self.least <= int(text) <= self.most

    @property
    def expected(self) -> str:
        """What it may hold, in words."""
        if self.words:
            return f"one of {', '.join(sorted(self.words))}"
        if self.hexadecimal:
            return "a colour of six hexadecimal digits"
        return f"a whole number from {self.least} to {self.most}"


def _one_of(*words: str, needed: bool = False) -> Value:
    return Value(words=frozenset(words), needed=needed)


_FAR: Final = 2**31 - 1
_SLIDE: Final = Value(914_400, 51_206_400, needed=True)
"""PowerPoint's least and largest width and height of a slide: 1 inch and 56 inches."""
_PLACE: Final = Value(-_FAR, _FAR, needed=True)
_EXTENT: Final = Value(0, _FAR, needed=True)
_INSET: Final = Value(-51_206_400, 51_206_400)
_BOOLEAN: Final = Value(words=_BOOLEANS)
_SHARE: Final = Value(-(10**8), 10**8, percent=True, needed=True)
_ANGLE: Final = Value(-_FAR, _FAR)
_REFERENCE: Final = Value(0, 2**32 - 1, needed=True)
_ACCENTS: Final = tuple(f"accent{number}" for number in range(1, 7))
_SLOTS: Final = ("dk1", "lt1", "dk2", "lt2", *_ACCENTS, "hlink", "folHlink")
_MAPPED: Final = ("bg1", "tx1", "bg2", "tx2")
_RUN: Final[Mapping[str, Value]] = {
    "sz": Value(100, 400_000),
    "spc": Value(-400_000, 400_000),
    "kern": Value(0, 400_000),
    "b": _BOOLEAN,
    "i": _BOOLEAN,
    "baseline": Value(-(10**7), 10**7, percent=True),
    "cap": _one_of("none", "small", "all"),
}
_PARAGRAPH: Final[Mapping[str, Value]] = {
    "marL": Value(0, 51_206_400),
    "marR": Value(0, 51_206_400),
    "indent": Value(-51_206_400, 51_206_400),
    "lvl": Value(0, 8),
    "defTabSz": _INSET,
    "algn": _one_of("l", "ctr", "r", "just", "justLow", "dist", "thaiDist"),
    "rtl": _BOOLEAN,
}
_MODIFIED: Final = "alpha alphaMod alphaOff lum lumMod lumOff sat satMod satOff tint shade"
_SHARES: Final = tuple(_MODIFIED.split())
_KINDS: Final = (
    "title body ctrTitle subTitle dt sldNum ftr hdr obj chart tbl clipArt dgm media sldImg pic"
)
_TYPES: Final = (
    "title tx twoColTx tbl txAndChart chartAndTx dgm chart txAndClipArt clipArtAndTx titleOnly "
    "blank txAndObj objAndTx objOnly obj txAndMedia mediaAndTx objOverTx txOverObj txAndTwoObj "
    "twoObjAndTx twoObjOverTx fourObj vertTx clipArtAndVertTx vertTitleAndTx "
    "vertTitleAndTxOverChart twoObj objAndTwoObj twoObjAndObj cust secHead twoTxTwoObj objTx picTx"
)
_VALUES: Final[Mapping[str, Mapping[str, Value]]] = {
    f"{P}sldSz": {"cx": _SLIDE, "cy": _SLIDE},
    f"{P}notesSz": {"cx": _EXTENT, "cy": _EXTENT},
    f"{P}sldMasterId": {"id": Value(2**31, 2**32 - 1)},
    f"{P}sldLayoutId": {"id": Value(2**31, 2**32 - 1)},
    f"{P}sldLayout": {
        "type": _one_of(*_TYPES.split()),
        "showMasterSp": _BOOLEAN,
        "preserve": _BOOLEAN,
        "userDrawn": _BOOLEAN,
    },
    f"{P}sldMaster": {"preserve": _BOOLEAN},
    f"{P}clrMap": {key: _one_of(*_SLOTS, needed=True) for key in (*_MAPPED, *_SLOTS[4:])},
    f"{P}ph": {
        "type": _one_of(*_KINDS.split()),
        "idx": Value(0, 2**32 - 1),
        "orient": _one_of("horz", "vert"),
        "sz": _one_of("full", "half", "quarter"),
        "hasCustomPrompt": _BOOLEAN,
    },
    f"{P}cNvPr": {"id": _REFERENCE, "hidden": _BOOLEAN},
    f"{P}bgRef": {"idx": _REFERENCE},
    f"{A}off": {"x": _PLACE, "y": _PLACE},
    f"{A}chOff": {"x": _PLACE, "y": _PLACE},
    f"{A}chExt": {"cx": _EXTENT, "cy": _EXTENT},
    f"{A}xfrm": {"rot": _ANGLE, "flipH": _BOOLEAN, "flipV": _BOOLEAN},
    f"{P}xfrm": {"rot": _ANGLE},
    f"{A}srgbClr": {"val": Value(hexadecimal=True, needed=True)},
    f"{A}sysClr": {"lastClr": Value(hexadecimal=True)},
    f"{A}schemeClr": {"val": _one_of(*_SLOTS, *_MAPPED, "phClr", needed=True)},
    f"{A}bodyPr": {
        **dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), _INSET),
        "rot": _ANGLE,
        "numCol": Value(1, 16),
        "spcCol": Value(0, _FAR),
        "anchor": _one_of("t", "ctr", "b", "just", "dist"),
        "wrap": _one_of("none", "square"),
    },
    f"{A}normAutofit": {
        key: Value(0, 10**8, percent=True) for key in ("fontScale", "lnSpcReduction")
    },
    f"{A}spcPct": {"val": Value(0, 13_200_000, percent=True, needed=True)},
    f"{A}spcPts": {"val": Value(0, 158_400, needed=True)},
    f"{A}buSzPct": {"val": Value(25_000, 400_000, percent=True, needed=True)},
    f"{A}buSzPts": {"val": Value(100, 400_000, needed=True)},
    f"{A}buAutoNum": {"startAt": Value(1, 32_767)},
    f"{A}tab": {"pos": _INSET},
    f"{A}ln": {"w": Value(0, 20_116_800)},
    f"{A}gs": {"pos": Value(0, 100_000, percent=True, needed=True)},
    f"{A}lin": {"ang": Value(0, 21_599_999), "scaled": _BOOLEAN},
    f"{A}outerShdw": {"blurRad": Value(0, _FAR), "dist": Value(0, _FAR), "dir": _ANGLE},
    **{
        f"{A}{name}": {"idx": Value(0, 2**32 - 1, needed=True)}
        for name in ("lnRef", "fillRef", "effectRef")
    },
    **{f"{A}{name}": {"val": _SHARE} for name in _SHARES},
    **{f"{A}{name}": _RUN for name in ("rPr", "defRPr", "endParaRPr")},
    **{
        f"{A}{name}": _PARAGRAPH
        for name in ("pPr", "defPPr", *(f"lvl{number}pPr" for number in range(1, 10)))
    },
}
_EXT: Final = f"{A}ext"
_FRAMES: Final = (f"{A}xfrm", f"{P}xfrm")


def check_values(root: etree._Element, part: str) -> None:
    """Look at every value of a part's tree.

    Raises:
        PackageError: one is broken; names the element, the attribute and what was expected.
    """
    for element in root.iter(*_VALUES):
        for name, value in _VALUES[str(element.tag)].items():
            _check(element, name, value, part)
    for frame in root.iter(*_FRAMES):
        for extent in frame.iterchildren(_EXT):
            _check(extent, "cx", _EXTENT, part)
            _check(extent, "cy", _EXTENT, part)


def _check(element: etree._Element, name: str, value: Value, part: str) -> None:
    found = element.get(name)
    if found is None:
        if value.needed:
            missing = f"has {_tag(element)} without {name}, where {value.expected} is expected"
            raise PackageError.of_part(part, missing)
    elif not value.fits(found):
        raise PackageError.of_part(
            part,
            f'has {_tag(element)} with {name}="{quoted(found, 40)}": {value.expected} is expected',
        )


def _tag(element: etree._Element) -> str:
    """Return an element's name as it is written, such as `<a:off>`."""
    prefix = f"{element.prefix}:" if element.prefix else ""
    return f"<{prefix}{etree.QName(element).localname}>"
