"""Packages that belong to the system's own Python, which may not be the first in PATH."""

import importlib.util
import os
import sys

SYSTEM = "/usr/bin/python3"


def need(package):
    """Goes on with the system's Python where this one does not have the package."""
    if importlib.util.find_spec(package) is None and sys.executable != SYSTEM:
        os.execv(SYSTEM, [SYSTEM, *sys.argv])
