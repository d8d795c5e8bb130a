"""What people fill in to offer a partner's table."""

from django import forms
from django.core.files.uploadedfile import UploadedFile

from integraal.knowledge.figures.importing.uploads import TOO_LARGE
from integraal.knowledge.sources.grids import MAXIMUM_BYTES


class TableFileForm(forms.Form):
    """A file with a table."""

    file = forms.FileField(
        label="Bestand met de tabel",
        help_text="Excel (.xlsx) of CSV, hooguit 20 MB. Alleen aantallen, geen gegevens over "
        "personen.",
        max_length=200,
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        error_messages={
            "required": "Kies een bestand.",
            "empty": "Het bestand is leeg. Kies een ander bestand.",
            "max_length": "De naam van het bestand is te lang. Geef het een kortere naam.",
        },
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MAXIMUM_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        return file
