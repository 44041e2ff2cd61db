"""In which order a page draws its marked content, against the order of the structure tree."""

from __future__ import annotations

import re
from collections import defaultdict

from tests.outputs.pdf import gate

_MARK = re.compile(rb"/MCID (\d+)\s*>>\s*BDC")


def out_of_order(tree: gate.Tagged) -> list[str]:
    """Return, for each page that draws otherwise than it is read, the words where it first does."""
    read: dict[int, list[int]] = defaultdict(list)
    for page, number in tree.root.marks():
        read[page].append(number)
    found = []
    for page, leaf in enumerate(tree.pdf.pages):
        drawn = [int(number) for number in _MARK.findall(leaf.Contents.read_bytes())]
        for wanted, number in zip(read[page], drawn, strict=True):
            if wanted != number:
                words = gate.plain(tree.words[page, number])
                found.append(f"page {page + 1}: {words} is drawn too early")
                break
    return found
