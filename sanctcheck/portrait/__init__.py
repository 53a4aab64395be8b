"""The portrait of a dossier: what a picture, a report or a page shows of it beside its findings, as frozen data."""
