"""Read a picture for a page: of a draft what is kept, made anew first when it must be."""

from typing import Any

from integraal.foundation.audit.actors import Actor
from integraal.policy.picture.content import Parts, content_of, parts_of
from integraal.policy.picture.content.building import with_words
from integraal.policy.picture.content.kept import kept_figures
from integraal.policy.picture.content.outlines import as_whole
from integraal.policy.picture.draft_figures.actions import renew_figures
from integraal.policy.picture.models import DraftFigures, Picture
from integraal.policy.picture.parts import WHOLE

Json = dict[str, Any]


def page_parts(by: Actor, picture: Picture, theme: str = WHOLE) -> Parts:
    """Return what a page needs of a picture; three queries when nothing changed.

    Args:
        by: who reads; the renewing of a draft is recorded as theirs.
        picture: one that they may read.
        theme: code of the theme to read as a whole; ``WHOLE`` for none.
    """
    found = parts_of(picture, theme)
    if found is None:
        renew_figures(by=by, picture=picture)
        picture.refresh_from_db(fields=["state"])
        found = parts_of(picture, theme)
    if found is not None:
        return found
    # Something changed once more in between: what was made then is as good as a page can be.
    whole = content_of(picture)
    chosen = next((one for one in whole["themes"] if one["code"] == theme), None)
    return Parts(whole, chosen, [])


def unseen_changes(picture: Picture) -> list[Json]:
    """Return what changed in the figures of a draft and the writer has not seen; one query."""
    kept = DraftFigures.objects.filter(picture=picture, theme=WHOLE).only("changes").first()
    return list(kept.changes) if kept else []


def whole_content(by: Actor, picture: Picture) -> dict[str, Any]:
    """Return the whole content of a picture; of a draft what is kept, made anew when it must be.

    Args:
        by: who reads; the renewing of a draft is recorded as theirs.
        picture: one that they may read.
    """
    if picture.is_frozen:
        return content_of(picture)
    kept = kept_figures(picture)
    if kept is None:
        renew_figures(by=by, picture=picture)
        kept = kept_figures(picture)
    return with_words(as_whole(kept.parts), picture) if kept else content_of(picture)
