"""What people decided about each theme, and what others chose."""
