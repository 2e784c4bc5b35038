"""Simulated people, who play by the same commands as real ones."""
