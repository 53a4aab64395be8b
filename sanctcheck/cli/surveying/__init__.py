"""What `sanctcheck survey` does: from its options to a report."""
