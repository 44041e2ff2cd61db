"""A briefing in; the planned deck out: which slides there are, in which order, in which layouts."""
