import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("picture", "0001_initial")]

    operations = [
        pgtrigger.migrations.RemoveTrigger(model_name="earliertext", name="only_added"),
        migrations.RemoveConstraint(model_name="themetext", name="picture_text_once"),
        migrations.RemoveConstraint(model_name="earliertext", name="picture_earlier_once"),
        migrations.RenameModel("ThemeText", "Passage"),
        migrations.RenameModel("EarlierText", "EarlierPassage"),
        migrations.RenameField("EarlierPassage", "theme_text", "passage"),
    ]
