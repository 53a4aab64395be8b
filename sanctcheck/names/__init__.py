"""Names: what they consist of, and how alike two of them are."""
