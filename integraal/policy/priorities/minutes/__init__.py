"""The minutes: proposed by the adviser, signed off for the chair, frozen and printed."""
