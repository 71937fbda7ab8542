"""Names on the page: a shop in full, an event as the title, the firm that signs at the end."""

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.brief import BrandName
from agent.reading.admission import han_count
from agent.reading.names import NameReading, is_event
from agent.reading.shops import shop_words
from agent.reading.texts import PlacedText, TextReading

__all__ = ["as_signed", "as_title", "as_wordmark", "in_full", "on_pack"]


def as_title(names: NameReading) -> NameReading:
    """Let the name of an event head its poster instead of signing it."""
    if not any(is_event(item.text) for item in names.placed if item.where == "brand"):
        return names
    placed = tuple(replace(item, where="headline") for item in names.placed)
    return NameReading(BrandName(), placed, "")


def as_signed(names: NameReading, lines: Sequence[PlacedText]) -> NameReading:
    """Take the firm whose name closes the brief for its brand when none is named before."""
    signed = next((item for item in lines if item.where == "brand"), None)
    if signed is None or names.brand.is_given:
        return names
    brand = (
        BrandName(zh=signed.text) if han_count(signed.text) else BrandName(latin=signed.text)
    )
    return NameReading(brand, (*names.placed, signed), "it signs the brief")


def on_pack(names: NameReading, texts: TextReading) -> NameReading:
    """Let the product's name head the face of its pack when nothing else does."""
    if any(item.where == "headline" for item in texts.placed):
        return names
    placed = tuple(replace(item, where="headline") for item in names.placed[:1])
    return replace(names, placed=(*placed, *names.placed[1:]))


def in_full(text: str, names: NameReading) -> NameReading:
    """Let a shop sign with the kind of shop it is where the brief writes both: 拾穗面馆."""
    kinds = re.compile(rf"(?:{shop_words()})")
    placed = []
    for item in names.placed:
        kind = kinds.match(text, item.span[1])
        if kind and item.where == "brand" and han_count(item.text):
            span = (item.span[0], kind.end())
            placed.append(PlacedText(text[slice(*span)], "brand", span))
        else:
            placed.append(item)
    return replace(names, placed=tuple(placed))


def as_wordmark(texts: TextReading) -> TextReading:
    """Let the first text be the name when only a logo is asked for and none is named."""
    if any(item.where == "brand" for item in texts.placed):
        return texts
    for index, item in enumerate(texts.placed):
        if item.where == "headline" and len(item.text) <= 24:
            named = replace(item, where="brand")
            placed = (*texts.placed[:index], named, *texts.placed[index + 1 :])
            return replace(texts, placed=placed)
    return texts
