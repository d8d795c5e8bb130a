"""Each statistical method in plain Dutch, with an example that a reader can change."""
