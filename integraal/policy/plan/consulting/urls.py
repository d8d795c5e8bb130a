from django.urls import path

from integraal.policy.plan.consulting import register_views, views
from integraal.policy.plan.consulting.commenting import views as commenting

_ONE = "plan/<uuid:pk>/consultatie/<uuid:row_id>/"
_LINK = f"{_ONE}uitnodiging/<uuid:link>/"

urlpatterns = [
    path("plan/<uuid:pk>/consultatie/", views.consultations, name="plan-consultations"),
    path("plan/<uuid:pk>/consultatie/nieuw/", views.new_consultation, name="plan-consultation-new"),
    path("plan/<uuid:pk>/reacties/", register_views.register, name="plan-comments"),
    path("plan/<uuid:pk>/reacties/excel", register_views.register_excel, name="plan-comments-xlsx"),
    path(
        "plan/<uuid:pk>/reacties/<uuid:row_id>/", register_views.answer, name="plan-comment-answer"
    ),
    path(_ONE, views.consultation, name="plan-consultation"),
    path(f"{_ONE}verlengen/", views.extend, name="plan-consultation-extend"),
    path(f"{_ONE}sluiten", views.close, name="plan-consultation-close"),
    path(f"{_LINK}verlengen/", views.extend_link, name="plan-invitation-extend"),
    path(f"{_LINK}intrekken", views.revoke_link, name="plan-invitation-revoke"),
    path(f"{_LINK}nieuwe-link", views.renew_link, name="plan-invitation-renew"),
    path(f"{_LINK}herinneren/", views.remind, name="plan-invitation-remind"),
    path("reageren/<str:secret>/", commenting.comment, name="plan-comment"),
    path("reageren/<str:secret>/huisstijl.css", commenting.stylesheet, name="plan-comment-style"),
    path("reageren/<str:secret>/schild.svg", commenting.shield, name="plan-comment-shield"),
]
