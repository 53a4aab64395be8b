"""How a criterion is tested: a folder a family, a file a check.

A check is a pure function from a matter (a dossier under one regime on a day) and its parameters to results. A new
check is one new file: its name is the file's name, and a criterion asks for it by that name.
"""
