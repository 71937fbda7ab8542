"""What a translation may not change: numbers, prices, dates, contacts, names, lines."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

__all__ = ["changes", "kept_parts", "needs_translation", "script_fault"]

_CONTACT = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|[@#][A-Za-z0-9_]{2,}"
    r"|\b[a-z0-9-]+\.(?:com|cn|net|org|io|co|art|shop|studio|de|fr|uk|jp)\b(?:/\S*)?"
    r"|\+?\d(?:[\d() \-]|(?<=\d)\.(?=\d)){6,}\d",
    re.IGNORECASE | re.ASCII,
)
"""Addresses, handles and telephone numbers: letter by letter the same."""

_DATE = re.compile(r"\d{1,4}\s?([./-])\s?\d{1,2}(?:\s?\1\s?\d{1,4})?")
_YEARS = re.compile(r"\d{4}\s?[-–]\s?\d{4}")
_MONEY = re.compile(r"[¥￥$€£₩₹฿₽]|\b(?:RMB|CNY|USD|EUR|GBP|JPY)\b")
_HANS_DIGITS = "零一二三四五六七八九十"
_HANS_NUMBER = re.compile(r"[零〇一二两三四五六七八九十]+")
_ZHE = re.compile(r"(\d(?:\.\d)?|\d{2}|[一二三四五六七八九])\s?折")
_SCRIPTS = {
    **dict.fromkeys(("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "vi"), ("LATIN",)),
    **dict.fromkeys(("ar", "fa", "ur"), ("ARABIC",)),
    **dict.fromkeys(("ru", "uk", "bg"), ("CYRILLIC",)),
    "ja": ("HIRAGANA", "KATAKANA", "CJK"),
    "ko": ("HANGUL",),
    "he": ("HEBREW",),
    "th": ("THAI",),
    "hi": ("DEVANAGARI",),
    "el": ("GREEK",),
    "zh": ("CJK",),
}


def kept_parts(text: str, names: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the parts of a text that stay letter by letter: contacts, and names in it.

    >>> kept_parts("Book at hello@lumen.co with Lumen", ["Lumen"])
    ('hello@lumen.co', 'Lumen')
    """
    found = [match.group().rstrip(".,;)") for match in _CONTACT.finditer(text)]
    contacts = [
        part for part in found if not _DATE.fullmatch(part) and not _YEARS.fullmatch(part)
    ]
    return tuple(dict.fromkeys([*contacts, *(name for name in names if name in text)]))


def needs_translation(text: str, names: Iterable[str] = ()) -> bool:
    """Whether anything but contacts, names, numbers and signs is in a text.

    >>> needs_translation("2026.05.03 · 138 0000 0000"), needs_translation("May 3")
    (False, True)
    """
    rest = _without(text, kept_parts(text, names))
    return any(character.isalpha() for character in rest)


def changes(
    source: str, target: str, languages: tuple[str, str], names: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return what a translation changed that must stay, as short sentences for the model.

    Args:
        source: As the design has it.
        target: The translation.
        languages: BCP 47 of both.
        names: That stay where they stand.

    >>> changes("From ¥18, May 3", "5月3日起 €18", ("en", "zh"))
    ('¥ is gone', '€ was added')
    """
    if not target.strip():
        return ("it is empty",)
    kept = kept_parts(source, names)
    faults = [
        f"{part!r} must stay as it is"
        for part in kept
        if target.count(part) < source.count(part)
    ]
    faults += _of_signs(_signs(source), _signs(target))
    faults += _of_numbers(_percents(source), _percents(target), languages)
    lines, wanted = len(target.split("\n")), len(source.split("\n"))
    if lines != wanted:
        faults.append(f"it has {_lines(lines)} where the design has {_lines(wanted)}")
    return tuple(faults)


def script_fault(texts: Iterable[str], language: str, names: Sequence[str] = ()) -> str:
    """Return why the texts cannot be in a language, judged by their letters; or nothing.

    A Latin language is mostly in Latin letters; in the others one letter of their own will do,
    since foreign names and words are many.
    """
    scripts = _SCRIPTS.get(_primary(language))
    own = " ".join(_without(text, kept_parts(text, names)) for text in texts)
    letters = [unicodedata.name(character, "") for character in own if character.isalpha()]
    if scripts is None or not letters:
        return ""
    found = sum(letter.startswith(scripts) for letter in letters)
    needed = len(letters) / 2 if scripts == ("LATIN",) else 1
    return "" if found >= needed else f"hardly anything in it is written in {language}"


def _without(text: str, parts: Iterable[str]) -> str:
    for part in parts:
        text = text.replace(part, " ")
    return text


def _signs(text: str) -> Counter[str]:
    return Counter(unicodedata.normalize("NFKC", sign) for sign in _MONEY.findall(text))


def _of_signs(before: Counter[str], after: Counter[str]) -> list[str]:
    gone = [f"{sign} is gone" for sign in before - after]
    return gone + [f"{sign} was added" for sign in after - before]


def _of_numbers(source: str, target: str, languages: tuple[str, str]) -> list[str]:
    """A month may turn from word to digits and back, Chinese numerals may become digits."""
    before, after = _numbers(source), _numbers(target)
    months = _months(source, languages[0]), _months(target, languages[1])
    if months[0] and months[1] and months[0] != months[1]:
        return ["the month has changed"]
    lost = before - after - Counter(_months_in_digits(source))
    added = after - before - Counter(_months_in_words(source, languages[0]))
    added -= Counter(_hans_numbers(source))
    faults = [f"the number {number} is gone" for number in lost]
    return faults + [f"the number {number} was added" for number in added]


def _numbers(text: str) -> Counter[str]:
    """Return the runs of digits, in European digits and without leading zeros."""
    plain = "".join(
        str(unicodedata.digit(character)) if character.isdecimal() else character
        for character in text
    )
    return Counter(run.lstrip("0") or "0" for run in re.findall(r"[0-9]+", plain))


def _percents(text: str) -> str:
    """Return the text with Chinese discounts as the share taken off: 8折 is 20%."""
    return _ZHE.sub(lambda match: f"{_taken_off(match.group(1))}%", text)


def _taken_off(said: str) -> int:
    value = float(_HANS_DIGITS.index(said)) if said in _HANS_DIGITS else float(said)
    return round(100 - (value if value >= 10 else value * 10))


def _months(text: str, language: str) -> Counter[str]:
    return Counter({*_months_in_words(text, language), *_months_in_digits(text)})


def _months_in_words(text: str, language: str) -> list[str]:
    """Return the months that stand as words beside a day: May 3, 3rd of May."""
    names = _month_names(_primary(language))
    if not names:
        return []
    words = re.findall(r"[^\W\d_]+|\d+", text.lower())
    filler = {"of", "de", "del", "den", "st", "nd", "rd", "th", "er"}
    words = [word for word in words if word not in filler]
    return [
        names[word]
        for index, word in enumerate(words)
        if word in names
        and any(near.isdigit() for near in words[max(0, index - 1) : index + 2])
    ]


def _months_in_digits(text: str) -> list[str]:
    return [month.lstrip("0") for month in re.findall(r"(\d{1,2})\s?[月월]", text)]


@lru_cache(maxsize=8)
def _month_names(language: str) -> dict[str, str]:
    """Return the number of each spelling."""
    table: dict[str, Any] = json.loads(
        files("agent").joinpath("months.json").read_text("utf-8")
    )
    spellings: list[str] = table.get(language, []) if language != "meta" else []
    return {
        word: str(number)
        for number, listed in enumerate(spellings, start=1)
        for word in listed.split()
    }


def _hans_numbers(text: str) -> list[str]:
    """Return Chinese numerals up to 99 as digits: 十二 is 12, 二十 is 20."""
    values = []
    for run in _HANS_NUMBER.findall(text):
        plain = run.replace("两", "二").replace("〇", "零")
        tens, ten, ones = plain.rpartition("十")
        if ten and len(tens) <= 1 and len(ones) <= 1:
            high = _HANS_DIGITS.index(tens) if tens else 1
            values.append(str(high * 10 + (_HANS_DIGITS.index(ones) if ones else 0)))
        elif not ten:
            digits = "".join(str(_HANS_DIGITS.index(character)) for character in plain)
            values.append(digits.lstrip("0") or "0")
    return values


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"
