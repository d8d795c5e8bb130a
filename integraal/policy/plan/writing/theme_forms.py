"""The form that adds a theme to a plan."""

from typing import Any

from django import forms
from django.utils.text import slugify

from integraal.foundation.ui.cleaning import cleaned
from integraal.knowledge.figures.definitions import themes
from integraal.policy.plan.models import Block, Plan

LONGEST_CODE = 40


class ThemeForm(forms.Form):
    """A theme of the picture that is not in the plan yet, or one of our own."""

    theme = forms.ChoiceField(
        label="Thema uit het veiligheidsbeeld",
        required=False,
        error_messages={"invalid_choice": "Kies een thema uit de lijst."},
    )
    name = forms.CharField(
        label="Of: een eigen thema",
        required=False,
        max_length=120,
        help_text="Zonder cijfers in het veiligheidsbeeld.",
        error_messages={"max_length": "Gebruik hoogstens 120 tekens voor de naam."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, plan: Plan, data: Any = None) -> None:
        super().__init__(data, auto_id="thema-%s")
        self._taken = set(
            Block.objects.filter(plan=plan, kind="theme").values_list("theme", flat=True)
        )
        self._names = {
            code: one.name
            for code, one in themes(plan.first_year).items()
            if code not in self._taken
        }
        self.fields["theme"].choices = [("", "Kies"), *self._names.items()]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        code, name = given.get("theme", ""), cleaned(given.get("name", ""))
        if not self.errors and bool(code) == bool(name):
            problem = (
                "Kies een thema, of vul een eigen naam in."
                if not code
                else ("Kies een thema of vul een eigen naam in; niet allebei.")
            )
            self.add_error("theme", problem)
        if name and not slugify(name):
            self.add_error("name", "Geef het thema een naam met letters.")
        return given

    def chosen(self) -> tuple[str, str]:
        """Return the code and the name of what was chosen; only of a valid form."""
        code = self.cleaned_data["theme"]
        if code:
            return code, self._names[code]
        name = cleaned(self.cleaned_data["name"])
        return self._free(slugify(name)[:LONGEST_CODE].strip("-")), name

    def _free(self, code: str) -> str:
        """Return a code that no theme of the product or of this plan has."""
        taken = self._taken | set(self._names) | set(themes())
        number, free = 2, code
        while free in taken:
            free, number = f"{code[: LONGEST_CODE - 3]}-{number}", number + 1
        return free
