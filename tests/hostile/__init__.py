"""Inputs made to break a build, each with what is to be said: `python -m tests.hostile`."""
