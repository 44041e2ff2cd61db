"""What stands on the slides, and how it is made to fit: plain data."""
