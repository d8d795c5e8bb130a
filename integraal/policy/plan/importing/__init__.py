"""Import (inlezen) of an existing plan: what is found is a proposal until a person takes it."""
