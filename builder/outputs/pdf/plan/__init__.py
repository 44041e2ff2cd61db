"""What stands on the paper's pages: plain data, which tests read without ReportLab."""

from builder.outputs.pdf.plan.paper import PaperPlan, plan_paper

__all__ = ["PaperPlan", "plan_paper"]
