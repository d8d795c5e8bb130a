"""What others say, beside the texts: of one theme, and in short for the whole picture."""

from dataclasses import dataclass

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.policy.picture.contributions import presenters as contributions
from integraal.policy.picture.contributions.queries import total_and_open
from integraal.policy.picture.evaluation.queries import reached_of
from integraal.policy.picture.evaluation.rules import count_words
from integraal.policy.picture.models import Picture
from integraal.policy.picture.remarks import presenters as remarks
from integraal.policy.picture.remarks.access import check_read_remarks
from integraal.policy.picture.remarks.queries import open_and_late


@dataclass(frozen=True)
class ThemeVoices:
    """What stands around the texts of a theme; ``remarks`` only for who reads drafts."""

    said: contributions.ThemeVoices
    remarks: remarks.ThemeRemarks | None


@dataclass(frozen=True)
class PictureVoices:
    """A sentence for promises, referrals and remarks."""

    promises: str
    referrals: str
    remarks: str


def theme_voices(by: Actor, picture: Picture, theme: str) -> ThemeVoices:
    """Return what stands around the texts of a theme."""
    return ThemeVoices(
        said=contributions.theme_voices(by, picture, theme),
        remarks=remarks.theme_remarks(by, picture, theme)
        if allowed(check_read_remarks, by)
        else None,
    )


def picture_voices(by: Actor, picture: Picture) -> PictureVoices:
    """Return in short what stands around the texts of the whole picture; three queries."""
    return PictureVoices(
        promises=_inside(count_words(reached_of(picture))),
        referrals=_inside(contributions.count_words(*total_and_open(picture))),
        remarks=_inside(remarks.count_words(*open_and_late(picture)))
        if allowed(check_read_remarks, by)
        else "",
    )


def _inside(sentence: str) -> str:
    """Return a sentence as it stands after a colon."""
    return sentence[:1].lower() + sentence[1:]
