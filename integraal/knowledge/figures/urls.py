from django.urls import include, path

from integraal.knowledge.figures import views

urlpatterns = [
    path("cijfers/", views.snapshot_index, name="snapshots"),
    path("cijfers/<uuid:pk>/", views.snapshot, name="snapshot"),
    path("cijfers/<uuid:pk>/bestand", views.snapshot_file, name="snapshot-file"),
    path("cijfers/verkenner/", include("integraal.knowledge.figures.explorer.urls")),
    path("cijfers/herkomst/", include("integraal.knowledge.figures.explorer.origin_urls")),
    path("cijfers/", include("integraal.knowledge.figures.catalogue.urls")),
    path("cijfers/maandronde/", include("integraal.knowledge.figures.rounds.urls")),
    path("cijfers/inlezen/", include("integraal.knowledge.figures.importing.urls")),
]
