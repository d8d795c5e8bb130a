"""The papers of a plan: PDF, Word, Excel of the goals, and the pack for the council."""
