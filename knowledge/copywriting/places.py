"""Place names in two languages, for a descriptor such as TAIWAN TEA."""

import json
from functools import cache
from pathlib import Path

__all__ = ["place_in_english"]


def place_in_english(text: str) -> str:
    """Return the English name of the longest known place in a Chinese text, or empty.

    >>> place_in_english("台湾茶叶")
    'Taiwan'
    """
    known = _places()
    found = [name for name in known if name in text]
    return known[max(found, key=len)] if found else ""


@cache
def _places() -> dict[str, str]:
    path = Path(__file__).parent / "places.json"
    loaded: dict[str, str] = json.loads(path.read_text("utf-8"))
    return loaded
