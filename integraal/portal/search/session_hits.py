"""Find what sessions decided and what others chose; only what the asker may read."""

from django.db.models import Q
from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.policy.priorities.models import OtherPriority, ThemeDecision
from integraal.policy.priorities.queries import sessions
from integraal.portal.search.hits import MOST, Hit

LONGEST = 200


def session_hits(by: Actor, words: str) -> list[Hit]:
    """Return each decision and each priority of others that holds ``words``."""
    readable = sessions(by).order_by().values("pk")
    decisions = ThemeDecision.objects.filter(candidate__session__in=readable).filter(
        Q(candidate__name__icontains=words)
        | Q(reason__icontains=words)
        | Q(dissent__icontains=words)
        | Q(document__icontains=words)
    )
    others = OtherPriority.objects.filter(session__in=readable).filter(
        Q(priority__icontains=words) | Q(whose__icontains=words) | Q(reason__icontains=words)
    )
    found = [
        Hit(
            "Prioriteitenbesluit",
            f"{one.candidate.name}: {one.get_outcome_display()}",
            f"{reverse('session-decision', args=[one.candidate.session_id])}"
            f"#thema-{one.candidate.code}",
            one.reason[:LONGEST],
        )
        for one in decisions.select_related("candidate").order_by("candidate__order")[:MOST]
    ]
    return found + [
        Hit(
            "Prioriteit van een ander",
            one.priority,
            reverse("session-others", args=[one.session_id]),
            one.reason[:LONGEST],
        )
        for one in others[:MOST]
    ]
