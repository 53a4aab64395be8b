"""Many dossiers at once: what they are about, how long they took, on what evidence they rest, and which questions that raises."""
