"""The closed list in Dutch, level B1. Never: "significant", "gelijk gebleven", "dankzij"."""

CHANCE = "zulke verschillen komen ook door toeval voor"

# code: label, detail beside the label, sentence that stands alone
STATEMENTS = {
    # One count.
    "count_margin": (
        "Marge",
        "{lower} tot {upper} ({confidence}).",
        "{count}, met een marge van {lower} tot {upper} ({confidence}).",
    ),
    # A change between two periods of one area.
    "change_few": (
        "Te weinig gevallen",
        "Te weinig om iets over verandering te zeggen.",
        "Te weinig gevallen om iets over verandering te zeggen.",
    ),
    "change_none": (
        "Geen aantoonbare verandering",
        f"{{earlier}} in {{before}} en {{later}} in {{after}}. {CHANCE.capitalize()}.",
        f"Geen aantoonbare verandering ({{earlier}} tegen {{later}}; {CHANCE}).",
    ),
    "change_small": (
        "Aantoonbaar maar klein verschil",
        "Van {earlier} naar {later}{margin}.",
        "Aantoonbaar maar klein verschil: van {earlier} naar {later}{margin}.",
    ),
    "change_down": (
        "Aantoonbaar gedaald",
        "Van {earlier} naar {later}{margin}.",
        "Aantoonbaar gedaald: van {earlier} naar {later}{margin}.",
    ),
    "change_up": (
        "Aantoonbaar gestegen",
        "Van {earlier} naar {later}{margin}.",
        "Aantoonbaar gestegen: van {earlier} naar {later}{margin}.",
    ),
    "change_rounded": (
        "Geen vergelijking mogelijk",
        "{earlier} in {before} en {later} in {after}. De bron rondt beide aantallen af; "
        "daarom vergelijken we ze niet.",
        "Geen vergelijking mogelijk: de bron rondt beide aantallen af ({earlier} en {later}).",
    ),
    "change_unknown": (
        "Geen vergelijking mogelijk",
        "Het aantal in {when} is niet bekend.",
        "Geen vergelijking mogelijk: het aantal in {when} is niet bekend.",
    ),
    "change_hidden": (
        "Geen vergelijking mogelijk",
        "Het aantal in {when} tonen we niet, om personen te beschermen.",
        "Geen vergelijking mogelijk: het aantal in {when} tonen we niet, om personen te "
        "beschermen.",
    ),
    "change_measured": (
        "Geen vergelijking mogelijk",
        "Dit is een gemeten waarde, geen aantal. Kijk of de marges elkaar raken.",
        "Geen vergelijking mogelijk: dit is een gemeten waarde, geen aantal.",
    ),
    # What the source measured (a percentage, a mark), with the margins of the source.
    "measured_none": (
        "Geen aantoonbare verandering",
        "{earlier} in {before} en {later} in {after}. De marges laten ook geen verschil toe.",
        "Geen aantoonbare verandering ({earlier} in {before} en {later} in {after}; de marges "
        "laten ook geen verschil toe).",
    ),
    "measured_down": (
        "Aantoonbaar gedaald",
        "Van {earlier} in {before} naar {later} in {after}; {margin}.",
        "Aantoonbaar gedaald: van {earlier} in {before} naar {later} in {after}; {margin}.",
    ),
    "measured_up": (
        "Aantoonbaar gestegen",
        "Van {earlier} in {before} naar {later} in {after}; {margin}.",
        "Aantoonbaar gestegen: van {earlier} in {before} naar {later} in {after}; {margin}.",
    ),
    "measured_beside_none": (
        "Geen aantoonbaar verschil",
        "{own}; {reference} {other}. De marges laten ook geen verschil toe.",
        "Geen aantoonbaar verschil met {reference} ({own} tegen {other}; de marges laten ook "
        "geen verschil toe).",
    ),
    "measured_beside_lower": (
        "Aantoonbaar lager",
        "{own}; {reference} {other}; {margin}.",
        "Aantoonbaar lager dan {reference}: {own} tegen {other}; {margin}.",
    ),
    "measured_beside_higher": (
        "Aantoonbaar hoger",
        "{own}; {reference} {other}; {margin}.",
        "Aantoonbaar hoger dan {reference}: {own} tegen {other}; {margin}.",
    ),
    # A year against what the years before it lead one to expect.
    "expected_few": (
        "Te weinig gevallen",
        "Te weinig om naast de jaren ervoor te leggen.",
        "Te weinig gevallen om naast de jaren ervoor te leggen.",
    ),
    "expected_within": (
        "Past bij de jaren ervoor",
        "{count}; verwacht {expected}, tussen {lower} en {upper}.",
        "Past bij de jaren ervoor ({count}; verwacht {expected}, tussen {lower} en {upper}).",
    ),
    "expected_below": (
        "Minder dan verwacht",
        "{count}; verwacht {expected}, tussen {lower} en {upper}.",
        "Minder dan de jaren ervoor deden verwachten: {count}; verwacht {expected}, tussen "
        "{lower} en {upper}.",
    ),
    "expected_above": (
        "Meer dan verwacht",
        "{count}; verwacht {expected}, tussen {lower} en {upper}.",
        "Meer dan de jaren ervoor deden verwachten: {count}; verwacht {expected}, tussen "
        "{lower} en {upper}.",
    ),
    # A rate beside that of the country, a region or others together, itself taken out.
    "beside_few": (
        "Te weinig gevallen",
        "Te weinig om naast {reference} te leggen.",
        "Te weinig gevallen om naast {reference} te leggen.",
    ),
    "beside_none": (
        "Geen aantoonbaar verschil",
        f"{{count}}; bij het cijfer van {{reference}} {{expected}}. {CHANCE.capitalize()}.",
        "Geen aantoonbaar verschil met {reference} ({count} tegen {expected} te verwachten; "
        f"{CHANCE}).",
    ),
    "beside_small": (
        "Aantoonbaar maar klein verschil",
        "{count}; bij het cijfer van {reference} {expected}{margin}.",
        "Aantoonbaar maar klein verschil met {reference}: {count} tegen {expected} te "
        "verwachten{margin}.",
    ),
    "beside_lower": (
        "Aantoonbaar lager",
        "{count}; bij het cijfer van {reference} {expected}{margin}.",
        "Aantoonbaar lager dan {reference}: {count} tegen {expected} te verwachten{margin}.",
    ),
    "beside_higher": (
        "Aantoonbaar hoger",
        "{count}; bij het cijfer van {reference} {expected}{margin}.",
        "Aantoonbaar hoger dan {reference}: {count} tegen {expected} te verwachten{margin}.",
    ),
    # A municipality among others like it, in a funnel.
    "funnel_few": (
        "Te weinig gemeenten",
        "Te weinig vergelijkbare gemeenten om iets te zeggen.",
        "Te weinig vergelijkbare gemeenten om iets te zeggen.",
    ),
    "funnel_within": (
        "Past bij vergelijkbare gemeenten",
        "{count}; bij vergelijkbare gemeenten {expected}. Dat past bij elkaar.",
        "Past bij vergelijkbare gemeenten ({count} tegen {expected} te verwachten).",
    ),
    "funnel_maybe_higher": (
        "Mogelijk hoger; volgen",
        "{count}; bij vergelijkbare gemeenten {expected}.",
        "Mogelijk hoger dan vergelijkbare gemeenten; volgen ({count} tegen {expected} te "
        "verwachten).",
    ),
    "funnel_higher": (
        "Duidelijk hoger",
        "{count}; bij vergelijkbare gemeenten {expected}.",
        "Duidelijk hoger dan vergelijkbare gemeenten ({count} tegen {expected} te verwachten).",
    ),
    "funnel_maybe_lower": (
        "Mogelijk lager; volgen",
        "{count}; bij vergelijkbare gemeenten {expected}.",
        "Mogelijk lager dan vergelijkbare gemeenten; volgen ({count} tegen {expected} te "
        "verwachten).",
    ),
    "funnel_lower": (
        "Duidelijk lager",
        "{count}; bij vergelijkbare gemeenten {expected}.",
        "Duidelijk lager dan vergelijkbare gemeenten ({count} tegen {expected} te verwachten).",
    ),
    # A month against what the months before lead one to expect.
    "month_incomplete": (
        "Nog niet compleet",
        "Over deze maand doen we nog geen uitspraak.",
        "Nog niet compleet: over deze maand doen we nog geen uitspraak.",
    ),
    "month_few": (
        "Te weinig gevallen",
        "Te weinig voor een uitspraak over deze maand.",
        "Te weinig gevallen voor een uitspraak over deze maand.",
    ),
    "month_short": (
        "Te weinig eerdere jaren",
        "Er zijn te weinig eerdere jaren om te zeggen wat te verwachten was.",
        "Te weinig eerdere jaren om te zeggen wat te verwachten was.",
    ),
    "month_usual": (
        "Niet opvallend",
        "Past bij wat te verwachten was: {span}verwacht {expected}{limit}, gezien {seen}.",
        "Niet opvallend: past bij wat te verwachten was ({span}verwacht {expected}{limit}, "
        "gezien {seen}).",
    ),
    "month_alarm": (
        "Opvallend",
        "Meer dan verwacht: {span}verwacht {expected}{limit}, gezien {seen}. Dit is een signaal, "
        "geen conclusie.",
        "Opvallend: meer dan verwacht ({span}verwacht {expected}{limit}, gezien {seen}). Bekijk "
        "de meldingen.",
    ),
    # An area against the rest of its municipality, on a map.
    "area_higher": ("Hoger", "", "Hoger dan de rest van de gemeente."),
    "area_lower": ("Lager", "", "Lager dan de rest van de gemeente."),
    "area_none": ("Niet te onderscheiden", "", "Niet te onderscheiden van de rest."),
    "area_few": ("Te weinig", "", "Te weinig gevallen om met de rest te vergelijken."),
    "area_uninhabited": (
        "Geen cijfer per inwoner",
        "",
        "Bijna geen inwoners: een cijfer per inwoner zegt hier niets.",
    ),
    "area_unknown": ("Niet bekend", "", "Niet te vergelijken: het cijfer is niet bekend."),
    # Cases close to each other in place and time.
    "repeat_few": (
        "Te weinig gevallen",
        "Te weinig om te zien of het zich dichtbij herhaalt.",
        "Te weinig gevallen om te zien of het zich dichtbij herhaalt.",
    ),
    "repeat_none": (
        "Geen aantoonbare herhaling",
        f"{{observed}} paren dichtbij en kort na elkaar; {{expected}} te verwachten. "
        f"{CHANCE.capitalize()}.",
        f"Geen aantoonbare herhaling dichtbij ({{observed}} paren tegen {{expected}} te "
        f"verwachten; {CHANCE}).",
    ),
    "repeat_more": (
        "Aantoonbare herhaling",
        "{observed} paren dichtbij en kort na elkaar; {expected} te verwachten.",
        "Aantoonbaar vaker een herhaling dichtbij: {observed} paren tegen {expected} te "
        "verwachten.",
    ),
    # A course over years.
    "trend_none": (
        "Geen aantoonbare trend",
        "Van {first} tot en met {last}: {earlier} en {later}, met ups en downs die ook door "
        "toeval voorkomen.",
        "Geen aantoonbare trend van {first} tot en met {last}.",
    ),
    "trend_down": (
        "Dalende trend",
        "Van {first} tot en met {last} {margin} per jaar.",
        "Aantoonbaar dalende trend: van {first} tot en met {last} {margin} per jaar.",
    ),
    "trend_up": (
        "Stijgende trend",
        "Van {first} tot en met {last} {margin} per jaar.",
        "Aantoonbaar stijgende trend: van {first} tot en met {last} {margin} per jaar.",
    ),
    # Before and after a measure; never that the one caused the other.
    "effect_few": (
        "Niet te zeggen",
        "Te weinig gevallen om voor en na te vergelijken.",
        "Niet te zeggen: te weinig gevallen om voor en na te vergelijken.",
    ),
    "effect_none": (
        "Niet aan te tonen",
        "Het verschil past bij toeval. Dat is geen bewijs dat de aanpak niets deed.",
        "Niet aan te tonen dat er iets veranderde. Dat is geen bewijs dat de aanpak niets deed.",
    ),
    "effect_down": (
        "Aantoonbaar minder dan ervoor",
        "{margin}. Waardoor dat komt, zegt dit cijfer niet.",
        "Aantoonbaar minder dan ervoor: {margin}. Waardoor dat komt, zegt dit cijfer niet.",
    ),
    "effect_up": (
        "Aantoonbaar meer dan ervoor",
        "{margin}. Waardoor dat komt, zegt dit cijfer niet.",
        "Aantoonbaar meer dan ervoor: {margin}. Waardoor dat komt, zegt dit cijfer niet.",
    ),
    # A target, before it is promised.
    "target_hidden": (
        "Niet aan te tonen",
        "Met {count} per jaar is de kans {power} dat {change} zichtbaar wordt.",
        "Met deze aantallen kunnen we {change} niet aantonen; pas vanaf ongeveer {needed} per "
        "jaar.",
    ),
    "target_uncertain": (
        "Misschien aan te tonen",
        "Met {count} per jaar is de kans {power} dat {change} zichtbaar wordt.",
        "Met deze aantallen kunnen we {change} misschien aantonen: de kans is {power}. Vanaf "
        "ongeveer {needed} per jaar is dat {wished}.",
    ),
    "target_visible": (
        "Aan te tonen",
        "Met {count} per jaar is de kans {power} dat {change} zichtbaar wordt.",
        "Met deze aantallen kunnen we {change} goed aantonen: de kans is {power}.",
    ),
    "target_never": (
        "Niet aan te tonen",
        "{change} is te klein om ooit te zien.",
        "Met deze aantallen kunnen we {change} niet aantonen, en met grotere aantallen ook niet.",
    ),
    # Answers to a poll.
    "groups_few": (
        "Te weinig invullers",
        "Te weinig invullers in een groep om te vergelijken.",
        "Te weinig invullers in een groep om de groepen te vergelijken.",
    ),
    "groups_none": (
        "Geen aantoonbaar verschil",
        f"{{shares}}. {CHANCE.capitalize()}.",
        f"Geen aantoonbaar verschil tussen deze groepen invullers ({{shares}}; {CHANCE}).",
    ),
    "groups_differ": (
        "Aantoonbaar verschil",
        "{shares}.",
        "Aantoonbaar verschil tussen deze groepen invullers: {shares}.",
    ),
    "poll_few": (
        "Te weinig invullers",
        "Te weinig invullers om te tonen.",
        "Te weinig invullers om te tonen, zodat niemand te herkennen is.",
    ),
    "poll_self_selected": (
        "Van wie meedeed",
        "Dit is geen uitslag voor alle inwoners.",
        "Van de {n} invullers {claim}. De invullers kozen zelf om mee te doen; dit is geen "
        "uitslag voor alle inwoners.",
    ),
    "poll_sample": (
        "Steekproef",
        "Marge: {lower} tot {upper}.",
        "Van de {n} invullers {claim}. Voor alle inwoners ligt dat tussen {lower} en {upper}.",
    ),
}

WORDS = {
    "more": "meer",
    "less": "minder",
    "between": "tussen {floor} % en {ceiling} % {direction}",
    "at_most": "hooguit {ceiling} % {direction}",
    "at_least": "ten minste {floor} % {direction}",
    "about": "ongeveer {number}",
    "limit": ", grens {limit}",
    "span": "in {months} maanden samen ",
    "fall_of": "een daling van {percentage}",
    "rise_of": "een stijging van {percentage}",
    "smallest_visible": (
        "Met {count} per jaar is pas {change} goed aan te tonen: dan is de kans {wished}."
    ),
    "nothing_visible": "Met {count} per jaar is geen enkele {direction} goed aan te tonen.",
    "fall": "daling",
    "rise": "stijging",
    "in_family": (
        "Dit is een van {comparisons} vergelijkingen die samen beoordeeld zijn. Zonder die "
        "strengere maat zouden er door toeval ongeveer {by_chance} opvallen."
    ),
    "span_of_values": "tussen {floor} en {ceiling} {direction}",
    "set_made": (
        "Er zijn {comparisons} vergelijkingen gemaakt. Zonder strengere maat zouden daarvan door "
        "toeval ongeveer {by_chance} opvallen."
    ),
    "set_found": (
        "Met die maat vallen er {found} op; daarvan {is_chance} naar verwachting hooguit "
        "{at_most} toeval."
    ),
    "is_chance_one": "is",
    "is_chance_more": "zijn",
    "set_nothing": "Met die maat valt er niets op.",
    "set_empty": "Er is nog niets te vergelijken.",
    "in_no_family": "Dit is de enige vergelijking; er is niets te corrigeren.",
    "weighted": "Gewogen naar {margins} is het {share}.",
    "weighted_differs": (
        "Gewogen naar {margins} is het {share}. Dat scheelt meer dan 3 punten: de invullers "
        "lijken niet op alle inwoners."
    ),
}
