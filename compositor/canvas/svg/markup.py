"""Elements and attributes as canonical XML text: shortest numbers, no forbidden characters."""

import re
from collections.abc import Mapping
from typing import Final

from compositor.geometry import Affine
from compositor.geometry.path import number_text

__all__ = ["attributes", "element", "escaped", "matrix", "number", "numbers", "safe_id"]

_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Source: https://www.w3.org/TR/xml/#charsets"""

_NOT_IN_ID: Final = re.compile(r"[^\w.\-]")


def number(value: float, digits: int = 3) -> str:
    """Return a number in its shortest form with at most so many decimals."""
    return number_text(value, digits)


def numbers(values: list[float]) -> str:
    """Return numbers separated by spaces."""
    return " ".join(number(value) for value in values)


def escaped(text: str) -> str:
    """Return text fit for content and attributes; characters XML forbids are dropped."""
    clean = _FORBIDDEN.sub("", text)
    return (
        clean.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("\r", "&#13;")
    )


def attributes(values: Mapping[str, str]) -> str:
    """Return attributes, each with a space before it; empty values are left out."""
    return "".join(f' {name}="{escaped(value)}"' for name, value in values.items() if value)


def element(name: str, values: Mapping[str, str], content: str = "") -> str:
    """Return an element with ready content, closed at once when there is none."""
    end = f">{content}</{name}>" if content else "/>"
    return f"<{name}{attributes(values)}{end}"


def matrix(affine: Affine) -> str:
    """Return a transform attribute, empty when nothing moves."""
    if affine.is_identity:
        return ""
    return f"matrix({' '.join(number(value, 6) for value in affine)})"


def safe_id(text: str) -> str:
    """Return text as an XML name."""
    name = _NOT_IN_ID.sub("_", text)
    return name if name[:1].isalpha() or name[:1] == "_" else f"_{name}"
