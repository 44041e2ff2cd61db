"""Starts a command from a small process and writes down what it used: `launcher.py REPORT ...`.

A process counts as its own what the one that it was copied from held: a large one cannot measure.
"""

import os
import subprocess
import sys
from pathlib import Path

report, *command = sys.argv[1:]
process = subprocess.Popen(command)
_, status, used = os.wait4(process.pid, 0)
status = os.waitstatus_to_exitcode(status)
told = f"{status} {used.ru_utime + used.ru_stime} {used.ru_maxrss * 1024}"
Path(report).write_text(told, encoding="ascii")
