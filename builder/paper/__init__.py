"""The paper: `plan_paper` says what stands on its pages, `set_paper` sets them,
`write_paper` makes the PDF."""

from builder.paper.plan import PaperPlan, plan_handout, plan_paper
from builder.paper.write import NotDrawnError, SetPaper, charts_of, set_paper, write_paper

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
