"""The forms of a list of deadlines: one module a form."""
