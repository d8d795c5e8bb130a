import uuid

import django.db.models.deletion
from django.db import migrations, models

from integraal.foundation.database.row_security import SecureTenantTable


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("database", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Rendition",
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
                ("source_sha256", models.CharField(max_length=64)),
                ("file_name", models.CharField(max_length=120)),
                ("content", models.BinaryField()),
                ("made_at", models.DateTimeField(auto_now_add=True)),
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
                        fields=("tenant", "source_sha256"),
                        name="documents_rendition_once",
                    )
                ],
            },
        ),
        SecureTenantTable("Rendition"),
    ]
