"""Asking how measures go, and saying it: in under a minute, on a phone or signed in."""
