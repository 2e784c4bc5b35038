"""What one person may see: each view is a type that cannot hold more than that."""
