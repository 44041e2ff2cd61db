"""What a paper keeps to: PDF/UA-1 in a PDF 1.7 for archives, or PDF/UA-2 in a PDF 2.0 for them.

The first is what readers' programs and authorities know today. The second (ISO 14289-2:2024, with
ISO/TS 32005 and the Well-Tagged PDF of the PDF Association) says more: whose structure types are
meant, what a note's mark and its note are to one another, which element a link leads to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Final

from builder.frozen import dataclass

PDF_2: Final = "http://iso.org/pdf2/ssn"
"""The namespace of PDF 2.0 (ISO 32000-2, 14.8.6.2); types of others are those of PDF 1.7."""

_OWN: Final = (
    "Document Part Sect Div Aside NonStruct P H1 H2 H3 H4 H5 H6 Title FENote Lbl Span Em Strong "
    "Link Annot L LI LBody Table TR TH TD THead TBody TFoot Caption Figure Formula"
)
TYPES_OF_PDF_2: Final = frozenset(_OWN.split())


@dataclass(frozen=True)
class Standard:
    """What a file says that it is, and how its structure is written.

    `version` is that of PDF. `universal` and `archival` are the properties of its metadata that
    say which parts of ISO 14289 and ISO 19005 it keeps to, `declared` the PDF declarations beside
    them. `roles` are the structure types that stand for ours. `is_second` files name namespaces,
    let notes and marks refer to one another, and have structure destinations; `describes` says
    whether the older dictionary of properties (ISO 32000-1, 14.3.3) is there.
    """

    version: str
    universal: Mapping[str, str]
    archival: Mapping[str, str]
    declared: tuple[str, ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)
    is_second: bool = False
    describes: bool = True


UA_1: Final = Standard("1.7", {"part": "1"}, {"part": "3", "conformance": "A"})
UA_2: Final = Standard(
    "2.0",
    {"part": "2", "rev": "2024"},
    {"part": "4", "rev": "2020", "conformance": "F"},
    declared=(
        "http://pdfa.org/declarations/wtpdf#accessibility1.0",
        "http://pdfa.org/declarations/wtpdf#reuse1.0",
    ),
    roles={"Note": "FENote", "Sub": "Span", "Sup": "Span", "Struck": "Span"},
    is_second=True,
    describes=False,
)
STANDARDS: Final = {"ua-1": UA_1, "ua-2": UA_2}
"""By what `standard` in briefing.yaml calls them."""
