"""Names of PresentationML and DrawingML, as lxml writes them; the first words of file formats."""

from __future__ import annotations

from typing import Final

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
STRICT: Final = "{http://purl.oclc.org/ooxml/"
"""How namespaces begin in files saved as Strict Open XML."""

HEADER: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
