"""What somebody who says how measures go gets to see: a card for each measure."""

from dataclasses import dataclass, field

from integraal.foundation.ui.dutch import day
from integraal.foundation.ui.form_fields import problems_of
from integraal.policy.programme.models import Asking, Measure, Progress, Update
from integraal.policy.programme.queries import progress
from integraal.policy.programme.updating.queries import (
    latest_updates,
    measures_of,
    running,
    said_since,
)
from integraal.policy.programme.updating.saying.forms import SaidForm, as_it_was

_MONEY = ("spent", "over_budget_reason", "hours_spent")
_STUCK = ("obstacle", "help_wanted")


@dataclass(frozen=True)
class Card:
    """One measure to say something of.

    Attributes:
        base_revision: of where it stands, as it is shown.
        before: when something was said last, and by whom; empty when never.
        is_said: whether something was said since it was asked.
        is_saved: whether it was kept just now.
        others: what somebody else said meanwhile, as label and words.
        draft_key: under which a browser keeps what is not sent yet.
    """

    measure: Measure
    form: SaidForm
    base_revision: int
    before: str
    is_said: bool = False
    is_saved: bool = False
    others: list[tuple[str, str]] = field(default_factory=list)
    draft_key: str = ""

    @property
    def anchor(self) -> str:
        return f"maatregel-{self.measure.key}"

    @property
    def problems(self) -> list[tuple[str, str]]:
        """What has to be mended, each with the control it stands at."""
        return problems_of(self.form)

    @property
    def stuck_open(self) -> bool:
        """Whether the part about what is in the way is unfolded."""
        return self._has_any(_STUCK)

    @property
    def money_open(self) -> bool:
        """Whether the part about money and hours is unfolded."""
        return bool(set(_MONEY) & set(self.form.errors)) or bool(
            self.form.is_bound and self.form.non_field_errors()
        )

    def _has_any(self, names: tuple[str, ...]) -> bool:
        return any(self.form[name].value() or self.form[name].errors for name in names)


@dataclass(frozen=True)
class LinkPage:
    """What ``programme/update_measures.html`` shows."""

    asking: Asking
    cards: list[Card]
    may_be_same: bool
    problem: str = ""

    @property
    def said(self) -> int:
        return sum(card.is_said for card in self.cards)

    @property
    def stand(self) -> str:
        """How far the reader is, as a sentence."""
        many = len(self.cards)
        if not many:
            return "U heeft nu geen maatregelen in dit programma."
        if self.said == many:
            return "Alles is bijgewerkt. Dank u wel; u kunt dit venster sluiten."
        return f"{self.said} van {many} bijgewerkt."

    @property
    def is_done(self) -> bool:
        return bool(self.cards) and self.said == len(self.cards)


def link_page(
    asking: Asking, tried: Card | None = None, saved: str = "", problem: str = ""
) -> LinkPage:
    """Return the page of a link.

    Args:
        asking: whose link it is.
        tried: a card that could not be kept.
        saved: key of the measure that was kept just now, "alles" for all of them.
        problem: why not everything could be the same.
    """
    programme = running(asking.programme)
    own = measures_of(asking.member_id, programme, asking.asked_on)
    stands, last = progress(programme), latest_updates(programme, [one.key for one in own])
    said = said_since(programme, asking.asked_on)
    cards = []
    for one in own:
        if tried and tried.measure.key == one.key:
            cards.append(tried)
            continue
        card = card_of(
            one, stands.get(one.key), last.get(one.key),
            is_said=one.key in said, is_saved=saved in ("alles", str(one.key)),
            draft=str(asking.pk),
        )  # fmt: skip
        cards.append(card)
    left = [card for card in cards if not card.is_said]
    may_be_same = bool(left) and all(card.measure.key in last for card in left)
    return LinkPage(asking, cards, may_be_same, problem)


def card_of(
    measure: Measure,
    stand: Progress | None,
    last: Update | None,
    *,
    form: SaidForm | None = None,
    is_said: bool = False,
    is_saved: bool = False,
    conflict: bool = False,
    draft: str = "",
) -> Card:
    """Return the card of a measure.

    Args:
        measure: the measure.
        stand, last: where it stands, and the last thing said.
        form: as somebody filled it in; as it was when left out.
        is_said, is_saved: see ``Card``.
        conflict: whether ``last`` came between.
        draft: whose draft it is, in the browser.
    """
    return Card(
        measure=measure,
        form=form or SaidForm(measure, initial=as_it_was(stand, last)),
        base_revision=stand.revision if stand else 0,
        before=_before(last),
        is_said=is_said,
        is_saved=is_saved,
        others=_others(last) if conflict and last else [],
        draft_key=f"{draft}-{measure.key}",
    )


def _before(last: Update | None) -> str:
    if last is None:
        return "Hierover is nog niets gezegd."
    who = f" door {last.said_by.name}" if last.said_by else ""
    return f"Laatst bijgewerkt op {day(last.said_on)}{who}."


def _others(last: Update) -> list[tuple[str, str]]:
    who = last.said_by.name if last.said_by else "een ander"
    lights = " en ".join(
        f"{name} {light}"
        for name, light in (
            ("kwaliteit", last.get_quality_display()),
            ("tijd", last.get_time_display()),
            ("geld", last.get_money_display()),
        )
        if light
    )
    found = [("Wie en wanneer", f"{who}, {day(last.said_on)}")]
    found.append(("Hoe ver", last.get_status_display()))
    words = (
        ("Stand", lights), ("Gedaan", last.done), ("In de weg", last.obstacle),
        ("Hulp", last.help_wanted),
    )  # fmt: skip
    return [*found, *((name, text) for name, text in words if text)]
