import uuid

import django.db.models.deletion
from django.db import migrations, models

import integraal.foundation.database.models
from integraal.foundation.database.row_security import (
    ReadOnlyForApplication,
    SecureTenantTable,
)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("database", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="CodeChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("from_code", models.CharField(max_length=10)),
                ("from_year", models.PositiveSmallIntegerField()),
                ("to_code", models.CharField(max_length=10)),
                ("to_year", models.PositiveSmallIntegerField()),
                (
                    "share",
                    models.FloatField(help_text="share of the old area's inhabitants, 0 to 1"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("from_code", "from_year", "to_code", "to_year"),
                        name="areas_change_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("share__gt", 0), ("share__lte", 1)),
                        name="areas_change_share",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("to_year__gt", models.F("from_year"))),
                        name="areas_change_forward",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CodedArea",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("code", models.CharField(max_length=10)),
                ("year", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("country", "land"),
                            ("region", "regio"),
                            ("municipality", "gemeente"),
                            ("district", "wijk"),
                            ("neighbourhood", "buurt"),
                            ("village", "kern"),
                            ("business_park", "bedrijventerrein"),
                            ("recreation_park", "recreatiepark"),
                            ("outlying", "buitengebied"),
                            ("free", "eigen gebied"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("within_code", models.CharField(blank=True, max_length=10)),
                ("geometry", models.JSONField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("code", "year"), name="areas_code_in_year")
                ],
            },
        ),
        migrations.CreateModel(
            name="Area",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("country", "land"),
                            ("region", "regio"),
                            ("municipality", "gemeente"),
                            ("district", "wijk"),
                            ("neighbourhood", "buurt"),
                            ("village", "kern"),
                            ("business_park", "bedrijventerrein"),
                            ("recreation_park", "recreatiepark"),
                            ("outlying", "buitengebied"),
                            ("free", "eigen gebied"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("number", models.PositiveSmallIntegerField(null=True)),
                ("code", models.CharField(blank=True, max_length=10)),
                ("code_year", models.PositiveSmallIntegerField(null=True)),
                ("geometry", models.JSONField(null=True)),
                ("few_inhabitants", models.BooleanField(default=False)),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                (
                    "tenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="database.tenant",
                    ),
                ),
                (
                    "within",
                    integraal.foundation.database.models.TenantReference(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="areas.area",
                    ),
                ),
            ],
            options={
                "ordering": ["number", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "kind", "name", "valid_from"),
                        name="areas_name_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="areas_valid_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("code", ""), ("code_year__isnull", True)),
                            models.Q(
                                models.Q(("code", ""), _negated=True),
                                ("code_year__gt", 1990),
                            ),
                            _connector="OR",
                        ),
                        name="areas_code_has_year",
                    ),
                ],
            },
        ),
        ReadOnlyForApplication("CodedArea"),
        ReadOnlyForApplication("CodeChange"),
        SecureTenantTable("Area"),
    ]
