"""What somebody fills in to read a workbook back."""

from django import forms

from integraal.knowledge.sources.grids import MAXIMUM_BYTES

TOO_LARGE = f"Het bestand is groter dan {MAXIMUM_BYTES // 1024 // 1024} MB. Er is niets veranderd."


class WorkbookForm(forms.Form):
    """The workbook."""

    file = forms.FileField(
        label="Excelbestand van dit programma",
        help_text="Het bestand dat u hier heeft gedownload en daarna heeft aangevuld (.xlsx).",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        max_length=200,
        error_messages={
            "required": "Kies een bestand.",
            "empty": "Dit bestand is leeg. Kies een ander bestand.",
            "max_length": "De naam van het bestand is te lang. Geef het een kortere naam.",
            "invalid": "Het bestand is niet goed aangekomen. Kies het opnieuw.",
        },
    )
