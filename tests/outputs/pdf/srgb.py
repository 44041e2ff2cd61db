"""Makes the sRGB profile that the papers carry, from IEC 61966-2-1's own numbers.

`python -m tests.outputs.pdf.srgb` writes it to `assets/icc/`; a test holds the file to this recipe.
A minimal display profile of version 2 (ICC.1:2001-04): white point, primaries adapted to D50
(Bradford), and the tone curve as a table.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Final

PROFILE: Final = Path(__file__).resolve().parents[3] / "assets" / "icc" / "sRGB-v2.icc"
_ENTRIES: Final = 1024
_D50: Final = (0.9642, 1.0, 0.8249)
# As the profile that IEC 61966-2-1's authors published has them: D50, Bradford.
_PRIMARIES: Final = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}


def profile() -> bytes:
    """Return the profile's bytes."""
    curve = _curve()
    tags = {
        b"cprt": _padded(b"text\0\0\0\0No copyright: use it freely (CC0).\0"),
        b"desc": _description("sRGB IEC61966-2.1"),
        b"wtpt": _xyz(_D50),
        **{name: _xyz(value) for name, value in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    start = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    places: dict[bytes, int] = {}
    for name, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data
        table += struct.pack(">4sII", name, places[data], len(data))
    return _header(start + len(body)) + table + body


def _header(size: int) -> bytes:
    date = struct.pack(">6H", 2024, 1, 1, 0, 0, 0)
    fields = struct.pack(">I4sI4s4s4s", size, b"\0" * 4, 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    rest = b"acsp" + b"\0" * 4 + struct.pack(">I", 0) + b"\0" * 8 + b"\0" * 8 + struct.pack(">I", 0)
    white = struct.pack(">3i", *(round(value * 65536) for value in _D50))
    return (fields + date + rest + white).ljust(128, b"\0")


def _xyz(value: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(part * 65536) for part in value))


def _curve() -> bytes:
    values = (round(_linear(step / (_ENTRIES - 1)) * 65535) for step in range(_ENTRIES))
    return b"curv\0\0\0\0" + struct.pack(f">I{_ENTRIES}H", _ENTRIES, *values)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _description(text: str) -> bytes:
    said = text.encode("ascii") + b"\0"
    return _padded(b"desc\0\0\0\0" + struct.pack(">I", len(said)) + said + b"\0" * (8 + 3 + 67))


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 4)


if __name__ == "__main__":
    PROFILE.parent.mkdir(parents=True, exist_ok=True)
    PROFILE.write_bytes(profile())
