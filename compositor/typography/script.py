"""Scripts: which one each letter belongs to, and the family that sets it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from fontTools import unicodedata as scripts

__all__ = ["SCRIPT_FAMILIES", "is_joined", "missing_glyph_message", "script_of", "scripts_of"]

SCRIPT_FAMILIES: Final = {
    "Arab": "Noto Sans Arabic",
    "Hebr": "Heebo",
    "Deva": "Noto Sans Devanagari",
    "Thai": "Noto Sans Thai",
}
"""Families of the catalogue that end every choice: nobody has to ask for these scripts."""

_PLAIN: Final = frozenset({"Latn", "Grek", "Cyrl", "Hani", "Hira", "Kana", "Hang", "Bopo"})
"""Scripts whose letters are shaped alike, or by kind."""
_SHARED: Final = frozenset({"Zyyy", "Zinh", "Zzzz"})
_WRITTEN_BY: Final = "pip install fontpkg-noto-sans-{name}"


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """Return the ISO 15924 code of a character that needs shaping of its own, else nothing.

    >>> [script_of(c) for c in "नाA茶"]
    ['Deva', 'Deva', '', '']
    """
    code = str(scripts.script(character))
    return "" if code in _PLAIN or code in _SHARED else code


def is_joined(text: str, place: int) -> bool:
    """Whether a joiner or non-joiner stands inside a script that needs it."""
    return text[place] in "\u200c\u200d" and place > 0 and bool(script_of(text[place - 1]))


def scripts_of(text: str) -> list[str]:
    """Return the script each character is shaped in: shared marks follow what precedes."""
    found: list[str] = []
    last = ""
    for character in text:
        code = str(scripts.script(character))
        if code not in _SHARED:
            last = "" if code in _PLAIN else code
        elif character == "\n":
            last = ""
        found.append(last)
    return found


def missing_glyph_message(character: str) -> str:
    """Return what to say when no face has a character: its script, and what to do.

    >>> missing_glyph_message("அ").split(";")[0]
    "no font of the set covers Tamil: 'அ' (U+0B85)"
    """
    named = f"{character!r} (U+{ord(character):04X})"
    code = str(scripts.script(character))
    if code in _SHARED or code in _PLAIN:
        return (
            f"no font of the set has a glyph for {named}; "
            "change the text, or add a font that has it"
        )
    name = str(scripts.script_name(code)).replace("_", " ")
    package = _WRITTEN_BY.format(name=name.lower().replace(" ", "-"))
    return (
        f"no font of the set covers {name}: {named}; add one as a folder or package "
        f"(such as: {package}), or change the text"
    )
