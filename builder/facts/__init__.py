"""Facts: figures, hedges, claims, intervals and units; how they are printed, said and read back.

Here alone is a number computed, rounded or worded.
"""
