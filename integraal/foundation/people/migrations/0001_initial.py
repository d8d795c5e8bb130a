import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import integraal.foundation.database.models
from integraal.foundation.database.row_security import CURRENT_USER, SecureTenantTable


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("database", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Organisation",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("municipality", "gemeente"),
                            ("police", "politie"),
                            ("prosecution", "openbaar ministerie"),
                            ("housing", "woningcorporatie"),
                            ("care", "zorg en welzijn"),
                            ("youth", "jongerenwerk"),
                            ("health", "GGD"),
                            ("fire", "brandweer en veiligheidsregio"),
                            ("riec", "RIEC"),
                            ("school", "school"),
                            ("business", "ondernemers"),
                            ("supervision", "toezicht en handhaving"),
                            ("other", "anders"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
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
            name="Member",
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
                ("name", models.CharField(max_length=120)),
                ("function", models.CharField(blank=True, max_length=120)),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        default=list,
                        size=None,
                    ),
                ),
                ("active_from", models.DateField()),
                ("active_until", models.DateField(null=True)),
                (
                    "tenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="database.tenant",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    integraal.foundation.database.models.TenantReference(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="people.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="ApiToken",
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
                ("name", models.CharField(max_length=80)),
                ("digest", models.CharField(max_length=64)),
                (
                    "scopes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        default=list,
                        size=None,
                    ),
                ),
                ("made_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("revoked_on", models.DateField(null=True)),
                (
                    "tenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="database.tenant",
                    ),
                ),
                (
                    "member",
                    integraal.foundation.database.models.TenantReference(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tokens",
                        to="people.member",
                    ),
                ),
            ],
            options={
                "ordering": ["-made_on", "name"],
                "constraints": [
                    models.UniqueConstraint(fields=("tenant", "digest"), name="people_token_once")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.UniqueConstraint(
                fields=("tenant", "name"), name="people_organisation_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.UniqueConstraint(
                condition=models.Q(("active_until__isnull", True)),
                fields=("tenant", "user"),
                name="people_member_once",
            ),
        ),
        SecureTenantTable("Organisation"),
        SecureTenantTable("Member", also_readable=f"user_id = {CURRENT_USER}"),
        SecureTenantTable("ApiToken"),
    ]
