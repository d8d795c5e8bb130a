"""Checks of a picture (controles): they explain what is lacking and why it matters, and advise."""
