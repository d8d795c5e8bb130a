"""Two versions of a programme beside each other, in words."""
