"""Why something cannot be done with a mail, as sentences the user may read."""


class OutboxRefused(Exception):
    """What was asked of a mail cannot be; the message says why and what to do."""
