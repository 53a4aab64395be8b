"""From an assessment to text: one module a format."""
