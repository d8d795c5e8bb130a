"""Propose a programme, send it back, record that the college adopted it, tell the council."""
