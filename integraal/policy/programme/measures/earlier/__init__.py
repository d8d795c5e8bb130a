"""What a measure said before: read, put back, and what was removed brought back."""
