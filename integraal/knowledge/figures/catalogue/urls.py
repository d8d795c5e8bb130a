from django.urls import include, path

from integraal.knowledge.figures.catalogue import views

urlpatterns = [
    path("catalogus/", views.catalogue_list, name="catalogue"),
    path("catalogus/<slug:code>/", views.indicator, name="indicator"),
    path("bronnen/", views.source_list, name="sources"),
    path("bronnen/<slug:code>/", views.source, name="source"),
    path("open-data/", include("integraal.knowledge.figures.open_data.urls")),
]
