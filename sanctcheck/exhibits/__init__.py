"""The files of exhibits: whether they are the ones recorded, what they are, who held them, and what they give away."""
