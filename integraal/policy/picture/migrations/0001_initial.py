import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import integraal.foundation.database.models
import integraal.foundation.lifecycle.states
from integraal.foundation.database.row_security import SecureTenantTable


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("database", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Picture",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            (integraal.foundation.lifecycle.states.State["DRAFT"], "Concept"),
                            (
                                integraal.foundation.lifecycle.states.State["PROPOSED"],
                                "Voorgesteld",
                            ),
                            (integraal.foundation.lifecycle.states.State["ADOPTED"], "Vastgesteld"),
                            (
                                integraal.foundation.lifecycle.states.State["SUPERSEDED"],
                                "Vervangen",
                            ),
                        ],
                        default=integraal.foundation.lifecycle.states.State["DRAFT"],
                        max_length=12,
                    ),
                ),
                ("lineage", models.UUIDField(editable=False)),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("proposed_at", models.DateTimeField(null=True)),
                ("returned_reason", models.TextField(blank=True)),
                ("adopted_at", models.DateTimeField(null=True)),
                ("adopted_on", models.DateField(null=True)),
                ("adopting_body", models.CharField(blank=True, max_length=60)),
                ("decision_number", models.CharField(blank=True, max_length=60)),
                ("frozen", models.JSONField(null=True)),
                ("fingerprint", models.CharField(blank=True, max_length=64)),
                ("year", models.PositiveSmallIntegerField()),
                (
                    "adopted_by",
                    integraal.foundation.database.models.TenantReference(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.member",
                    ),
                ),
                (
                    "proposed_by",
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
                "ordering": ["-year", "-version"],
            },
        ),
        migrations.CreateModel(
            name="ThemeText",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("theme", models.CharField(max_length=40)),
                ("text", models.TextField(blank=True)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("written_at", models.DateTimeField(null=True)),
                (
                    "picture",
                    integraal.foundation.database.models.TenantReference(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="texts",
                        to="picture.picture",
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
                    "written_by",
                    integraal.foundation.database.models.TenantReference(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.member",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EarlierText",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("revision", models.PositiveIntegerField()),
                ("text", models.TextField(blank=True)),
                ("written_at", models.DateTimeField()),
                (
                    "tenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="database.tenant",
                    ),
                ),
                (
                    "written_by",
                    integraal.foundation.database.models.TenantReference(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.member",
                    ),
                ),
                (
                    "theme_text",
                    integraal.foundation.database.models.TenantReference(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="earlier",
                        to="picture.themetext",
                    ),
                ),
            ],
            options={
                "ordering": ["-revision"],
            },
        ),
        migrations.AddConstraint(
            model_name="picture",
            constraint=models.UniqueConstraint(
                fields=("tenant", "lineage", "version"), name="picture_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="picture",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            integraal.foundation.lifecycle.states.State["DRAFT"],
                            integraal.foundation.lifecycle.states.State["PROPOSED"],
                        ],
                    )
                ),
                fields=("tenant", "lineage"),
                name="picture_one_in_hand",
            ),
        ),
        migrations.AddConstraint(
            model_name="picture",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("state", integraal.foundation.lifecycle.states.State["ADOPTED"])
                ),
                fields=("tenant", "lineage"),
                name="picture_one_adopted",
            ),
        ),
        migrations.AddConstraint(
            model_name="picture",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "state__in",
                            [
                                integraal.foundation.lifecycle.states.State["ADOPTED"],
                                integraal.foundation.lifecycle.states.State["SUPERSEDED"],
                            ],
                        ),
                        ("frozen__isnull", False),
                        models.Q(("fingerprint", ""), _negated=True),
                        ("adopted_on__isnull", False),
                    ),
                    models.Q(
                        models.Q(
                            (
                                "state__in",
                                [
                                    integraal.foundation.lifecycle.states.State["ADOPTED"],
                                    integraal.foundation.lifecycle.states.State["SUPERSEDED"],
                                ],
                            ),
                            _negated=True,
                        ),
                        ("frozen__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="picture_frozen_when_adopted",
            ),
        ),
        migrations.AddConstraint(
            model_name="picture",
            constraint=models.UniqueConstraint(
                fields=("tenant", "year", "version"), name="picture_year_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="picture",
            constraint=models.CheckConstraint(
                condition=models.Q(("year__gte", 2005), ("year__lte", 2100)),
                name="picture_year_believable",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="picture",
            trigger=pgtrigger.compiler.Trigger(
                name="moves",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{draft:proposed,proposed:draft,proposed:adopted,adopted:superseded}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="b84e7789566c0fcd8a47325c365bdc67607e617d",
                    operation="UPDATE",
                    pgid="pgtrigger_moves_0b2d6",
                    table="picture_picture",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="picture",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.frozen IS NOT NULL AND (OLD.frozen IS DISTINCT FROM NEW.frozen OR OLD.fingerprint IS DISTINCT FROM NEW.fingerprint OR OLD.version IS DISTINCT FROM NEW.version OR OLD.lineage IS DISTINCT FROM NEW.lineage OR OLD.adopted_by_id IS DISTINCT FROM NEW.adopted_by_id OR OLD.adopted_at IS DISTINCT FROM NEW.adopted_at OR OLD.adopted_on IS DISTINCT FROM NEW.adopted_on OR OLD.adopting_body IS DISTINCT FROM NEW.adopting_body OR OLD.decision_number IS DISTINCT FROM NEW.decision_number))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="0e73bfec4635126c21632d910257840614a78ef9",
                    operation="UPDATE",
                    pgid="pgtrigger_frozen_stays_76b48",
                    table="picture_picture",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="picture",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.frozen IS NOT NULL)",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="95bb9ab912d4faf24263476a86ab8dcd2fb78176",
                    operation="DELETE",
                    pgid="pgtrigger_frozen_is_kept_2806a",
                    table="picture_picture",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="themetext",
            constraint=models.UniqueConstraint(
                fields=("tenant", "picture", "theme"), name="picture_text_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="earliertext",
            constraint=models.UniqueConstraint(
                fields=("tenant", "theme_text", "revision"), name="picture_earlier_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="earliertext",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="67040767f8dd4e44d94d8463049bf039304c05ca",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_a1ed3",
                    table="picture_earliertext",
                    when="BEFORE",
                ),
            ),
        ),
        SecureTenantTable("Picture"),
        SecureTenantTable("ThemeText"),
        SecureTenantTable("EarlierText", insert_only=True),
    ]
