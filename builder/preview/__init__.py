"""The preview: both files of a content folder side by side in a browser, in step with every save.

    saves --watching--> Engine --scene--> Hub --server-sent events--> page/ in the browser
                          |
                          +--> Prover, a process that makes and proves the files

The engine reads, resolves, plans and draws as a build does; pages and slides are SVG, made of the
operators that the paper's writer emits and of the pictures that the handout has of slides.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from builder.preview.engine import Engine
from builder.preview.hub import Hub, Store
from builder.preview.server import LOOPBACK, PreviewServer
from builder.preview.whatif import look_later

_SETTLED: Final = 3  # milliseconds without a change after which files count as saved
_SWITCH: Final = 0.001  # seconds after which what is drawn lets what is asked be answered

EMPTY: Final[Mapping[str, Any]] = {
    "build": {"status": "building"},
    "briefing": {},
    "files": [],
    "fonts": [],
    "sections": [],
    "paper": [],
    "deck": [],
    "figures": {},
    "cells": {},
    "tables": {},
    "claims": {},
    "problems": [],
    "since": None,
    "whatif": None,
}
"""The state before anything is read."""


def serve(
    folder: Path, out: Path, port: int, ready: Callable[[str], None], since: str = ""
) -> None:
    """Serve the preview of a content folder until a signal ends it; `ready` is told its address.

    `since` names an edition that it may be compared with.

    Raises:
        OSError: the port cannot be had.
    """
    from functools import partial
    from threading import Thread

    from builder.files import allowed
    from builder.watching import changes

    sys.setswitchinterval(_SWITCH)
    engine = Engine(folder, out, Hub(EMPTY), Store(), since)
    engine.hub.left = partial(look_later, engine)
    with PreviewServer(port, engine) as server:
        Thread(target=server.serve_forever, name="preview server", daemon=True).start()
        engine.start()
        ready(server.guard.address)
        try:
            for names in changes(folder, out, allowed(), _SETTLED):
                engine.saved(names)
        finally:
            engine.stop()
            server.shutdown()


__all__ = ["EMPTY", "LOOPBACK", "serve"]
