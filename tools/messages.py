"""What ``./run`` says, and how it explains a failed installation."""

import re
import sys


class Problem(Exception):
    """Something a developer can put right; the message says what and how."""


def say(text: str) -> None:
    """Tell what is happening, at once, on the error output (results go to the other one)."""
    print(f"run: {text}", file=sys.stderr, flush=True)


NO_VENV = (
    "This Python cannot make a virtual environment. On Debian and Ubuntu: apt-get install "
    "python3-venv. Then run this again."
)
DISK_FULL = (
    "The disk is full. Free about {megabytes} MB where {place} is, and run this again; it goes "
    "on by itself."
)
NO_NETWORK = (
    "The packages could not be fetched: no connection to the package index. Only the first run "
    "needs the network. Check the connection (and HTTPS_PROXY, if you need one) and run this "
    "again; it goes on by itself."
)
WRONG_HASH = (
    "A package that was fetched is not the one this version of Integraal was locked to (its hash "
    "differs), so nothing was installed. Try again; if it stays so, tell whoever runs your "
    "package index."
)
READ_ONLY = (
    "{place} cannot be written ({reason}), so no .venv can be made in it. Copy the folder to a "
    "place of your own, or change its permissions."
)


def explain_installation(output: str, place: str, megabytes: int) -> str:
    """Return a sentence for why installing packages failed.

    Args:
        output: what the installer wrote.
        place: the folder of the checkout.
        megabytes: room the installation needs.
    """
    if re.search(r"No space left on device|os error 28|Disk quota exceeded", output):
        return DISK_FULL.format(place=place, megabytes=megabytes)
    if re.search(r"DO NOT MATCH THE HASHES|[Hh]ash mismatch", output):
        return WRONG_HASH
    if re.search(
        r"NewConnectionError|Connection refused|name resolution|ConnectTimeout|timed out"
        r"|dns error|error sending request|Failed to (fetch|connect)|Network is unreachable"
        r"|ProxyError|connection error|No route to host|from versions: none",
        output,
    ):
        return NO_NETWORK
    if re.search(r"Permission denied|Read-only file system", output):
        return READ_ONLY.format(place=place, reason="permission denied or read-only")
    tail = "\n".join(output.strip().splitlines()[-8:]) or "(the installer said nothing)"
    return f"The packages could not be installed. The installer's last words:\n{tail}"
