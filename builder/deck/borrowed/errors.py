"""Why a file cannot be a template."""

from __future__ import annotations


class NotATemplateError(Exception):
    """The bytes are no presentation that a deck can be made on; says why."""
