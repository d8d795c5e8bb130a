"""What a document seems to be made of: everything found is a place in it, and a proposal. Pure."""
