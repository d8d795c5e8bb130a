"""Chromium for the browser journeys: Debian's own, never one that a test tool fetches."""

import os
import shutil
import subprocess

from tools.messages import Problem, say

NAMES = ("chromium", "chromium-browser", "google-chrome")


def ensure_browser() -> None:
    """Install Chromium where that is allowed; else say loudly that the journeys are skipped.

    Raises:
        Problem: there is none, and ``INTEGRAAL_REQUIRE_BROWSER`` says there must be.
    """
    if any(shutil.which(name) for name in NAMES):
        return
    if install("chromium"):
        return
    text = "there is no Chromium here, and it could not be installed"
    if os.environ.get("INTEGRAAL_REQUIRE_BROWSER"):
        raise Problem(f"{text}. The browser journeys are required, so nothing was tested.")
    say("*" * 72)
    say(f"BROWSER JOURNEYS ARE SKIPPED: {text}.")
    say("On Debian: apt-get install chromium")
    say("*" * 72)


def install(package: str) -> bool:
    """Install a package of Debian where this user may; return whether it worked."""
    may = as_administrator()
    if may is None or not shutil.which("apt-get"):
        return False
    say(f"installing {package} with apt-get")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "-y", "--no-install-recommends", package]):
        done = subprocess.run(
            [*may, "apt-get", "-qq", *words],
            check=False,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
    return done.returncode == 0


def as_administrator() -> list[str] | None:
    """Return the words before a command that needs root; None where that is not to be had."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        allowed = subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True)
        if allowed.returncode == 0:
            return ["sudo", "-n"]
    return None
