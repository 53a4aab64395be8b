"""The published sanctions lists: fetched, kept as snapshots under their hash, and read whole."""
