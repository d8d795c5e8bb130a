"""Limits at which a goal asks for attention, and the check that watches them."""
