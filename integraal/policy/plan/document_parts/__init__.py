"""What the papers of a plan are filled with, part by part; all of it from the same content."""
