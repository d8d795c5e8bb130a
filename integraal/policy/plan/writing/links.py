"""Where the pages of the writing room are."""

import uuid

from django.urls import reverse

from integraal.policy.plan.kinds import BY_CODE


def anchor(key: object) -> str:
    """Return the name of the place of a block on its page."""
    return f"blok-{key}"


def page_url(plan: uuid.UUID, kind: str, theme: str) -> str:
    """Return the page on which a block of this kind stands."""
    if theme:
        return reverse("plan-theme", args=[plan, theme])
    return reverse("plan-chapter", args=[plan, BY_CODE[kind].chapter])


def place_url(plan: uuid.UUID, kind: str, theme: str, key: object) -> str:
    """Return the place on that page where a block stands."""
    return f"{page_url(plan, kind, theme)}#{anchor(key)}"
