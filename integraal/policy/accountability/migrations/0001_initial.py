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
        ("database", "0002_shared_cache"),
        ("people", "0001_initial"),
        ("programme", "0004_update_number"),
    ]

    operations = [
        migrations.CreateModel(
            name="Report",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("quarter", "kwartaalrapportage"),
                            ("year", "jaarrapportage"),
                            ("final", "eindevaluatie"),
                        ],
                        max_length=8,
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                ("facts", models.JSONField(null=True)),
                ("facts_mark", models.CharField(blank=True, max_length=64)),
                ("gathered_at", models.DateTimeField(null=True)),
                ("council_told_on", models.DateField(null=True)),
                ("published_on", models.DateField(null=True)),
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
                    "programme",
                    integraal.foundation.database.models.TenantReference(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programme.programme",
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
                "ordering": ["-last_day", "-version", "title"],
            },
        ),
        migrations.CreateModel(
            name="NormAnswer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("norm", models.CharField(max_length=60)),
                (
                    "answer",
                    models.CharField(
                        choices=[("yes", "ja"), ("partly", "deels"), ("no", "nee")], max_length=6
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("revision", models.PositiveIntegerField(default=1)),
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
                    "report",
                    integraal.foundation.database.models.TenantReference(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="norm_answers",
                        to="accountability.report",
                    ),
                ),
            ],
            options={
                "ordering": ["norm"],
            },
        ),
        migrations.CreateModel(
            name="CouncilQuestion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("written", "schriftelijke vraag"),
                            ("meeting", "vraag in een vergadering"),
                            ("motion", "motie of toezegging"),
                        ],
                        default="written",
                        max_length=8,
                    ),
                ),
                ("title", models.CharField(max_length=160)),
                ("question", models.TextField()),
                ("asked_by", models.CharField(max_length=120)),
                ("asked_on", models.DateField()),
                ("due_on", models.DateField(null=True)),
                ("theme", models.CharField(blank=True, max_length=40)),
                ("answer", models.TextField(blank=True)),
                ("answered_on", models.DateField(null=True)),
                ("written_at", models.DateTimeField()),
                ("revision", models.PositiveIntegerField(default=1)),
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
                    "report",
                    integraal.foundation.database.models.TenantReference(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="accountability.report",
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_on", "title", "id"],
            },
        ),
        migrations.CreateModel(
            name="ReportText",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("place", models.CharField(max_length=60)),
                ("text", models.TextField(blank=True)),
                ("revision", models.PositiveIntegerField(default=1)),
                ("written_at", models.DateTimeField()),
                (
                    "report",
                    integraal.foundation.database.models.TenantReference(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="texts",
                        to="accountability.report",
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
            options={
                "ordering": ["place"],
            },
        ),
        migrations.CreateModel(
            name="FollowedTheme",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("theme", models.CharField(max_length=40)),
                ("seen_at", models.DateTimeField()),
                (
                    "member",
                    integraal.foundation.database.models.TenantReference(
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
                "ordering": ["theme"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "member", "theme"), name="accountability_followed_once"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                fields=("tenant", "lineage", "version"), name="accountability_report_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
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
                name="accountability_report_one_in_hand",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("state", integraal.foundation.lifecycle.states.State["ADOPTED"])
                ),
                fields=("tenant", "lineage"),
                name="accountability_report_one_adopted",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
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
                name="accountability_report_frozen_when_adopted",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))),
                name="accountability_report_days",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("published_on__isnull", True),
                    ("state__in", ["adopted", "superseded"]),
                    _connector="OR",
                ),
                name="accountability_public_when_adopted",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="report",
            trigger=pgtrigger.compiler.Trigger(
                name="moves",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{draft:proposed,proposed:draft,proposed:adopted,adopted:superseded}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="76f390a058b7dfe31d70e7de395ba5db6c430fd2",
                    operation="UPDATE",
                    pgid="pgtrigger_moves_5a33d",
                    table="accountability_report",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="report",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.frozen IS NOT NULL AND (OLD.frozen IS DISTINCT FROM NEW.frozen OR OLD.fingerprint IS DISTINCT FROM NEW.fingerprint OR OLD.version IS DISTINCT FROM NEW.version OR OLD.lineage IS DISTINCT FROM NEW.lineage OR OLD.adopted_by_id IS DISTINCT FROM NEW.adopted_by_id OR OLD.adopted_at IS DISTINCT FROM NEW.adopted_at OR OLD.adopted_on IS DISTINCT FROM NEW.adopted_on OR OLD.adopting_body IS DISTINCT FROM NEW.adopting_body OR OLD.decision_number IS DISTINCT FROM NEW.decision_number))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="1f735a3bff2a1bfdb60da5680660e34bcc8dd1cc",
                    operation="UPDATE",
                    pgid="pgtrigger_frozen_stays_e601c",
                    table="accountability_report",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="report",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.frozen IS NOT NULL)",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="ff261c3210f1a69865737ea1c082b8f9c1bf950a",
                    operation="DELETE",
                    pgid="pgtrigger_frozen_is_kept_b7fff",
                    table="accountability_report",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="normanswer",
            constraint=models.UniqueConstraint(
                fields=("tenant", "report", "norm"), name="accountability_norm_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="councilquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_on__isnull", True),
                    ("answered_on__gte", models.F("asked_on")),
                    _connector="OR",
                ),
                name="accountability_answer_after_question",
            ),
        ),
        migrations.AddConstraint(
            model_name="reporttext",
            constraint=models.UniqueConstraint(
                fields=("tenant", "report", "place"), name="accountability_text_once"
            ),
        ),
        SecureTenantTable("Report"),
        SecureTenantTable("ReportText"),
        SecureTenantTable("NormAnswer"),
        SecureTenantTable("CouncilQuestion"),
        SecureTenantTable("FollowedTheme"),
    ]
