"""Files to model: takes a content folder or a theme's name, returns `Content` or a `Theme`.

Nothing else reads content. Every mistake becomes a `Problem` at its line and column.
"""

from builder.content.content import read_content
from builder.content.themes import read_theme

__all__ = ["read_content", "read_theme"]
