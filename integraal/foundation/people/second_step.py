"""Secrets of the second step (TOTP, recovery codes) are sealed in the database.

The key comes from ``INTEGRAAL_SECRET_KEY``, so a copy of the database alone opens nothing. Changing
that key takes everybody's second step away; they register it again.
"""

import base64

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_PURPOSE = b"integraal second step"


class SecondStepAdapter(DefaultMFAAdapter):
    """Seal what allauth stores of a second step."""

    def encrypt(self, text: str) -> str:
        """Return the text sealed (Fernet: AES-128-CBC with HMAC-SHA256)."""
        return _sealer().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return the text; what was sealed with another key becomes a secret that nobody has.

        An empty one would not do: the codes of an empty secret can be computed by anybody.
        """
        try:
            return _sealer().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return generate_totp_secret()


def _sealer() -> Fernet:
    derived = HKDF(SHA256(), length=32, salt=None, info=_PURPOSE).derive(
        settings.SECRET_KEY.encode()
    )
    return Fernet(base64.urlsafe_b64encode(derived))
