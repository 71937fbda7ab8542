"""Must-nots: which drawings a brief rules out, by everything they are called."""

from __future__ import annotations

import re
from functools import cache

from generators.vector.marks.constructions.line_art import subjects
from generators.vector.marks.constructions.pictorial.figure import figures
from generators.vector.motifs import find_motif

__all__ = ["Refusals"]

_LEAD = re.compile(
    r"^(?:(?:please|no|not|without|avoid|don't|do not|use|show|any|a|an|the|want)\s+)+"
    r"|^(?:不要|不能|不用|不出现|避免|禁止|别|请勿|勿|不|出现|使用|有|任何|常见的?|俗套的?)+",
    re.IGNORECASE,
)
_AND = re.compile(r"[和与及或、，,/]|\b(?:and|or|nor)\b", re.IGNORECASE)
_TAIL = re.compile(
    r"\s+(?:silhouettes?|icons?|symbols?|shapes?|outlines?|motifs?|images?)$"
    r"|(?:的?(?:图案|剪影|形状|图形|轮廓|元素|形象|符号))+$",
    re.IGNORECASE,
)
_ALIKE = {
    "cup": ("cup", "gaiwan"), "bean": ("bean",), "leaf": ("leaf", "tea_leaf", "sprout"),
    "house": ("house",), "globe": ("orbit",), "mountain": ("mountain", "leaf_mountain"),
    "tooth": ("smile",), "letter": ("initial",), "字母": ("initial",), "茶壶": ("gaiwan",),
    "茶杯": ("cup", "gaiwan"), "咖啡杯": ("cup",), "叶子": ("leaf", "tea_leaf", "sprout"),
    "屋顶": ("house",), "房子": ("house",), "盾牌": ("shield",), "齿轮": ("gear",),
    "动物": ("bird", "fish", "whale", "cat", "dog", "poodle", "rabbit", "deer", "paw"),
    "animal": ("bird", "fish", "whale", "cat", "dog", "poodle", "rabbit", "deer", "paw"),
    "椅": ("chair", "armchair", "stool"),
    "爱心": ("heart",), "心形": ("heart",), "翅膀": ("bird",), "奶瓶": ("bottle",),
    "面包": ("bread", "bakery", "croissant"), "bread": ("bread", "bakery", "croissant"),
    "瓶": ("bottle", "perfume", "perfume_bottle", "vase"), "bottle": ("bottle", "perfume"),
    "莲": ("lotus",), "荷花": ("lotus",), "wheat": ("wheat",), "麦穗": ("wheat",),
    "roof": ("house",), "brain": ("lamp",), "bulb": ("lamp",), "灯泡": ("lamp",),
}  # fmt: skip


class Refusals:
    """What may not be shown.

    Args:
        must_nots: The brief's own words.
    """

    def __init__(self, must_nots: tuple[str, ...]) -> None:
        self._words = tuple(
            word
            for phrase in must_nots
            for part in _AND.split(phrase)
            if (word := _TAIL.sub("", _LEAD.sub("", part.strip())).lower())
        )
        # The motifs know far more names of things than the marks do.
        self._motifs = frozenset(
            motif for word in self._words if (motif := find_motif(word)) is not None
        )
        self._subjects = frozenset(s for word in self._words for s in _subjects_of(word))

    def rule_out(self, *names: str) -> bool:
        """Return whether any of these ids or nouns is ruled out."""
        return any(self._is_out(name.lower()) for name in names if name)

    def _is_out(self, name: str) -> bool:
        if name in self._subjects:
            return True
        plain = name.replace("_", " ")
        if any(_says(word, plain) for word in self._words):
            return True
        if find_motif(plain) in self._motifs:
            return True
        # A noun is out when the drawing it stands for is.
        return any(
            drawing_id in self._subjects
            for drawing_id, nouns in _drawings()
            if plain == drawing_id or plain in nouns
        )


@cache
def _drawings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Everything that can be drawn, in lines or solid, with all it is called."""
    lines = [(one.id, one.nouns) for one in subjects().values()]
    return (*lines, *((one.id, one.nouns) for one in figures().values()))


def _subjects_of(word: str) -> set[str]:
    """Ids of the drawings a refusal names: by its head word, or by a longer noun inside it."""
    found: set[str] = set()
    for key, ids in _ALIKE.items():
        if _says(key, word) or (len(word) > 1 and _says(word, key)):
            found.update(ids)
    head = word.rsplit(maxsplit=1)[-1] if word.split() else word
    for drawing_id, nouns in _drawings():
        for noun in (drawing_id.replace("_", " "), *nouns):
            is_long = len(noun) > 1 and (not noun.isascii() or " " in noun)
            if noun in (word, head, head.rstrip("s"), word.removesuffix("子")) or (
                is_long and _says(noun, word)
            ):
                found.add(drawing_id)
    return found


def _says(short: str, long: str) -> bool:
    """Whether one phrase is in the other as whole words, plural or not."""
    if short.isascii():
        return bool(re.search(rf"\b{re.escape(short)}(?:e?s)?\b", long))
    return short in long
