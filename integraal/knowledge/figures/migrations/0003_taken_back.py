"""A partner's table can be taken back; the file stays, its figures count no more."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("figures", "0002_measures")]

    operations = [
        migrations.AddField(
            "snapshot",
            "taken_back_at",
            models.DateTimeField(help_text="its figures count no more", null=True),
        ),
    ]
