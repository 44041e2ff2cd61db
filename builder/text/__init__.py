"""Text in lines: how wide it is, where a line may break, and which of those breaks are taken.

One engine for paper, deck, charts and the handout's pictures: takes strings and widths, knows no
file and no layout.
"""
