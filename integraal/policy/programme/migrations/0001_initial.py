import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import integraal.foundation.database.models
import integraal.foundation.lifecycle.states
from integraal.foundation.database.row_security import SecureTenantTable


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("areas", "0002_comparison_facts"),
        ("database", "0002_shared_cache"),
        ("people", "0001_initial"),
        ("plan", "0005_decisions_kept"),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("revoked_on", models.DateField(null=True)),
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
                "ordering": ["-made_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="Programme",
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
                ("title", models.CharField(max_length=120)),
                ("first_year", models.PositiveSmallIntegerField()),
                ("last_year", models.PositiveSmallIntegerField()),
                ("capacity", models.JSONField(default=dict)),
                ("rhythm", models.PositiveSmallIntegerField(default=3)),
                ("council_told_on", models.DateField(null=True)),
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
                    "follows",
                    integraal.foundation.database.models.TenantReference(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programme.programme",
                    ),
                ),
                (
                    "plan",
                    integraal.foundation.database.models.TenantReference(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plan.plan",
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
                "ordering": ["-first_year", "-version"],
            },
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4)),
                ("carried_from", models.UUIDField(null=True)),
                ("order", models.PositiveSmallIntegerField()),
                ("theme", models.CharField(max_length=40)),
                ("goal", models.UUIDField(null=True)),
                ("title", models.CharField(max_length=200)),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                ("text", models.TextField(blank=True)),
                ("item", models.CharField(blank=True, max_length=200)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("prevention", "preventie"),
                            ("enforcement", "handhaving"),
                            ("aftercare", "nazorg"),
                        ],
                        max_length=12,
                    ),
                ),
                ("budget", models.DecimalField(decimal_places=2, max_digits=11, null=True)),
                ("money_source", models.CharField(blank=True, max_length=120)),
                ("hours", models.JSONField(default=dict)),
                ("output", models.CharField(blank=True, max_length=200)),
                ("output_target", models.JSONField(default=dict)),
                ("outcome", models.CharField(blank=True, max_length=80)),
                ("outcome_target", models.JSONField(default=dict)),
                ("risk", models.TextField(blank=True)),
                ("decision", models.CharField(blank=True, max_length=300)),
                (
                    "needs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=1)),
                ("written_at", models.DateTimeField()),
                (
                    "area",
                    integraal.foundation.database.models.TenantReference(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.area",
                    ),
                ),
                (
                    "deputy",
                    integraal.foundation.database.models.TenantReference(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.member",
                    ),
                ),
                (
                    "owner",
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
                    "programme",
                    integraal.foundation.database.models.TenantReference(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="programme.programme",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "id"],
            },
        ),
        migrations.CreateModel(
            name="EarlierMeasure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "measure",
                    models.UUIDField(help_text="key of the measure, which may be removed by now"),
                ),
                ("revision", models.PositiveIntegerField()),
                ("content", models.JSONField()),
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
                    "programme",
                    integraal.foundation.database.models.TenantReference(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="earlier_measures",
                        to="programme.programme",
                    ),
                ),
            ],
            options={
                "ordering": ["-revision"],
            },
        ),
        migrations.CreateModel(
            name="Asking",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("asked_on", models.DateField()),
                ("due_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("reminded_on", models.DateField(null=True)),
                ("opened_on", models.DateField(null=True)),
                ("answered_on", models.DateField(null=True)),
                ("revoked_on", models.DateField(null=True)),
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
                (
                    "programme",
                    integraal.foundation.database.models.TenantReference(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="askings",
                        to="programme.programme",
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="ProgrammeChange",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("figure", "een cijfer"),
                            ("incident", "een incident"),
                            ("partner", "een signaal van een partner"),
                            ("national", "landelijk of regionaal beleid"),
                            ("progress", "een maatregel die stilvalt"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("decision", models.TextField(blank=True)),
                ("decided_by", models.CharField(blank=True, max_length=80)),
                ("decided_on", models.DateField(null=True)),
                ("council_told_on", models.DateField(null=True)),
                ("made_on", models.DateField()),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "following",
                    integraal.foundation.database.models.TenantReference(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programme.programme",
                    ),
                ),
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
                    "programme",
                    integraal.foundation.database.models.TenantReference(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="programme.programme",
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
                "ordering": ["-made_on", "title", "id"],
            },
        ),
        migrations.CreateModel(
            name="Progress",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("lineage", models.UUIDField()),
                ("measure", models.UUIDField(help_text="key of the measure")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "nog niet begonnen"),
                            ("running", "loopt"),
                            ("done", "afgerond"),
                            ("stopped", "gestopt"),
                        ],
                        default="planned",
                        max_length=8,
                    ),
                ),
                (
                    "quality",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("good", "op schema"),
                            ("attention", "aandacht nodig"),
                            ("stuck", "knelpunt"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "time",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("good", "op schema"),
                            ("attention", "aandacht nodig"),
                            ("stuck", "knelpunt"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "money",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("good", "op schema"),
                            ("attention", "aandacht nodig"),
                            ("stuck", "knelpunt"),
                        ],
                        max_length=10,
                    ),
                ),
                ("spent", models.DecimalField(decimal_places=2, max_digits=11, null=True)),
                ("hours_spent", models.DecimalField(decimal_places=1, max_digits=9, null=True)),
                ("figure", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ("milestones", models.JSONField(default=dict)),
                ("help_wanted", models.BooleanField(default=False)),
                ("updated_on", models.DateField(null=True)),
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
                    "updated_by",
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
            name="SavedView",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                ("query", models.CharField(blank=True, max_length=500)),
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
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Update",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("lineage", models.UUIDField()),
                ("measure", models.UUIDField(help_text="key of the measure")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "nog niet begonnen"),
                            ("running", "loopt"),
                            ("done", "afgerond"),
                            ("stopped", "gestopt"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "quality",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("good", "op schema"),
                            ("attention", "aandacht nodig"),
                            ("stuck", "knelpunt"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "time",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("good", "op schema"),
                            ("attention", "aandacht nodig"),
                            ("stuck", "knelpunt"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "money",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("good", "op schema"),
                            ("attention", "aandacht nodig"),
                            ("stuck", "knelpunt"),
                        ],
                        max_length=10,
                    ),
                ),
                ("done", models.TextField(blank=True)),
                ("figure", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ("spent", models.DecimalField(decimal_places=2, max_digits=11, null=True)),
                ("over_budget_reason", models.TextField(blank=True)),
                ("hours_spent", models.DecimalField(decimal_places=1, max_digits=9, null=True)),
                ("obstacle", models.TextField(blank=True)),
                ("help_wanted", models.TextField(blank=True)),
                ("said_on", models.DateField()),
                (
                    "asking",
                    integraal.foundation.database.models.TenantReference(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="updates",
                        to="programme.asking",
                    ),
                ),
                (
                    "said_by",
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
                "ordering": ["-said_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="MeasurePartner",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("role", models.CharField(blank=True, max_length=120)),
                (
                    "measure",
                    integraal.foundation.database.models.TenantReference(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partners",
                        to="programme.measure",
                    ),
                ),
                (
                    "organisation",
                    integraal.foundation.database.models.TenantReference(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.organisation",
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
                "ordering": ["organisation__name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "measure", "organisation"), name="programme_partner_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4)),
                ("title", models.CharField(max_length=200)),
                ("day", models.DateField()),
                (
                    "measure",
                    integraal.foundation.database.models.TenantReference(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="programme.measure",
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
                "ordering": ["day", "title", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "measure", "key"), name="programme_milestone_once"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.UniqueConstraint(
                fields=("tenant", "lineage", "version"), name="programme_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
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
                name="programme_one_in_hand",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("state", integraal.foundation.lifecycle.states.State["ADOPTED"])
                ),
                fields=("tenant", "lineage"),
                name="programme_one_adopted",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
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
                name="programme_frozen_when_adopted",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("first_year__gte", 2002),
                    ("last_year__gte", models.F("first_year")),
                    (
                        "last_year__lte",
                        django.db.models.expressions.CombinedExpression(
                            models.F("first_year"), "+", models.Value(3)
                        ),
                    ),
                ),
                name="programme_years",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programme",
            trigger=pgtrigger.compiler.Trigger(
                name="moves",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{draft:proposed,proposed:draft,proposed:adopted,adopted:superseded}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="affe9758ef5e9a488ebb80dc449eb5ad640e73c9",
                    operation="UPDATE",
                    pgid="pgtrigger_moves_86180",
                    table="programme_programme",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programme",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.frozen IS NOT NULL AND (OLD.frozen IS DISTINCT FROM NEW.frozen OR OLD.fingerprint IS DISTINCT FROM NEW.fingerprint OR OLD.version IS DISTINCT FROM NEW.version OR OLD.lineage IS DISTINCT FROM NEW.lineage OR OLD.adopted_by_id IS DISTINCT FROM NEW.adopted_by_id OR OLD.adopted_at IS DISTINCT FROM NEW.adopted_at OR OLD.adopted_on IS DISTINCT FROM NEW.adopted_on OR OLD.adopting_body IS DISTINCT FROM NEW.adopting_body OR OLD.decision_number IS DISTINCT FROM NEW.decision_number))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="86ac5bc93df64fc85dfce3668caf61be0d2c7c2b",
                    operation="UPDATE",
                    pgid="pgtrigger_frozen_stays_39024",
                    table="programme_programme",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programme",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.frozen IS NOT NULL)",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="5807b9df3c768841a694bc1173beb63e4692de34",
                    operation="DELETE",
                    pgid="pgtrigger_frozen_is_kept_c4a57",
                    table="programme_programme",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.UniqueConstraint(
                fields=("tenant", "programme", "key"), name="programme_measure_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", True),
                    ("ends_on__isnull", True),
                    ("ends_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="programme_measure_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="earliermeasure",
            constraint=models.UniqueConstraint(
                fields=("tenant", "programme", "measure", "revision"),
                name="programme_earlier_measure_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="earliermeasure",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bce44281318855f9bc82e68557d48a9c6b5e775c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_b2300",
                    table="programme_earliermeasure",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="asking",
            constraint=models.UniqueConstraint(
                fields=("tenant", "programme", "member", "asked_on"), name="programme_asking_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="progress",
            constraint=models.UniqueConstraint(
                fields=("tenant", "lineage", "measure"), name="programme_progress_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="savedview",
            constraint=models.UniqueConstraint(
                fields=("tenant", "member", "name"), name="programme_saved_view_once"
            ),
        ),
        migrations.AddIndex(
            model_name="update",
            index=models.Index(fields=["tenant", "lineage", "measure"], name="programme_updates"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="update",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b92ce12a2bf3ee3ead08e10909530406454157c4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_619e7",
                    table="programme_update",
                    when="BEFORE",
                ),
            ),
        ),
        SecureTenantTable("Programme"),
        SecureTenantTable("Measure"),
        SecureTenantTable("MeasurePartner"),
        SecureTenantTable("Milestone"),
        SecureTenantTable("EarlierMeasure"),
        SecureTenantTable("Asking"),
        SecureTenantTable("Progress"),
        SecureTenantTable("Update"),
        SecureTenantTable("SavedView"),
        SecureTenantTable("CalendarFeed"),
        SecureTenantTable("ProgrammeChange"),
    ]
