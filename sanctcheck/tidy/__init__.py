"""The canonical order and style of a dossier's file: written anew, with its comments, and never with another value."""
