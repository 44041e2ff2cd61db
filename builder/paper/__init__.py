"""The paper: `plan_paper` says what stands on its pages, `write_paper` sets them as a PDF."""

from builder.paper.plan import PaperPlan, plan_paper
from builder.paper.write import NotDrawnError, write_paper

__all__ = ["NotDrawnError", "PaperPlan", "plan_paper", "write_paper"]
