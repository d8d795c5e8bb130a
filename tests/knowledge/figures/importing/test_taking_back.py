"""A table that was taken in can be taken back, and taken in again."""

from __future__ import annotations

from integraal.foundation.audit.models import Event
from integraal.knowledge.figures.models import ColumnMapping, Figure, ImportDraft, Snapshot
from tests.knowledge.figures.importing.conftest import fill

GOOD = (
    b"Wijk;Jaar;Aantal\n"
    b"Centrum;2024;12\nCentrum;2025;7\nZandwijk;2024;x\nZandwijk;2025;0\nHet Rietland;2025;-\n"
)
NUISANCE = {"measure": "overlast:0.0.0"}


def text(answer) -> str:
    assert answer.status_code in (200, 422), answer.status_code
    return answer.content.decode()


def nothing_stored() -> bool:
    return not (
        Figure.objects.exists() or Snapshot.objects.exists() or ColumnMapping.objects.exists()
    )


def confirm(client, draft=None):
    draft = draft or ImportDraft.objects.get()
    return client.post(f"/cijfers/inlezen/{draft.pk}/controle", follow=True)


def test_taking_back_lets_the_earlier_figures_count_again(at_work, filled, choose, districts):
    filled(GOOD, **NUISANCE)
    confirm(at_work)
    for number, value in ((2, b"20"), (3, b"30")):
        choose(GOOD.replace(b"2024;12", b"2024;" + value), f"versie{number}.csv")
        draft = ImportDraft.objects.get()
        fill(at_work, f"/cijfers/inlezen/{draft.pk}/kolommen", None)
        confirm(at_work)
    assert stands("Centrum") == 30
    assert "Neem terug" in text(at_work.get("/cijfers/inlezen/"))
    page = take_back(at_work, "versie2.csv")
    assert "0 cijfers tellen niet meer mee" in page
    assert stands("Centrum") == 30
    assert "1 cijfer telt niet meer mee en 1 eerder cijfer geldt weer" in take_back(
        at_work, "versie3.csv"
    )
    assert stands("Centrum") == 12  # not 20: that was taken back as well
    assert "al teruggenomen" in take_back(at_work, "versie3.csv")
    take_back(at_work, "meldingen.csv")
    assert not Figure.objects.filter(is_current=True).exists()
    assert Snapshot.objects.count() == 3
    assert Event.objects.filter(verb="figures.taken_back").count() == 3


def test_the_same_file_is_taken_in_again_in_another_way_after_it_was_taken_back(
    at_work, filled, districts
):
    content = b"Wijk;Jaar;Meldingen;Boetes\nCentrum;2025;3;8\nZandwijk;2025;4;9\n"
    wrong = {**NUISANCE, "column2_role": "", "column3_role": "value", "column3_measure": ""}
    filled(content, **wrong)
    confirm(at_work)
    assert stands("Centrum", "2025JJ00") == 8
    take_back(at_work, "meldingen.csv")
    filled(content, **NUISANCE, column2_role="value", column2_measure="", column3_role="")
    assert "2 cijfers toegevoegd" in text(confirm(at_work))
    assert stands("Centrum", "2025JJ00") == 3
    assert Snapshot.objects.get().taken_back_at is None
    assert ColumnMapping.objects.count() == 1


def stands(area: str, period: str = "2024JJ00"):
    return Figure.objects.get(area__name=area, period=period, is_current=True).value


def take_back(client, name: str) -> str:
    snapshot = Snapshot.objects.get(file_name=name)
    return text(client.post(f"/cijfers/inlezen/terugnemen/{snapshot.pk}", follow=True))
