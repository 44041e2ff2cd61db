"""Tables: definitions with rows, data or figures in; rows that are ready to be set, out."""
