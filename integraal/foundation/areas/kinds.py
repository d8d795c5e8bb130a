"""The kinds of area."""

from django.db import models


class AreaKind(models.TextChoices):
    """Kind of area (soort gebied)."""

    COUNTRY = "country", "land"
    REGION = "region", "regio"
    MUNICIPALITY = "municipality", "gemeente"
    DISTRICT = "district", "wijk"
    NEIGHBOURHOOD = "neighbourhood", "buurt"
    VILLAGE = "village", "kern"
    BUSINESS_PARK = "business_park", "bedrijventerrein"
    RECREATION_PARK = "recreation_park", "recreatiepark"
    OUTLYING = "outlying", "buitengebied"
    FREE = "free", "eigen gebied"
