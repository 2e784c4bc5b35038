"""Measuring: how fast, with how many people, on this machine."""
