"""Word documents from a template that a municipality may bring itself (decision 19)."""
