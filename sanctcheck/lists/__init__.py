"""The published lists: one module a publisher, and one model that all are read into."""
