"""The screen on which an administrator brings the municipality's own Word template."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from integraal.foundation.audit.models import Event
from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.documents.actions import change_template
from integraal.foundation.documents.models import WordTemplate
from integraal.foundation.documents.queries import current_template
from integraal.foundation.documents.word.kinds import kind_named
from integraal.foundation.people.access import NotAllowed
from tests.foundation.documents.word.word_files import docx, texts
from tests.provisions import employ_at

CODE = "veiligheidsbeeld"
SCREEN = reverse("word-template", args=[CODE])
OWN = docx("Eigen brief: {{ titel }}")


@pytest.fixture
def as_administrator(client, administrator, sign_in):
    return sign_in(client, administrator)


def bring(client, content: bytes, name: str = "brief.docx"):
    return client.post(SCREEN, {"file": SimpleUploadedFile(name, content)})


def test_others_may_not(client, adviser, sign_in):
    page = sign_in(client, adviser).get(SCREEN)
    assert page.status_code == 403
    with pytest.raises(NotAllowed, match="sjablonen veranderen"):
        change_template(by=adviser, kind=kind_named(CODE), file_name="x", content=OWN)


def test_an_own_template_holds_after_it_was_tried(as_administrator, molendrecht):
    assert bring(as_administrator, OWN).status_code == 302
    kind = kind_named(CODE)
    assert current_template(kind).content == OWN
    page = as_administrator.get(SCREEN).content.decode()
    assert "brief.docx" in page
    assert "{{ titel }}" in page
    event = Event.objects.get(verb="word_template.changed")
    assert "brief" not in str(event.detail) if hasattr(event, "detail") else True


def test_an_own_template_is_not_that_of_another_municipality(
    as_administrator, molendrecht, oostwaard
):
    bring(as_administrator, OWN)
    with tenant_scope(oostwaard.pk):
        employ_at(oostwaard, "administrator")
        assert current_template(kind_named(CODE)).own is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (docx("{{ burgemeester_prive }}"), "“burgemeester_prive” bestaat niet"),
        (docx("{{ titel"), "niet goed geschreven"),
        (b"geen word", "geen Word-document"),
        (b"", "bestand is leeg|leeg"),
    ],
)
def test_a_wrong_file_gets_a_sentence_and_the_old_one_stays(
    as_administrator, molendrecht, content, words
):
    import re

    bring(as_administrator, OWN)
    answer = bring(as_administrator, content)
    assert answer.status_code == 422
    assert re.search(words, answer.content.decode())
    assert current_template(kind_named(CODE)).content == OWN


def test_nothing_chosen_gets_a_sentence(as_administrator):
    answer = as_administrator.post(SCREEN, {})
    assert answer.status_code == 422
    assert "Kies eerst een Word-document" in answer.content.decode()


def test_the_shipped_template_can_be_put_back(as_administrator, molendrecht):
    bring(as_administrator, OWN)
    as_administrator.post(reverse("word-template-restore", args=[CODE]))
    kind = kind_named(CODE)
    assert current_template(kind).content == kind.default.read_bytes()
    assert WordTemplate.objects.get().number == 2


def test_the_template_and_an_example_can_be_fetched(as_administrator):
    template = as_administrator.get(reverse("word-template-file", args=[CODE]))
    assert template["Content-Disposition"].startswith("attachment")
    assert "{{ titel }}" in texts(template.content)
    example = as_administrator.get(reverse("word-template-example", args=[CODE]))
    assert "titel van het beeld" in texts(example.content)


def test_a_kind_that_is_not_there(as_administrator):
    assert as_administrator.get(reverse("word-template", args=["plan"])).status_code == 404


def test_who_may_finds_it_in_the_menu_and_on_the_list(as_administrator):
    assert SCREEN in as_administrator.get(reverse("word-templates")).content.decode()
    assert reverse("word-templates") in as_administrator.get(reverse("home")).content.decode()
