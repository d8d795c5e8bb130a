"""The form with which a template is brought; the template itself is tried out by the action."""

from django import forms

from integraal.foundation.documents.word.archives import MAXIMUM_BYTES


class TemplateForm(forms.Form):
    """One Word file."""

    file = forms.FileField(
        label="Uw sjabloon",
        help_text=f"Een Word-document (.docx) van ten hoogste {MAXIMUM_BYTES // 1024 // 1024} MB.",
        error_messages={"required": "Kies eerst een Word-document."},
    )

    def sent(self) -> tuple[str, bytes]:
        """Return the name and the content; never more than may be plus one byte."""
        file = self.cleaned_data["file"]
        return str(file.name)[-120:], file.read(MAXIMUM_BYTES + 1)
