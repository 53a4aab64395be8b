"""Two versions of dossiers, compared: what was met and no longer is, what was mended, what changed in evidence and process."""
