"""Meetings: agenda from what is open, decisions, actions and minutes; each kind its own secrecy."""
