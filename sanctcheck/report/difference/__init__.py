"""Two versions of dossiers, one module a form."""
