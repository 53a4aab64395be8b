"""What `sanctcheck screen` does: from its options to a report."""
