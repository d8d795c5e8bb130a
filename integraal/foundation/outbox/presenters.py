"""What the page of outgoing mail shows: about whom and what kind, never its words."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.paginator import Page
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from integraal.foundation.outbox.letters import kind_of
from integraal.foundation.outbox.models import Message
from integraal.foundation.outbox.queries import counts
from integraal.foundation.outbox.rules import PROBLEMS
from integraal.foundation.ui.components import Chip
from integraal.foundation.ui.dutch import clock, day, number
from integraal.foundation.ui.tables import Column, Table
from integraal.foundation.ui.templatetags.ig_numbers import local

COLUMNS = (
    Column("Aan"),
    Column("Soort"),
    Column("Stand"),
    Column("Gevraagd", key="gevraagd"),
    Column("Verstuurd of volgende keer", short="Wanneer"),
    Column("Wat er is"),
)
_ALL = "Alles"


def state_chips(chosen: str) -> list[Chip]:
    """Return the states to choose from, each with how many there are."""
    many = counts()
    address = reverse("outbox")
    found = [Chip(f"{_ALL} ({number(many.total())})", address, not chosen)]
    for state, name in Message.State.choices:
        label = f"{name.capitalize()} ({number(many[state])})"
        found.append(Chip(label, f"{address}?stand={state}", chosen == state))
    return found


def outbox_table(page: Page, caption: str = "Uitgaande post") -> Table:
    """Return the mail of one page as a table."""
    rows = tuple(_row(message) for message in page)
    return Table(caption, COLUMNS, rows, empty="Er is geen mail van deze soort.")


def given_up(messages: Iterable[Message]) -> list[dict[str, Any]]:
    """Return the mail that was given up, for the deed to try it again."""
    return [
        {"pk": one.pk, "to": _who(one), "title": _kind(one), "problem": _problem(one)}
        for one in messages
        if one.state == Message.State.GIVEN_UP
    ]


def set_up_words() -> str:
    """Return why no mail goes out, as a sentence; empty when it does."""
    if not settings.MAIL_LACKS:
        return ""
    names = ", ".join(settings.MAIL_LACKS)
    return (
        f"Er gaat nu geen mail uit: op de server is {names} niet ingesteld. Niets gaat verloren; "
        "de mail wacht tot dat is gebeurd."
    )


def _row(message: Message) -> tuple[Any, ...]:
    return (
        _who(message),
        _kind(message),
        message.get_state_display().capitalize(),
        _moment(message.asked_at),
        _when(message),
        _problem(message),
    )


def _who(message: Message) -> SafeString:
    member = message.to
    under = member.function or member.first_role or "contactpersoon"
    return format_html(
        '{} <span class="small muted">{}, {}</span>', member.name, under, member.organisation.name
    )


def _kind(message: Message) -> str:
    kind = kind_of(message.kind)
    return kind.title if kind else message.kind


def _when(message: Message) -> str:
    if message.sent_at:
        return _moment(message.sent_at)
    if message.state != Message.State.WAITING:
        return "niet"
    return (
        "zo gauw het kan" if message.not_before <= timezone.now() else _moment(message.not_before)
    )


def _moment(value: Any) -> str:
    moment = local(value)
    return f"{day(moment)}, {clock(moment)}"


def _problem(message: Message) -> str:
    return PROBLEMS.get(message.problem, "")
