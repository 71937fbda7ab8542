"""Skia, imported once, with a clear word when the operating system lacks what it links to."""

from importlib import import_module
from typing import Any

from compositor.errors import MissingSystemLibrary

__all__ = ["load_skia", "probe"]

INSTALL_COMMAND = "apt-get install -y libgl1 libegl1"


def load_skia() -> Any:
    """Return the skia module.

    Raises:
        MissingSystemLibrary: It, or a shared library it links to, is absent.
    """
    try:
        return import_module("skia")
    except ImportError as error:
        raise MissingSystemLibrary(
            "drawing needs Skia, and Skia needs libGL and libEGL; "
            f"run: {INSTALL_COMMAND} ({error})"
        ) from error


def probe() -> str:
    """Return what keeps Skia from drawing, or an empty text when it is ready."""
    try:
        load_skia()
    except MissingSystemLibrary as error:
        return str(error)
    return ""
