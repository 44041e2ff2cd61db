"""The version of this program, which packages, files and `paperdeck --version` name."""

from typing import Final

VERSION: Final = "0.1.0"
