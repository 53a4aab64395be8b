"""The forms of a comparison of regimes: one module a form."""
