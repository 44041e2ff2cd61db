"""Why an edition cannot be had: what was found, and the next step."""

from __future__ import annotations


class EditionError(Exception):
    """No snapshot can be had of what was named; `found` says why and `hint` what to do."""

    def __init__(self, found: str, hint: str) -> None:
        self.found, self.hint = found, hint
        super().__init__(f"{found}\n  {hint}")
