"""Changes the council asks for, with their text."""
