from django.urls import include, path

from integraal.policy.picture import views
from integraal.policy.picture.papers import views as papers

urlpatterns = [
    path("beeld/", views.picture_index, name="pictures"),
    path("beeld/<uuid:pk>/", views.picture_overview, name="picture"),
    path("beeld/<uuid:pk>/pdf", papers.paper, {"code": "pdf"}, name="picture-pdf"),
    path("beeld/<uuid:pk>/word", papers.paper, {"code": "word"}, name="picture-word"),
    path("beeld/<uuid:pk>/excel", papers.paper, {"code": "excel"}, name="picture-excel"),
    path(
        "beeld/<uuid:pk>/infographic",
        papers.paper,
        {"code": "infographic"},
        name="picture-infographic",
    ),
    path("beeld/<uuid:pk>/bladzijde", papers.one_page_view, name="picture-one-page"),
    path("beeld/<uuid:pk>/cijfers-gezien", views.figures_seen, name="picture-figures-seen"),
    path("beeld/<uuid:pk>/verschil", views.differences, name="picture-differences"),
    path("beeld/<uuid:pk>/voorstellen", views.propose, name="picture-propose"),
    path("beeld/<uuid:pk>/vaststellen", views.adopt, name="picture-adopt"),
    path("beeld/<uuid:pk>/terugsturen", views.send_back, name="picture-send-back"),
    path("beeld/<uuid:pk>/nieuwe-versie", views.next_version, name="picture-next-version"),
    path("", include("integraal.policy.picture.beside.urls")),
    path("", include("integraal.policy.picture.writing.urls")),
    path("", include("integraal.policy.picture.contributions.urls")),
    path("", include("integraal.policy.picture.evaluation.urls")),
    path("", include("integraal.policy.picture.remarks.urls")),
    path("", include("integraal.policy.picture.reading.urls")),
    path("", include("integraal.policy.picture.sharing.urls")),
    path("", include("integraal.policy.picture.trace.urls")),
    path("beeld/<uuid:pk>/<slug:code>/", views.theme, name="theme"),
]
