"""The trace: from a sentence to the figure in it, its method, file and row, and back."""
