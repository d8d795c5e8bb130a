from django.urls import path

from integraal.knowledge.figures import views

urlpatterns = [
    path("cijfers/", views.snapshot_index, name="snapshots"),
    path("cijfers/<uuid:pk>/", views.snapshot, name="snapshot"),
    path("cijfers/<uuid:pk>/bestand", views.snapshot_file, name="snapshot-file"),
]
