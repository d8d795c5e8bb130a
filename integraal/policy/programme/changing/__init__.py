"""Interim changes: why an adopted programme gets a next version, and by which decision."""
