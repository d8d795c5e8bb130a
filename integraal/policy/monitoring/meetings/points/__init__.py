"""The actions that meetings agreed on, over all of them."""
