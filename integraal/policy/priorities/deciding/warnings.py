"""What a session is warned about before its minutes are proposed; nothing is stopped. Pure.

The first line of the docstring of a rule is the sentence the user reads, the rest is why.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from integraal.foundation.ui.dutch import listed
from integraal.policy.picture.checks.container_words import container_words
from integraal.policy.picture.checks.lines import ReadLine
from integraal.policy.priorities.deciding.rules import PRIORITY, Match

Place = Literal["decision", "conversation", "others", "results", "settings"]
Support = Literal["none", "weak", "some"]


@dataclass(frozen=True)
class Decided:
    """A theme with what was decided, as the warnings look at it.

    Attributes:
        outcome: empty when nothing is decided yet.
        support: whether figures of the picture point at it: there are none, none points up or
            above others, or at least one does.
    """

    code: str
    name: str
    outcome: str
    place: int | None
    reason: str
    dissent: str
    support: Support


@dataclass(frozen=True)
class Subject:
    """What the warnings look at.

    Attributes:
        most: how many priorities are still few.
        matches: the priorities of others, beside what the municipality chose.
        rounds: how many rounds were closed.
    """

    themes: tuple[Decided, ...]
    matches: tuple[Match, ...] = ()
    conversation: str = ""
    rounds: int = 0
    most: int = 5
    containers: tuple[str, ...] = field(default=())

    @property
    def priorities(self) -> list[Decided]:
        return [one for one in self.themes if one.outcome == PRIORITY]


@dataclass(frozen=True)
class Lacking:
    """Something to look at again: a sentence, where it is mended, and of which theme."""

    say: str
    where: Place
    theme: str = ""


Rule = Callable[[Subject], Iterable[Lacking]]


@dataclass(frozen=True)
class Warned:
    """A rule with what came of it."""

    code: str
    sentence: str
    why: str
    lacking: tuple[Lacking, ...]


def every_theme_decided(subject: Subject) -> Iterator[Lacking]:
    """Over elk thema is iets besloten.

    Een thema zonder besluit valt stil weg. Ook “geen prioriteit” is een besluit.
    """
    for one in subject.themes:
        if not one.outcome:
            yield Lacking(f"Over {one.name} is nog niets besloten.", "decision", one.code)


def few_priorities(subject: Subject) -> Iterator[Lacking]:
    """Er zijn weinig prioriteiten, zodat elke ook echt aandacht krijgt.

    Wie alles voorrang geeft, geeft niets voorrang. Hoeveel er veel is, stelt de gemeente zelf in.
    """
    count = len(subject.priorities)
    if count > subject.most:
        yield Lacking(
            f"Er zijn {count} prioriteiten. De gemeente houdt het liefst bij {subject.most}.",
            "decision",
        )


def priorities_explained(subject: Subject) -> Iterator[Lacking]:
    """Bij elke prioriteit staat een reden.

    Raad en inwoners lezen later waarom dit thema voorging. De score alleen is geen reden.
    """
    for one in subject.priorities:
        if not one.reason:
            yield Lacking(f"Bij {one.name} staat geen reden.", "decision", one.code)


def priorities_supported(subject: Subject) -> Iterator[Lacking]:
    """Elke prioriteit wordt gesteund door een cijfer uit het veiligheidsbeeld.

    Een prioriteit mag ook op iets anders rusten, zoals signalen van partners. Schrijf dat dan op.
    """
    for one in subject.priorities:
        if one.support == "none":
            yield Lacking(
                f"Het beeld heeft geen cijfer bij {one.name}. Schrijf in de reden waarop deze "
                "keuze rust.",
                "decision",
                one.code,
            )
        elif one.support == "weak":
            yield Lacking(
                f"Geen cijfer bij {one.name} wijst op een toename of op meer dan elders. Schrijf "
                "in de reden wat de doorslag gaf.",
                "decision",
                one.code,
            )


def ranks_are_whole(subject: Subject) -> Iterator[Lacking]:
    """De prioriteiten staan alle in een volgorde, of geen ervan.

    Een lijst zonder volgorde is goed. Een halve volgorde leest ieder anders.
    """
    ranked = [one for one in subject.priorities if one.place is not None]
    if ranked and len(ranked) < len(subject.priorities):
        without = [one.name for one in subject.priorities if one.place is None]
        verb = "heeft" if len(without) == 1 else "hebben"
        yield Lacking(f"{listed(without)} {verb} geen plaats, en andere wel.", "decision")
    places = [one.place for one in ranked]
    for place in sorted({place for place in places if place and places.count(place) > 1}):
        same = [one.name for one in ranked if one.place == place]
        yield Lacking(f"{listed(same)} staan samen op plaats {place}.", "decision")


def mismatches_explained(subject: Subject) -> Iterator[Lacking]:
    """Waar de gemeente anders kiest dan een ander, staat waarom.

    Partners moeten hun mensen inzetten op wat de gemeente kiest. Zij lezen dit als eerste.
    """
    for one in subject.matches:
        if one.agrees is False and not one.reason:
            yield Lacking(
                f"{one.whose} heeft “{one.priority}” als prioriteit en de gemeente niet. "
                "Schrijf op waarom.",
                "others",
            )


def others_known(subject: Subject) -> Iterator[Lacking]:
    """De prioriteiten van politie, openbaar ministerie, regio en buren liggen ernaast.

    Het openbaar ministerie en de politie stellen hun eigen prioriteiten vast. De driehoek
    bespreekt ze samen.
    """
    if not subject.matches:
        yield Lacking("Er is nog geen prioriteit van een ander vastgelegd.", "others")


def words_are_plain(subject: Subject) -> Iterator[Lacking]:
    """In de redenen staan geen containerwoorden.

    Woorden die alles kunnen betekenen, beloven niets dat later te controleren is.
    """
    for one in subject.themes:
        for text in (one.reason, one.dissent):
            for word, sentence in _containers(text, subject.containers):
                say = f"“{word}” bij {one.name}, in: “{sentence[:160]}”"
                yield Lacking(say, "decision", one.code)
    for word, sentence in _containers(subject.conversation, subject.containers):
        yield Lacking(f"“{word}” in het gesprek, in: “{sentence[:160]}”", "conversation")


def conversation_written(subject: Subject) -> Iterator[Lacking]:
    """Het gesprek over de verschillen staat in het verslag.

    De scores zeggen wat mensen vonden, het gesprek zegt waarom.
    """
    if not subject.conversation:
        yield Lacking("Er is nog niets over het gesprek opgeschreven.", "conversation")


def round_held(subject: Subject) -> Iterator[Lacking]:
    """Er is ten minste één ronde gehouden en gesloten.

    Zonder ronde is niet te zien wat de deelnemers ieder voor zich vonden.
    """
    if not subject.rounds:
        yield Lacking("Er is nog geen ronde gesloten.", "results")


RULES: tuple[Rule, ...] = (
    every_theme_decided,
    few_priorities,
    priorities_explained,
    priorities_supported,
    mismatches_explained,
    others_known,
    ranks_are_whole,
    words_are_plain,
    conversation_written,
    round_held,
)


def warnings_of(subject: Subject) -> list[Warned]:
    """Return every rule with what is lacking, those with something lacking first."""
    found = [_warned(rule, subject) for rule in RULES]
    return sorted(found, key=lambda one: not one.lacking)


def _warned(rule: Rule, subject: Subject) -> Warned:
    sentence, _, why = (inspect.getdoc(rule) or "").partition("\n")
    return Warned(rule.__name__, sentence, " ".join(why.split()), tuple(rule(subject)))


def _containers(text: str, words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for line in text.split("\n"):
        yield from container_words(ReadLine(line, ()), words)
