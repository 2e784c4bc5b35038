"""Workshops that are going on now."""
