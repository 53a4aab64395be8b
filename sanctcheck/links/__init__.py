"""Whether the addresses of exhibits still answer: asked only when a user asks for it, and within narrow bounds.

A dossier is untrusted, and an address in it could lead anywhere: to the machine itself, to the network behind it, to the
metadata of a cloud. What may be asked is decided in `addresses`, and only `line` makes a connection.
"""
