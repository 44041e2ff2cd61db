"""A planned paper onto pages: ReportLab is imported here and nowhere else."""

from builder.paper.write.writer import NotDrawnError, write_paper

__all__ = ["NotDrawnError", "write_paper"]
