from django.urls import path

from integraal.policy.accountability.papers import views

urlpatterns = [
    path("verantwoording/<uuid:pk>/documenten/", views.documents, name="report-documents"),
    path("verantwoording/<uuid:pk>/pdf", views.paper, {"code": "pdf"}, name="report-pdf"),
    path("verantwoording/<uuid:pk>/word", views.paper, {"code": "word"}, name="report-word"),
    path("verantwoording/<uuid:pk>/excel", views.paper, {"code": "excel"}, name="report-excel"),
]
