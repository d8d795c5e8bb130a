"""What stands in somebody's own menu: only what they may open."""

from django.conf import settings
from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.definitions.access import may_change_definitions
from integraal.foundation.documents.access import may_change_templates
from integraal.foundation.house_style.access import may_change_style
from integraal.foundation.outbox.access import may_manage_mail
from integraal.foundation.people.access import may_manage_people, may_manage_tokens
from integraal.portal.trail.access import may_read_trail


def menu_of(by: Actor, memberships: int) -> list[dict[str, str]]:
    """Return the entries of the user menu: label and url."""
    entries = [
        ("Cijfers en bronnen", "explorer", True),
        ("Partners", "partners", True),
        ("Convenanten", "covenants", True),
        ("Begrippen", "definitions", may_change_definitions(by)),
        ("Mensen en rollen", "people", may_manage_people(by)),
        ("Huisstijl", "house-style", may_change_style(by)),
        ("Word-sjablonen", "word-templates", may_change_templates(by)),
        ("API-sleutels", "tokens", may_manage_tokens(by)),
        ("Uitgaande post", "outbox", may_manage_mail(by)),
        ("Logboek", "trail", may_read_trail(by)),
        ("Postvak van het voorbeeld", "mailbox", settings.DEMO and bool(settings.MAILBOX)),
        ("Andere gemeente", "switch-tenant", memberships > 1),
        ("Aanmelden en beveiliging", "mfa_index", True),
    ]
    return [{"label": label, "url": reverse(name)} for label, name, may in entries if may]
