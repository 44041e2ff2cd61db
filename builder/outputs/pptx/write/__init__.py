"""A planned deck in; a PowerPoint file out. Nothing is decided here: every place is planned."""
