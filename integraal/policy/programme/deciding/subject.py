"""What the rules of a programme look at, read from where it stands."""

from integraal.policy.programme.content import content_of
from integraal.policy.programme.deciding.lacking import Subject
from integraal.policy.programme.models import Programme
from integraal.policy.programme.outline import outline_of


def subject_of(programme: Programme) -> Subject:
    """Return the programme as its rules see it."""
    outline = outline_of(programme)
    return Subject(
        content=content_of(programme),
        themes=outline.themes,
        priorities=[code for code in outline.themes if code in outline.priorities],
        goals={str(key): one.title for key, one in outline.goals.items()},
    )
