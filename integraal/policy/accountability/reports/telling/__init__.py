"""From facts to sentences. Pure: no database, no clock, the same facts give the same text."""
