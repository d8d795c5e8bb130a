"""Which counts of areas are hidden over all figures together, kept for pages and files."""
