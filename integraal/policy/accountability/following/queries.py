"""Read which themes somebody follows, and what is new in them."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.dutch import counted, listed
from integraal.knowledge.figures.definitions import themes
from integraal.policy.accountability.following.news import KINDS, News, news
from integraal.policy.accountability.models import FollowedTheme


@dataclass(frozen=True)
class Followed:
    """A theme that somebody follows, with what is new since he looked."""

    code: str
    name: str
    seen_at: datetime
    new: list[News]

    @property
    def words(self) -> str:
        """What is new, counted: "1 rapport en 2 bijwerkingen"; empty when nothing is."""
        many = {kind: sum(one.kind == kind for one in self.new) for kind in KINDS}
        parts = [counted(many[kind], *KINDS[kind]) for kind in KINDS if many[kind]]
        return listed(parts) if parts else ""


def rows_of(by: Actor) -> list[FollowedTheme]:
    """Return the themes that somebody follows; nobody else sees which."""
    return list(FollowedTheme.objects.filter(member_id=by.member_id)) if by.member_id else []


def followed(by: Actor) -> list[Followed]:
    """Return what is new in the themes that somebody follows; one query when he follows none."""
    rows = rows_of(by)
    known = themes(timezone.localdate().year) if rows else {}
    rows = [one for one in rows if one.theme in known]
    if not rows:
        return []
    since = timezone.localdate(min(one.seen_at for one in rows))
    found = news(by, [one.theme for one in rows], since)
    return [
        Followed(
            code=row.theme,
            name=known[row.theme].name,
            seen_at=row.seen_at,
            new=[one for one in found if one.is_of(row.theme) and one.is_new(row.seen_at)],
        )
        for row in rows
    ]
