"""Maps: takes what is to be shown and how wide, returns outlines on a plane.

`atlas` has the world's borders and knows what its places are called, `projecting` makes places of
degrees, cut where the sheet ends, and `laying` puts a window of the world on the sheet.
"""
