from django.urls import path

from integraal.policy.priorities.deciding import others_views, views

urlpatterns = [
    path("prioriteiten/<uuid:pk>/besluit/", views.decision, name="session-decision"),
    path("prioriteiten/<uuid:pk>/gesprek/", views.conversation, name="session-talk"),
    path("prioriteiten/<uuid:pk>/besluit/<slug:code>/", views.decide, name="session-decide"),
    path(
        "prioriteiten/<uuid:pk>/besluit/<slug:code>/terug", views.undo, name="session-decide-undo"
    ),
    path("prioriteiten/<uuid:pk>/anderen/", others_views.others, name="session-others"),
    path("prioriteiten/<uuid:pk>/anderen/nieuw/", others_views.add, name="session-other-add"),
    path(
        "prioriteiten/<uuid:pk>/anderen/<uuid:row_id>/", others_views.change, name="session-other"
    ),
    path(
        "prioriteiten/<uuid:pk>/anderen/<uuid:row_id>/weg",
        others_views.remove,
        name="session-other-remove",
    ),
]
