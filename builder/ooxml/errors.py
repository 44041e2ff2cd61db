"""Why a package of parts (ISO/IEC 29500-2) cannot be read."""

from __future__ import annotations


class PackageError(Exception):
    """A file that is no package, or a part of one that is refused.

    The message says what was found, as the rest of a sentence that names the file: "it is empty",
    "its part ppt/presentation.xml holds a DTD". `part` is the part's name, "" for the whole file.
    """

    def __init__(self, found: str, part: str = "") -> None:
        super().__init__(found)
        self.part = part

    @classmethod
    def of_part(cls, part: str, found: str) -> PackageError:
        """Return the refusal of a part, whose name may be hostile too."""
        return cls(f"its part {quoted(part)} {found}", part)


def quoted(name: str, most: int = 100) -> str:
    """Return the name of a part as messages show it: no control character, no endless length."""
    shown = "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in name)
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"
