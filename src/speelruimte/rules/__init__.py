"""The game: pure values and functions, without clock, chance, I/O or framework."""
