"""Keep the contact persons of a partner, and record who read how to reach them."""

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.partners.access import check_read_contacts, check_write_partners
from integraal.foundation.partners.contacts.queries import people_at
from integraal.foundation.partners.contacts.reach import Reach, kept_reach
from integraal.foundation.partners.models import Contact
from integraal.foundation.partners.refusals import Conflict, PartnersRefused
from integraal.foundation.partners.rules import mail_problem, phone_problem, reach_problem
from integraal.foundation.people.models import Member, Organisation
from integraal.foundation.ui.cleaning import cleaned

LONGEST = 120


@transaction.atomic
def add_contact(*, by: Actor, organisation: Organisation, reach: Reach) -> Member:
    """Add a contact person without an account.

    Raises:
        PartnersRefused: something is missing, or this person is there already.
    """
    check_write_partners(by)
    organisation = held(organisation, PartnersRefused)
    reach = _right(reach)
    if people_at(organisation, timezone.localdate()).filter(name__iexact=reach.name).exists():
        raise PartnersRefused(f"{reach.name} staat er al. Pas die contactpersoon aan.")
    member = Member.objects.create(
        tenant_id=by.tenant_id,
        organisation=organisation,
        name=reach.name,
        function=reach.function,
        active_from=timezone.localdate(),
    )
    _keep(member, reach)
    record("contact.added", by=by, subject=organisation, member=member.pk)
    return member


@transaction.atomic
def change_contact(*, by: Actor, member: Member, reach: Reach, base_revision: int) -> Member:
    """Change a contact person; of somebody with an account the name and function stay.

    Raises:
        PartnersRefused: something is missing, or somebody took this person away.
        Conflict: somebody changed it meanwhile; it carries the ``KeptReach`` of now.
    """
    check_write_partners(by)
    member = held(member, PartnersRefused)
    now = kept_reach(member)
    if now.revision != base_revision:
        raise Conflict(now)
    if member.user_id is not None:
        reach = Reach(member.name, member.function or "-", reach.mail, reach.phone, reach.subject)
    reach = _right(reach)
    if member.user_id is None:
        member.name, member.function = reach.name, reach.function
        member.save(update_fields=["name", "function"])
    _keep(member, reach)
    record("contact.changed", by=by, subject=member.organisation, member=member.pk)
    return member


@transaction.atomic
def end_contact(*, by: Actor, member: Member) -> None:
    """Take a contact person away: how to reach them is forgotten, what they did stays.

    Somebody with an account keeps that; taking it away is for who manages people.
    """
    check_write_partners(by)
    member = held(member, PartnersRefused)
    Contact.objects.filter(member=member).delete()
    if member.user_id is None:
        member.active_until = timezone.localdate()
        member.save(update_fields=["active_until"])
    record("contact.ended", by=by, subject=member.organisation, member=member.pk)


@transaction.atomic
def note_contacts_read(*, by: Actor, organisation: Organisation) -> None:
    """Record that somebody read how to reach the people of a partner.

    Raises:
        NotAllowed: not somebody who works with partners for the municipality.
    """
    check_read_contacts(by)
    record("contact.read", by=by, subject=organisation)


def _keep(member: Member, reach: Reach) -> None:
    revision = kept_reach(member).revision + 1
    Contact.objects.update_or_create(
        tenant_id=member.tenant_id,
        member=member,
        defaults={
            "mail": reach.mail,
            "phone": reach.phone,
            "subject": reach.subject,
            "revision": revision,
        },
    )


def _right(reach: Reach) -> Reach:
    name, function, mail, phone, subject = (
        " ".join(cleaned(one).split())
        for one in (reach.name, reach.function, reach.mail, reach.phone, reach.subject)
    )
    if not name or not function:
        raise PartnersRefused("Vul een naam en een functie in.")
    if max(map(len, (name, function, subject))) > LONGEST:
        raise PartnersRefused(f"Een regel is langer dan {LONGEST} tekens. Maak die korter.")
    problem = reach_problem(mail, phone) or mail_problem(mail) or phone_problem(phone)
    refuse_when(problem, PartnersRefused)
    return Reach(name, function, mail, phone, subject)
