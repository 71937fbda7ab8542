"""Translations: the words of a design in other languages, supplied in files or by a model."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from agent.chat_model import ChatModel, Message
from compositor.document.frozen import Frozen
from compositor.errors import InvalidValue
from compositor.layout.archetypes import SLOTS
from tools.recipe import Recipe

__all__ = ["Translation", "ask_translation", "read_translation", "translated"]

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?")
_KEPT_AS_IT_IS = frozenset({"brand", "price"})
"""Slots whose words usually stay; a file may still change them."""
_BY_SCRIPT = (
    ("HIRAGANA", "ja"),
    ("KATAKANA", "ja"),
    ("HANGUL", "ko"),
    ("ARABIC", "ar"),
    ("HEBREW", "he"),
    ("THAI", "th"),
    ("DEVANAGARI", "hi"),
    ("CYRILLIC", "ru"),
    ("GREEK", "el"),
    ("CJK", "zh-Hans"),
)
"""What a file is taken for when its name says nothing."""


class Translation(Frozen):
    """Words in one language."""

    language: str
    """BCP 47."""
    texts: dict[str, str]
    """By source text, or by slot."""
    source: str = ""
    """Where they came from, for messages."""


class _Words(Frozen):
    """What the model is asked for."""

    texts: dict[str, str] = Field(description="the translated text by slot")


def read_translation(path: Path) -> Translation:
    """Return the words of a file: {"source text": "translated"} or {"slot": "translated"}.

    The language is the file's "language" entry, else its name (de.json), else told by the
    script of the words.

    Raises:
        InvalidValue: The file cannot be read, or holds something else.
    """
    try:
        texts = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InvalidValue(f"cannot read {path}: {error.strerror}") from error
    except ValueError as error:
        raise InvalidValue(f"{path} is not JSON: {error}") from error
    if not isinstance(texts, dict) or not all(
        isinstance(text, str) and text.strip() for text in texts.values()
    ):
        raise InvalidValue(
            f'{path} must be one JSON object of texts, such as {{"headline": "Hallo"}}'
        )
    language = texts.pop("language", "") or _language_of(path.stem, "".join(texts.values()))
    if not _LANGUAGE.fullmatch(language):
        raise InvalidValue(f"{path}: {language!r} is no language code; write de, ja or pt-BR")
    return Translation(language=language, texts=texts, source=path.name)


def _language_of(stem: str, text: str) -> str:
    if _LANGUAGE.fullmatch(stem):
        return stem
    names = [unicodedata.name(character, "") for character in text if character.isalpha()]
    for script, language in _BY_SCRIPT:
        if any(name.startswith(script) for name in names):
            return language
    return "en"


def translated(recipe: Recipe, translation: Translation) -> Recipe:
    """Return the recipe in those words.

    Raises:
        InvalidValue: A text of the design has no translation, or one is for a text that the
            design does not hold.
    """
    left = dict(translation.texts)
    words: dict[str, str] = {}
    missing: list[str] = []
    for slot, text in recipe.words.items():
        found = left.pop(text, None) or left.pop(slot, None)
        if found is not None:
            words[slot] = found
        elif slot not in _KEPT_AS_IT_IS and any(character.isalpha() for character in text):
            missing.append(slot)
    name = translation.source or translation.language
    if missing:
        text = recipe.words[missing[0]]
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise InvalidValue(
            f"{name} has no text for “{text}” ({missing[0]}){more}; add it under that text "
            "or that slot"
        )
    if left:
        key = next(iter(left))
        known = ", ".join(recipe.words)
        if key in SLOTS:
            raise InvalidValue(f"{name} has a {key}, which the design lacks; it has {known}")
        raise InvalidValue(
            f"{name} translates “{key[:40]}”, which the design does not hold; "
            f"its slots are {known}"
        )
    return recipe.in_words(translation.language, words)


def ask_translation(model: ChatModel, recipe: Recipe, language: str) -> Translation:
    """Return the recipe's words in a language, translated by a chat model.

    Raises:
        ChatModelFailed: The model gives no usable answer.
    """
    words: Mapping[str, str] = {
        slot: text for slot, text in recipe.words.items() if slot not in _KEPT_AS_IT_IS
    }
    messages: list[Message] = [
        {
            "role": "system",
            "content": (
                "You translate the words of a poster. Keep names, numbers, dates and prices as "
                "they are, keep headlines short and idiomatic, add nothing. Answer with the "
                "same slots."
            ),
        },
        {
            "role": "user",
            "content": json.dumps(
                {"from": recipe.language, "to": language, "texts": words}, ensure_ascii=False
            ),
        },
    ]
    answer, _ = model.ask(messages, _Words)
    return Translation(language=language, texts=answer.texts, source=model.settings.model)
