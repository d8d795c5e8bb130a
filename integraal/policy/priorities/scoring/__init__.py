"""What a participant fills in on a phone while a round is open."""
