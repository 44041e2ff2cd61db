"""The paper: `plan_paper` says what stands on its pages, `set_paper` sets them,
`write_paper` makes the PDF."""

from builder.outputs.pdf.plan import PaperPlan, plan_handout, plan_paper
from builder.outputs.pdf.write import NotDrawnError, SetPaper, charts_of, set_paper, write_paper

__all__ = [
    "NotDrawnError",
    "PaperPlan",
    "SetPaper",
    "charts_of",
    "plan_handout",
    "plan_paper",
    "set_paper",
    "write_paper",
]
