"""The API: the same reads and deeds as the screens, with the same rules and the same record."""
