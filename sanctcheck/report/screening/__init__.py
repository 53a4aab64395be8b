"""Reports of a screening: a module a format."""
