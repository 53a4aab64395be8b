"""The report on one dossier as a document: built once as data, and written by four renderers that add nothing to it."""
