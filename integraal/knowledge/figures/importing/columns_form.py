"""The form in which somebody says what a table is about and what its columns mean."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils import timezone

from integraal.foundation.people.queries import organisations
from integraal.knowledge.figures.importing.area_book import own_areas
from integraal.knowledge.figures.importing.choices import Choices
from integraal.knowledge.figures.importing.composing_mapping import MappingProblem, mapping_from
from integraal.knowledge.figures.importing.drafts import headers_of
from integraal.knowledge.figures.importing.initial_choices import class_key, field_name
from integraal.knowledge.figures.importing.measures import (
    LONGEST_NAME,
    Options,
    known_measures,
    measure_options,
    name_problem,
)
from integraal.knowledge.sources.partner.areas import AreaBook
from integraal.knowledge.sources.partner.mapping import check
from integraal.knowledge.sources.partner.table import PartnerTable, TableColumn

ROLES = (
    ("", "niet gebruiken"),
    ("area-name", "gebied (naam)"),
    ("area-code", "gebied (code)"),
    ("area-beside", "naam bij de code, ter controle"),
    ("period", "periode"),
    ("class", "onderwerp"),
    ("value", "cijfers"),
)
NEW: list[tuple[str, str]] = [
    ("new-count", "nieuw eigen cijfer: een aantal"),
    ("new-measured", "nieuw eigen cijfer: een percentage of rapportcijfer"),
]
MOST_CLASSES = 200
_NOT_OF_COLUMNS = {"name", "organisation", "received_on"}
_UNKNOWN = {"invalid_choice": "Kies iets uit de lijst."}


class ChoiceWithNone(forms.ChoiceField):
    """A choice of which the first option means none of it; that is an answer too."""

    def clean(self, value: Any) -> Any:
        return super().clean(value) if value else ""


@dataclass(frozen=True)
class ColumnFields:
    """One column of the table with its fields; measure and period only where there are figures."""

    column: TableColumn
    role: BoundField
    measure: BoundField | None
    period: BoundField | None


class ColumnsForm(forms.Form):
    """All about one table; ``choices()`` gives the outcome once it is valid."""

    use_required_attribute = False

    name = forms.CharField(
        label="Hoe heet deze tabel?",
        max_length=LONGEST_NAME,
        help_text="Zo vindt u de tabel terug, en zo staat de bron bij elk cijfer.",
        error_messages={"required": "Geef de tabel een naam, zoals Meldingen jongerenwerk."},
    )
    organisation = forms.ChoiceField(
        label="Van wie is de tabel?",
        error_messages={"required": "Kies van wie de tabel is.", **_UNKNOWN},
    )
    received_on = forms.DateField(
        label="Wanneer kreeg u de tabel?",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": "Vul de dag in waarop u de tabel kreeg.",
            "invalid": "Vul een dag in, zoals 12-3-2026.",
        },
    )
    measure = ChoiceWithNone(
        label="Waar gaan de cijfers over?",
        help_text="Gaat niet elke kolom over hetzelfde? Kies het dan hieronder per kolom.",
        error_messages=_UNKNOWN,
    )
    new_name = forms.CharField(
        label="Naam van het nieuwe cijfer",
        required=False,
        max_length=LONGEST_NAME,
        help_text="Alleen bij een nieuw eigen cijfer.",
    )
    area_year = forms.TypedChoiceField(
        label="Voor welke gebiedsindeling is de tabel gemaakt?",
        coerce=int,
        help_text="Wijken en buurten krijgen elk jaar andere grenzen en codes.",
        error_messages={"required": "Kies een indeling.", **_UNKNOWN},
    )
    area_level = ChoiceWithNone(
        label="Soort gebied",
        help_text="Nodig als een wijk en de gemeente hetzelfde heten.",
        error_messages=_UNKNOWN,
    )
    fixed_area = ChoiceWithNone(
        label="Gebied voor de hele tabel",
        help_text="Alleen als geen kolom het gebied noemt.",
        error_messages=_UNKNOWN,
    )
    fixed_period = forms.CharField(
        label="Periode voor de hele tabel",
        required=False,
        max_length=40,
        help_text="Zoals 2025 of januari 2025. Alleen als geen kolom de periode noemt.",
    )
    period_kind = ChoiceWithNone(
        label="Soort periode",
        choices=[
            ("", "zoals het er staat"),
            ("year", "jaren"),
            ("quarter", "kwartalen"),
            ("month", "maanden"),
        ],
        help_text="Nodig als er een datum staat: waar staat die voor?",
    )
    decimal = forms.ChoiceField(
        label="Teken voor decimalen",
        choices=[("comma", "komma: 12,5"), ("point", "punt: 12.5")],
    )
    missing = forms.CharField(
        label="Wat betekent: ontbreekt?",
        required=False,
        max_length=200,
        help_text="Tekens met een puntkomma ertussen. ‘leeg’ staat voor een lege cel.",
    )
    withheld = forms.CharField(
        label="Wat betekent: geheim of te klein om te tonen?",
        required=False,
        max_length=200,
        help_text="Zoals x; <5. Dit is iets anders dan nul.",
    )
    class_of = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, table: PartnerTable, book: AreaBook, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.table, self.book = table, book
        self.own_problems: list[str] = []
        self._fill_choices()
        for column in table.columns:
            self._add_column(column)
        self.class_column = self._chosen_class_column()
        self.classes = self._add_classes()
        self.initial["class_of"] = self.class_column

    def column_fields(self) -> Iterator[ColumnFields]:
        """Return the columns of the table with their fields."""
        for column in self.table.columns:
            measure, period = (field_name(column.index, one) for one in ("measure", "period"))
            yield ColumnFields(
                column,
                self[field_name(column.index, "role")],
                self[measure] if measure in self.fields else None,
                self[period] if period in self.fields else None,
            )

    def class_fields(self) -> Iterator[tuple[str, BoundField]]:
        """Return each value of the column with subjects, with its field."""
        for number, text in enumerate(self.classes):
            yield text, self[f"class{number}"]

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if problem := name_problem(name):
            raise forms.ValidationError(problem)
        return name

    def clean_received_on(self) -> object:
        received_on = self.cleaned_data["received_on"]
        if received_on > timezone.localdate():
            raise forms.ValidationError("Deze dag ligt in de toekomst. Kies vandaag of eerder.")
        return received_on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for sentence in self.own_problems:
            self.add_error(None, sentence)
        if set(self.errors) - _NOT_OF_COLUMNS:
            return cleaned
        if self.class_column is not None and cleaned.get("class_of") != self.class_column:
            self.add_error(None, "Kies hieronder bij elk onderwerp wat het telt of meet.")
            return cleaned
        try:
            mapping, own = mapping_from(cleaned, self.table, self.classes)
        except MappingProblem as problem:
            self.add_error(problem.field or None, str(problem))
            return cleaned
        measures = known_measures(own)
        for sentence in check(mapping, self.table, self.book, measures):
            self.add_error(None, sentence)
        cleaned["mapping"], cleaned["own"] = mapping, own
        return cleaned

    def choices(self) -> Choices:
        """Return what was chosen; only of a valid form."""
        chosen = self.cleaned_data
        return Choices(
            name=chosen["name"],
            organisation=uuid.UUID(chosen["organisation"]),
            received_on=chosen["received_on"],
            sheet=self.table.sheet,
            headers=headers_of(self.table),
            mapping=chosen["mapping"],
            own=chosen["own"],
        )

    def _fill_choices(self) -> None:
        named = [(str(one.pk), one.name) for one in organisations()]
        self._give("organisation", [("", "Kies een organisatie"), *named])
        self.measures: Options = measure_options()
        self._give("measure", [("", "per kolom of onderwerp verschillend"), *self._options()])
        years = [(year, f"indeling {year}") for year in reversed(self.book.years)]
        self._give("area_year", years)
        own = own_areas(self.book)
        levels = dict.fromkeys((area.level, area.level_name) for area in own)
        self._give("area_level", [("", "alle soorten"), *levels])
        names = {area.key: f"{area.name} ({area.level_name}, {area.year})" for area in own}
        self._give("fixed_area", [("", "staat in een kolom"), *names.items()])

    def _give(self, name: str, options: list[Any]) -> None:
        self.fields[name].choices = options  # type: ignore[attr-defined]

    def _options(self) -> list[Any]:
        return [*self.measures, ("Nieuw", NEW)]

    def _add_column(self, column: TableColumn) -> None:
        called = f"{column.letter} ({column.header})"
        role, measure, period = (
            field_name(column.index, each) for each in ("role", "measure", "period")
        )
        self.fields[role] = ChoiceWithNone(
            label=f"Wat staat in kolom {called}?",
            choices=ROLES,
            error_messages=_UNKNOWN,
        )
        if self._value_of(role) != "value" and measure not in self.data:
            return
        self.fields[measure] = ChoiceWithNone(
            label=f"Waar gaat kolom {column.letter} over?",
            choices=[("", "zoals boven of per onderwerp"), *self._options()],
            error_messages=_UNKNOWN,
        )
        self.fields[period] = forms.CharField(
            label=f"Periode van kolom {column.letter}",
            required=False,
            max_length=40,
        )

    def _chosen_class_column(self) -> int | None:
        chosen = [
            column.index
            for column in self.table.columns
            if self._value_of(field_name(column.index, "role")) == "class"
        ]
        return chosen[0] if len(chosen) == 1 else None

    def _add_classes(self) -> tuple[str, ...]:
        if self.class_column is None:
            return ()
        texts = self.table.distinct(self.class_column, MOST_CLASSES + 1)
        if len(texts) > MOST_CLASSES:
            self.own_problems.append(
                f"In de kolom met het onderwerp staan meer dan {MOST_CLASSES} verschillende "
                "teksten. Kies een andere kolom, of deel de tabel op."
            )
            return ()
        for number, text in enumerate(texts):
            self.fields[f"class{number}"] = ChoiceWithNone(
                label=text[:100],
                initial=self.initial.get(class_key(text), ""),
                choices=[("", "overslaan"), *self._options()],
                error_messages=_UNKNOWN,
            )
        return texts

    def _value_of(self, name: str) -> Any:
        return self.data.get(name) if self.is_bound else self.initial.get(name)
