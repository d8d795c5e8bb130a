"""Themes that somebody follows: what was promised, where it stands, and what is new."""
