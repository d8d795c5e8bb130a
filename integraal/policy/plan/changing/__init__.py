"""Interim changes of an adopted plan: cause, decision, next version, note to the council."""
