"""The code with which people come in: short, hard to misread, and it says whose session it is.

Pure.

Row-level security shows nothing before it is known whose rows are asked for. So the code begins
with the number of the municipality; the last five characters are chosen at random.
"""

import secrets

ALPHABET = "CDFGHJKMNPQRTWXY34679"
"""No vowels, so that no word arises; none of 0 O 1 I L 2 Z 5 S 8 B U V, which are misread."""
CHOSEN = 5


def new_code(tenant_id: int) -> str:
    """Return a fresh code for a session of this tenant."""
    chosen = "".join(secrets.choice(ALPHABET) for _ in range(CHOSEN))
    return _written(tenant_id) + chosen


def tenant_of(code: str) -> int | None:
    """Return the tenant a code says it is of, or None when it has not the form of a code."""
    if not CHOSEN < len(code) <= 12 or any(one not in ALPHABET for one in code):
        return None
    number = 0
    for one in code[:-CHOSEN]:
        number = number * len(ALPHABET) + ALPHABET.index(one)
    return number if 0 < number < 10**9 else None


def as_typed(text: str) -> str:
    """Return a code from what somebody typed: small letters, blanks and hyphens are fine."""
    return "".join(one for one in text.upper() if one.isalnum())[:40]


def shown(code: str) -> str:
    """Return a code as it is shown, in two groups that can be read aloud: C4T 9KM."""
    half = (len(code) + 1) // 2
    return f"{code[:half]} {code[half:]}".strip()


def _written(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, len(ALPHABET))
        digits = ALPHABET[rest] + digits
    return digits
