"""How an account is let in; everything else of signing in is django-allauth's."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest, HttpResponse

from integraal.foundation.people.actions import note_sign_in
from integraal.foundation.people.models import User
from integraal.foundation.people.scope import (
    SESSION_MEMBER,
    actor,
    current_member,
    work_as_member,
)


def attempted_mail(request: HttpRequest | None, credentials: dict[str, Any] | None) -> str:
    """Return the mail address somebody tries to sign in with: what the brake on guessing counts.

    Without it every attempt would count for nobody, and so for all who share a network address.
    """
    tried = (credentials or {}).get("email") or (request.POST.get("login") if request else "")
    return str(tried or "").strip().lower()


class PasswordBackend(AuthenticationBackend):
    """Sign in with mail address and password. Nobody holds Django's own permissions."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        return False


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the functional administrator, never by a visitor."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def post_login(self, request: HttpRequest, user: Any, **hook: Any) -> HttpResponse:
        """Record the sign-in, once every step of it succeeded, whichever way was used."""
        response = super().post_login(request, user, **hook)
        work_as_member(request, request.session.get(SESSION_MEMBER))
        if current_member(request) is not None:
            note_sign_in(by=actor(request))
        return response


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Sign-in through the organisation's own service joins an account that is there already."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        if sociallogin.is_existing:
            return
        verified = [mail.email for mail in sociallogin.email_addresses if mail.verified]
        user = User.objects.filter(email__in=[mail.lower() for mail in verified]).first()
        if user:
            sociallogin.connect(request, user)
