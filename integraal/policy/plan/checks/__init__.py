"""Rules of a plan (controle): what stops a proposal, what asks for another look, and why."""
