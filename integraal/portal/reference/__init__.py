"""Pages about the product that are made from its code, so that they cannot differ from it."""
