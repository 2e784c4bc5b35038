"""HTTP and HTML: asks and shows, decides nothing."""
