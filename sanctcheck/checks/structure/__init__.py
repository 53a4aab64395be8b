"""The check that needs no code: a JSON Schema fragment in the criteria file."""
