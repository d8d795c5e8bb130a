"""The mailbox of the demo: what the product would have sent, for whoever tries it."""
