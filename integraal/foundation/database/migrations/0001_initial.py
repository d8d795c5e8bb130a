from django.db import migrations, models

from integraal.foundation.database.row_security import ReadOnlyForApplication


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Tenant",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("municipality", "gemeente"),
                            ("cooperation", "samenwerking van gemeenten"),
                        ],
                        default="municipality",
                        max_length=20,
                    ),
                ),
                ("slug", models.SlugField(unique=True)),
                ("name", models.CharField(max_length=100)),
                (
                    "code",
                    models.CharField(
                        blank=True, help_text="CBS code, such as GM0432", max_length=10
                    ),
                ),
                ("is_fictitious", models.BooleanField(default=False)),
            ],
        ),
        ReadOnlyForApplication("Tenant"),
    ]
