from django.urls import path

from integraal.policy.plan.writing import deed_views, views

urlpatterns = [
    path("plan/<uuid:pk>/tekst/", deed_views.text, name="plan-text"),
    path("plan/<uuid:pk>/tekst/thema", deed_views.add_theme, name="plan-theme-add"),
    path("plan/<uuid:pk>/tekst/toevoegen", views.add, name="plan-block-add"),
    path("plan/<uuid:pk>/tekst/cijfers", views.choices, name="plan-choices"),
    path("plan/<uuid:pk>/thema/<slug:code>/", views.theme, name="plan-theme"),
    path("plan/<uuid:pk>/deel/<slug:chapter>/", views.chapter, name="plan-chapter"),
    path("plan/<uuid:pk>/blok/<uuid:key>/", views.block, name="plan-block"),
    path("plan/<uuid:pk>/blok/<uuid:key>/plaats", deed_views.move, name="plan-block-move"),
    path("plan/<uuid:pk>/blok/<uuid:key>/weghalen", deed_views.remove, name="plan-block-remove"),
    path(
        "plan/<uuid:pk>/blok/<uuid:key>/terughalen", deed_views.restore, name="plan-block-restore"
    ),
    path("plan/<uuid:pk>/blok/<uuid:key>/eerder", deed_views.earlier, name="plan-block-earlier"),
]
