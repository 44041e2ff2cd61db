"""Colours, type and spacing, as frozen data that both writers read."""
