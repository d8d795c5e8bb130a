"""The pages with the form of a contribution."""

from typing import Any

from django.urls import reverse

from integraal.knowledge.figures.definitions import themes
from integraal.policy.picture.contributions.forms import ContributionForm
from integraal.policy.picture.contributions.queries import known_sources
from integraal.policy.picture.filling_in import Attempt
from integraal.policy.picture.models import Contribution, Picture
from integraal.policy.picture.presenters.form_page import FormPage, Removal, others_of, theme_place

_FIELDS = ("side", "source", "function", "said_on", "text")


def theme_name(picture: Picture, code: str) -> str | None:
    """Return the short name of a theme of the picture, or ``None`` when it has no such theme."""
    found = themes(picture.year).get(code)
    return found.short_name if found else None


def values_of(row: Contribution | None) -> dict[str, object]:
    """Return what the form begins with."""
    return {name: getattr(row, name) for name in _FIELDS} if row else {}


def add_page(picture: Picture, theme: str, name: str, form: ContributionForm) -> FormPage:
    """Return the page on which a contribution to a theme is recorded."""
    return FormPage(
        picture, "Inbreng vastleggen", form, offered=_offered(),
        **theme_place(picture, theme, name, "inbreng"),
    )  # fmt: skip


def change_page(
    picture: Picture, row: Contribution | None, form: ContributionForm, tried: Attempt, base: int
) -> FormPage:
    """Return the page on which a contribution is changed; ``row`` is gone when it was removed.

    What is saved next builds on what is shown: after a conflict that is what the other saved,
    after another refusal still ``base``.
    """
    title = "Inbreng aanpassen"
    current = tried.other or row
    if current is None:
        back = reverse("picture", args=[picture.pk])
        return FormPage(picture, title, form, back, "Inbreng", offered=_offered())
    stand = base if tried.status == 422 else current.revision
    refer = f"{reverse('referral-add', args=[picture.pk])}?inbreng={current.pk}"
    return FormPage(
        picture,
        title,
        form,
        seen=("base_revision", str(stand)),
        offered=_offered(),
        removal=_removal(picture, current, stand),
        next_link=("Hoort bij ander beleid", refer),
        **_place(picture, current),
        **others_of(form, tried),
    )


def _place(picture: Picture, row: Contribution) -> dict[str, Any]:
    name = theme_name(picture, row.theme) or "Inbreng"
    return theme_place(picture, row.theme, name, "inbreng")


def _removal(picture: Picture, row: Contribution, stand: int) -> Removal:
    return Removal(
        f"{reverse('contribution-remove', args=[picture.pk, row.pk])}?stand={stand}",
        "Haal weg",
        "Deze inbreng weghalen?",
        "De inbreng verdwijnt uit dit concept. In eerdere versies blijft zij staan.",
    )


def _offered() -> dict[str, list[tuple[str, str]]]:
    return {"bronnen-lijst": [(source, "") for source in known_sources()]}
