"""What the page of a method shows."""

from collections.abc import Mapping
from dataclasses import dataclass

from integraal.portal.methods.fields import ExampleForm, Refused
from integraal.portal.methods.method import Answer, Method
from integraal.portal.methods.own_counts import OwnCounts
from integraal.portal.methods.reading_own_counts import USUAL, own_counts


@dataclass(frozen=True)
class MethodPage:
    """What ``methods/method.html`` shows.

    Attributes:
        answer: None when what was typed cannot be used; the form says why.
        begun_with: where the numbers in the form come from, when they are the municipality's own.
    """

    method: Method
    form: ExampleForm
    answer: Answer | None
    begun_with: str


def method_page(method: Method, asked: Mapping[str, str], *, with_own: bool) -> MethodPage:
    """Return the page.

    Args:
        asked: what stands in the address: values of the form, and ``cijfer`` for another
            indicator to begin with.
        with_own: whether somebody of a municipality looks, whose own counts may stand in it.
    """
    example = method.example
    fields = example.form.base_fields
    counts = None
    if with_own and example.own and not fields.keys() <= asked.keys():
        counts = own_counts(asked.get("cijfer") or USUAL)
    own = example.own(counts) if counts and example.own else {}
    given = {**example.form.first_values(), **own}
    typed = {name: asked[name] for name in fields if name in asked}
    form = example.form({**given, **typed})
    return MethodPage(
        method=method,
        form=form,
        answer=_answered(method, form),
        begun_with=_begun_with(counts) if counts and own.keys() - typed.keys() else "",
    )


def _answered(method: Method, form: ExampleForm) -> Answer | None:
    if not form.is_valid():
        return None
    try:
        return method.example.answer(form.cleaned_data)
    except Refused as refused:
        form.add_error(refused.field or None, str(refused))
        return None


def _begun_with(counts: OwnCounts) -> str:
    years = f"tot en met {max(counts.years)}"
    return (
        f"Ingevuld met een cijfer van {counts.area}: {counts.indicator.name}, {years}. "
        f"Bron: {counts.source}."
    )
