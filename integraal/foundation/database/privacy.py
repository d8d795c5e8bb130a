"""The privacy class of every field: what it tells of a person, and so what must guard it.

Each model carries ``privacy``, a mapping of field name to class; a test fails on a field without
one, and the register of processing is written from it.
"""

from enum import StrEnum


class Privacy(StrEnum):
    """Privacy class (privacyklasse) of a field."""

    NONE = "none"  # tells nothing about a person
    FUNCTION = "function"  # a person in their function: owner, participant, contact
    ACCOUNT = "account"  # needed to sign in: mail address, password hash, key
    TEXT = "text"  # free text in which somebody could write about a person
    SUBJECT = "subject"  # about a person who is the subject of safety work (casework only)


class PrivacyMap(dict[str, Privacy]):
    """Field name to privacy class; ``tenant`` and ``id`` never tell of a person."""

    def __init__(self, **fields: Privacy) -> None:
        super().__init__(id=Privacy.NONE, tenant=Privacy.NONE, **fields)
