import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
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
            name="OwnVersion",
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
                ("kind", models.CharField(max_length=40)),
                ("code", models.CharField(max_length=60)),
                ("number", models.PositiveIntegerField()),
                ("changes", models.JSONField(default=dict)),
                ("reason", models.TextField()),
                ("made_at", models.DateTimeField()),
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
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "kind", "code", "number"),
                        name="definitions_number_once",
                    )
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ownversion",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e7d57b341d90be4ceab1354ea88b51c0a484c5d3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_aeb8e",
                    table="definitions_ownversion",
                    when="BEFORE",
                ),
            ),
        ),
        SecureTenantTable("OwnVersion", insert_only=True),
    ]
