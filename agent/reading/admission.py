"""Which texts are briefs at all, and the folded form every reader searches in."""

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

from agent.errors import BriefNotUnderstood

__all__ = ["MAX_CHARACTERS", "admit", "fold", "han_count", "is_han", "latin_count"]

MAX_CHARACTERS: Final = 20_000

_WRITE_ONE = "write one or two sentences, such as: a poster for a jazz night, deep blue"


def admit(text: str) -> None:
    """Do nothing if the text can be read as a brief.

    Raises:
        BriefNotUnderstood: It is empty, too long, holds control characters, or has no word
            in Chinese or English.
    """
    if not text.strip():
        raise BriefNotUnderstood(f"the brief is empty; {_WRITE_ONE}")
    if len(text) > MAX_CHARACTERS:
        raise BriefNotUnderstood(
            f"the brief has {len(text):,} characters and the limit is {MAX_CHARACTERS:,}; "
            "keep what the design must say and show"
        )
    for position, character in enumerate(text):
        if unicodedata.category(character) in {"Cc", "Cs"} and character not in "\t\n\r":
            raise BriefNotUnderstood(
                f"the brief holds the control character U+{ord(character):04X} at position "
                f"{position}; save it as plain text and send it again"
            )
    if not (han_count(text) or latin_count(text) >= 2):
        raise BriefNotUnderstood(f"the brief has no words in Chinese or English; {_WRITE_ONE}")


def fold(text: str) -> str:
    """Return the text lower-cased, half-width and in simplified characters.

    Same length as the input, character for character, so a span found in the folded text
    cuts the original.
    """
    return "".join(_folded(character) for character in text)


def is_han(character: str) -> bool:
    """Whether the character is a Chinese ideograph."""
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf"


def han_count(text: str) -> int:
    """Return the number of Chinese characters."""
    return sum(map(is_han, text))


def latin_count(text: str) -> int:
    """Return the number of Latin letters, accented ones included."""
    return sum(
        character.isalpha() and unicodedata.name(character, "").startswith("LATIN")
        for character in text
    )


@cache
def _folded(character: str) -> str:
    if "\uff01" <= character <= "\uff5e" and character not in "，：；！？（）":
        character = chr(ord(character) - 0xFEE0)
    lower = character.lower()
    if len(lower) == 1:
        character = lower
    return _simplified().get(character, character)


@cache
def _simplified() -> dict[str, str]:
    pairs = json.loads((Path(__file__).parent / "traditional.json").read_text("utf-8"))
    traditional, simplified = pairs["traditional"], pairs["simplified"]
    return dict(zip(traditional, simplified, strict=True))
