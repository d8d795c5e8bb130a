"""The way a plan goes past the bodies that decide: proposed, decided, adopted."""
