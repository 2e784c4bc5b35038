"""Simulated people who play whole workshops by the same commands as everybody else."""
