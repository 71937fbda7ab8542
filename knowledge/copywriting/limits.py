"""How long a line may be in each slot, and the words advertising law does not allow.

Chinese is counted in full-width characters (a half-width one is half), English in
characters with spaces.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Literal

from knowledge.tables import copy_slots, table

__all__ = ["Script", "fits", "is_allowed", "is_chinese", "slot_limits", "width_of"]

Script = Literal["zh", "en"]


def is_chinese(text: str) -> bool:
    """Whether the text holds a Chinese character."""
    return any("\u4e00" <= character <= "\u9fff" for character in text)


def width_of(text: str, script: Script) -> float:
    """Return the length of a text as its limit counts it.

    >>> width_of("一叶知山 A", "zh")
    5.0
    """
    if script == "en":
        return float(len(text))
    return sum(1.0 if ord(character) > 0x2E80 else 0.5 for character in text)


@cache
def slot_limits(use: str, slot: str, script: Script) -> float:
    """Return the most a slot holds in a deliverable of that use."""
    uses = _slots()["uses"]
    row = uses.get(use, uses["general"])
    if slot in row:
        for known in copy_slots(row["deliverable"])["slots"]:
            if known["slot"] == row[slot] and known[f"max_{script}_chars"]:
                return float(known[f"max_{script}_chars"])
    english, chinese = _slots()["fallback"].get(slot, (160, 70))
    return float(chinese if script == "zh" else english)


def fits(text: str, use: str, slot: str, script: Script) -> bool:
    """Whether the text is short enough for the slot."""
    return width_of(text, script) <= slot_limits(use, slot, script)


def is_allowed(text: str) -> bool:
    """Whether the text is free of the absolute and medical terms that ads may not use."""
    return not _forbidden().search(text.lower())


@cache
def _forbidden() -> re.Pattern[str]:
    legal = table("copy_slots")["legal"]
    words = [
        re.split(r"[(（]", word)[0].strip().lower()
        for name, listed in legal.items()
        if isinstance(listed, list) and name != "cn_price"
        for word in listed
    ]
    patterns = [
        rf"\b{re.escape(word)}\b"
        if word[0].isascii() and word[0].isalpha()
        else re.escape(word)
        for word in sorted(set(words), key=lambda word: (-len(word), word))
        if "x" not in word or word.isascii()
    ]
    return re.compile("|".join(patterns))


@cache
def _slots() -> dict[str, Any]:
    path = Path(__file__).parent / "slots.json"
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded
