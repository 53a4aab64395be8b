"""What a dossier is: its model, its words, and what must hold within it."""
