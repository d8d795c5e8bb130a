"""Give people their place, and take it away."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.links.secret import digest
from integraal.foundation.people import tokens
from integraal.foundation.people.access import check_manage_people, check_manage_tokens
from integraal.foundation.people.models import ApiToken, Member, Organisation, User
from integraal.foundation.people.roles import combination_problem

LONGEST_TOKEN = timedelta(days=366)


class PeopleRefused(Exception):
    """What was asked is not right; the message says why and what to do."""


@transaction.atomic
def add_organisation(*, by: Actor, name: str, kind: str) -> Organisation:
    """Add an organisation the municipality works with."""
    check_manage_people(by)
    if Organisation.objects.filter(name__iexact=name.strip()).exists():
        raise PeopleRefused(f"De organisatie {name.strip()} staat er al.")
    organisation = Organisation.objects.create(tenant_id=by.tenant_id, name=name.strip(), kind=kind)
    record("organisation.added", by=by, subject=organisation)
    return organisation


@transaction.atomic
def add_member(
    *,
    by: Actor,
    name: str,
    email: str,
    role_codes: Iterable[str],
    organisation: Organisation,
    function: str = "",
) -> Member:
    """Give a person access to this municipality, with an account made when there is none.

    Raises:
        PeopleRefused: the roles do not go together, or the person has access already.
    """
    check_manage_people(by)
    codes = _checked_roles(role_codes)
    user, is_new = User.objects.get_or_create(
        email=email.strip().lower(), defaults={"password": make_password(None)}
    )
    if Member.objects.filter(user=user, active_until__isnull=True).exists():
        raise PeopleRefused(f"{email} heeft al toegang. Verander daar de rollen.")
    member = Member.objects.create(
        tenant_id=by.tenant_id,
        user=user,
        organisation=organisation,
        name=name.strip(),
        function=function.strip(),
        roles=codes,
        active_from=timezone.localdate(),
    )
    member.account_is_new = is_new
    record("member.added", by=by, subject=member, roles=".".join(codes)[:64])
    return member


@transaction.atomic
def change_roles(*, by: Actor, member: Member, role_codes: Iterable[str]) -> Member:
    """Give a member other roles.

    Raises:
        PeopleRefused: the roles do not go together, or nobody would be left to manage people.
    """
    check_manage_people(by)
    member.roles = _checked_roles(role_codes)
    member.save(update_fields=["roles"])
    _refuse_without_administrator()
    record("member.roles_changed", by=by, subject=member, roles=".".join(member.roles)[:64])
    return member


@transaction.atomic
def correct_member(*, by: Actor, member: Member, name: str, function: str) -> Member:
    """Correct how a member is called and what their function is; nothing changes, no record.

    Raises:
        PeopleRefused: the name is empty.
    """
    check_manage_people(by)
    name, function = name.strip(), function.strip()
    if not name:
        raise PeopleRefused("Vul een naam in.")
    if (member.name, member.function) == (name, function):
        return member
    member.name, member.function = name, function
    member.save(update_fields=["name", "function"])
    record("member.corrected", by=by, subject=member)
    return member


@transaction.atomic
def note_people_exported(*, by: Actor) -> None:
    """Record that somebody took the list of people out of the product."""
    check_manage_people(by)
    record("member.list_exported", by=by)


@transaction.atomic
def end_member(*, by: Actor, member: Member, until: date | None = None) -> Member:
    """Take away a person's access to this municipality; what they did stays.

    Raises:
        PeopleRefused: nobody would be left to manage people.
    """
    check_manage_people(by)
    member.active_until = until or timezone.localdate()
    member.save(update_fields=["active_until"])
    _refuse_without_administrator()
    record("member.ended", by=by, subject=member)
    return member


@transaction.atomic
def make_token(
    *, by: Actor, name: str, scopes: Iterable[str], ends_on: date
) -> tuple[ApiToken, str]:
    """Make an API key that acts as its maker.

    Returns:
        the kept row, and the key itself, which is shown once and kept nowhere.

    Raises:
        PeopleRefused: no scope, an unknown scope, or a term that is over or longer than a year.
    """
    check_manage_tokens(by)
    if by.member_id is None:
        raise PeopleRefused("Een sleutel hoort bij een persoon. Meld u aan om er een te maken.")
    wanted = sorted(set(scopes))
    if not name.strip():
        raise PeopleRefused("Geef de sleutel een naam, zodat u later weet waar hij voor is.")
    if not wanted or set(wanted) - {scope.code for scope in tokens.SCOPES}:
        raise PeopleRefused("Kies waar de sleutel voor is.")
    if not timezone.localdate() < ends_on <= timezone.localdate() + LONGEST_TOKEN:
        raise PeopleRefused("Kies een einddatum tussen morgen en een jaar vanaf nu.")
    key = tokens.new_key(by.tenant_id)
    token = ApiToken.objects.create(
        tenant_id=by.tenant_id,
        member_id=by.member_id,
        name=name.strip(),
        digest=digest(key),
        scopes=wanted,
        made_on=timezone.localdate(),
        ends_on=ends_on,
    )
    record("token.made", by=by, subject=token)
    return token, key


@transaction.atomic
def revoke_token(*, by: Actor, token: ApiToken) -> ApiToken:
    """Make an API key useless at once."""
    check_manage_tokens(by)
    if token.revoked_on is None:
        token.revoked_on = timezone.localdate()
        token.save(update_fields=["revoked_on"])
        record("token.revoked", by=by, subject=token)
    return token


@transaction.atomic
def note_sign_in(*, by: Actor) -> None:
    """Record that a member began to work in this municipality."""
    record("member.signed_in", by=by)


@transaction.atomic
def note_switch(*, by: Actor) -> None:
    """Record that a member who works in several municipalities turned to this one."""
    record("member.switched_tenant", by=by)


def _checked_roles(role_codes: Iterable[str]) -> list[str]:
    codes = set(role_codes)
    if problem := combination_problem(codes):
        raise PeopleRefused(problem)
    return sorted(codes)


def _refuse_without_administrator() -> None:
    if not Member.objects.filter(active_until__isnull=True, roles__contains=["administrator"]):
        raise PeopleRefused(
            "Er moet één functioneel beheerder overblijven. Geef eerst iemand anders die rol."
        )
