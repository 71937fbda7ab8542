"""Brand names: only those the brief gives, never one made up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from agent.brief import BrandName
from agent.reading.admission import is_han
from agent.reading.people import find_people
from agent.reading.shops import is_own_name, lead_length, shop_words
from agent.reading.texts import PlacedText
from agent.reading.vocabulary import Span, load_table, overlaps

__all__ = ["NameReading", "brand_of", "by_script", "is_event", "read_names"]

_HAN: Final = r"[\u4e00-\u9fff]"
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
    text: str, placed: tuple[PlacedText, ...], busy: tuple[Span, ...], occasion: str = ""
) -> NameReading:
    """Return the brand the brief names.

    Args:
        text: The brief.
        placed: Texts read so far; those placed as brand win.
        busy: Spans that name something else: styles, colors, dates, references.
        occasion: At a wedding or a birthday the names are the title, not a brand.
    """
    given = [item for item in placed if item.where == "brand"]
    if given:
        parts = [part for item in given[:2] for part in by_script(text, item.span)]
        return NameReading(brand_of(parts), tuple(parts), "it is given as the brand")
    taken = (*busy, *(item.span for item in placed))
    people = find_people(text, occasion, taken)
    if people is not None and not any(item.where == "headline" for item in placed):
        title = PlacedText(text[slice(*people)], "headline", people)
        return NameReading(BrandName(), (title,), "")
    for how, span in _candidates(text):
        if overlaps(span, taken):
            continue
        titled = re.search(_cues()["titled_zh"], text[: span[0]])
        if titled or is_event(text[slice(*span)]):
            title = PlacedText(text[slice(*span)], "headline", span)
            return NameReading(BrandName(), (title,), "")
        parts = by_script(text, span)
        return NameReading(brand_of(parts), tuple(parts), how)
    labels = [item for item in placed if item.where == "on_product" and len(item.text) <= 16]
    if labels:
        parts = by_script(text, labels[0].span)
        return NameReading(brand_of(parts), (), "it is written on the product")
    return NameReading(BrandName(), (), "")


def _candidates(text: str) -> Iterator[tuple[str, Span]]:
    """Yield how and where a name may stand, the surest ways first."""
    (how_named, named), *others = _cues()["english"]
    for match in re.finditer(named, text):
        name = match["name"]
        if not _STOP.match(name) and (not name.islower() or _ends_clause(text, match.end())):
            yield how_named, match.span("name")
    yield from _chinese_candidates(text)
    for how, pattern in others:
        for match in re.finditer(pattern, text):
            start, end = _without_lead(text, match.span("name"))
            if "request" in how and start < end and " " in match["name"]:
                start = match.start("name")
            moved = start != match.start("name") and "for" in how
            titled = "'for'" in how and _in_title(text, match.start())
            if start < end and not moved and not titled:
                yield how, (start, end)


def _in_title(text: str, start: int) -> bool:
    """Whether "for" stands in a title of its own: Crumbs for Kenya, after a comma."""
    before = re.search(r"[.,:;]\s+(?:[A-Z][\w'’-]*\s){1,3}$", text[:start])
    return before is not None and before.group().split()[-1].lower() not in _made_words()


@cache
def _made_words() -> frozenset[str]:
    """Words a request for the work ends with: poster, logo, label."""
    listed = (name for row in load_table("deliverables") for name in row["en"])
    return frozenset(name.split()[-1] for name in listed) | {"label", "face", "design"}


def _chinese_candidates(text: str) -> Iterator[tuple[str, Span]]:
    cues = _cues()
    for match in re.finditer(cues["named_zh"], text):
        if not match["name"].startswith(("我", "一", "人", "好", "做", "个")):
            yield "它写在“名为/叫”之后", match.span("name")
    for how, pattern in cues["latin_in_zh"]:
        for match in re.finditer(pattern, text):
            span = _without_lead(text, match.span("name"))
            if span[0] < span[1] and _is_latin_name(text[slice(*span)]):
                yield how, span
    for how, name, accepts in (
        ("它写在“标志：”之后", "mark_zh", bool),
        ("它写在“品牌包”之前", "kit_zh", _is_own),
        ("它写在“为/给”之后", "for_zh", _is_business),
        ("它写在所请的制品之后", "colon_zh", bool),
        ("它带着行业的名称", "whole_zh", _is_business),
        ("它写在店铺的种类之前", "shop_zh", is_own_name),
        ("它写在最前面", "lead_zh", _is_latin_name),
    ):
        for match in re.finditer(cues[name].replace("SHOPS", shop_words()), text, re.MULTILINE):
            start, end = match.span("name")
            start += lead_length(match["name"]) if name == "shop_zh" else 0
            if accepts(text[start:end]):
                yield how, (start, end)


def _without_lead(text: str, span: Span) -> Span:
    """Drop leading words that are no names: Design, Minimal, LOGO."""
    stops = _stops()
    start, end = span
    for word in re.finditer(r"\S+", text[start:end]):
        is_article = word.group() == "The" and re.match(r"\s[A-Z]", text[start + word.end() :])
        if is_article or word.group().lower().strip(".,'’") not in stops:
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
def _cues() -> dict[str, Any]:
    cues: dict[str, Any] = load_table("cues")["names"]
    return cues


@cache
def _stops() -> frozenset[str]:
    names = load_table("names")
    return frozenset(names["not_names_en"]) | frozenset(names["not_names_zh_latin"])


def is_event(name: str) -> bool:
    """Whether the name is that of an event, and so a title rather than a brand."""
    table, words = load_table("names"), re.sub(r"\s\d{4}$", "", name).split()
    if name.endswith(tuple(table["event_words_zh"])):
        return True
    return len(words) > 1 and words[-1].lower() in table["event_words"]


def _is_own(name: str) -> bool:
    table = load_table("names")
    return not any(word in name for word in (*table["generic_zh"], *table["business_words_zh"]))


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


def by_script(text: str, span: Span) -> list[PlacedText]:
    """Cut 山野 SHANYE into a Chinese and a Latin name."""
    whole = text[slice(*span)]
    cut = (
        re.split(r"[（(]", whole, maxsplit=1)[0].rstrip()
        if not whole.startswith(("(", "（"))
        else whole
    )
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


def brand_of(parts: list[PlacedText]) -> BrandName:
    """Return the name in each script from its parts."""
    latin = next((part.text for part in parts if not any(map(is_han, part.text))), "")
    chinese = next((part.text for part in parts if any(map(is_han, part.text))), "")
    return BrandName(latin=latin, zh=chinese)
