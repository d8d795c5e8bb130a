import uuid

import django.db.models.deletion
from django.db import migrations, models

import integraal.foundation.database.models
from integraal.foundation.database.row_security import SecureTenantTable


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("areas", "0001_initial"),
        ("database", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Snapshot",
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
                ("source", models.CharField(max_length=60)),
                ("file_name", models.CharField(max_length=200)),
                ("title", models.CharField(max_length=300)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField()),
                ("accessed_on", models.DateField()),
                ("content", models.BinaryField()),
                ("loaded_at", models.DateTimeField()),
                (
                    "loaded_by",
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
                "ordering": ["-loaded_at"],
            },
        ),
        migrations.CreateModel(
            name="Figure",
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
                ("indicator", models.CharField(max_length=60)),
                ("period", models.CharField(max_length=8)),
                ("value", models.IntegerField(null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("present", "bekend"),
                            ("missing", "ontbreekt"),
                            ("withheld", "afgeschermd"),
                            ("impossible", "kan niet"),
                        ],
                        max_length=12,
                    ),
                ),
                ("rounded_to", models.PositiveSmallIntegerField(default=1)),
                ("provisional", models.BooleanField(default=False)),
                ("line", models.PositiveIntegerField(help_text="line in the snapshot")),
                ("is_current", models.BooleanField(default=True)),
                (
                    "area",
                    integraal.foundation.database.models.TenantReference(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="areas.area",
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
                (
                    "snapshot",
                    integraal.foundation.database.models.TenantReference(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="figures.snapshot",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="snapshot",
            constraint=models.UniqueConstraint(
                fields=("tenant", "sha256"), name="figures_snapshot_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.UniqueConstraint(
                fields=("tenant", "indicator", "area", "period", "snapshot"),
                name="figures_once_in_snapshot",
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_current", True)),
                fields=("tenant", "indicator", "area", "period"),
                name="figures_one_current",
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("status", "present"),
                        ("value__gte", 0),
                        ("value__isnull", False),
                    ),
                    models.Q(
                        models.Q(("status", "present"), _negated=True),
                        ("value__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="figures_value_when_present",
            ),
        ),
        SecureTenantTable("Snapshot"),
        SecureTenantTable("Figure"),
    ]
