"""What the page of the target shows."""

from collections.abc import Mapping
from dataclasses import dataclass

from integraal.knowledge.figures.catalogue.queries import newest_of, newest_periods
from integraal.knowledge.figures.definitions import indicators
from integraal.portal.methods.fields import read_number
from integraal.portal.methods.method import Answer
from integraal.portal.methods.reading_own_counts import own_counts
from integraal.portal.methods.target.beginning import USUAL_YEARS, beginning
from integraal.portal.methods.target.content import MOST_YEARS, target_answer
from integraal.portal.methods.target.forms import TargetForm
from integraal.portal.methods.target.showing import shown


@dataclass(frozen=True)
class TargetPage:
    """What ``methods/target.html`` shows.

    Attributes:
        choices: code and name of each indicator with figures; empty for who is not signed in.
        chosen: code of the indicator whose count stands in the form.
        begun_with: where that count comes from, or why there is none.
        kept: what the choice of another indicator must not lose.
    """

    form: TargetForm
    answer: Answer | None
    choices: tuple[tuple[str, str], ...]
    chosen: str
    begun_with: str
    kept: tuple[tuple[str, str], ...]


def target_page(asked: Mapping[str, str], *, with_own: bool) -> TargetPage:
    """Return the page.

    Args:
        asked: what stands in the address.
        with_own: whether somebody of a municipality looks.
    """
    code = asked.get("cijfer", "") if with_own else ""
    given = TargetForm.first_values()
    begun_with = ""
    if code:
        count, begun_with = _begun(code, asked.get("jaren_voor", ""))
        given["aantal"] = count or given["aantal"]
    fields = TargetForm.base_fields
    typed = {name: asked[name] for name in fields if name in asked}
    form = TargetForm({**given, **typed})
    return TargetPage(
        form=form,
        answer=shown(target_answer(form.question)) if form.is_valid() else None,
        choices=_choices() if with_own else (),
        chosen=code,
        begun_with=begun_with,
        kept=tuple((name, value) for name, value in form.data.items() if name != "aantal"),
    )


def _begun(code: str, years: str) -> tuple[str, str]:
    """Return the count to begin with and the words about it; no count where there is none."""
    if code not in indicators():
        return "", "Dit cijfer is er niet. Kies een cijfer uit de lijst."
    counts = own_counts(code)
    asked = read_number(years)
    fits = asked is not None and 1 <= asked <= MOST_YEARS
    begun = beginning(counts, int(asked or 0) if fits else USUAL_YEARS) if counts else None
    if begun is None:
        return "", (
            "Van dit cijfer heeft uw gemeente geen aantallen waarmee dit kan. Het aantal hieronder "
            "is een voorbeeld; vul zelf een aantal in."
        )
    return begun.as_typed, begun.say


def _choices() -> tuple[tuple[str, str], ...]:
    newest = newest_periods()
    found = [
        (one.code, one.name)
        for one in indicators().values()
        if one.theme and one.kind == "count" and newest_of(one, newest)
    ]
    return tuple(sorted(found, key=lambda one: one[1].casefold()))
