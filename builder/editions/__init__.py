"""Editions compared: two of them in; what changed, as data, as a report and as a section, out.

folder, revision or finished file -> load -> Snapshot
two snapshots -> diff -> EditionDiff -> report, or a section of the paper and a slide
"""
