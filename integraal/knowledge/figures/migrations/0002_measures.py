"""Figures are kept per measure (list and class) instead of per indicator, values may be measured,
and national tables get a place of their own."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import integraal.foundation.database.models
from integraal.foundation.database.row_security import (
    ReadOnlyForApplication,
    SecureTenantTable,
)

STATUS = [
    ("present", "bekend"),
    ("missing", "ontbreekt"),
    ("withheld", "afgeschermd"),
    ("impossible", "kan niet"),
]
VALUE_WHEN_PRESENT = models.Q(
    models.Q(("status", "present"), ("value__gte", 0), ("value__isnull", False)),
    models.Q(models.Q(("status", "present"), _negated=True), ("value__isnull", True)),
    _connector="OR",
)
# The indicators that figures could be loaded for until now, and what each of them counted.
MEASURES = {
    "bedrijfsinbraak": "misdrijven:2.5.1",
    "cybercrime": "misdrijven:3.7.4",
    "drugshandel": "misdrijven:3.1.1",
    "fietsendiefstal": "misdrijven:1.2.3",
    "inwoners": "kerncijfers:inwoners",
    "misdrijven-totaal": "misdrijven:0.0.0",
    "overlast-totaal": "overlast:0.0.0",
    "overval": "misdrijven:1.4.7",
    "vernieling": "misdrijven:2.2.1",
    "winkeldiefstal": "misdrijven:2.5.2",
    "woninginbraak": "misdrijven:1.1.1",
}
RENAMING = "".join(f"WHEN '{old}' THEN '{new}' " for old, new in MEASURES.items())
# The owner obeys the row policies too, so they are lifted for this one statement.
RENAME_ROWS = f"""
ALTER TABLE figures_figure NO FORCE ROW LEVEL SECURITY;
UPDATE figures_figure SET measure = CASE measure {RENAMING} ELSE measure END;
ALTER TABLE figures_figure FORCE ROW LEVEL SECURITY;
"""  # noqa: S608


def number(**options):
    return models.DecimalField(decimal_places=3, max_digits=14, null=True, **options)


def identifier():
    return models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)


def tenant():
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="database.tenant"
    )


def member():
    return integraal.foundation.database.models.TenantReference(
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="people.member",
    )


def big_identifier():
    return models.BigAutoField(
        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
    )


class Migration(migrations.Migration):
    dependencies = [("figures", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Dataset",
            fields=[
                ("id", big_identifier()),
                ("source", models.CharField(max_length=60)),
                (
                    "vintage",
                    models.PositiveSmallIntegerField(help_text="1 is the first of this source"),
                ),
                ("title", models.CharField(max_length=300)),
                (
                    "origin",
                    models.CharField(help_text="address or file name it came from", max_length=300),
                ),
                (
                    "released",
                    models.CharField(
                        blank=True, help_text="as the publisher writes it", max_length=60
                    ),
                ),
                ("division_year", models.PositiveSmallIntegerField(null=True)),
                ("accessed_on", models.DateField()),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("size", models.PositiveBigIntegerField()),
                ("rows", models.PositiveBigIntegerField()),
                ("first_period", models.CharField(max_length=8)),
                ("last_period", models.CharField(max_length=8)),
                ("published_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["source", "-vintage"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("source", "vintage"), name="figures_vintage_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReferenceFigure",
            fields=[
                ("id", big_identifier()),
                ("measure", models.CharField(max_length=60)),
                ("region", models.CharField(max_length=10)),
                ("period", models.CharField(max_length=8)),
                ("value", number()),
                ("status", models.CharField(choices=STATUS, max_length=12)),
                ("rounded_to", models.PositiveSmallIntegerField(default=1)),
                ("provisional", models.BooleanField(default=False)),
                ("incomplete", models.BooleanField(default=False)),
                ("line", models.PositiveBigIntegerField()),
                ("as_given", models.CharField(blank=True, max_length=40)),
                (
                    "dataset",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="figures.dataset",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["measure", "period"], name="figures_reference_period")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("measure", "region", "period"), name="figures_reference_once"
                    ),
                    models.CheckConstraint(
                        condition=VALUE_WHEN_PRESENT,
                        name="figures_reference_value_when_present",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ColumnMapping",
            fields=[
                ("id", identifier()),
                ("name", models.CharField(max_length=100)),
                (
                    "signature",
                    models.CharField(help_text="SHA-256 of the headings", max_length=64),
                ),
                ("mapping", models.JSONField()),
                ("made_at", models.DateTimeField()),
                ("made_by", member()),
                ("tenant", tenant()),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "signature"), name="figures_mapping_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportDraft",
            fields=[
                ("id", identifier()),
                ("file_name", models.CharField(max_length=200)),
                ("content", models.BinaryField()),
                ("mapping", models.JSONField(null=True)),
                ("made_at", models.DateTimeField()),
                ("made_by", member()),
                ("tenant", tenant()),
            ],
            options={"ordering": ["-made_at"]},
        ),
        ReadOnlyForApplication("Dataset"),
        ReadOnlyForApplication("ReferenceFigure"),
        SecureTenantTable("ColumnMapping"),
        SecureTenantTable("ImportDraft"),
        migrations.RemoveConstraint("figure", "figures_once_in_snapshot"),
        migrations.RemoveConstraint("figure", "figures_one_current"),
        migrations.RemoveConstraint("figure", "figures_value_when_present"),
        migrations.RenameField("figure", "indicator", "measure"),
        migrations.RunSQL(RENAME_ROWS, migrations.RunSQL.noop),
        migrations.AlterField("figure", "value", number()),
        migrations.AlterField(
            "figure",
            "line",
            models.PositiveBigIntegerField(help_text="line in the snapshot"),
        ),
        migrations.AddField("figure", "low", number()),
        migrations.AddField("figure", "high", number()),
        migrations.AddField("figure", "sample", models.PositiveIntegerField(null=True)),
        migrations.AddField("figure", "incomplete", models.BooleanField(default=False)),
        migrations.AddField(
            "figure",
            "as_given",
            models.CharField(blank=True, help_text="as it stands in the file", max_length=40),
        ),
        migrations.AlterField("snapshot", "size", models.PositiveBigIntegerField()),
        migrations.AlterField("snapshot", "content", models.BinaryField(null=True)),
        migrations.AddField(
            "snapshot",
            "dataset",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="figures.dataset",
            ),
        ),
        migrations.AddConstraint(
            "figure",
            models.UniqueConstraint(
                fields=("tenant", "measure", "area", "period", "snapshot"),
                name="figures_once_in_snapshot",
            ),
        ),
        migrations.AddConstraint(
            "figure",
            models.UniqueConstraint(
                condition=models.Q(("is_current", True)),
                fields=("tenant", "measure", "area", "period"),
                name="figures_one_current",
            ),
        ),
        migrations.AddConstraint(
            "figure",
            models.CheckConstraint(condition=VALUE_WHEN_PRESENT, name="figures_value_when_present"),
        ),
        migrations.AddConstraint(
            "snapshot",
            models.CheckConstraint(
                condition=models.Q(
                    ("content__isnull", False), ("dataset__isnull", False), _connector="OR"
                ),
                name="figures_snapshot_has_content",
            ),
        ),
    ]
