"""What `sanctcheck lists` prints: one module a format."""
