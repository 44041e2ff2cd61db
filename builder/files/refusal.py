"""Why a file is not read: what was found, and the next step."""

from __future__ import annotations


class RefusedFileError(Exception):
    """A file that is not read: `found` ends the sentence "cannot be read: ...", `hint` is what to
    do.
    """

    def __init__(self, found: str, hint: str) -> None:
        self.found, self.hint = found, hint
        super().__init__(f"cannot be read: {found}\n  {hint}")
