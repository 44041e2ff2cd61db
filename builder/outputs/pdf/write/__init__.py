"""A planned paper onto pages: ReportLab is imported here and nowhere else."""

from builder.outputs.pdf.write.writer import (
    NotDrawnError,
    SetPaper,
    charts_of,
    check_columns,
    check_pictures,
    finish_aside,
    put_aside,
    set_paper,
    write_paper,
)

__all__ = [
    "NotDrawnError",
    "SetPaper",
    "charts_of",
    "check_columns",
    "check_pictures",
    "finish_aside",
    "put_aside",
    "set_paper",
    "write_paper",
]
