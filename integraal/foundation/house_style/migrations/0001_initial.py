import uuid

import django.db.models.deletion
from django.db import migrations, models

import integraal.foundation.database.models
from integraal.foundation.database.row_security import SecureTenantTable


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("database", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="HouseStyleSetting",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("brand", models.CharField(max_length=7)),
                ("on_brand", models.CharField(max_length=7)),
                ("accent", models.CharField(max_length=7)),
                ("font_ui", models.CharField(max_length=40)),
                ("font_voice", models.CharField(max_length=40)),
                ("radius", models.PositiveSmallIntegerField()),
                ("shield", models.TextField(blank=True)),
                ("number", models.PositiveIntegerField(default=1)),
                (
                    "changed_by",
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
                "constraints": [
                    models.UniqueConstraint(fields=("tenant",), name="house_style_one")
                ],
            },
        ),
        SecureTenantTable("HouseStyleSetting"),
    ]
