"""What people fill in to read a plan in."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from integraal.policy.picture.models import Picture
from integraal.policy.plan.importing.reading import MOST_BYTES, MOST_CHARACTERS, problems
from integraal.policy.plan.kinds import CHAPTERS, KINDS
from integraal.policy.plan.models import Plan

ACCEPTED = ".docx,.pdf,.txt,.html,.htm"
NEW = "nieuw"


class PlanFileForm(forms.Form):
    """A file, or pasted text."""

    file = forms.FileField(
        label="Bestand met het plan",
        help_text="Word (.docx), PDF met tekst, of een bestand met tekst. Hooguit 20 MB.",
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
        error_messages={
            "empty": problems.EMPTY,
            "max_length": "De naam van het bestand is te lang. Geef het een kortere naam.",
        },
        max_length=200,
    )
    text = forms.CharField(
        label="Of plak de tekst",
        help_text="Bijvoorbeeld van een webpagina. Koppen, lijsten en alinea’s mogen erin staan.",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def clean_file(self) -> UploadedFile | None:
        file: UploadedFile | None = self.cleaned_data["file"]
        if file and (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(problems.TOO_LARGE)
        return file

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if len(text) > MOST_CHARACTERS:
            raise forms.ValidationError(problems.TOO_MUCH)
        return text

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and bool(given.get("file")) == bool((given.get("text") or "").strip()):
            raise forms.ValidationError("Kies een bestand, of plak de tekst. Eén van de twee.")
        return given


class ProposalForm(forms.Form):
    """Another kind of block or another theme for a proposal."""

    kind = forms.ChoiceField(label="Soort")
    theme = forms.ChoiceField(label="Thema", required=False)

    def __init__(self, *args: Any, themes: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        grouped = [
            (
                chapter.name,
                [(kind.code, kind.name) for kind in KINDS if kind.chapter == chapter.code],
            )
            for chapter in CHAPTERS
        ]
        self.fields["kind"].choices = [one for one in grouped if one[1]]  # type: ignore[attr-defined]
        self.fields["theme"].choices = [("", "Het hele plan"), *themes.items()]  # type: ignore[attr-defined]
        self.use_required_attribute = False


class FinishForm(forms.Form):
    """Where the accepted proposals go."""

    into = forms.ChoiceField(label="In welk plan?", widget=forms.RadioSelect)
    title = forms.CharField(label="Titel van het nieuwe plan", max_length=120, required=False)
    first_year = forms.IntegerField(
        label="Eerste jaar", required=False,
        error_messages={"invalid": "Vul een jaar in, zoals 2023."},
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    last_year = forms.IntegerField(
        label="Laatste jaar", required=False,
        error_messages={"invalid": "Vul een jaar in, zoals 2026."},
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip

    picture = forms.ChoiceField(
        label="Op welk veiligheidsbeeld rust het nieuwe plan?",
        help_text="Daarmee kunt u bij een doel een cijfer kiezen.",
        required=False,
    )

    def __init__(
        self, *args: Any, drafts: list[Plan], pictures: list[Picture], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.pictures = {str(one.pk): one for one in pictures}
        named = [(pk, f"{one.title}, versie {one.version}") for pk, one in self.pictures.items()]
        self.fields["picture"].choices = [("", "Nog op geen beeld"), *named]  # type: ignore[attr-defined]
        self.drafts = {str(one.pk): one for one in drafts}
        choices = [(pk, f"Het concept “{one.title}”") for pk, one in self.drafts.items()]
        self.fields["into"].choices = [(NEW, "Een nieuw plan"), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("into") == NEW:
            for name in ("first_year", "last_year"):
                if given.get(name) is None and name not in self.errors:
                    self.add_error(name, "Vul het jaar in: het staat niet in het document.")
        return given
