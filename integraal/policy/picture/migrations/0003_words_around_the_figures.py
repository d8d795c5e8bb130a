import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import integraal.foundation.database.models
from integraal.foundation.database.row_security import SecureTenantTable


class Migration(migrations.Migration):
    dependencies = [
        ("database", "0002_shared_cache"),
        ("people", "0001_initial"),
        ("picture", "0002_passages"),
    ]

    operations = [
        migrations.CreateModel(
            name="Contribution",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("theme", models.CharField(max_length=40)),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("partner", "partner"),
                            ("residents", "inwoners"),
                            ("entrepreneurs", "ondernemers"),
                            ("staff", "medewerkers"),
                        ],
                        max_length=20,
                    ),
                ),
                ("source", models.CharField(max_length=120)),
                ("function", models.CharField(blank=True, max_length=120)),
                ("said_on", models.DateField()),
                ("text", models.TextField()),
                ("revision", models.PositiveIntegerField(default=1)),
                ("written_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-said_on", "source", "id"],
            },
        ),
        migrations.CreateModel(
            name="DraftFigures",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("theme", models.CharField(blank=True, max_length=40)),
                ("stamp", models.CharField(max_length=64)),
                ("content", models.JSONField()),
                ("changes", models.JSONField(default=list)),
            ],
        ),
        migrations.CreateModel(
            name="Promise",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("order", models.PositiveSmallIntegerField()),
                ("theme", models.CharField(blank=True, max_length=40)),
                ("promised", models.TextField()),
                (
                    "reached",
                    models.CharField(
                        choices=[
                            ("yes", "bereikt"),
                            ("partly", "deels bereikt"),
                            ("no", "niet bereikt"),
                            ("unknown", "niet te zeggen"),
                        ],
                        max_length=12,
                    ),
                ),
                ("outcome", models.TextField(blank=True)),
                ("learnt", models.TextField(blank=True)),
                ("revision", models.PositiveIntegerField(default=1)),
                ("written_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["order", "id"],
            },
        ),
        migrations.CreateModel(
            name="Referral",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("subject", models.CharField(max_length=200)),
                ("text", models.TextField()),
                ("went_to", models.CharField(max_length=120)),
                ("document", models.CharField(blank=True, max_length=200)),
                ("link", models.URLField(blank=True)),
                ("referred_on", models.DateField()),
                ("answer", models.TextField(blank=True)),
                ("answered_on", models.DateField(null=True)),
                ("answered_by", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "ordering": ["-referred_on", "subject", "id"],
            },
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("theme", models.CharField(blank=True, max_length=40)),
                ("part", models.CharField(blank=True, max_length=20)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("comment", "opmerking"),
                            ("suggestion", "voorstel"),
                            ("assignment", "opdracht"),
                        ],
                        max_length=12,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("quote", models.TextField(blank=True)),
                ("replacement", models.TextField(blank=True)),
                ("due_on", models.DateField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("done", "klaar"),
                            ("accepted", "overgenomen"),
                            ("declined", "niet overgenomen"),
                        ],
                        default="open",
                        max_length=12,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["made_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="ShareLink",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("recipient", models.CharField(max_length=120)),
                ("digest", models.CharField(max_length=64)),
                ("made_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("revoked_on", models.DateField(null=True)),
                ("opened", models.PositiveIntegerField(default=0)),
                ("opened_on", models.DateField(null=True)),
            ],
            options={
                "ordering": ["-made_on", "recipient", "id"],
            },
        ),
        migrations.AddField(
            model_name="passage",
            name="part",
            field=models.CharField(default="story", max_length=20),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="picture",
            name="first_year",
            field=models.PositiveSmallIntegerField(default=2005),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="passage",
            name="picture",
            field=integraal.foundation.database.models.TenantReference(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="passages",
                to="picture.picture",
            ),
        ),
        migrations.AlterField(
            model_name="passage",
            name="theme",
            field=models.CharField(blank=True, max_length=40),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="earlierpassage",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="da479acd2fb07d161a5ff25f0e928044fdbda732",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_67523",
                    table="picture_earlierpassage",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="earlierpassage",
            constraint=models.UniqueConstraint(
                fields=("tenant", "passage", "revision"), name="picture_earlier_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="passage",
            constraint=models.UniqueConstraint(
                fields=("tenant", "picture", "theme", "part"), name="picture_passage_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="picture",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("first_year__gte", 2005), ("first_year__lte", models.F("year"))
                ),
                name="picture_period_in_order",
            ),
        ),
        migrations.AddField(
            model_name="contribution",
            name="picture",
            field=integraal.foundation.database.models.TenantReference(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contributions",
                to="picture.picture",
            ),
        ),
        migrations.AddField(
            model_name="contribution",
            name="tenant",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="database.tenant"
            ),
        ),
        migrations.AddField(
            model_name="contribution",
            name="written_by",
            field=integraal.foundation.database.models.TenantReference(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.member",
            ),
        ),
        migrations.AddField(
            model_name="draftfigures",
            name="picture",
            field=integraal.foundation.database.models.TenantReference(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="draft_figures",
                to="picture.picture",
            ),
        ),
        migrations.AddField(
            model_name="draftfigures",
            name="tenant",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="database.tenant"
            ),
        ),
        migrations.AddField(
            model_name="promise",
            name="picture",
            field=integraal.foundation.database.models.TenantReference(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="promises",
                to="picture.picture",
            ),
        ),
        migrations.AddField(
            model_name="promise",
            name="tenant",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="database.tenant"
            ),
        ),
        migrations.AddField(
            model_name="promise",
            name="written_by",
            field=integraal.foundation.database.models.TenantReference(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.member",
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="contribution",
            field=integraal.foundation.database.models.TenantReference(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="referrals",
                to="picture.contribution",
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="picture",
            field=integraal.foundation.database.models.TenantReference(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="referrals",
                to="picture.picture",
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="referred_by",
            field=integraal.foundation.database.models.TenantReference(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.member",
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="tenant",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="database.tenant"
            ),
        ),
        migrations.AddField(
            model_name="remark",
            name="assigned_to",
            field=integraal.foundation.database.models.TenantReference(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.member",
            ),
        ),
        migrations.AddField(
            model_name="remark",
            name="closed_by",
            field=integraal.foundation.database.models.TenantReference(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.member",
            ),
        ),
        migrations.AddField(
            model_name="remark",
            name="made_by",
            field=integraal.foundation.database.models.TenantReference(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.member",
            ),
        ),
        migrations.AddField(
            model_name="remark",
            name="picture",
            field=integraal.foundation.database.models.TenantReference(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="remarks",
                to="picture.picture",
            ),
        ),
        migrations.AddField(
            model_name="remark",
            name="tenant",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="database.tenant"
            ),
        ),
        migrations.AddField(
            model_name="sharelink",
            name="made_by",
            field=integraal.foundation.database.models.TenantReference(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.member",
            ),
        ),
        migrations.AddField(
            model_name="sharelink",
            name="picture",
            field=integraal.foundation.database.models.TenantReference(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="share_links",
                to="picture.picture",
            ),
        ),
        migrations.AddField(
            model_name="sharelink",
            name="tenant",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="database.tenant"
            ),
        ),
        migrations.AddConstraint(
            model_name="draftfigures",
            constraint=models.UniqueConstraint(
                fields=("tenant", "picture", "theme"), name="picture_draft_figures_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="remark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("assigned_to__isnull", False), ("kind", "assignment")),
                    models.Q(
                        models.Q(("kind", "assignment"), _negated=True),
                        ("assigned_to__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="picture_remark_assigned",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharelink",
            constraint=models.UniqueConstraint(
                fields=("tenant", "digest"), name="picture_share_link_once"
            ),
        ),
        SecureTenantTable("DraftFigures"),
        SecureTenantTable("Contribution"),
        SecureTenantTable("Referral"),
        SecureTenantTable("Promise"),
        SecureTenantTable("Remark"),
        SecureTenantTable("ShareLink"),
    ]
