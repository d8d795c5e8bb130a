"""The cache that all server processes share: attempts to sign in and used codes are counted once.

It has the columns of Django's database cache, holds nothing for longer than minutes, and belongs
to no tenant: what is in it is known before anybody is signed in.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("database", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(
            sql=[
                'CREATE TABLE "shared_cache" ('
                '"cache_key" varchar(255) NOT NULL PRIMARY KEY, '
                '"value" text NOT NULL, '
                '"expires" timestamp with time zone NOT NULL)',
                'CREATE INDEX "shared_cache_expires" ON "shared_cache" ("expires")',
            ],
            reverse_sql='DROP TABLE "shared_cache"',
        ),
    ]
