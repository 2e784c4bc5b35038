"""What has happened, kept."""
