"""How somebody who has no password yet gets in for the first time."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse

from integraal.foundation.people.models import User


def first_sign_in_path(user: User) -> str:
    """Return the path where the person chooses a password; it works once, for three days."""
    return reverse(
        "account_reset_password_from_key",
        kwargs={
            "uidb36": user_pk_to_url_str(user),
            "key": default_token_generator.make_token(user),
        },
    )
