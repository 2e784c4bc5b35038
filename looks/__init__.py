"""Pictures of every screen at every size, so that others can judge."""
