"""The privacy class of every field in the tables that packages bring along.

A package of a later version may bring a field or a table; a test then fails until somebody has
looked at what it holds.
"""

from integraal.foundation.database.privacy import Privacy

_NONE, _ACCOUNT, _TEXT = Privacy.NONE, Privacy.ACCOUNT, Privacy.TEXT
_ATTEMPT = {
    "id": _NONE,
    "user_agent": _ACCOUNT,
    "ip_address": _ACCOUNT,
    "username": _ACCOUNT,
    "http_accept": _ACCOUNT,
    "path_info": _NONE,
    "attempt_time": _ACCOUNT,
}

THIRD_PARTY: dict[str, dict[str, Privacy]] = {
    # Django
    "auth.Permission": {"id": _NONE, "name": _NONE, "content_type": _NONE, "codename": _NONE},
    "auth.Group": {"id": _NONE, "name": _NONE, "permissions": _NONE},
    "auth.Group_permissions": {"id": _NONE, "group": _NONE, "permission": _NONE},
    "contenttypes.ContentType": {"id": _NONE, "app_label": _NONE, "model": _NONE},
    "sessions.Session": {"session_key": _ACCOUNT, "session_data": _ACCOUNT, "expire_date": _NONE},
    # django-allauth
    "account.EmailAddress": {
        "id": _NONE,
        "user": _ACCOUNT,
        "email": _ACCOUNT,
        "verified": _ACCOUNT,
        "primary": _ACCOUNT,
    },
    "account.EmailConfirmation": {
        "id": _NONE,
        "email_address": _ACCOUNT,
        "created": _ACCOUNT,
        "sent": _ACCOUNT,
        "key": _ACCOUNT,
    },
    "mfa.Authenticator": {
        "id": _NONE,
        "user": _ACCOUNT,
        "type": _ACCOUNT,
        "data": _ACCOUNT,
        "created_at": _ACCOUNT,
        "last_used_at": _ACCOUNT,
    },
    "socialaccount.SocialApp": {
        "id": _NONE,
        "provider": _NONE,
        "provider_id": _NONE,
        "name": _NONE,
        "client_id": _NONE,
        "secret": _NONE,
        "key": _NONE,
        "settings": _NONE,
    },
    "socialaccount.SocialAccount": {
        "id": _NONE,
        "user": _ACCOUNT,
        "provider": _NONE,
        "uid": _ACCOUNT,
        "last_login": _ACCOUNT,
        "date_joined": _ACCOUNT,
        "extra_data": _ACCOUNT,
    },
    "socialaccount.SocialToken": {
        "id": _NONE,
        "app": _NONE,
        "account": _ACCOUNT,
        "token": _ACCOUNT,
        "token_secret": _ACCOUNT,
        "expires_at": _NONE,
    },
    # django-axes, the brake on guessing passwords
    "axes.AccessAttempt": {
        **_ATTEMPT,
        "get_data": _ACCOUNT,
        "post_data": _ACCOUNT,
        "failures_since_start": _NONE,
    },
    "axes.AccessAttemptExpiration": {"access_attempt": _ACCOUNT, "expires_at": _NONE},
    "axes.AccessFailureLog": {**_ATTEMPT, "locked_out": _ACCOUNT},
    "axes.AccessLog": {**_ATTEMPT, "logout_time": _ACCOUNT, "session_hash": _ACCOUNT},
    # procrastinate: the rows of jobs hold identifiers, never texts
    "procrastinate.ProcrastinateWorker": {"id": _NONE, "last_heartbeat": _NONE},
    "procrastinate.ProcrastinateJob": dict.fromkeys(
        (
            "id",
            "queue_name",
            "task_name",
            "priority",
            "lock",
            "args",
            "status",
            "scheduled_at",
            "attempts",
            "queueing_lock",
            "abort_requested",
            "worker",
        ),
        _NONE,
    ),
    "procrastinate.ProcrastinateEvent": {"id": _NONE, "job": _NONE, "type": _NONE, "at": _NONE},
    "procrastinate.ProcrastinatePeriodicDefer": {
        "id": _NONE,
        "task_name": _NONE,
        "defer_timestamp": _NONE,
        "job": _NONE,
        "periodic_id": _NONE,
    },
}
