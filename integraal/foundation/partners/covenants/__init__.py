"""Covenants (convenanten): what partners agreed, with whom and until when."""
