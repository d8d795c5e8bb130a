"""Open a consultation, invite to it, remind, and weigh what is said."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.links.secret import digest, new_secret
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.plan.access import check_consult
from integraal.policy.plan.consulting.rules import LONGEST_LINE, response_problem, term_problem
from integraal.policy.plan.deciding.path import consultation_days
from integraal.policy.plan.editions.actions import keep_edition
from integraal.policy.plan.models import Comment, Consultation, Edition, Invitation, Plan
from integraal.policy.plan.refusals import Conflict, PlanRefused


@dataclass(frozen=True)
class Invitee:
    """Who is invited: a function, its organisation, and the themes it may see (empty: all)."""

    recipient: str
    organisation: str = ""
    themes: tuple[str, ...] = ()


@transaction.atomic
def open_consultation(
    *, by: Actor, plan: Plan, title: str, question: str = "", ends_on: date | None = None
) -> Consultation:
    """Ask for comments on the plan as it is now; an edition is kept.

    Args:
        by: who asks.
        plan: a draft or a proposal.
        title: what the round is called.
        question: what is asked of the readers.
        ends_on: the last day; ``None`` takes the usual number of days.

    Raises:
        PlanRefused: there is no title, the day cannot be, or the plan is adopted.
    """
    check_consult(by)
    today = timezone.localdate()
    title = " ".join(cleaned(title).split())
    if not title:
        raise PlanRefused("Geef de consultatie een naam, zoals: partners en driehoek.")
    if len(title) > LONGEST_LINE:
        raise PlanRefused(f"Gebruik hoogstens {LONGEST_LINE} tekens voor de naam.")
    ends_on = ends_on or today + timedelta(days=consultation_days())
    refuse_when(term_problem(ends_on, today), PlanRefused)
    if plan.is_frozen:
        raise PlanRefused("Dit plan is vastgesteld. Een consultatie gaat over een concept.")
    row = Consultation.objects.create(
        tenant_id=by.tenant_id,
        plan=plan,
        edition=keep_edition(by=by, plan=plan, purpose=Edition.Purpose.CONSULTATION),
        title=title,
        question=cleaned(question),
        opened_on=today,
        ends_on=ends_on,
    )
    record("plan.consultation_opened", by=by, subject=plan, consultation=row.pk)
    return row


@transaction.atomic
def close_consultation(*, by: Actor, consultation: Consultation) -> Consultation:
    """Close it before its last day: every link stops; a second time changes nothing."""
    check_consult(by)
    row = held(consultation, PlanRefused)
    if row.closed_on is None:
        row.closed_on = timezone.localdate()
        row.save(update_fields=["closed_on"])
        record("plan.consultation_closed", by=by, subject=row.plan, consultation=row.pk)
    return row


@transaction.atomic
def extend_consultation(*, by: Actor, consultation: Consultation, ends_on: date) -> Consultation:
    """Give everybody until a later day, those who have a link already too; opens it when closed.

    Raises:
        PlanRefused: the day lies in the past or too far away.
    """
    check_consult(by)
    refuse_when(term_problem(ends_on, timezone.localdate()), PlanRefused)
    row = held(consultation, PlanRefused)
    Invitation.objects.filter(
        consultation=row, revoked_on__isnull=True, ends_on__lt=ends_on
    ).update(ends_on=ends_on)
    row.ends_on, row.closed_on = ends_on, None
    row.save(update_fields=["ends_on", "closed_on"])
    record("plan.consultation_changed", by=by, subject=row.plan, consultation=row.pk)
    return row


@transaction.atomic
def invite(
    *,
    by: Actor,
    consultation: Consultation,
    invitee: Invitee,
    ends_on: date | None = None,
    anyway: bool = False,
) -> tuple[Invitation, str]:
    """Make a personal link to comment; returns it with its secret, which is kept nowhere.

    Args:
        by: who invites.
        consultation: an open one.
        invitee: for whom, and what they may see.
        ends_on: the last day; that of the consultation when left out.
        anyway: whether somebody who has a link already gets a second one.

    Raises:
        PlanRefused: nobody is named, a theme is not in the edition, the day cannot be, the
            consultation is closed, or somebody is invited twice without ``anyway``.
    """
    check_consult(by)
    row = held(consultation, PlanRefused)
    if row.closed_on:
        raise PlanRefused("De consultatie is gesloten. Verleng haar eerst.")
    recipient = " ".join(cleaned(invitee.recipient).split())
    organisation = " ".join(cleaned(invitee.organisation).split())
    refuse_when(_invitee_problem(recipient, organisation), PlanRefused)
    _check_themes(row.edition, invitee.themes)
    ends_on = ends_on or row.ends_on
    refuse_when(term_problem(ends_on, timezone.localdate()), PlanRefused)
    if not anyway:
        _check_once(row, recipient, organisation)
    secret = new_secret(by.tenant_id)
    invitation = Invitation.objects.create(
        tenant_id=by.tenant_id,
        consultation=row,
        recipient=recipient,
        organisation=organisation,
        themes=list(invitee.themes),
        digest=digest(secret),
        made_by_id=by.member_id,
        made_on=timezone.localdate(),
        ends_on=ends_on,
    )
    record("plan.invited", by=by, subject=row.plan, invitation=invitation.pk)
    return invitation, secret


@transaction.atomic
def renew_link(*, by: Actor, invitation: Invitation) -> tuple[Invitation, str]:
    """Give an invitation a new link and let the old one stop; what was said stays.

    Raises:
        PlanRefused: it was revoked.
    """
    check_consult(by)
    row = _unrevoked(invitation)
    secret = new_secret(by.tenant_id)
    row.digest = digest(secret)
    row.save(update_fields=["digest"])
    record("plan.invitation_renewed", by=by, subject=row)
    return row, secret


@transaction.atomic
def extend_invitation(*, by: Actor, invitation: Invitation, ends_on: date) -> Invitation:
    """Let one link work until another day.

    Raises:
        PlanRefused: the day cannot be, or the link was revoked.
    """
    check_consult(by)
    refuse_when(term_problem(ends_on, timezone.localdate()), PlanRefused)
    row = _unrevoked(invitation)
    row.ends_on = ends_on
    row.save(update_fields=["ends_on"])
    record("plan.invitation_extended", by=by, subject=row)
    return row


@transaction.atomic
def revoke_invitation(*, by: Actor, invitation: Invitation) -> Invitation:
    """Make a link useless at once; what was said with it stays. Twice changes nothing."""
    check_consult(by)
    row = held(invitation, PlanRefused)
    if row.revoked_on is None:
        row.revoked_on = timezone.localdate()
        row.save(update_fields=["revoked_on"])
        record("plan.invitation_revoked", by=by, subject=row)
    return row


@transaction.atomic
def note_reminder(*, by: Actor, invitation: Invitation) -> Invitation:
    """Note that a reminder was sent today.

    Raises:
        PlanRefused: the link was revoked.
    """
    check_consult(by)
    row = _unrevoked(invitation)
    row.reminded_on = timezone.localdate()
    row.save(update_fields=["reminded_on"])
    record("plan.invitation_reminded", by=by, subject=row)
    return row


@transaction.atomic
def weigh_comment(
    *, by: Actor, comment: Comment, weighing: str, response: str, base_revision: int
) -> Comment:
    """Answer a comment and say what is done with it.

    Raises:
        PlanRefused: there is no such weighing, or a reason is missing.
        Conflict: a colleague answered, or its writer changed it, meanwhile.
    """
    check_consult(by)
    row = held(comment, PlanRefused)
    response = cleaned(response)
    if (row.weighing, row.response) == (weighing, response):
        return row
    if row.revision != base_revision:
        raise Conflict(row)
    refuse_when(response_problem(weighing, response, Comment.Weighing.values), PlanRefused)
    row.weighing, row.response = weighing, response
    row.responded_by_id, row.responded_on = by.member_id, timezone.localdate()
    row.revision += 1
    row.save()
    plan = row.invitation.consultation.plan
    record("plan.comment_weighed", by=by, subject=plan, comment=row.pk, weighing=weighing)
    return row


def _invitee_problem(recipient: str, organisation: str) -> str | None:
    if not recipient:
        return "Vul in voor wie de link is: een functie, zoals: teamchef."
    if max(len(recipient), len(organisation)) > LONGEST_LINE:
        return f"Gebruik hoogstens {LONGEST_LINE} tekens voor functie en organisatie."
    return None


def _check_themes(edition: Edition, themes: Collection[str]) -> None:
    known = {theme["code"] for theme in edition.content["themes"]}
    if set(themes) - known:
        raise PlanRefused("Een gekozen thema staat niet in deze uitgave. Kies opnieuw.")


def _check_once(row: Consultation, recipient: str, organisation: str) -> None:
    same = Invitation.objects.filter(
        consultation=row,
        recipient__iexact=recipient,
        organisation__iexact=organisation,
        revoked_on__isnull=True,
    )
    if same.exists():
        who = f"{recipient} ({organisation})" if organisation else recipient
        raise PlanRefused(
            f"{who} is al uitgenodigd. Is het iemand anders met dezelfde functie, vink dan aan "
            "dat u toch een tweede link wilt. Is de link kwijt, maak dan bij die uitnodiging een "
            "nieuwe link."
        )


def _unrevoked(invitation: Invitation) -> Invitation:
    row = held(invitation, PlanRefused)
    if row.revoked_on:
        raise PlanRefused("Deze uitnodiging is ingetrokken. Nodig opnieuw uit.")
    return row
