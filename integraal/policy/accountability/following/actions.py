"""Follow a theme, stop following it, and keep up to when somebody saw what is new."""

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.audit.recording import record
from integraal.foundation.people.access import NotAllowed
from integraal.knowledge.figures.definitions import themes
from integraal.policy.accountability.models import FollowedTheme
from integraal.policy.accountability.refusals import AccountRefused


@transaction.atomic
def follow_theme(*, by: Actor, theme: str) -> FollowedTheme:
    """Follow a theme from now on; asked twice, it is there once.

    Raises:
        AccountRefused: there is no such theme.
        NotAllowed: the actor is no member of this municipality.
    """
    _check_member(by)
    if theme not in themes(timezone.localdate().year):
        raise AccountRefused("Dit thema staat niet in het beleid van dit jaar.")
    row, is_new = FollowedTheme.objects.get_or_create(
        tenant_id=by.tenant_id, member_id=by.member_id, theme=theme,
        defaults={"seen_at": timezone.now()},
    )  # fmt: skip
    if is_new:
        record("accountability.theme_followed", by=by, theme=theme)
    return row


@transaction.atomic
def leave_theme(*, by: Actor, theme: str) -> None:
    """Follow a theme no more.

    Raises:
        NotAllowed: the actor is no member of this municipality.
    """
    _check_member(by)
    gone, _ = FollowedTheme.objects.filter(member_id=by.member_id, theme=theme).delete()
    if gone:
        record("accountability.theme_left", by=by, theme=theme)


@transaction.atomic
def mark_seen(*, by: Actor, theme: str) -> None:
    """Keep that somebody saw what is new in a theme he follows.

    Raises:
        NotAllowed: the actor is no member of this municipality.
    """
    _check_member(by)
    found = FollowedTheme.objects.filter(member_id=by.member_id, theme=theme)
    found.update(seen_at=timezone.now())


def _check_member(by: Actor) -> None:
    if by.member_id is None or by.through == Through.LINK:
        raise NotAllowed("Een thema volgen kan alleen wie zelf is aangemeld.")
