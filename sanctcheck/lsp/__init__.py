"""The language server: what an editor shows while a dossier is written. It reads the text in the editor, and no network."""
