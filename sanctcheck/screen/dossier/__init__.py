"""Where dossiers meet the lists: who is named in them, and what the lists say of those."""
