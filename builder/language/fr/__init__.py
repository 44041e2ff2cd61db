"""French: its words, its numbers, what it counts and compares with, its years."""
