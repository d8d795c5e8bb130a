from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("database", "0002_shared_cache"),
        ("plan", "0002_where_removed_blocks_stood"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="decisionmoment",
            name="plan_moment_once",
        ),
        migrations.AddField(
            model_name="amendment",
            name="built_on",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="amendment",
            name="kind",
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name="amendment",
            name="proposed_details",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="amendment",
            name="removes",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="decisionmoment",
            name="sent_back_on",
            field=models.DateField(null=True),
        ),
        migrations.AlterField(
            model_name="comment",
            name="weighing",
            field=models.CharField(
                choices=[
                    ("open", "nog niet beantwoord"),
                    ("taken", "overgenomen"),
                    ("partly", "deels overgenomen"),
                    ("not", "niet overgenomen"),
                    ("noted", "voor kennisgeving aangenomen"),
                ],
                default="open",
                max_length=8,
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionmoment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("sent_back_on__isnull", True)),
                fields=("tenant", "plan", "code"),
                name="plan_moment_once",
            ),
        ),
    ]
