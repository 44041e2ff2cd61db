"""What stands on the slides as plain data, measured, and made to fit."""
