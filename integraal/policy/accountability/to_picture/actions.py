"""Put what came of the promises of a report in a draft of the next picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.knowledge.figures.definitions import themes
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.refusals import AccountRefused
from integraal.policy.accountability.to_picture.queries import present_in, proposals_of
from integraal.policy.accountability.to_picture.rules import (
    Chosen,
    chosen_problem,
    feeds_picture,
    is_present,
)
from integraal.policy.picture.access import check_write
from integraal.policy.picture.evaluation.actions import add_promise
from integraal.policy.picture.models import Picture, Promise

ONLY_ADOPTED = (
    "Alleen een vastgestelde jaarrapportage of eindevaluatie kan naar het volgende beeld."
)


@dataclass(frozen=True)
class Sent:
    """What came of it: the promises that were added, and how many were there already."""

    added: list[Promise]
    present: int


@transaction.atomic
def send_to_picture(
    *, by: Actor, report: Report, picture: Picture, chosen: Sequence[Chosen]
) -> Sent:
    """Add a promise to the picture for each goal and measure chosen; what is there stays one.

    Args:
        by: who writes at the picture.
        report: adopted; of a year, or the final one.
        picture: a draft.
        chosen: in the order in which they are added.

    Raises:
        AccountRefused: the report does not feed a picture, or the choice cannot be.
        PictureRefused: a promise cannot be; nothing was added.
        NotAllowed: the picture is no draft, or the actor does not write pictures.
    """
    if not feeds_picture(report.state, report.kind):
        raise AccountRefused(ONLY_ADOPTED)
    picture = lifecycle.locked(picture)
    check_write(by, picture)
    known = {one.key: one for one in proposals_of(report)}
    if problem := chosen_problem(list(chosen), known):
        raise AccountRefused(problem)
    present, codes = present_in(picture), themes(picture.year)
    wanted = {one.key: one for one in chosen if not is_present(known[one.key], present)}
    added = [
        add_promise(by=by, picture=picture, pledge=known[key].pledge(one, codes))
        for key, one in wanted.items()
    ]
    if added:
        record(
            "accountability.sent_to_picture",
            by=by,
            subject=report,
            picture=picture.pk,
            number=len(added),
        )
    return Sent(added, len({one.key for one in chosen}) - len(added))
