"""The forms of a portability report: one module a form."""
