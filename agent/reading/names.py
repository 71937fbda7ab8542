"""Brand names: only those the brief gives, never one made up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from agent.brief import BrandName
from agent.reading.admission import is_han
from agent.reading.texts import PlacedText
from agent.reading.vocabulary import Span, load_table, overlaps

__all__ = ["NameReading", "read_names"]

_CAPITALIZED: Final = (
    r"[A-Z0-9][A-Za-z0-9À-ÿ'’&.+-]*[A-Za-z0-9À-ÿ+!](?:\s+(?:&\s+|of\s+|the\s+|and\s+|de\s+|la\s+)?"
    r"[A-Z][A-Za-z0-9À-ÿ'’&+-]*){0,3}|[A-Z]"
)
_WORD: Final = r"[a-z][a-z0-9]{1,20}(?:\.[a-z]{2,3})?"
_LATIN: Final = r"[A-Za-z][A-Za-z0-9À-ÿ'’&.+-]*(?:\s[A-Z&][A-Za-z0-9À-ÿ'’&+-]*){0,3}"
_HAN: Final = r"[\u4e00-\u9fff]"

_NAMED: Final = re.compile(
    rf"\b(?:[Nn]amed|[Cc]alled|[Nn]ame is|[Bb]rand is|[Cc]ompany is|goes by)\s+(?P<name>{_CAPITALIZED}|{_WORD})"
)
_FOR: Final = re.compile(
    rf"\b(?:[Ff]or|[Bb]y)\s+(?:our\s+(?:brand|company|client)\s+)?(?P<name>{_CAPITALIZED})"
)
_BEFORE_DELIVERABLE: Final = re.compile(
    rf"(?P<name>{_CAPITALIZED})(?:'s|’s)?\s*(?:logo\b|LOGO\b|Logo\b|brand\b|branding\b|brand kit\b|品牌包|品牌|的?标志|的?标识)"
)
_ZH_NAMED: Final = re.compile(
    r"(?:名为|名叫|叫做|叫作|取名|命名为|名字是|名字叫|品牌名(?:称)?(?:是|叫|为)|店名(?:是|叫|为)?|"
    rf"公司名(?:称)?(?:是|叫|为)?|品牌叫|品牌是(?=[A-Za-z])|叫)\s*(?P<name>{_LATIN}(?:\s?{_HAN}{{2,6}}(?=[，。；、,\s]|$))?"
    rf"|{_HAN}{{1,8}}?(?=的|[，。；、,.;\s（(！]|$)(?:\s{_LATIN})?)"
)
_ZH_BRAND_BEFORE: Final = re.compile(rf"品牌\s?(?P<name>{_LATIN})")
_ZH_BRAND_AFTER: Final = re.compile(
    rf"(?P<name>{_LATIN})\s?(?:的)?(?:品牌|公司|集团|工作室|科技|咖啡|茶饮|酒店|书店|民宿|餐厅|烘焙|旗舰店)"
)
_ZH_KIT: Final = re.compile(rf"(?:^|[，。；、\s])(?P<name>{_HAN}{{2,5}})(?:的)?品牌(?:包|全案)")
_ZH_FOR: Final = re.compile(rf"(?:为|给|帮|替)\s?(?P<name>{_LATIN})")
_ZH_FOR_HAN: Final = re.compile(
    rf"(?:为|给|帮|替)(?P<name>{_HAN}{{3,10}}?)(?:设计|做|制作|画|出)"
)
_ZH_LEAD: Final = re.compile(
    r"^\s*(?:请|帮我|帮忙|给我)?(?:设计|做|画|制作)?(?:一个|一张|一款|一组|一套|个|张)?\s?"
    rf"(?P<name>[A-Z][A-Za-z0-9&'-]{{1,20}}(?:\s[A-Z]\w+)*)\s?(?={_HAN}|的)",
    re.MULTILINE,
)
_STOP: Final = re.compile(
    r"^(?:a|an|the|to|after|as|for|by|our|my|something|it|in|on|with|and|not|what)$"
)


@dataclass(frozen=True)
class NameReading:
    """The brand, and the texts found while looking for it.

    Attributes:
        brand: Names by script.
        placed: The names, and event titles that read like names.
        how: Where the name stands, for the notes; empty when there is none.
    """

    brand: BrandName
    placed: tuple[PlacedText, ...]
    how: str


def read_names(
    text: str, placed: tuple[PlacedText, ...], busy: tuple[Span, ...]
) -> NameReading:
    """Return the brand the brief names.

    Args:
        text: The brief.
        placed: Texts read so far; those placed as brand win.
        busy: Spans that name something else: styles, colors, dates, references.
    """
    given = [item for item in placed if item.where == "brand"]
    if given:
        parts = [part for item in given[:2] for part in _by_script(text, item.span)]
        return NameReading(_brand(parts), tuple(parts), "it is given as the brand")
    taken = (*busy, *(item.span for item in placed))
    for how, span in _candidates(text):
        if overlaps(span, taken):
            continue
        if _is_event(text[slice(*span)]):
            title = PlacedText(text[slice(*span)], "headline", span)
            return NameReading(BrandName(), (title,), "")
        parts = _by_script(text, span)
        return NameReading(_brand(parts), tuple(parts), how)
    labels = [item for item in placed if item.where == "on_product" and len(item.text) <= 16]
    if labels:
        parts = _by_script(text, labels[0].span)
        return NameReading(_brand(parts), (), "it is written on the product")
    return NameReading(BrandName(), (), "")


def _candidates(text: str) -> Iterator[tuple[str, Span]]:
    for match in _NAMED.finditer(text):
        name = match["name"]
        if not _STOP.match(name) and (not name.islower() or _ends_clause(text, match.end())):
            yield "it stands after 'named' or 'called'", match.span("name")
    for match in _ZH_NAMED.finditer(text):
        if not match["name"].startswith(("我", "一", "人", "好", "做", "个")):
            yield "它写在“名为/叫”之后", match.span("name")
    for pattern, how in (
        (_ZH_BRAND_BEFORE, "它紧跟在“品牌”之后"),
        (_ZH_BRAND_AFTER, "它紧靠在“品牌/公司”之前"),
        (_ZH_FOR, "它写在“为/给”之后"),
    ):
        for match in pattern.finditer(text):
            span = _without_lead(text, match.span("name"))
            if span[0] < span[1] and _is_latin_name(text[slice(*span)]):
                yield how, span
    for match in _ZH_KIT.finditer(text):
        if not _is_generic(match["name"]):
            yield "它写在“品牌包”之前", match.span("name")
    for match in _ZH_FOR_HAN.finditer(text):
        if _is_business(match["name"]):
            yield "它写在“为/给”之后", match.span("name")
    for match in _ZH_LEAD.finditer(text):
        if _is_latin_name(match["name"]):
            yield "它写在最前面", match.span("name")
    for match in _BEFORE_DELIVERABLE.finditer(text):
        span = _without_lead(text, match.span("name"))
        if span[0] < span[1]:
            yield "it stands before the deliverable", span
    for match in _FOR.finditer(text):
        span = _without_lead(text, match.span("name"))
        if span[0] == match.start("name") and span[0] < span[1]:
            yield "it stands after 'for'", span


def _without_lead(text: str, span: Span) -> Span:
    """Drop leading words that are no names: Design, Minimal, LOGO."""
    stops = _stops()
    start, end = span
    for word in re.finditer(r"\S+", text[start:end]):
        if word.group().lower().strip(".,'’") not in stops:
            name_end = end
            while name_end > start and text[name_end - 1] in ".,-":
                name_end -= 1
            if text[start + word.start() : name_end].endswith(("'s", "’s")):
                name_end -= 2
            return start + word.start(), name_end
    return end, end


def _is_latin_name(name: str) -> bool:
    return name.lower() not in _stops() and any(c.isalpha() for c in name) and len(name) > 1


@cache
def _stops() -> frozenset[str]:
    names = load_table("names")
    return frozenset(names["not_names_en"]) | frozenset(names["not_names_zh_latin"])


def _is_event(name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1].lower() in load_table("names")["event_words"] and " " in name


def _is_generic(name: str) -> bool:
    table = load_table("names")
    return any(word in name for word in (*table["generic_zh"], *table["business_words_zh"]))


def _is_business(name: str) -> bool:
    table = load_table("names")
    for suffix in sorted(table["business_words_zh"], key=len, reverse=True):
        if name.endswith(suffix):
            stem = name.removesuffix(suffix)
            generic = [*table["generic_zh"], *table["business_words_zh"]]
            return 2 <= len(stem) <= 4 and not any(word in stem for word in generic)
    return False


def _ends_clause(text: str, end: int) -> bool:
    return not re.match(r"\s+[A-Z]", text[end:])


def _by_script(text: str, span: Span) -> list[PlacedText]:
    """Cut 山野 SHANYE into a Chinese and a Latin name."""
    whole = text[slice(*span)]
    cut = re.split(r"[（(]", whole)[0].rstrip() if not whole.startswith(("(", "（")) else whole
    han = [index for index, character in enumerate(cut) if is_han(character)]
    latin = re.search(r"[A-Za-zÀ-ÿ0-9][^\u4e00-\u9fff，、/|（(]*", cut)
    if not han or latin is None:
        return [PlacedText(cut, "brand", (span[0], span[0] + len(cut)))]
    chinese = re.search(rf"{_HAN}[\u4e00-\u9fff·]*", cut)
    pieces = [match.span() for match in (chinese, latin) if match is not None]
    found = []
    for start, end in sorted(pieces):
        piece = cut[start:end].rstrip(" ·/|-–—")
        found.append(
            PlacedText(piece, "brand", (span[0] + start, span[0] + start + len(piece)))
        )
    return found


def _brand(parts: list[PlacedText]) -> BrandName:
    latin = next((part.text for part in parts if not any(map(is_han, part.text))), "")
    chinese = next((part.text for part in parts if any(map(is_han, part.text))), "")
    return BrandName(latin=latin, zh=chinese)
