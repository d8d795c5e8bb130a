"""Import (inlezen) of an existing plan: what is found in it is a proposal until a person takes it."""
