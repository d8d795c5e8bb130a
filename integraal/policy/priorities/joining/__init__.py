"""How people come into a session: by code or link, and back after a lost connection."""
