"""What the colours mean: takes the open PDF, gives it the sRGB profile as its output intent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from builder.theme import assets

if TYPE_CHECKING:
    from pikepdf import Pdf

_PROFILE: Final = "sRGB-v2.icc"


def intend_srgb(pdf: Pdf) -> None:
    """Write the output intent (ISO 19005-3, 6.2.3).

    Raises:
        FileNotFoundError: the installation lacks the profile.
    """
    import pikepdf

    profile = pdf.make_stream(assets.path("icc", _PROFILE).read_bytes())
    profile.N = 3
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier=pikepdf.String("sRGB"),
        Info=pikepdf.String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = pikepdf.Array([intent])
