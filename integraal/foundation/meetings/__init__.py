"""Meetings (overleggen) as any step of the work may hold them: agenda, decisions, actions, minutes.

This room knows no step: it has no tables of its own, only what such tables have in common and the
rules for them.
"""
