"""The closed list in English. Never: "significant", "unchanged", "thanks to"."""

CHANCE = "differences like this also come about by chance"

STATEMENTS = {
    "count_margin": (
        "Margin",
        "{lower} to {upper} ({confidence}).",
        "{count}, with a margin of {lower} to {upper} ({confidence}).",
    ),
    "change_few": (
        "Too few cases",
        "Too few to say anything about change.",
        "Too few cases to say anything about change.",
    ),
    "change_none": (
        "No demonstrable change",
        f"{{earlier}} in {{before}} and {{later}} in {{after}}. {CHANCE.capitalize()}.",
        f"No demonstrable change ({{earlier}} against {{later}}; {CHANCE}).",
    ),
    "change_small": (
        "Demonstrable but small difference",
        "From {earlier} to {later}{margin}.",
        "Demonstrable but small difference: from {earlier} to {later}{margin}.",
    ),
    "change_down": (
        "Demonstrably down",
        "From {earlier} to {later}{margin}.",
        "Demonstrably down: from {earlier} to {later}{margin}.",
    ),
    "change_up": (
        "Demonstrably up",
        "From {earlier} to {later}{margin}.",
        "Demonstrably up: from {earlier} to {later}{margin}.",
    ),
    "change_rounded": (
        "No comparison possible",
        "{earlier} in {before} and {later} in {after}. The source rounds both counts, so we do "
        "not compare them.",
        "No comparison possible: the source rounds both counts ({earlier} and {later}).",
    ),
    "change_unknown": (
        "No comparison possible",
        "The number in {when} is not known.",
        "No comparison possible: the number in {when} is not known.",
    ),
    "change_hidden": (
        "No comparison possible",
        "The number in {when} is not shown, to protect people.",
        "No comparison possible: the number in {when} is not shown, to protect people.",
    ),
    "change_measured": (
        "No comparison possible",
        "This is a measured value, not a count. Look whether the margins touch.",
        "No comparison possible: this is a measured value, not a count.",
    ),
    "measured_none": (
        "No demonstrable change",
        "{earlier} in {before} and {later} in {after}. The margins also allow no difference.",
        "No demonstrable change ({earlier} in {before} and {later} in {after}; the margins also "
        "allow no difference).",
    ),
    "measured_down": (
        "Demonstrably down",
        "From {earlier} in {before} to {later} in {after}; {margin}.",
        "Demonstrably down: from {earlier} in {before} to {later} in {after}; {margin}.",
    ),
    "measured_up": (
        "Demonstrably up",
        "From {earlier} in {before} to {later} in {after}; {margin}.",
        "Demonstrably up: from {earlier} in {before} to {later} in {after}; {margin}.",
    ),
    "measured_beside_none": (
        "No demonstrable difference",
        "{own}; {reference} {other}. The margins also allow no difference.",
        "No demonstrable difference from {reference} ({own} against {other}; the margins also "
        "allow no difference).",
    ),
    "measured_beside_lower": (
        "Demonstrably lower",
        "{own}; {reference} {other}; {margin}.",
        "Demonstrably lower than {reference}: {own} against {other}; {margin}.",
    ),
    "measured_beside_higher": (
        "Demonstrably higher",
        "{own}; {reference} {other}; {margin}.",
        "Demonstrably higher than {reference}: {own} against {other}; {margin}.",
    ),
    "expected_few": (
        "Too few cases",
        "Too few to lay beside the years before.",
        "Too few cases to lay beside the years before.",
    ),
    "expected_within": (
        "In line with the years before",
        "{count}; expected {expected}, between {lower} and {upper}.",
        "In line with the years before ({count}; expected {expected}, between {lower} and "
        "{upper}).",
    ),
    "expected_below": (
        "Less than expected",
        "{count}; expected {expected}, between {lower} and {upper}.",
        "Less than the years before led one to expect: {count}; expected {expected}, between "
        "{lower} and {upper}.",
    ),
    "expected_above": (
        "More than expected",
        "{count}; expected {expected}, between {lower} and {upper}.",
        "More than the years before led one to expect: {count}; expected {expected}, between "
        "{lower} and {upper}.",
    ),
    "beside_few": (
        "Too few cases",
        "Too few to lay beside {reference}.",
        "Too few cases to lay beside {reference}.",
    ),
    "beside_none": (
        "No demonstrable difference",
        f"{{count}}; at the rate of {{reference}} {{expected}}. {CHANCE.capitalize()}.",
        "No demonstrable difference from {reference} ({count} against {expected} expected; "
        f"{CHANCE}).",
    ),
    "beside_small": (
        "Demonstrable but small difference",
        "{count}; at the rate of {reference} {expected}{margin}.",
        "Demonstrable but small difference from {reference}: {count} against {expected} "
        "expected{margin}.",
    ),
    "beside_lower": (
        "Demonstrably lower",
        "{count}; at the rate of {reference} {expected}{margin}.",
        "Demonstrably lower than {reference}: {count} against {expected} expected{margin}.",
    ),
    "beside_higher": (
        "Demonstrably higher",
        "{count}; at the rate of {reference} {expected}{margin}.",
        "Demonstrably higher than {reference}: {count} against {expected} expected{margin}.",
    ),
    "funnel_few": (
        "Too few municipalities",
        "Too few comparable municipalities to say anything.",
        "Too few comparable municipalities to say anything.",
    ),
    "funnel_within": (
        "In line with comparable municipalities",
        "{count}; at comparable municipalities {expected}. That fits.",
        "In line with comparable municipalities ({count} against {expected} expected).",
    ),
    "funnel_maybe_higher": (
        "Possibly higher; follow",
        "{count}; at comparable municipalities {expected}.",
        "Possibly higher than comparable municipalities; follow ({count} against {expected} "
        "expected).",
    ),
    "funnel_higher": (
        "Clearly higher",
        "{count}; at comparable municipalities {expected}.",
        "Clearly higher than comparable municipalities ({count} against {expected} expected).",
    ),
    "funnel_maybe_lower": (
        "Possibly lower; follow",
        "{count}; at comparable municipalities {expected}.",
        "Possibly lower than comparable municipalities; follow ({count} against {expected} "
        "expected).",
    ),
    "funnel_lower": (
        "Clearly lower",
        "{count}; at comparable municipalities {expected}.",
        "Clearly lower than comparable municipalities ({count} against {expected} expected).",
    ),
    "month_incomplete": (
        "Not complete yet",
        "We do not say anything about this month yet.",
        "Not complete yet: we do not say anything about this month.",
    ),
    "month_few": (
        "Too few cases",
        "Too few to say anything about this month.",
        "Too few cases to say anything about this month.",
    ),
    "month_short": (
        "Too few earlier years",
        "There are too few earlier years to say what was to be expected.",
        "Too few earlier years to say what was to be expected.",
    ),
    "month_usual": (
        "Not striking",
        "In line with what was to be expected: {span}expected {expected}{limit}, seen {seen}.",
        "Not striking: in line with what was to be expected ({span}expected {expected}{limit}, "
        "seen {seen}).",
    ),
    "month_alarm": (
        "Striking",
        "More than expected: {span}expected {expected}{limit}, seen {seen}. This is a signal, "
        "not a conclusion.",
        "Striking: more than expected ({span}expected {expected}{limit}, seen {seen}). Look at "
        "the reports.",
    ),
    "area_higher": ("Higher", "", "Higher than the rest of the municipality."),
    "area_lower": ("Lower", "", "Lower than the rest of the municipality."),
    "area_none": ("Not distinguishable", "", "Not distinguishable from the rest."),
    "area_few": ("Too few", "", "Too few cases to compare with the rest."),
    "area_uninhabited": (
        "No figure per inhabitant",
        "",
        "Hardly any inhabitants: a figure per inhabitant means nothing here.",
    ),
    "area_unknown": ("Not known", "", "Cannot be compared: the figure is not known."),
    "repeat_few": (
        "Too few cases",
        "Too few to see whether it repeats nearby.",
        "Too few cases to see whether it repeats nearby.",
    ),
    "repeat_none": (
        "No demonstrable repetition",
        f"{{observed}} pairs close by and soon after; {{expected}} expected. "
        f"{CHANCE.capitalize()}.",
        f"No demonstrable repetition nearby ({{observed}} pairs against {{expected}} expected; "
        f"{CHANCE}).",
    ),
    "repeat_more": (
        "Demonstrable repetition",
        "{observed} pairs close by and soon after; {expected} expected.",
        "Demonstrably more repetition nearby: {observed} pairs against {expected} expected.",
    ),
    "trend_none": (
        "No demonstrable trend",
        "From {first} to {last}: {earlier} and {later}, with ups and downs that also come about "
        "by chance.",
        "No demonstrable trend from {first} to {last}.",
    ),
    "trend_down": (
        "Falling trend",
        "From {first} to {last} {margin} a year.",
        "Demonstrably falling trend: from {first} to {last} {margin} a year.",
    ),
    "trend_up": (
        "Rising trend",
        "From {first} to {last} {margin} a year.",
        "Demonstrably rising trend: from {first} to {last} {margin} a year.",
    ),
    "effect_few": (
        "Cannot be said",
        "Too few cases to compare before and after.",
        "Cannot be said: too few cases to compare before and after.",
    ),
    "effect_none": (
        "Cannot be shown",
        "The difference fits chance. That is no proof that the approach did nothing.",
        "It cannot be shown that anything changed. That is no proof that the approach did nothing.",
    ),
    "effect_down": (
        "Demonstrably less than before",
        "{margin}. What caused it, this figure does not say.",
        "Demonstrably less than before: {margin}. What caused it, this figure does not say.",
    ),
    "effect_up": (
        "Demonstrably more than before",
        "{margin}. What caused it, this figure does not say.",
        "Demonstrably more than before: {margin}. What caused it, this figure does not say.",
    ),
    "target_hidden": (
        "Cannot be shown",
        "With {count} a year the chance is {power} that {change} becomes visible.",
        "With these numbers we cannot show {change}; only from about {needed} a year.",
    ),
    "target_uncertain": (
        "Can perhaps be shown",
        "With {count} a year the chance is {power} that {change} becomes visible.",
        "With these numbers we can perhaps show {change}: the chance is {power}. From about "
        "{needed} a year it is {wished}.",
    ),
    "target_visible": (
        "Can be shown",
        "With {count} a year the chance is {power} that {change} becomes visible.",
        "With these numbers we can well show {change}: the chance is {power}.",
    ),
    "target_never": (
        "Cannot be shown",
        "{change} is too small ever to be seen.",
        "With these numbers we cannot show {change}, and with larger numbers neither.",
    ),
    "groups_few": (
        "Too few answers",
        "Too few answers in a group to compare.",
        "Too few answers in a group to compare the groups.",
    ),
    "groups_none": (
        "No demonstrable difference",
        f"{{shares}}. {CHANCE.capitalize()}.",
        f"No demonstrable difference between these groups of who answered ({{shares}}; {CHANCE}).",
    ),
    "groups_differ": (
        "Demonstrable difference",
        "{shares}.",
        "Demonstrable difference between these groups of who answered: {shares}.",
    ),
    "poll_few": (
        "Too few answers",
        "Too few answers to show.",
        "Too few answers to show, so that nobody can be recognised.",
    ),
    "poll_self_selected": (
        "Of who took part",
        "This is no result for all residents.",
        "Of the {n} who answered {claim}. They chose to take part themselves; this is no result "
        "for all residents.",
    ),
    "poll_sample": (
        "Sample",
        "Margin: {lower} to {upper}.",
        "Of the {n} who answered {claim}. For all residents it lies between {lower} and {upper}.",
    ),
}

WORDS = {
    "more": "more",
    "less": "less",
    "between": "between {floor} % and {ceiling} % {direction}",
    "at_most": "at most {ceiling} % {direction}",
    "at_least": "at least {floor} % {direction}",
    "about": "about {number}",
    "limit": ", limit {limit}",
    "span": "in {months} months together ",
    "fall_of": "a fall of {percentage}",
    "rise_of": "a rise of {percentage}",
    "smallest_visible": (
        "With {count} a year only {change} can well be shown: then the chance is {wished}."
    ),
    "nothing_visible": "With {count} a year no {direction} at all can well be shown.",
    "fall": "fall",
    "rise": "rise",
    "in_family": (
        "This is one of {comparisons} comparisons that were judged together. Without that "
        "stricter measure about {by_chance} would stand out by chance."
    ),
    "span_of_values": "between {floor} and {ceiling} {direction}",
    "set_made": (
        "{comparisons} comparisons were made. Without a stricter measure about {by_chance} of "
        "them would stand out by chance."
    ),
    "set_found": (
        "By that measure {found} stand out; of these at most {at_most} {is_chance} expected to "
        "be chance."
    ),
    "is_chance_one": "is",
    "is_chance_more": "are",
    "set_nothing": "By that measure nothing stands out.",
    "set_empty": "There is nothing to compare yet.",
    "in_no_family": "This is the only comparison; there is nothing to correct for.",
    "weighted": "Weighted by {margins} it is {share}.",
    "weighted_differs": (
        "Weighted by {margins} it is {share}. That is more than 3 points apart: those who "
        "answered are not like all residents."
    ),
}
