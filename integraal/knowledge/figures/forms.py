"""What people fill in to load figures."""

from django import forms
from django.utils import timezone

LARGEST = 5 * 1024 * 1024


class FileForm(forms.Form):
    file = forms.FileField(
        label="Bestand van StatLine (CSV)",
        help_text="Kies in StatLine ‘Downloaden’, dan ‘CSV volgens tabelindeling’.",
        error_messages={
            "required": "Kies een bestand.",
            "empty": "Het bestand is leeg. Download het opnieuw.",
        },
    )
    accessed_on = forms.DateField(
        label="Wanneer heeft u het gedownload?",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": "Vul de datum in waarop u het bestand heeft gedownload.",
            "invalid": "Vul een datum in, zoals 12-3-2026.",
        },
    )

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["accessed_on"].initial = timezone.localdate

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(
                "Het bestand is groter dan 5 MB. Kies in StatLine minder regio’s of jaren."
            )
        return file

    def clean_accessed_on(self) -> object:
        accessed_on = self.cleaned_data["accessed_on"]
        if accessed_on > timezone.localdate():
            raise forms.ValidationError("Deze datum ligt in de toekomst. Kies vandaag of eerder.")
        return accessed_on
