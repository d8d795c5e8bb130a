from django.urls import path

from integraal.policy.picture.evaluation import views

urlpatterns = [
    path("beeld/<uuid:pk>/terugblik/", views.evaluation, name="evaluation"),
    path("beeld/<uuid:pk>/terugblik/nieuw/", views.add, name="promise-add"),
    path("beeld/<uuid:pk>/terugblik/plakken/", views.import_lines, name="promises-import"),
    path("beeld/<uuid:pk>/terugblik/<uuid:row_id>/", views.change, name="promise"),
    path("beeld/<uuid:pk>/terugblik/<uuid:row_id>/weg", views.remove, name="promise-remove"),
    path("beeld/<uuid:pk>/terugblik/<uuid:row_id>/plaats", views.move, name="promise-move"),
]
