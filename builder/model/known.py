"""What content defines: the names of one kind, and whether all of them could be read.

A file that could not be read is told about once, as itself. Whoever finds a name unknown asks
here whether that is a mistake of its own: what an unread file may define is not.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """The names of a kind, those of entries that could not be understood among them.

    `whole` says that nothing which may define more of them was refused.
    """

    names: Collection[str] = frozenset()
    whole: bool = True

    def lacks(self, name: str) -> bool:
        """Say whether nothing is called so, for certain."""
        return self.whole and name not in self.names
