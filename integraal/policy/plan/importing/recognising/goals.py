"""Which sentences look like goals; the sentence itself is offered, nothing is made of it. Pure."""

import re

_CHANGE = (
    r"(?:voorkom|voork[oó]m|vermind|verlag|verhog|vergro|verbeter|verster|verklein|versnell|"
    r"terug\s?dring|terug\s?ge?drongen|tegen\s?gaan|tegen\s?te\s?gaan|reduc|afnem|afname|toenem|"
    r"toename|daling|dalen|daalt|stijg|bescherm|bevorder|beperk|weerba|bestrijd|doorzetten|"
    r"veiliger|minder|creëren|bereiken|verhoging|behouden)"
)
_WHO = r"(?:gemeente|wij|we|burgemeester|college|raad|partners|samenwerkingspartners|ketenpartners)"
_PATTERNS = tuple(
    re.compile(one, re.IGNORECASE)
    for one in (
        r"\b(?:het|ons|onze|de|een)\s+(?:\w+\s+)?(?:hoofd|sub|eind)?(?:doel|doelen|doelstelling|"
        r"doelstellingen|ambitie|streven)\b(?!groep)",
        rf"\bricht(?:en)?\s+(?:\w+\s+){{0,14}}op\s+(?:het\s+|de\s+|een\s+)?(?:\w+\s+){{0,3}}{_CHANGE}",
        r"\b(?:streeft|streven)\s+(?:\S+\s+){0,12}?(?:naar|ernaar)\b",
        rf"\b{_WHO}\s+(?:\w+\s+){{0,3}}?(?:wil|wilt|willen|gaat|gaan)\s+(?:\S+\s+){{0,25}}?\w*{_CHANGE}",
        rf"\b(?:wil|wilt|willen|gaat|gaan)\s+(?:\w+\s+){{0,2}}?{_WHO}\s+(?:\S+\s+){{0,25}}?\w*{_CHANGE}",
        rf"^om\s+(?:\S+\s+){{0,20}}?(?:te\s+)?{_CHANGE}",
        r"\b(?:in|uiterlijk|eind|voor|tegen|vanaf)\s+(?:\w+\s+)?20[2-4]\d\s+(?:is|zijn|heeft|hebben|"
        r"voelt|voelen|daalt|dalen|ligt|neemt|doet|doen|weet|weten|kent|kennen)\b",
        r"\b(?:daalt|dalen|stijgt|stijgen|neemt|nemen|gedaald|gestegen|afgenomen|toegenomen|lager|"
        r"hoger|minder|meer)\b.{0,80}\b(?:in|uiterlijk|eind|ten opzichte van|tegen)\s+(?:\w+\s+)?"
        r"20[2-4]\d\b",
        r"\bvoorkomen\s+dat\b",
        r"\bsamenwerking\b.{0,60}\bmoet\s+ervoor\s+zorgen\b",
    )
)
_NO_GOAL = re.compile(
    r"^(?:uit|volgens)\b.*\b(?:blijkt|bleek)\b|\bis (?:het aantal|de kans)\b.*\bgedaald\b|"
    r"\b(?:afgelopen|vorig)\s+ja(?:ar|ren)\b|\bop basis van de politiecijfers\b",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"^(?:deze|dit|dat|die|hierdoor|hiermee|hiervoor|zo|om\s+(?:dit|dat|deze|die))\b|"
    r"\b(?:hiervan|hierin|hieraan|hierdoor|daarvan|dit te bereiken)\b|"
    r"\bdeze (?:daling|stijging|trend|ontwikkeling|lijn)\b",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:doel|doelen|doelstelling|ambitie)\s+van\s+(?!de\s+gemeente|ons|onze|dit\s+plan|het\s+plan|"
    r"(?:het\s+)?(?:ivp|college)|gemeente)|"
    r"\b(?:heeft|hebben|speelt|spelen)\s+(?:\w+\s+){0,4}(?:rol|taak)\b",
    re.IGNORECASE,
)
_GOAL_HEADING = re.compile(
    r"\b(?:doel|doelen|doelstelling|doelstellingen|wat willen we bereiken|wat gaan we bereiken|"
    r"resultaten|beoogde resultaten|wat is ons doel)\b",
    re.IGNORECASE,
)
_AMBITION_HEADING = re.compile(r"\b(?:ambitie|ambities|stip op de horizon)\b", re.IGNORECASE)


def looks_like_goal(sentence: str) -> bool:
    """Return whether a sentence speaks of something to be reached, and says itself what.

    A sentence whose change is only a word that points at an earlier one ("het voorkomen hiervan")
    says nothing on its own, so it is no goal of a plan.
    """
    if len(sentence.split()) < 5 or sentence.endswith("?"):
        return False
    if any(pattern.search(sentence) for pattern in (_NO_GOAL, _REFERS, _OF_SOMETHING_ELSE)):
        return False
    return any(pattern.search(sentence) for pattern in _PATTERNS)


def is_goal_heading(words: str) -> bool:
    """Return whether what stands under a heading are goals."""
    return bool(_GOAL_HEADING.search(words))


def is_ambition_heading(words: str) -> bool:
    """Return whether what stands under a heading are ambitions."""
    return bool(_AMBITION_HEADING.search(words))
