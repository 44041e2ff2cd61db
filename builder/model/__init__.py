"""What a briefing is: frozen data that every stage reads and none changes."""
