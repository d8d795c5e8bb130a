"""Paper sheets, typed in by who leads."""
