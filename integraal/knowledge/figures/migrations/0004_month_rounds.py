"""The monthly round and its verdicts: added, never changed."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import integraal.foundation.database.models
from integraal.foundation.database.row_security import SecureTenantTable


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0002_comparison_facts"),
        ("database", "0002_shared_cache"),
        ("figures", "0003_taken_back"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="MonthRound",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("first_month", models.CharField(max_length=8)),
                (
                    "last_month",
                    models.CharField(help_text="newest month with figures", max_length=8),
                ),
                (
                    "last_judged",
                    models.CharField(help_text="newest month with verdicts", max_length=8),
                ),
                ("rules", models.JSONField()),
                ("families", models.JSONField()),
                ("fingerprint", models.CharField(max_length=64)),
                (
                    "made_by",
                    integraal.foundation.database.models.TenantReference(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.member",
                    ),
                ),
                (
                    "tenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="database.tenant",
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at"],
            },
        ),
        migrations.CreateModel(
            name="MonthVerdict",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("indicator", models.CharField(max_length=60)),
                ("indicator_version", models.CharField(max_length=20)),
                ("period", models.CharField(max_length=8)),
                ("seen", models.PositiveIntegerField()),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("alarm", "opvallend"),
                            ("usual", "niet opvallend"),
                            ("few", "te weinig gevallen"),
                            ("short", "te weinig eerdere jaren"),
                            ("incomplete", "nog niet compleet"),
                        ],
                        max_length=12,
                    ),
                ),
                ("tier", models.CharField(help_text="farrington, exact or few", max_length=12)),
                ("method", models.CharField(max_length=60)),
                ("expected", models.FloatField(null=True)),
                ("upper_bound", models.PositiveIntegerField(null=True)),
                ("p_value", models.FloatField(null=True)),
                ("adjusted_p", models.FloatField(null=True)),
                (
                    "area",
                    integraal.foundation.database.models.TenantReference(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.area",
                    ),
                ),
                (
                    "round",
                    integraal.foundation.database.models.TenantReference(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="verdicts",
                        to="figures.monthround",
                    ),
                ),
                (
                    "tenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="database.tenant",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "round", "indicator", "area", "period"),
                        name="figures_month_verdict_once",
                    )
                ],
            },
        ),
        SecureTenantTable("MonthRound", insert_only=True),
        SecureTenantTable("MonthVerdict", insert_only=True),
    ]
