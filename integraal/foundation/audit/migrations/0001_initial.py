import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from integraal.foundation.database.row_security import SecureTenantTable


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("database", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Link",
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
                ("position", models.PositiveBigIntegerField()),
                ("event_id", models.UUIDField()),
                ("month", models.CharField(max_length=7)),
                ("hash", models.CharField(max_length=64)),
                ("linked_on", models.DateField()),
                (
                    "tenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="database.tenant",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Segment",
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
                ("month", models.CharField(max_length=7)),
                ("first_position", models.PositiveBigIntegerField()),
                ("last_position", models.PositiveBigIntegerField()),
                ("closing_hash", models.CharField(max_length=64)),
                ("destroyed_on", models.DateField()),
                (
                    "tenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="database.tenant",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Event",
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
                ("verb", models.CharField(max_length=60)),
                ("actor_id", models.UUIDField(null=True)),
                ("through", models.CharField(max_length=10)),
                ("subject_kind", models.CharField(blank=True, max_length=60)),
                ("subject_id", models.UUIDField(null=True)),
                ("details", models.JSONField(default=dict)),
                ("day", models.DateField()),
                ("at", models.DateTimeField(null=True)),
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
                "indexes": [models.Index(fields=["tenant", "-at"], name="audit_event_latest")],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="91610285bb8b746237e90f0609f21c107aedf7c7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_97798",
                    table="audit_event",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="link",
            constraint=models.UniqueConstraint(
                fields=("tenant", "position"), name="audit_link_position"
            ),
        ),
        migrations.AddConstraint(
            model_name="link",
            constraint=models.UniqueConstraint(
                fields=("tenant", "event_id"), name="audit_link_event"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="link",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fcdec6d12e0157c224aceddfc2bcfddb3c4452c4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_1e052",
                    table="audit_link",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="segment",
            constraint=models.UniqueConstraint(
                fields=("tenant", "month"), name="audit_segment_month"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="segment",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="427aef00379c4b01067bcaec790cc31d8507881c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_de8f3",
                    table="audit_segment",
                    when="BEFORE",
                ),
            ),
        ),
        SecureTenantTable("Event", insert_only=True),
        SecureTenantTable("Link", insert_only=True),
        SecureTenantTable("Segment", insert_only=True),
    ]
