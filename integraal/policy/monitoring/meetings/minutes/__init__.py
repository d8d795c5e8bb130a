"""The minutes: written, shown, printed and adopted."""
