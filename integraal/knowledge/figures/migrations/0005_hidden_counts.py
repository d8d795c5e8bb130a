"""Which counts stay hidden, kept by division and year."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from integraal.foundation.database.row_security import SecureTenantTable


class Migration(migrations.Migration):
    dependencies = [
        ("database", "0002_shared_cache"),
        ("figures", "0004_month_rounds"),
    ]

    operations = [
        migrations.CreateModel(
            name="HiddenCounts",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("division", models.PositiveSmallIntegerField()),
                ("year", models.PositiveSmallIntegerField()),
                ("stamp", models.CharField(max_length=64)),
                ("hidden", models.JSONField()),
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
                        fields=("tenant", "division", "year"), name="figures_hidden_counts_once"
                    )
                ],
            },
        ),
        SecureTenantTable("HiddenCounts"),
    ]
