"""Warn when a text about an incident seems to tell of a person. Pure; a hint, never a proof."""

import re

_PHONE = re.compile(r"(?<!\d)(?:\+31|0031|0)[\s-]?[1-9](?:[\s-]?\d){8}(?!\d)")
_PLATE = re.compile(
    r"\b(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})\b", re.IGNORECASE
)
_MAIL = re.compile(r"\S+@\S+\.\w{2,}")
_NUMBER = re.compile(r"(?<!\d)\d{9}(?!\d)")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){1,4}\s?(?:(?:van|de|der|den|ten|ter)\s)*[A-Z][a-z]+")
_TITLED = re.compile(
    r"\b(?i:de heer|dhr\.?|mevrouw|mevr\.?|mw\.?|meneer|verdachte|slachtoffer|bewoner|buurman|"
    r"buurvrouw)\s+(?:(?:van|de|der|den|ten|ter)\s)*[A-Z][a-z]+",
)


def person_warnings(*texts: str) -> list[str]:
    """Return what in these texts looks like a person, as sentences; empty when nothing does."""
    text = "\n".join(texts)
    looks = (
        ("een telefoonnummer", _PHONE),
        ("een mailadres", _MAIL),
        ("een kenteken", _plates(text)),
        ("een nummer van een persoon", _NUMBER),
        ("een naam", _INITIALS),
        ("een naam", _TITLED),
    )
    found: dict[str, str] = {}
    for what, pattern in looks:
        hit = pattern if isinstance(pattern, str) else _first(pattern, text)
        if hit:
            found.setdefault(what, hit)
    return [f"“{hit}” lijkt op {what}. Haal dat weg." for what, hit in found.items()]


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match else ""


def _plates(text: str) -> str:
    """Return the first plate; a date such as 12-3-2026 has only digits and is none."""
    for match in _PLATE.finditer(text):
        if any(one.isalpha() for one in match[0]) and any(one.isdigit() for one in match[0]):
            return match[0]
    return ""
