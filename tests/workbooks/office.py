"""LibreOffice Calc: has it open a workbook, compute it and save it again."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest


def saved_again(path: Path) -> None:
    """Have a workbook saved again in its place; the test is skipped where Calc is not at hand."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice Calc not found")
    with tempfile.TemporaryDirectory() as folder:
        command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", path.suffix[1:], "--outdir", f"{folder}/out", str(path)]
        subprocess.run(command, check=False, capture_output=True, timeout=300)
        made = Path(folder, "out", path.name)
        if not made.exists():  # Impress alone opens no workbook
            pytest.skip("LibreOffice Calc not found")
        shutil.copy(made, path)
