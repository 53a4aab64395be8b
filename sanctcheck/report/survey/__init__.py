"""A survey, for people and for programs: each form is made from the same sections."""
