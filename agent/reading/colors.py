"""Colors asked for and colors refused, by name in either language or as hex."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from agent.brief import AskedColor, ColorRole
from agent.reading.vocabulary import Span, Vocabulary, load_table, overlaps

__all__ = ["ColorReading", "color_vocabulary", "read_colors"]

_HEX: Final = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-z])")
_PAIR: Final = re.compile(
    r"([红橙黄绿青蓝紫粉黑白灰金银棕])\s?[、配和与+加/]?\s?([红橙黄绿青蓝紫粉黑白灰金银棕])"
    r"(?=\s?(?:配色|撞色|色系|为主|色调|双色|相间|渐变|搭配|两色|色|为主色|的配色|主色))"
)
_SINGLE: Final = re.compile(
    r"(?:主色调?|配色|色调|底色|颜色)\s?(?:[:：]|为|是|用|以)?\s?([红橙黄绿青蓝紫粉黑白灰金银棕])"
    r"(?=[，。；、,.;\s+和与配]|$)"
)
_PRIMARY_BEFORE: Final = re.compile(
    r"(?:主色调?|主色系|主体色|品牌色|标准色|主打色?|primary colou?r|main colou?r|brand colou?r|"
    r"dominant colou?r|mainly|mostly|predominantly)\s?(?:s|[:：]|为|是|用|采用|选用|以|is|should be|in|are)*\s?(?:a |an |the )?$"
)
_PRIMARY_AFTER: Final = re.compile(
    r"(?:调|系)?\s?(?:为主|作为主色|主色|主调|为基调|as (?:the )?(?:main|primary)|primary|dominant|as primary)"
)
_BACKGROUND_BEFORE: Final = re.compile(
    r"(?:背景|底色|底)\s?(?:色|[:：]|为|是|用|以)*\s?$|\bon (?:a |an )?$|background[^,.;\n]{0,12}$|against (?:a |an )?$"
)
_BACKGROUND_AFTER: Final = re.compile(
    r"(?:调)?(?:的)?(?:背景|底|底色)|\s(?:\w+ )?(?:background|backdrop|ground|paper)\b"
)
_ACCENT_BEFORE: Final = re.compile(
    r"(?:点缀|辅色|辅助色|点睛|强调色|accent(?:s| colou?r)?|highlights?|pops? of|touch(?:es)? of|hint of)\s?(?:[:：]|为|是|用|以|of|in|is)*\s?$"
)
_ACCENT_AFTER: Final = re.compile(
    r"\s?(?:点缀|作?为?点缀|作?为?辅|accents?|highlights?|details?|trim)"
)
_REFUSED_BEFORE: Final = re.compile(
    r"(?:不要|不用|不能用?|避免|别用?|禁用|没有|拒绝|勿用?|\bno|\bavoid|\bwithout|\bnot|don't use|do not use|\bnever|other than|除了)\s?(?:any |出现|使用|用|the |too much |太多|大面积)?\s?$"
)
_REFUSED_LIST: Final = re.compile(
    r"(?:不要|不用|避免|别用|禁用|\bno|\bavoid|\bwithout)[^，。；,.;\n]{0,14}(?:、|和|或|与|\bor|\band|/)\s?$"
)


@dataclass(frozen=True)
class ColorReading:
    """Colors in reading order, each with its span."""

    asked: tuple[AskedColor, ...]
    avoided: tuple[AskedColor, ...]
    spans: tuple[Span, ...]


@cache
def color_vocabulary() -> Vocabulary:
    """Return the names of colors; a hit's id is the hex."""
    return Vocabulary(
        {f"{row['hex']}": [*row["zh"], *row["en"]] for row in load_table("colors")}
    )


def read_colors(text: str, folded: str, skip: tuple[Span, ...]) -> ColorReading:
    """Return the colors the brief asks for and refuses.

    Args:
        text: The brief.
        folded: The same, folded.
        skip: Spans that are not about color: required texts, things with a color.
    """
    found: list[tuple[Span, str]] = []
    for match in _HEX.finditer(folded):
        found.append((match.span(), _six_digits(match.group())))
    for hit in color_vocabulary().find(folded, skip):
        if not overlaps((hit.start, hit.end), (span for span, _ in found)):
            found.append(((hit.start, hit.end), hit.id))
    singles: dict[str, str] = load_table("color_pairs")["single"]
    for pattern in (_PAIR, _SINGLE):
        for match in pattern.finditer(folded):
            for group in range(1, (match.lastindex or 0) + 1):
                span = match.span(group)
                if not overlaps(span, (*skip, *(taken for taken, _ in found))):
                    found.append((span, singles[match[group]]))
    asked: dict[str, AskedColor] = {}
    avoided: dict[str, AskedColor] = {}
    for (start, end), value in sorted(found):
        name = text[start:end]
        if _is_refused(folded, start):
            avoided.setdefault(value, AskedColor(name=name, hex=value))
            continue
        color = AskedColor(name=name, hex=value, role=_role(folded, start, end))
        if value not in asked or asked[value].role == "any":
            asked[value] = color
    spans = tuple(span for span, _ in sorted(found))
    return ColorReading(tuple(asked.values()), tuple(avoided.values()), spans)


def _is_refused(folded: str, start: int) -> bool:
    before = folded[max(0, start - 24) : start]
    return bool(_REFUSED_BEFORE.search(before) or _REFUSED_LIST.search(before))


def _role(folded: str, start: int, end: int) -> ColorRole:
    before, after = folded[max(0, start - 24) : start], folded[end : end + 20]
    if _PRIMARY_BEFORE.search(before) or _PRIMARY_AFTER.match(after):
        return "primary"
    if _BACKGROUND_AFTER.match(after) or _BACKGROUND_BEFORE.search(before):
        return "background"
    if _ACCENT_BEFORE.search(before) or _ACCENT_AFTER.match(after):
        return "accent"
    if re.search(r"(?:搭配|配以|配上|辅以|secondary(?: colou?r)?(?: is)?)\s?$", before):
        return "secondary"
    return "any"


def _six_digits(written: str) -> str:
    digits = written[1:].upper()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
