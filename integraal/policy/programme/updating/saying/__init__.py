"""Saying how a measure goes: with a personal link, or signed in."""
