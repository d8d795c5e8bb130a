"""From the content of a report to the whole account. Pure: the same content, the same text.

content: {form, title, kind, facts, facts_mark, texts: {place: text}, norms, questions}
"""

from datetime import date

from integraal.foundation.ui.dutch import begin_of, listed
from integraal.policy.accountability.outline import (
    Account,
    GoalAccount,
    MeasureAccount,
    NormLine,
    QuestionLine,
    Sentence,
    ThemeAccount,
)
from integraal.policy.accountability.reports.telling import changes, money, unsaid
from integraal.policy.accountability.reports.telling.goals import judge, promised_words
from integraal.policy.accountability.reports.telling.measures import (
    measure_account,
    output_words,
    standing_words,
    stuck,
)
from integraal.policy.accountability.reports.telling.sources import sources_of
from integraal.policy.accountability.reports.telling.summary import summary
from integraal.policy.accountability.reports.telling.together import (
    measures_key,
    of_theme,
    sources_together,
)
from integraal.policy.accountability.reports.telling.words import (
    KINDS,
    Json,
    day_of,
    many,
    period,
)

_MOST_NAMED = 5


def account_from(content: Json) -> Account:
    """Return the whole report."""
    facts, kind, texts = content["facts"], content["kind"], content["texts"]
    return Account(
        title=content["title"],
        kind=kind,
        kind_label=KINDS[kind],
        period=period(facts["first_day"], facts["last_day"]),
        first_day=date.fromisoformat(facts["first_day"]),
        last_day=date.fromisoformat(facts["last_day"]),
        municipality=facts["municipality"],
        programme=facts["programme"]["title"],
        facts_mark=content["facts_mark"],
        intro=texts.get("intro", ""),
        summary=summary(facts, kind),
        themes=tuple(_theme(one, facts, kind, texts) for one in facts["themes"]),
        money=money.money_lines(facts),
        money_said=money.money_said(facts),
        money_text=texts.get("money", ""),
        changed=changes.changed(facts),
        came_between=changes.came_between(facts),
        joined=changes.joined(facts),
        cannot_say=unsaid.cannot_say(facts, kind),
        lessons=texts.get("lessons", ""),
        norms=tuple(_norm(one) for one in content["norms"]),
        questions=tuple(_question(one) for one in content["questions"]),
        sources={**sources_of(facts, kind), **sources_together(facts, kind)},
    )


def texts_of(account: Account) -> dict[str, str]:
    """Return every sentence by its code, as a report freezes and compares them."""
    return {one.code: one.text for one in account.sentences()}


def _theme(theme: Json, facts: Json, kind: str, texts: Json) -> ThemeAccount:
    code = theme["code"]
    measures, goals = of_theme(facts["measures"], code), of_theme(facts["goals"], code)
    shown = {one["key"]: measure_account(one, facts["last_day"]) for one in measures}
    goal_of = {one["key"]: one["goal"] for one in measures}
    known = {one["key"] for one in goals}
    return ThemeAccount(
        code=code,
        name=theme["name"],
        text=texts.get(f"theme:{code}", ""),
        done=_done(code, measures, facts["last_day"]),
        goals=tuple(
            _goal(one, kind, tuple(shown[key] for key in shown if goal_of[key] == one["key"]))
            for one in goals
        ),
        measures=tuple(shown[key] for key in shown if goal_of[key] not in known),
        changed=changes.changed_in(facts, code),
        cannot_say=unsaid.cannot_say_in(facts, code, kind),
    )


def _goal(one: Json, kind: str, measures: tuple[MeasureAccount, ...]) -> GoalAccount:
    judged, key = judge(one, kind), f"goal:{one['key']}"
    return GoalAccount(
        key=one["key"],
        title=one["title"],
        promised=Sentence(f"goal-{one['key']}-promised", promised_words(one), (key,)),
        reached=Sentence(f"goal-{one['key']}-reached", judged.text, (*judged.sources, key)),
        outcome=judged.outcome,
        outcome_label=judged.label,
        measures=measures,
        direction=one["direction"] if one["direction"] in ("down", "up") else "",
    )


def _done(code: str, measures: list[Json], last_day: str) -> tuple[Sentence, ...]:
    of_theme = (measures_key(code),)
    found = [Sentence(f"theme-{code}-done", standing_words(measures, last_day), of_theme)]
    heard = sum(bool(one["heard"]) for one in measures)
    if measures:
        words = f"In deze periode is bij {heard} van de {_measures(measures)} iets gemeld."
        found.append(Sentence(f"theme-{code}-heard", words, of_theme))
    for one in measures:
        if told := output_words(one, last_day):
            words = f"{one['title']}: {told}."
            found.append(
                Sentence(f"output-{one['key']}", words, (f"measure:{one['key']}", _counted(one)))
            )
    in_trouble = stuck(measures)
    if in_trouble:
        named = [begin_of(one["title"], 80) for one in in_trouble[:_MOST_NAMED]]
        rest = len(in_trouble) - len(named)
        names = f"{', '.join(named)} en nog {rest}" if rest else listed(named)
        keys = tuple(f"update:{one['key']}:{one['last']['number']}" for one in in_trouble)
        words = f"Bij {_measures(in_trouble)} is een knelpunt gemeld: {names}."
        found.append(Sentence(f"theme-{code}-stuck", words, keys))
    return tuple(found)


def _counted(one: Json) -> str:
    return f"update:{one['key']}:{one['figure']['number']}"


def _measures(found: list[Json]) -> str:
    return many(len(found), "maatregel", "maatregelen")


def _norm(one: Json) -> NormLine:
    return NormLine(one["code"], one["name"], one["question"], one["answer"], one["text"])


def _question(one: Json) -> QuestionLine:
    return QuestionLine(
        title=one["title"],
        kind=one["kind"],
        asked_by=one["asked_by"],
        asked_on=date.fromisoformat(one["asked_on"]),
        question=one["question"],
        answer=one["answer"],
        answered_on=day_of(one["answered_on"]),
    )
