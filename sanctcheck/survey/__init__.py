"""Many dossiers at once, and the published lists of several states: what they have in common, and what asks for a question."""
