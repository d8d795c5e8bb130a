"""Contact persons of a partner: who to call about what."""
