"""Keep the figures of a draft, and put away what the writer has seen."""

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.policy.picture.access import check_write
from integraal.policy.picture.content import build_figures
from integraal.policy.picture.content.outlines import Json, in_parts
from integraal.policy.picture.content.stamp import stamp_of
from integraal.policy.picture.draft_figures.changes import changes_between
from integraal.policy.picture.models import DraftFigures, Picture
from integraal.policy.picture.parts import WHOLE


@transaction.atomic
def renew_figures(*, by: Actor, picture: Picture) -> None:
    """Make the figures of a draft anew when something they depend on changed; else do nothing.

    What differs from the figures that were there is kept until the writer has seen it. Whoever
    reads the draft first after a change gives occasion to it, so it asks no role.
    """
    picture = lifecycle.locked(picture)
    if picture.is_frozen:
        return
    stamp = stamp_of(picture)
    kept = {one.theme: one for one in DraftFigures.objects.filter(picture=picture)}
    # Somebody else may have renewed them while this one waited.
    if WHOLE in kept and kept[WHOLE].stamp == stamp:
        return
    parts = in_parts(build_figures(picture))
    changes = _changes(kept, parts) if kept else []
    DraftFigures.objects.filter(picture=picture).delete()
    DraftFigures.objects.bulk_create(
        DraftFigures(
            tenant_id=picture.tenant_id,
            picture=picture,
            theme=theme,
            stamp=stamp,
            content=content,
            changes=changes if theme == WHOLE else [],
        )
        for theme, content in parts.items()
    )
    record("picture.figures_renewed", by=by, subject=picture, changes=len(changes))


@transaction.atomic
def see_changes(*, by: Actor, picture: Picture) -> None:
    """Put away the changes of figures that the writer has seen.

    Raises:
        NotAllowed: the actor does not write pictures, or it is no draft any more.
    """
    picture = lifecycle.locked(picture)
    check_write(by, picture)
    kept = DraftFigures.objects.filter(picture=picture, theme=WHOLE).exclude(changes=[]).first()
    if kept is None:
        return
    seen = len(kept.changes)
    kept.changes = []
    kept.save(update_fields=["changes"])
    record("picture.changes_seen", by=by, subject=picture, changes=seen)


def _changes(kept: dict[str, DraftFigures], parts: dict[str, Json]) -> list[Json]:
    def indicators(of: dict[str, Json]) -> list[Json]:
        return [one for theme, part in of.items() if theme != WHOLE for one in part["indicators"]]

    return changes_between(
        indicators({theme: one.content for theme, one in kept.items()}),
        indicators(parts),
        kept[WHOLE].changes if WHOLE in kept else [],
        timezone.localdate().isoformat(),
    )
