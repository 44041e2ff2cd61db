"""What makes a PDF archival (ISO 19005-3): each module takes the open file and adds its part."""
