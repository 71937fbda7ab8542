"""Translations: the words of a design in other languages, supplied in files or by a model."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from pydantic import ConfigDict, create_model, model_validator

from agent.chat_model import ChatModel, Message
from agent.errors import ChatModelFailed
from agent.unchanged import changes, kept_parts, needs_translation, script_fault
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
    names = _names(recipe.words.get("brand", ""))
    for slot, text in recipe.words.items():
        found = left.pop(text, None) or left.pop(slot, None)
        if found is not None:
            words[slot] = found
        elif slot not in _KEPT_AS_IT_IS and needs_translation(text, names):
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

    Numbers, prices, dates, contacts, the brand and the count of lines are checked; a model
    that changes them is told so and asked again. Slots that hold nothing but those are not
    sent, and slots nobody asked for are dropped.

    Raises:
        InvalidValue: The language is no code.
        ChatModelFailed: The model gives no usable answer; the message says what to do.
    """
    if not _LANGUAGE.fullmatch(language):
        raise InvalidValue(f"{language!r} is no language code; write de, ja or pt-BR")
    names = _names(recipe.words.get("brand", ""))
    words = {
        slot: text
        for slot, text in recipe.words.items()
        if slot not in _KEPT_AS_IT_IS and needs_translation(text, names)
    }
    if not words:
        return Translation(language=language, texts={}, source=model.settings.model)
    keep = [part for text in words.values() for part in kept_parts(text, names)]
    asked = {
        "from": recipe.language,
        "to": language,
        "keep": list(dict.fromkeys(keep)),
        "texts": words,
    }
    messages: list[Message] = [
        {"role": "system", "content": _TASK},
        {"role": "user", "content": json.dumps(asked, ensure_ascii=False)},
    ]
    try:
        answer, _ = model.ask(messages, _answer_type(recipe, words, language))
    except ChatModelFailed as error:
        raise ChatModelFailed(
            f"no translation into {language}: {error}; nothing was changed. Try again, or "
            f"write the words in {language}.json and give --texts {language}.json"
        ) from error
    texts: dict[str, str] = answer.model_dump()
    return Translation(language=language, texts=texts, source=model.settings.model)


_ONE_WORD = 12
"""Letters that may be the same in two languages: Jazz, Hotel."""

_TASK = (
    "You translate the words of a poster. Keep headlines short and idiomatic and add nothing. "
    "Every number, price, time of day and date keeps its digits (7 pm stays 7 in any "
    "language, a month may become a word); everything under keep stays letter by letter; each "
    "text keeps its count of lines. Answer with one JSON object: the same slots, translated."
)


def _names(brand: str) -> tuple[str, ...]:
    """Return the brand, and each part of one written in two scripts: 噗噗 Pupu."""
    parts = re.findall(r"[\u3400-\u9fff]+|[^\u3400-\u9fff/|·]+", brand)
    written = [part.strip() for part in (brand, *parts)]
    return tuple(dict.fromkeys(part for part in written if len(part) > 1))


class _Words(Frozen):
    """Translated texts, one field a slot."""

    model_config = ConfigDict(extra="ignore")


def _answer_type(recipe: Recipe, words: Mapping[str, str], language: str) -> type[_Words]:
    """Return the type of an answer that keeps what must be kept."""
    names = _names(recipe.words.get("brand", ""))

    class Checked(_Words):
        @model_validator(mode="after")
        def _keeps(self) -> Self:
            said: dict[str, str] = self.model_dump()
            faults = [
                f"{slot}: {fault}"
                for slot, text in said.items()
                for fault in changes(words[slot], text, (recipe.language, language), names)
            ]
            if said == dict(words) and len("".join(said.values())) > _ONE_WORD:
                faults.append("it is not translated")
            wrong = script_fault(said.values(), language, names)
            if faults or wrong:
                raise ValueError("; ".join(faults[:6]) or wrong)
            return self

    fields: dict[str, Any] = dict.fromkeys(words, (str, ...))
    return create_model("Words", __base__=Checked, **fields)
